import { timesOverlap } from '../../../shared/kernel/clockTime.ts';
import type { FieldProblem } from '../../../shared/kernel/result.ts';
import type { LooseValues } from '../../../shared/ledger/definition.ts';
import { partyMeeting } from '../../../shared/ledgers/partyLife/partyMeeting.ts';
import { rowsOf } from '../../../shared/ledger/schema.ts';
import type { ReadHandle } from '../../store/handles.ts';
import { titlesOf } from '../../store/records.ts';
import { recordsBetween } from '../checks/facts/recordsBetween.ts';

/** Shown names; more are counted. */
const shownNames = 3;

/**
 * Nobody is at two meetings at once, unless they were one sitting and say so. Finished meetings only: a draft may still
 * be moved.
 */
export function meetingClashes(
  h: ReadHandle,
  { id, values }: { readonly id: string; readonly values: LooseValues },
): FieldProblem[] {
  const { heldOn, startsAt, endsAt } = values;
  if (typeof heldOn !== 'string' || typeof startsAt !== 'string' || typeof endsAt !== 'string') return [];
  const present = presentAt(values);
  if (present.size === 0) return [];
  const together = Array.isArray(values['heldTogetherWith']) ? values['heldTogetherWith'] : [];
  for (const other of recordsBetween(h, partyMeeting, 'heldOn', { from: heldOn, to: heldOn })) {
    if (other.id === id || together.includes(other.id) || other.values.heldTogetherWith.includes(id))
      continue;
    const span = { start: other.values.startsAt, end: other.values.endsAt };
    if (!timesOverlap({ start: startsAt, end: endsAt }, span)) continue;
    const both = [...presentAt(other.values)].filter((member) => present.has(member));
    if (both.length === 0) continue;
    const titles = titlesOf(h, both);
    const names = both.slice(0, shownNames).map((member) => titles[member] ?? '');
    const who = both.length > shownNames ? `${names.join('、')}等 ${both.length} 人` : names.join('、');
    return [
      {
        path: 'startsAt',
        sentence: `${who}在 ${span.start}—${span.end} 已出席“${other.values.title}”，同一人不能同时开两个会。请改时间或出席情况；同场套开的请在“同场开展”中选上那次会议。`,
      },
    ];
  }
  return [];
}

function presentAt(values: LooseValues): ReadonlySet<string> {
  return new Set(
    rowsOf(values['attendance']).flatMap(({ state, member }) =>
      state === '出席' && typeof member === 'string' ? [member] : [],
    ),
  );
}
