import type {
  PlanCalendarDay,
  PlanEntry,
  PlanMeeting,
  PlanState,
  PlanYear,
} from '../../../shared/contract/partyPlan.ts';
import { planDay } from '../../../shared/domain/partyLife/planDay.ts';
import type { PlanDays } from '../../../shared/domain/partyLife/planPlacement.ts';
import { placementWarnings } from '../../../shared/domain/partyLife/planWarnings.ts';
import { shortTypeName } from '../../../shared/domain/rules/partyLife/meetingWords.ts';
import { addDays, datesBetween, daysBetween, mondayOf, yearOf } from '../../../shared/kernel/plainDate.ts';
import type { ReadHandle } from '../../store/handles.ts';
import { titlesOf } from '../../store/records/titles.ts';
import type { Check } from '../checks/check.ts';
import { planFacts, type PlanFact, type PlannedMeeting } from './checks/planFacts.ts';
import { itemsAround, planRemedy } from './checks/planItems.ts';
import { exemptionsOf, planDaysOf } from './planProposals.ts';
import { partyLifeFacts } from './checks/partyLifeFacts.ts';

/** A branch's year: what is planned and held, and what its days are. */
export function planYear(h: ReadHandle, check: Check, year: number, wanted: string | undefined): PlanYear {
  const facts = partyLifeFacts(check, year);
  const branches = facts.branches
    .filter(
      ({ foundedOn, endedOn }) => foundedOn <= `${year}-12-31` && (endedOn ?? '9999') >= `${year}-01-01`,
    )
    .map(({ id, name }) => ({ id, name }));
  const branch = (branches.find(({ id }) => id === wanted) ?? branches[0])?.id ?? null;
  const plan = planFacts(check, year);
  const items = plan.items.filter(({ branchId }) => branchId === branch);
  const meetings = plan.meetings.filter(({ branchId }) => branchId === branch);
  const names = titlesOf(h, [
    ...items.flatMap(({ groupId, ownerId }) => [groupId, ownerId].filter((id) => id !== null)),
    ...meetings.flatMap(({ groupId }) => groupId ?? []),
  ]);
  const days = planDaysOf(h, check);
  return {
    today: check.on,
    year,
    branches,
    branch,
    entries: items.map((item) => entryOf(item, names, check.on, soonDays(check))),
    meetings: meetings.map((meeting) => meetingOf(meeting, names)),
    days: daysOf(days, year),
    exemptions: branch === null ? [] : exemptionsOf(h, check, branch, year),
    gaps: calendarGaps(days, year),
  };
}

/** What speaks against each day of a range for an item. */
export function warningsFor(
  h: ReadHandle,
  check: Check,
  item: PlanFact,
  from: string,
  to: string,
): Readonly<Record<string, readonly string[]>> {
  const days = planDaysOf(h, check);
  const facts = partyLifeFacts(check, yearOf(item.window.from));
  const others = itemsAround(check, from, to).filter(
    ({ id, meeting, cancelledReason }) =>
      id !== item.id && cancelledReason === null && (meeting === null || meeting.draft),
  );
  return Object.fromEntries(
    datesBetween(from, to).flatMap((on) => {
      const words = placementWarnings(facts, days, item, on, others, check.on);
      return words.length > 0 ? [[on, words]] : [];
    }),
  );
}

type Names = Readonly<Record<string, string>>;

function entryOf(item: PlanFact, names: Names, today: string, soon: number): PlanEntry {
  return {
    id: item.id,
    revision: item.revision,
    title: item.title,
    typeName: shortTypeName(item.type),
    group: item.groupId === null ? '' : (names[item.groupId] ?? ''),
    plannedOn: item.plannedOn,
    startsAt: item.span.start,
    endsAt: item.span.end,
    place: item.place,
    owner: item.ownerId === null ? '' : (names[item.ownerId] ?? ''),
    earliestOn: item.window.from,
    latestOn: item.window.to,
    state: stateOf(item, today, soon),
    heldOn: item.meeting?.heldOn ?? null,
    cancelledReason: item.cancelledReason,
    opens: planRemedy(item),
  };
}

function stateOf({ meeting, cancelledReason, plannedOn }: PlanFact, today: string, soon: number): PlanState {
  if (meeting) return meeting.draft ? 'drafted' : 'held';
  if (cancelledReason !== null) return 'cancelled';
  if (plannedOn < today) return 'missed';
  return daysBetween(today, plannedOn) <= soon ? 'soon' : 'planned';
}

/** From when an item is reminded of. */
function soonDays({ parameters, on }: Check): number {
  return Math.max(0, ...parameters.numberList('partyReminderDays', on));
}

function meetingOf(meeting: PlannedMeeting, names: Names): PlanMeeting {
  const { id, title, type, groupId, heldOn, startsAt, draft } = meeting;
  return {
    id,
    title,
    typeName: shortTypeName(type),
    group: groupId === null ? '' : (names[groupId] ?? ''),
    heldOn,
    startsAt,
    draft,
  };
}

function daysOf(days: PlanDays, year: number): readonly PlanCalendarDay[] {
  const from = mondayOf(`${year}-01-01`);
  const to = addDays(mondayOf(`${year}-12-31`), 6);
  return datesBetween(from, to).map((date) => ({ date, ...planDay(date, days) }));
}

/** What is not known of a year's days, in words. */
export function calendarGaps(days: PlanDays, year: number): readonly string[] {
  const taught = (day: string) => days.teaching.some(({ from, to }) => from <= day && day <= to);
  const missing = [
    ...(taught(`${year}-04-15`) ? [] : ['春季学期']),
    ...(taught(`${year}-10-20`) ? [] : ['秋季学期']),
  ];
  return [
    ...(days.calendar.hasDataFor(year) ? [] : [`还不知道${year}年的放假和调休安排，请在“设置”里导入。`]),
    ...(missing.length > 0 ? [`“学期校历”里没有${year}年的${missing.join('和')}，教学日标不出来。`] : []),
  ];
}
