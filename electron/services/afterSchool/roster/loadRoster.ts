import type { RosterBoard } from '../../../../shared/contract/afterSchool.ts';
import type {
  Assignment,
  BusyKind,
  BusySpan,
  DutyKind,
  RosterNeed,
  RosterTeacher,
} from '../../../../shared/domain/afterSchool/roster/problem.ts';
import { timesOverlap, type TimeSpan } from '../../../../shared/kernel/clockTime.ts';
import type { DateRange } from '../../../../shared/kernel/periods.ts';
import { datesBetween, type PlainDate } from '../../../../shared/kernel/plainDate.ts';
import { serviceBusyTime } from '../../../../shared/ledgers/afterSchool/serviceBusyTime.ts';
import { serviceCourse } from '../../../../shared/ledgers/afterSchool/serviceCourse.ts';
import { servicePlan } from '../../../../shared/ledgers/afterSchool/servicePlan.ts';
import { serviceSlot } from '../../../../shared/ledgers/afterSchool/serviceSlot.ts';
import { serviceTeacher } from '../../../../shared/ledgers/afterSchool/serviceTeacher.ts';
import { weekdays } from '../../../../shared/ledgers/base/choices.ts';
import { staff } from '../../../../shared/ledgers/base/staff.ts';
import type { ReadHandle } from '../../../store/handles.ts';
import { allRecords, type RecordIn } from '../../../store/records.ts';
import { finishedRecords, recordsBetween } from '../../checks/facts/recordsBetween.ts';
import { loadTerms } from '../../checks/facts/schoolTerms.ts';
import { schoolCalendar } from '../../checks/schoolCalendar.ts';

export interface PlanPeriod {
  readonly name: string;
  readonly span: TimeSpan;
  readonly lessons: number;
}

export interface LoadedRoster extends RosterBoard {
  readonly courses: readonly RecordIn<typeof serviceCourse>[];
  readonly periods: readonly PlanPeriod[];
  /** Sessions of the range as they are. */
  readonly slots: readonly RecordIn<typeof serviceSlot>[];
  /** Teaching days of the range, with the weekday whose roster holds. */
  readonly teachingDays: readonly { readonly date: PlainDate; readonly weekday: number }[];
}

type SlotRole = RecordIn<typeof serviceSlot>['values']['staffing'][number]['role'];

export const roleOf: Readonly<Record<DutyKind, SlotRole>> = {
  teaching: '授课',
  care: '看护',
  leader: '值班领导',
  security: '安保',
};
const dutyOf = new Map<string, DutyKind>(
  (Object.entries(roleOf) as [DutyKind, SlotRole][]).map(([duty, role]) => [role, duty]),
);
const busyKinds: Readonly<Record<string, BusyKind>> = {
  上课: 'lesson',
  请假: 'leave',
  非全日: 'partTime',
  会议: 'meeting',
};
const wholeDay: TimeSpan = { start: '00:00', end: '24:00' };
const usualLimits = { maxPerDay: 2, maxPerWeek: 10, share: 1 } as const;

/** The roster problem of a range of a term, from the records as they are: a week pattern that holds on its teaching days. */
export function loadRoster(h: ReadHandle, period: string, range: DateRange): LoadedRoster {
  const calendar = schoolCalendar(h, range.from);
  const term = loadTerms(h).find((each) => each.period === period);
  const teachingDays = datesBetween(range.from, range.to).flatMap((date) => {
    const weekday = calendar.timetableWeekday(date);
    if (term && (date < term.firstTeachingOn || date > term.lastTeachingOn)) return [];
    return typeof weekday === 'number' ? [{ date, weekday }] : [];
  });
  const plan = finishedRecords(h, servicePlan, [], period).at(0);
  const periods = plan ? periodsOf(plan) : [];
  const courses = finishedRecords(h, serviceCourse, [], period);
  const ordinals = [...new Set(teachingDays.map(({ weekday }) => weekday))].sort((a, b) => a - b);
  const needs = ordinals.flatMap((day) =>
    periods.flatMap((each, index) => courses.flatMap((course) => needsOf(course, day, each, index))),
  );
  const slots = recordsBetween(h, serviceSlot, 'heldOn', range);
  const open = slots.filter((slot) => !isSettled(slot));
  const teachers = teachersOf(h, period, range, { courses, periods, teachingDays });
  const days = ordinals.map((ordinal) => ({
    ordinal,
    week: 1,
    label: weekdays[ordinal - 1]?.value ?? '',
  }));
  const found = presentRoster(needs, open, teachers, teachingDays);
  return {
    problem: {
      days,
      needs,
      teachers,
      locked: found.locked,
      previous: [],
      sharedPupils: [],
    },
    roster: found.roster,
    settledSlots: slots.length - open.length,
    missing: [
      ...(plan ? [] : ['这个学期还没有课后服务方案，请先登记方案和时段。']),
      ...(courses.length > 0 ? [] : ['这个学期还没有课后服务课程，请先登记课程。']),
      ...(teachers.length > 0 ? [] : ['还没有可以排班的教师，请先登记“课后服务教师”。']),
      ...(teachingDays.length > 0 ? [] : ['这段日期里没有上课日，请换一段日期，或在校历中补上放假安排。']),
    ],
    courses,
    periods,
    slots,
    teachingDays,
  };
}

