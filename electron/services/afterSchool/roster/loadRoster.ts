import type { RosterBoard } from '../../../../shared/contract/afterSchool.ts';
import {
  givenClashes,
  outsiderClashes,
  pupilClashes,
  type OutsideCourse,
} from '../../../../shared/domain/afterSchool/roster/clashes.ts';
import type { TeachingDay } from '../../../../shared/domain/afterSchool/roster/dated.ts';
import type {
  BusySpan,
  DutyKind,
  RosterNeed,
  RosterProblem,
  RosterTeacher,
  SharedPupil,
} from '../../../../shared/domain/afterSchool/roster/problem.ts';
import { timesOverlap, type TimeSpan } from '../../../../shared/kernel/clockTime.ts';
import type { DateRange } from '../../../../shared/kernel/periods.ts';
import { datesBetween } from '../../../../shared/kernel/plainDate.ts';
import { serviceCourse } from '../../../../shared/ledgers/afterSchool/serviceCourse.ts';
import { serviceEnrolment } from '../../../../shared/ledgers/afterSchool/serviceEnrolment.ts';
import { servicePlan } from '../../../../shared/ledgers/afterSchool/servicePlan.ts';
import { serviceSlot } from '../../../../shared/ledgers/afterSchool/serviceSlot.ts';
import { serviceTeacher } from '../../../../shared/ledgers/afterSchool/serviceTeacher.ts';
import { schooldayNumber, schooldays } from '../../../../shared/kernel/schooldays.ts';
import { staff } from '../../../../shared/ledgers/base/staff.ts';
import type { ReadHandle } from '../../../store/handles.ts';
import { allRecords, type RecordIn } from '../../../store/records/records.ts';
import { titlesOf } from '../../../store/records/titles.ts';
import { finishedRecords, recordsBetween } from '../../../store/records/recordsBetween.ts';
import { loadTerms } from '../../school/schoolTerms.ts';
import { schoolCalendar } from '../../school/schoolCalendar.ts';
import { busyTimesOf } from './busyTimes.ts';
import { dutyOf, presentRoster } from './presentRoster.ts';

export interface PlanPeriod {
  readonly name: string;
  readonly span: TimeSpan;
  readonly lessons: number;
}

export interface LoadedRoster {
  readonly board: RosterBoard;
  readonly courses: readonly RecordIn<typeof serviceCourse>[];
  readonly periods: readonly PlanPeriod[];
  /** Sessions of the range as they are. */
  readonly slots: readonly RecordIn<typeof serviceSlot>[];
}

const usualLimits = { maxPerDay: 2, maxPerWeek: 10, share: 1 } as const;

/** The roster problem of a range of a term, from the records as they are: a week pattern that holds on its teaching days. */
export function loadRoster(h: ReadHandle, period: string, range: DateRange): LoadedRoster {
  const calendar = schoolCalendar(h, range.from);
  const term = loadTerms(h).find((each) => each.period === period);
  const teachingDays = datesBetween(range.from, range.to).flatMap((date): readonly TeachingDay[] => {
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
  const busy = busyTimesOf(h, period, teachingDays);
  const teachers = teachersOf(h, period, range, { courses, periods, busy: busy.weekly });
  const days = ordinals.map((ordinal) => ({
    ordinal,
    week: 1,
    label: schooldays[ordinal - 1] ?? '',
  }));
  const found = presentRoster(needs, open, teachers, teachingDays);
  const problem: RosterProblem = {
    days,
    needs,
    teachers,
    locked: found.locked,
    previous: [],
    // Pupils' choices are warned of below: they never keep a school from rostering its teachers.
    sharedPupils: [],
  };
  return {
    board: {
      problem,
      roster: found.roster,
      exceptions: found.exceptions,
      teachingDays,
      datedBusy: busy.dated,
      warnings: [
        ...outsiderClashes(days, outsideCourses(h, courses, ordinals)),
        ...givenClashes(problem).map(({ sentence }) => sentence),
        ...pupilClashes({ ...problem, sharedPupils: sharedPupilsOf(h, period, range, courses) }).map(
          ({ sentence }) => sentence,
        ),
      ],
      settledSlots: slots.length - open.length,
      missing: [
        ...(plan ? [] : ['这个学期还没有课后服务方案，请先登记方案和时段。']),
        ...(courses.length > 0 ? [] : ['这个学期还没有课后服务课程，请先登记课程。']),
        ...(teachers.length > 0 ? [] : ['还没有可以排班的教师，请先登记“课后服务教师”。']),
        ...(teachingDays.length > 0 ? [] : ['这段日期里没有上课日，请换一段日期，或在校历中补上放假安排。']),
      ],
    },
    courses,
    periods,
    slots,
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

/** Whether a course goes on on a weekday. */
export function opensOn(
  { weekdays: own }: Pick<RecordIn<typeof serviceCourse>['values'], 'weekdays'>,
  day: number,
): boolean {
  return own.length === 0 || own.some((each) => schooldays[day - 1] === each);
}

function needsOf(
  { id, values }: RecordIn<typeof serviceCourse>,
  day: number,
  { name, span, lessons }: PlanPeriod,
  index: number,
): readonly RosterNeed[] {
  if (!opensOn(values, day)) return [];
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
  readonly busy: ReadonlyMap<string, readonly BusySpan[]>;
}

function outsideCourses(
  h: ReadHandle,
  courses: LoadedRoster['courses'],
  ordinals: readonly number[],
): readonly OutsideCourse[] {
  const names = titlesOf(
    h,
    courses.flatMap(({ values }) => values.external ?? []),
  );
  return courses.flatMap(({ values }) =>
    values.external === null
      ? []
      : {
          name: values.name,
          outsider: names[values.external] ?? '',
          days: ordinals.filter((day) => opensOn(values, day)),
        },
  );
}

/** Pupils of several courses, gathered by the same courses: 王小明等 12 名学生. */
function sharedPupilsOf(
  h: ReadHandle,
  period: string,
  range: DateRange,
  courses: LoadedRoster['courses'],
): readonly SharedPupil[] {
  const known = new Set(courses.map(({ id }) => id));
  const enrolled = finishedRecords(h, serviceEnrolment, [], period).flatMap(({ values }) => {
    const groupIds = [...new Set(values.courses)].filter((id) => known.has(id)).toSorted();
    const stays = values.withdrawnOn === null || values.withdrawnOn > range.from;
    return stays && groupIds.length > 1 ? [{ pupil: values.pupil, groupIds }] : [];
  });
  const alike = [...Map.groupBy(enrolled, ({ groupIds }) => groupIds.join('|')).values()];
  const names = titlesOf(
    h,
    alike.flatMap(([first]) => first?.pupil ?? []),
  );
  return alike.map((same) => {
    const name = names[same[0]?.pupil ?? ''] ?? '一名学生';
    return {
      name: same.length > 1 ? `${name}等 ${same.length} 名学生` : name,
      groupIds: same[0]?.groupIds ?? [],
    };
  });
}

/**
 * The teachers entered for the term; where none is, those who serve or have a course this term, and failing that every full-time
 * teacher, with the usual limits.
 */
function teachersOf(
  h: ReadHandle,
  period: string,
  range: DateRange,
  { courses, periods, busy }: TermPlan,
): readonly RosterTeacher[] {
  const entered = finishedRecords(h, serviceTeacher, [], period);
  const limits = new Map(entered.map(({ values }) => [values.staff, values]));
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
      busy: busy.get(id) ?? [],
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
  return { day: schooldayNumber(weekday), period: null, groupId: null, value };
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
