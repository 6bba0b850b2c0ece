import { addDays, daysBetween } from '../../kernel/plainDate.ts';
import type { PlainDate } from '../../kernel/plainDate.ts';
import type { Parameters } from '../parameters/index.ts';

/** How a decision stands that somebody has to carry out. */
export type MatterStanding = 'closed' | 'overdue' | 'dueSoon' | 'open' | 'undated';

/** Most pressing first. */
export const matterStandings: readonly MatterStanding[] = ['overdue', 'dueSoon', 'undated', 'open', 'closed'];

/**
 * Where a decision stands on a day. Due on the day itself is not yet overdue; what was closed after the day counts as open on it.
 * @param matter `dueOn` `null` = nobody has said until when
 */
export function matterStanding(
  matter: { readonly dueOn: PlainDate | null; readonly closedOn: PlainDate | null },
  parameters: Parameters,
  today: PlainDate,
): MatterStanding {
  const { dueOn, closedOn } = matter;
  if (closedOn !== null && closedOn <= today) return 'closed';
  if (dueOn === null) return 'undated';
  if (dueOn < today) return 'overdue';
  return daysBetween(today, dueOn) <= parameters.number('dueSoonDays', today) ? 'dueSoon' : 'open';
}

/** The last day on which an absentee makes up for a meeting. */
export function makeUpDueOn(heldOn: PlainDate, parameters: Parameters): PlainDate {
  return addDays(heldOn, parameters.number('makeUpDays', heldOn));
}