/** Held or called off: evidence by now, not a plan. */
export function isSettled({ values }: RecordIn<typeof serviceSlot>): boolean {
  return values.confirmed === true || (values.cancelledReason ?? '') !== '';
}

function periodsOf({ values }: RecordIn<typeof servicePlan>): readonly PlanPeriod[] {
  if (values.periods.length === 0)
    return [{ name: '课后服务', span: { start: values.startsAt, end: values.endsAt }, lessons: 2 }];
  return values.periods.map(({ name, startsAt, endsAt, lessons }) => ({
    name,
    span: { start: startsAt, end: endsAt },
    lessons: lessons ?? 1,
  }));
}

function needsOf(
  { id, values }: RecordIn<typeof serviceCourse>,
  day: number,
  { name, span, lessons }: PlanPeriod,
  index: number,
): readonly RosterNeed[] {
  const open =
    values.weekdays.length === 0 || values.weekdays.some((each) => weekdays[day - 1]?.value === each);
  if (!open) return [];
  const wanted: readonly (readonly [DutyKind, number])[] = [
    // A course of somebody from outside has its teacher.
    ['teaching', values.teachersNeeded ?? (values.external === null ? 1 : 0)],
    ['care', values.carersNeeded ?? 0],
    ['leader', values.leadersNeeded ?? 0],
    ['security', values.guardsNeeded ?? 0],
  ];
  return wanted.flatMap(([kind, count]) =>
    Array.from({ length: count }, (_, place) => ({
      id: [id, day, index, kind, place].join('|'),
      day,
      period: name,
      span,
      groupId: id,
      groupName: values.name,
      kind,
      room: kind === 'teaching' || kind === 'care' ? values.room : null,
      grades: { from: values.gradeFrom, to: values.gradeTo },
      subjects: kind === 'teaching' && values.subject ? [values.subject] : [],
      only: null,
      weight: lessons,
    })),
  );
}

interface TermPlan {
  readonly courses: LoadedRoster['courses'];
  readonly periods: LoadedRoster['periods'];
  readonly teachingDays: LoadedRoster['teachingDays'];
}

/**
 * The teachers entered for the term; where none is, those who serve or have a course this term, and failing that every full-time
 * teacher, with the usual limits.
 */
function teachersOf(
  h: ReadHandle,
  period: string,
  range: DateRange,
  { courses, periods, teachingDays }: TermPlan,
): readonly RosterTeacher[] {
  const entered = finishedRecords(h, serviceTeacher, [], period);
  const limits = new Map(entered.map(({ values }) => [values.staff, values]));
  const busy = Map.groupBy(finishedRecords(h, serviceBusyTime, [], period), ({ values }) => values.staff);
  const history = heldBefore(h, period, range, periods);
  const serving = new Set([
    ...history.loads.keys(),
    ...courses.flatMap(({ values }) => values.teacher ?? []),
  ]);
  const present = allRecords(h, staff).filter(({ id, values }) => {
    if (values.leftOn !== null && values.leftOn <= range.from) return false;
    if (entered.length > 0) return limits.has(id);
    return serving.size > 0 ? serving.has(id) : values.staffKind === '专任教师';
  });
  return present.map(({ id, values }) => {
    const own = limits.get(id);
    const familiar = courses.filter(({ values: course }) => course.teacher === id).map((course) => course.id);
    const subjects = (own?.subjects ?? values.subject ?? '')
      .split(/[、,，\s]+/u)
      .filter((each) => each !== '');
    return {
      id,
      name: values.name,
      kinds: (own?.duties ?? ['授课', '看护']).flatMap((duty) => dutyOf.get(duty) ?? []),
      subjects,
      grades: own?.gradeFrom && own.gradeTo ? { from: own.gradeFrom, to: own.gradeTo } : null,
      busy: (busy.get(id) ?? []).flatMap((record) => busySpans(record, teachingDays)),
      maxPerDay: own?.maxPerDay ?? usualLimits.maxPerDay,
      maxPerWeek: own?.maxPerWeek ?? usualLimits.maxPerWeek,
      maxDaysRunning: own?.maxDaysRunning ?? null,
      heldLoad: history.loads.get(id) ?? 0,
      share: own?.share ?? usualLimits.share,
      wishes: [
        ...(own?.preferredDays ?? []).map((day) => wishFor(day, 1)),
        ...(own?.avoidedDays ?? []).map((day) => wishFor(day, -2)),
      ],
      familiarGroups: [...new Set([...familiar, ...(history.groups.get(id) ?? [])])],
    };
  });
}

