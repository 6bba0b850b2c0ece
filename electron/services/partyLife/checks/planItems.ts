import type { Remedy, UpcomingItem } from '../../../../shared/contract/checks.ts';
import { planReminders } from '../../../../shared/domain/partyLife/planReminders.ts';
import { recordMeetingRemedy } from '../../../../shared/domain/rules/partyLife/cadence.ts';
import { addDays, yearOf } from '../../../../shared/kernel/plainDate.ts';
import type { PlainDate } from '../../../../shared/kernel/plainDate.ts';
import type { Check } from '../../checks/check.ts';
import { planFacts, type PlanFact } from './planFacts.ts';
import { partyLifeFacts } from './partyLifeFacts.ts';

/** So that the turn of a year hides nothing that is near. */
const daysAround = 31;

/** What the year plan reminds of on the day of the check. */
export function planItems(check: Check): readonly UpcomingItem[] {
  const { branches } = partyLifeFacts(check, yearOf(check.on));
  const items = itemsAround(check, addDays(check.on, -daysAround), addDays(check.on, daysAround));
  const byId = new Map(items.map((item) => [item.id, item]));
  const reminded = items.map(({ id, branchId, title, plannedOn, meeting, cancelledReason }) => ({
    id,
    title: `${branches.find((branch) => branch.id === branchId)?.name ?? ''} ${title}`.trim(),
    plannedOn,
    settled: cancelledReason !== null || (meeting !== null && !meeting.draft),
  }));
  return planReminders(reminded, check.parameters, check.on).flatMap(({ itemId, sentence, daysLeft }) => {
    const item = byId.get(itemId);
    return item
      ? {
          dueOn: item.plannedOn,
          label: sentence,
          state: daysLeft < 0 ? ('overdue' as const) : ('dueSoon' as const),
          area: 'partyLife' as const,
          remedy: planRemedy(item),
        }
      : [];
  });
}

/** The items of the years of two days that are less than a year apart. */
export function itemsAround(check: Check, from: PlainDate, to: PlainDate): readonly PlanFact[] {
  const years = [...new Set([yearOf(from), yearOf(to)])];
  const items = years.flatMap((year) => planFacts(check, year).items);
  return [...new Map(items.map((item) => [item.id, item])).values()];
}

/** Leaves out what another list asks for already: the same kind of meeting of the same subject for the same period. */
export function withoutPlanned(
  items: readonly UpcomingItem[],
  others: readonly UpcomingItem[],
): readonly UpcomingItem[] {
  const asked = new Set(others.flatMap(({ remedy }) => meetingKey(remedy) ?? []));
  return items.filter(({ remedy }) => !asked.has(meetingKey(remedy) ?? ''));
}

/** The record of an item, or a new one filled with what was planned. */
export function planRemedy(item: PlanFact): Remedy {
  if (item.meeting) return { kind: 'open', ledger: 'partyMeeting', id: item.meeting.id };
  const remedy = recordMeetingRemedy(item);
  return {
    ...remedy,
    values: {
      ...remedy.values,
      title: item.title,
      heldOn: item.plannedOn,
      startsAt: item.span.start,
      endsAt: item.span.end,
      ...(item.place === '' ? {} : { place: item.place }),
    },
  };
}

function meetingKey(remedy: Remedy): string | null {
  if (remedy.kind !== 'create' || remedy.ledger !== 'partyMeeting') return null;
  const { type, branch, partyGroup } = remedy.values;
  return [type, branch, partyGroup ?? '', remedy.period ?? ''].join('|');
}
