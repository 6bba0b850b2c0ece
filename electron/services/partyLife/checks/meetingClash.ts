import { timesOverlap } from '../../../../shared/kernel/clockTime.ts';
import type { FieldProblem } from '../../../../shared/kernel/result.ts';
import type { LooseValues } from '../../../../shared/ledger/definition.ts';
import { governanceMeeting } from '../../../../shared/ledgers/partyLife/governanceMeeting.ts';
import { partyMeeting } from '../../../../shared/ledgers/partyLife/partyMeeting.ts';
import { partyMember } from '../../../../shared/ledgers/partyLife/partyMember.ts';
import { rowsOf } from '../../../../shared/ledger/schema.ts';
import type { ReadHandle } from '../../../store/handles.ts';
import { getRecords, titlesOf } from '../../../store/records/records.ts';
import { recordsBetween } from '../../../store/records/recordsBetween.ts';

/** Shown names; more are counted. */
const shownNames = 3;

interface Sitting {
  readonly id: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly values: LooseValues;
}

type PresenceOf = (h: ReadHandle, values: LooseValues) => ReadonlySet<string>;

/**
 * Nobody is at two meetings at once, unless they were one sitting and say so; a Party meeting and one of the two
 * meetings of decision never are. Finished meetings only: a draft may still be moved.
 */
export function meetingClashes(
  h: ReadHandle,
  { id, values }: { readonly id: string; readonly values: LooseValues },
): FieldProblem[] {
  const sitting = sittingOf(id, values);
  if (!sitting) return [];
  const remedy = '请改时间或出席情况；同场套开的请在“同场开展”中选上那次会议。';
  const others = partyMeetingsOn(h, sitting).filter((other) => !areTogether(sitting, other));
  const first = firstClash(h, sitting, others, membersPresent, remedy);
  return first.length > 0
    ? first
    : firstClash(h, sitting, governanceMeetingsOn(h, sitting), staffPresent, '请改时间或出席情况。');
}

/** The same for a 学校党组织会议 or 校长办公会议; people sitting in may come for one topic, so only its members count. */
export function governanceClashes(
  h: ReadHandle,
  { id, values }: { readonly id: string; readonly values: LooseValues },
): FieldProblem[] {
  const sitting = sittingOf(id, values);
  if (!sitting) return [];
  const others = [...governanceMeetingsOn(h, sitting), ...partyMeetingsOn(h, sitting)];
  return firstClash(h, sitting, others, staffPresent, '请改时间或出席情况。');
}

function sittingOf(id: string, values: LooseValues): (Sitting & { readonly heldOn: string }) | null {
  const { heldOn, startsAt, endsAt } = values;
  return typeof heldOn === 'string' && typeof startsAt === 'string' && typeof endsAt === 'string'
    ? { id, heldOn, startsAt, endsAt, values }
    : null;
}

type OnDay = Sitting & { readonly heldOn: string };

function partyMeetingsOn(h: ReadHandle, { id, heldOn }: OnDay): Sitting[] {
  return recordsBetween(h, partyMeeting, 'heldOn', { from: heldOn, to: heldOn })
    .filter((other) => other.id !== id)
    .map((other) => ({ ...other.values, id: other.id, values: other.values }));
}

function governanceMeetingsOn(h: ReadHandle, { id, heldOn }: OnDay): Sitting[] {
  return recordsBetween(h, governanceMeeting, 'heldOn', { from: heldOn, to: heldOn })
    .filter((other) => other.id !== id)
    .map((other) => ({ ...other.values, id: other.id, values: other.values }));
}

function areTogether(one: Sitting, other: Sitting): boolean {
  const names = ({ values }: Sitting, id: string) =>
    Array.isArray(values['heldTogetherWith']) && values['heldTogetherWith'].includes(id);
  return names(one, other.id) || names(other, one.id);
}

function firstClash(
  h: ReadHandle,
  sitting: Sitting,
  others: readonly Sitting[],
  presenceOf: PresenceOf,
  remedy: string,
): FieldProblem[] {
  const overlapping = others.filter((other) =>
    timesOverlap(
      { start: sitting.startsAt, end: sitting.endsAt },
      { start: other.startsAt, end: other.endsAt },
    ),
  );
  if (overlapping.length === 0) return [];
  const present = presenceOf(h, sitting.values);
  for (const other of overlapping) {
    const both = [...presenceOf(h, other.values)].filter((person) => present.has(person));
    if (both.length === 0) continue;
    const titles = titlesOf(h, both);
    const names = both.slice(0, shownNames).map((person) => titles[person] ?? '');
    const who = both.length > shownNames ? `${names.join('、')}等 ${both.length} 人` : names.join('、');
    return [
      {
        path: 'startsAt',
        sentence: `${who}在 ${other.startsAt}—${other.endsAt} 已出席“${String(other.values['title'])}”，同一人不能同时开两个会。${remedy}`,
      },
    ];
  }
  return [];
}

/** Party members present at a Party meeting. */
function membersPresent(_: ReadHandle, values: LooseValues): ReadonlySet<string> {
  return new Set(presentRows(values).flatMap(({ member }) => (typeof member === 'string' ? [member] : [])));
}

/** Members of staff present at either kind; a Party member counts as the member of staff the roll names. */
function staffPresent(h: ReadHandle, values: LooseValues): ReadonlySet<string> {
  const members = [...membersPresent(h, values)];
  return new Set([
    ...presentRows(values).flatMap(({ staff, capacity }) =>
      typeof staff === 'string' && capacity === '班子成员' ? [staff] : [],
    ),
    ...getRecords(h, partyMember, members).flatMap(({ values: { staff } }) => staff ?? []),
  ]);
}

function presentRows(values: LooseValues): LooseValues[] {
  return rowsOf(values['attendance']).filter(({ state }) => state === '出席');
}
