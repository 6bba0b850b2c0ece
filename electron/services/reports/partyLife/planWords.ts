import type { PlanFact, PlannedMeeting } from '../../partyLife/checks/planFacts.ts';

/** The meeting a plan item was held as; a draft is not held yet. */
export function heldMeeting({ meeting }: PlanFact): PlannedMeeting | null {
  return meeting && !meeting.draft ? meeting : null;
}

/** Who sees to a plan item: the member named, or else who chaired it. */
export function responsibleFor(item: PlanFact): string | null {
  return item.ownerId ?? heldMeeting(item)?.hostId ?? null;
}

/** Left free for what is still to come. */
export function planOutcome(item: PlanFact): string {
  if (heldMeeting(item)) return '已开';
  return item.cancelledReason === null ? '' : '已取消';
}
