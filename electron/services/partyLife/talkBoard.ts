import type { BranchYear, TalkBoard } from '../../../shared/contract/partyLife.ts';
import { talkMatrix, type TalkMatrix } from '../../../shared/domain/partyLife/talkMatrix.ts';
import type { Check } from '../checks/check.ts';
import { dayInYear, membersOfYear, postWords } from './branchYear.ts';
import { partyLifeFacts } from './checks/partyLifeFacts.ts';

/** Who has talked with whom in a branch in a year, and who is missing. */
export function talkBoard(check: Check, choice: BranchYear): TalkBoard {
  const { branchId, year } = choice;
  if (branchId === null)
    return {
      ...choice,
      members: [],
      talks: [],
      committeePairsMissing: [],
      withoutCommittee: [],
      withoutPeer: [],
    };
  const facts = partyLifeFacts(check, year);
  const on = dayInYear(check, year);
  const matrix = talkMatrix(facts, branchId, year, on);
  const roll = new Set(matrix.memberIds);
  const { committeePairsMissing, withoutCommittee, withoutPeer } = matrix;
  return {
    ...choice,
    members: membersOfYear(facts, branchId, on)
      .filter(({ id }) => roll.has(id))
      .map(({ id, name }) => ({
        id,
        name,
        committee: matrix.committeeIds.includes(id),
        posts: postWords(facts, branchId, id, on),
      })),
    talks: boardTalks(matrix, matrix.memberIds),
    committeePairsMissing,
    withoutCommittee,
    withoutPeer,
  };
}

/** Every talk of two of these people, as the board shows it. */
export function boardTalks(matrix: TalkMatrix, ids: readonly string[]): TalkBoard['talks'] {
  return ids.flatMap((first, index) =>
    ids
      .slice(index + 1)
      .flatMap((second) =>
        matrix
          .talksOf(first, second)
          .map(({ ledger, id, heldOn, memberIds }) => ({ ledger, id, heldOn, memberIds })),
      ),
  );
}
