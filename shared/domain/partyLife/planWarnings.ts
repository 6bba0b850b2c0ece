import { timesOverlap } from '../../kernel/clockTime.ts';
import type { TimeSpan } from '../../kernel/clockTime.ts';
import { formatWeekday } from '../../kernel/plainDate.ts';
import type { PlainDate } from '../../kernel/plainDate.ts';
import type { PartyLifeFacts } from './facts.ts';
import { planDay } from './planDay.ts';
import { isTeachingDay } from './planPlacement.ts';
import type { PlanDays } from './planPlacement.ts';
import { peopleAt } from './yearPlan.ts';
import type { PlanItem } from './yearPlan.ts';

/** Another planned gathering that may be in the way. */
export type OtherPlan = PlanItem & { readonly title: string };

/** Names that a sentence about a clash gives before it counts. */
const namedPeople = 2;

/** What speaks against holding a planned gathering on a day, in words; nothing of it forbids the day. */
export function placementWarnings(
  facts: PartyLifeFacts,
  days: PlanDays,
  item: PlanItem,
  on: PlainDate,
  others: readonly OtherPlan[],
  today: PlainDate,
): readonly string[] {
  return [
    ...(on < today ? ['这一天已经过去。'] : []),
    ...dayWarnings(days, on),
    ...(on < item.window.from || on > item.window.to
      ? [`超出期限：应在 ${item.window.from} 至 ${item.window.to} 之间。`]
      : []),
    ...clashes(facts, item, on, others),
  ];
}

function dayWarnings(days: PlanDays, on: PlainDate): readonly string[] {
  const { kind, name } = planDay(on, days);
  switch (kind) {
    case 'holiday':
      return [`${name ?? ''}放假，不上班。`];
    case 'weekend':
      return [`${formatWeekday(on)}，不上班。`];
    case 'makeUp':
      return isTeachingDay(on, days) ? [] : [`${name ?? ''}调休上班，没有安排上课。`];
    case 'workday':
      return notTaught(days, on);
    case 'unknown':
      return [`${on.slice(0, 4)}年的放假安排还没有导入，这一天放不放假不清楚。`, ...notTaught(days, on)];
    case 'teaching':
      return [];
  }
}

/** Silent where no term is entered: then nothing is known of teaching days. */
function notTaught(days: PlanDays, on: PlainDate): readonly string[] {
  return days.teaching.length === 0 || isTeachingDay(on, days) ? [] : ['不是教学日。'];
}

interface Gathering {
  readonly title: string;
  readonly span: TimeSpan;
  readonly place: string;
  readonly people: readonly string[];
}

function clashes(
  facts: PartyLifeFacts,
  item: PlanItem,
  on: PlainDate,
  others: readonly OtherPlan[],
): readonly string[] {
  const there: readonly Gathering[] = [
    ...facts.meetings
      .filter(({ heldOn }) => heldOn === on)
      .map(({ title, startsAt, endsAt, place, attendance }) => ({
        title,
        span: { start: startsAt, end: endsAt },
        place,
        people: attendance.map(({ memberId }) => memberId),
      })),
    ...others
      .filter(({ plannedOn }) => plannedOn === on)
      .map((other) => ({ ...other, people: peopleAt(facts, other, on) })),
  ];
  const people = new Set(peopleAt(facts, item, on));
  return there
    .filter(({ span }) => timesOverlap(span, item.span))
    .flatMap(({ title, span, place, people: theirs }) => {
      const when = `${span.start}—${span.end}`;
      const both = theirs.filter((id) => people.has(id));
      return [
        ...(both.length > 0 ? [`和“${title}”（${when}）人员冲突：${names(facts, both)}。`] : []),
        ...(item.place !== '' && item.place === place ? [`${place}已安排“${title}”（${when}）。`] : []),
      ];
    });
}

/** 王芳、李强等 5 人. */
function names(facts: PartyLifeFacts, ids: readonly string[]): string {
  const known = facts.members.filter(({ id }) => ids.includes(id)).map(({ name }) => name);
  const named = known.slice(0, namedPeople).join('、');
  return ids.length > namedPeople ? `${named}等 ${ids.length} 人` : named;
}
