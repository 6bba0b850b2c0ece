import type { MeetingFact } from './facts.ts';
import { countsFor } from './obligations.ts';
import type { PlanItem } from './yearPlan.ts';

/** What matching needs of a record; `heldOn` decides which of several comes first. */
export type MatchedMeeting = Pick<MeetingFact, 'id' | 'type' | 'branchId' | 'groupId' | 'period' | 'heldOn'>;

/**
 * Which record belongs to which item of a plan: the one that was linked by hand, else the first of the same kind and
 * subject that counts for the item's period. A record belongs to one item only.
 */
export function meetingsOfPlan<M extends MatchedMeeting>(
  items: readonly (PlanItem & { readonly id: string; readonly meetingId: string | null })[],
  meetings: readonly M[],
): ReadonlyMap<string, M> {
  const found = new Map<string, M>();
  const free = new Map(
    meetings.toSorted((a, b) => a.heldOn.localeCompare(b.heldOn)).map((one) => [one.id, one]),
  );
  const give = (item: string, meeting: M | undefined) => {
    if (!meeting) return;
    found.set(item, meeting);
    free.delete(meeting.id);
  };
  for (const { id, meetingId } of items) if (meetingId !== null) give(id, free.get(meetingId));
  const waiting = items
    .filter(({ id, meetingId }) => meetingId === null && !found.has(id))
    .toSorted((a, b) => (a.plannedOn ?? a.window.to).localeCompare(b.plannedOn ?? b.window.to));
  for (const item of waiting)
    give(
      item.id,
      [...free.values()].find(
        (meeting) =>
          meeting.type === item.type &&
          meeting.branchId === item.branchId &&
          meeting.groupId === item.groupId &&
          countsFor(meeting, item.period),
      ),
    );
  return found;
}
