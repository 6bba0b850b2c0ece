import type { PlainDate } from '../../kernel/plainDate.ts';
import { committeeOn, rollOn } from './roll.ts';
import type { PartyLifeFacts, TalkFact } from './facts.ts';
import { countsFor } from './obligations.ts';

/** Who has talked with whom in a branch in the year (若干准则; 支部工作条例: each kind at least once a year). */
export interface TalkMatrix {
  /** Roll of the day, in its order. */
  readonly memberIds: readonly string[];
  readonly committeeIds: readonly string[];
  /** The talks of two members, in whichever direction. */
  talksOf(first: string, second: string): readonly TalkFact[];
  /** Pairs of committee members who haven't talked yet. */
  readonly committeePairsMissing: readonly (readonly [string, string])[];
  /** Members outside the committee whom no committee member has talked with. */
  readonly withoutCommittee: readonly string[];
  /** Members who have not talked with another member outside the committee. */
  readonly withoutPeer: readonly string[];
}

/** @param on decides roll and committee: a talk counts by the year it is kept for, whoever left since */
export function talkMatrix(
  facts: Pick<PartyLifeFacts, 'memberships' | 'posts' | 'talks'>,
  branchId: string,
  year: number,
  on: PlainDate,
): TalkMatrix {
  const memberIds = rollOn(facts.memberships, branchId, on).map(({ memberId }) => memberId);
  const roll = new Set(memberIds);
  const committeeIds = committeeOn(facts.posts, branchId, on).filter((id) => roll.has(id));
  return talksAmong(
    memberIds,
    committeeIds,
    facts.talks.filter((talk) => countsFor(talk, String(year)) && talk.heldOn <= on),
  );
}

/** The same for any group of people: who of them has talked with whom in these talks. */
export function talksAmong(
  memberIds: readonly string[],
  committeeIds: readonly string[],
  talks: readonly TalkFact[],
): TalkMatrix {
  const committee = new Set(committeeIds);
  const byPair = Map.groupBy(talks, ({ memberIds: [first, second] }) => pairKey(first, second));
  const talked = (first: string, second: string): boolean => byPair.has(pairKey(first, second));
  const ordinary = memberIds.filter((id) => !committee.has(id));
  return {
    memberIds,
    committeeIds,
    talksOf: (first, second) => byPair.get(pairKey(first, second)) ?? [],
    committeePairsMissing: committeeIds.flatMap((first, index) =>
      committeeIds
        .slice(index + 1)
        .flatMap((second) => (talked(first, second) ? [] : [[first, second] as const])),
    ),
    withoutCommittee: ordinary.filter((id) => !committeeIds.some((other) => talked(id, other))),
    withoutPeer: ordinary.filter((id) => !ordinary.some((other) => other !== id && talked(id, other))),
  };
}

function pairKey(first: string, second: string): string {
  return [first, second].sort().join('/');
}
