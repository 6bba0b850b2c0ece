import type { DatedBusy, TeachingDay } from '../../../../shared/domain/afterSchool/roster/dated.ts';
import type { BusyKind, BusySpan } from '../../../../shared/domain/afterSchool/roster/problem.ts';
import { peopleAt } from '../../../../shared/domain/partyLife/yearPlan.ts';
import { shortTypeName } from '../../../../shared/domain/rules/partyLife/meetingWords.ts';
import type { TimeSpan } from '../../../../shared/kernel/clockTime.ts';
import { yearOf, type PlainDate } from '../../../../shared/kernel/plainDate.ts';
import { serviceBusyTime } from '../../../../shared/ledgers/afterSchool/serviceBusyTime.ts';
import { schooldayNumber } from '../../../../shared/kernel/schooldays.ts';
import { partyMeeting } from '../../../../shared/ledgers/partyLife/partyMeeting.ts';
import { partyMember } from '../../../../shared/ledgers/partyLife/partyMember.ts';
import type { ReadHandle } from '../../../store/handles.ts';
import { allRecords, type RecordIn } from '../../../store/records/records.ts';
import { loadPartyLifeFacts } from '../../partyLife/checks/partyLifeFacts.ts';
import { loadPlanFacts } from '../../partyLife/checks/planFacts.ts';
import { finishedRecords, recordsBetween } from '../../../store/records/recordsBetween.ts';
import { schoolCalendar } from '../../school/schoolCalendar.ts';

/** What takes the time of teachers in a range: what blocks a weekday of the pattern, and what blocks single dates. */
export interface BusyTimes {
  readonly weekly: ReadonlyMap<string, readonly BusySpan[]>;
  readonly dated: readonly DatedBusy[];
}

const busyKinds: Readonly<Record<string, BusyKind>> = {
  上课: 'lesson',
  请假: 'leave',
  非全日: 'partTime',
  会议: 'meeting',
};
const wholeDay: TimeSpan = { start: '00:00', end: '24:00' };

/** Reads lessons, leave and meetings of a range, those of Party life too, whether held or planned. */
export function busyTimesOf(h: ReadHandle, period: string, teachingDays: readonly TeachingDay[]): BusyTimes {
  const occasions = [
    ...finishedRecords(h, serviceBusyTime, [], period).map((record) => occasionOf(record, teachingDays)),
    ...partyOccasions(h, teachingDays),
  ];
  const weekly: { readonly teacherId: string; readonly busy: BusySpan }[] = [];
  const dated: DatedBusy[] = [];
  for (const { teacherId, days, ...what } of occasions)
    for (const [weekday, touched] of Map.groupBy(days, (day) => day.weekday)) {
      const all = teachingDays.filter((day) => day.weekday === weekday).length;
      if (blocksPattern(touched.length, all)) weekly.push({ teacherId, busy: { day: weekday, ...what } });
      else dated.push(...touched.map(({ date }) => ({ teacherId, date, ...what })));
    }
  return {
    weekly: new Map(
      [...Map.groupBy(weekly, ({ teacherId }) => teacherId)].map(([id, own]) => [
        id,
        own.map(({ busy }) => busy),
      ]),
    ),
    dated,
  };
}

/** Who is away on most dates of a weekday isn't put on it at all; on fewer, others stand in on those dates. */
function blocksPattern(touched: number, all: number): boolean {
  return touched * 2 > all;
}

interface Occasion extends Omit<BusySpan, 'day'> {
  readonly teacherId: string;
  readonly days: readonly TeachingDay[];
}

function occasionOf(
  { values }: RecordIn<typeof serviceBusyTime>,
  teachingDays: readonly TeachingDay[],
): Occasion {
  const named = values.weekdays.map(schooldayNumber);
  return {
    teacherId: values.staff,
    days: teachingDays.filter(
      ({ date, weekday }) =>
        (values.from === null || values.from <= date) &&
        (values.to === null || date <= values.to) &&
        (named.length === 0 || named.includes(weekday)),
    ),
    span:
      values.startsAt !== null && values.endsAt !== null
        ? { start: values.startsAt, end: values.endsAt }
        : wholeDay,
    kind: busyKinds[values.kind] ?? 'leave',
    label: values.label ?? values.kind,
  };
}

/** Meetings of Party life: of those held, who attended; of those planned, who is expected. */
function partyOccasions(h: ReadHandle, teachingDays: readonly TeachingDay[]): readonly Occasion[] {
  const [first] = teachingDays;
  const last = teachingDays.at(-1);
  const staffOf = new Map(
    allRecords(h, partyMember).flatMap(({ id, values }) =>
      values.staff === null ? [] : [[id, values.staff] as const],
    ),
  );
  if (!first || !last || staffOf.size === 0) return [];
  const held = recordsBetween(h, partyMeeting, 'heldOn', { from: first.date, to: last.date }).map(
    ({ values }) => ({
      date: values.heldOn,
      span: { start: values.startsAt, end: values.endsAt },
      label: shortTypeName(values.type),
      members: values.attendance.filter(({ state }) => state === '出席').map(({ member }) => member),
    }),
  );
  const facts = loadPartyLifeFacts(h, schoolCalendar(h, first.date), yearOf(first.date), last.date);
  const years = [...new Set([yearOf(first.date), yearOf(last.date)])];
  const items = new Map(years.flatMap((year) => loadPlanFacts(h, year).items).map((item) => [item.id, item]));
  const planned = [...items.values()]
    .filter(({ meeting, cancelledReason }) => meeting === null && cancelledReason === null)
    .map((item) => ({
      date: item.plannedOn,
      span: item.span,
      label: `${shortTypeName(item.type)}（计划）`,
      members: peopleAt(facts, item, item.plannedOn),
    }));
  return [...held, ...planned].flatMap(({ date, span, label, members }) => {
    const days = daysOn(teachingDays, date);
    if (days.length === 0) return [];
    return [...new Set(members.flatMap((member) => staffOf.get(member) ?? []))].map((teacherId) => ({
      teacherId,
      days,
      span,
      kind: 'meeting' as const,
      label,
    }));
  });
}

function daysOn(teachingDays: readonly TeachingDay[], date: PlainDate): readonly TeachingDay[] {
  return teachingDays.filter((day) => day.date === date);
}