function wishFor(weekday: string, value: number): RosterTeacher['wishes'][number] {
  return { day: weekdayNumber(weekday), period: null, groupId: null, value };
}

function weekdayNumber(weekday: string): number {
  return weekdays.findIndex(({ value }) => value === weekday) + 1;
}

/** Weekly times that touch any teaching day of the range: who is on leave on one Wednesday isn't put on Wednesdays. */
function busySpans(
  { values }: RecordIn<typeof serviceBusyTime>,
  teachingDays: TermPlan['teachingDays'],
): readonly BusySpan[] {
  const touched = teachingDays.filter(
    ({ date }) => (values.from === null || values.from <= date) && (values.to === null || date <= values.to),
  );
  const named = values.weekdays.map(weekdayNumber);
  const days = new Set(
    touched.map(({ weekday }) => weekday).filter((day) => named.length === 0 || named.includes(day)),
  );
  const span =
    values.startsAt !== null && values.endsAt !== null
      ? { start: values.startsAt, end: values.endsAt }
      : wholeDay;
  const label = values.label ?? values.kind;
  return [...days].map((day) => ({ day, span, kind: busyKinds[values.kind] ?? 'leave', label }));
}

/** What everyone has carried since the term began, and with which groups. */
function heldBefore(
  h: ReadHandle,
  period: string,
  range: DateRange,
  periods: readonly PlanPeriod[],
): { readonly loads: ReadonlyMap<string, number>; readonly groups: ReadonlyMap<string, readonly string[]> } {
  const loads = new Map<string, number>();
  const groups = new Map<string, string[]>();
  const term = loadTerms(h).find((each) => each.period === period);
  if (!term || range.from <= term.startsOn) return { loads, groups };
  const before = recordsBetween(h, serviceSlot, 'heldOn', { from: term.startsOn, to: range.from });
  for (const { values } of before) {
    if (values.heldOn >= range.from || (values.cancelledReason ?? '') !== '') continue;
    const own = { start: values.startsAt, end: values.endsAt };
    const lessons = periods
      .filter(({ span }) => timesOverlap(span, own))
      .reduce((sum, each) => sum + each.lessons, 0);
    for (const { staff: id } of values.staffing) {
      if (id === null) continue;
      loads.set(id, (loads.get(id) ?? 0) + lessons);
      const known = groups.get(id) ?? [];
      if (!known.includes(values.course)) groups.set(id, [...known, values.course]);
    }
  }
  return { loads, groups };
}

/** The week pattern that the sessions show: of several weeks, the first says who. */
function presentRoster(
  needs: readonly RosterNeed[],
  slots: LoadedRoster['slots'],
  teachers: readonly RosterTeacher[],
  teachingDays: TermPlan['teachingDays'],
): { readonly roster: readonly Assignment[]; readonly locked: readonly Assignment[] } {
  const weekdayOn = new Map(teachingDays.map(({ date, weekday }) => [date, weekday]));
  const known = new Set(teachers.map(({ id }) => id));
  const places = Map.groupBy(needs, ({ day, span, groupId, kind }) =>
    [day, span.start, groupId, kind].join('|'),
  );
  const roster: Assignment[] = [];
  const locked: Assignment[] = [];
  const filled = new Set<string>();
  for (const { values } of slots.toSorted((a, b) => a.values.heldOn.localeCompare(b.values.heldOn))) {
    const day = weekdayOn.get(values.heldOn) ?? 0;
    const taken = new Map<string, number>();
    for (const row of values.staffing) {
      const kind = dutyOf.get(row.role);
      if (row.staff === null || kind === undefined || !known.has(row.staff)) continue;
      const place = [day, values.startsAt, values.course, kind].join('|');
      const index = taken.get(place) ?? 0;
      taken.set(place, index + 1);
      const need = places.get(place)?.[index];
      if (!need || filled.has(need.id)) continue;
      filled.add(need.id);
      const assignment = { needId: need.id, teacherId: row.staff };
      roster.push(assignment);
      if (row.locked === true) locked.push(assignment);
    }
  }
  return { roster, locked };
}
