import type { FinalGrade } from './words.ts';

/** Ballots of one member of a 民主评议; `null` = not counted yet. */
export interface ReviewVotes {
  readonly excellentVotes: number | null;
  readonly qualifiedVotes: number | null;
  readonly basicVotes: number | null;
  readonly unqualifiedVotes: number | null;
}

/** How many took part and how many ballots there were; `null` = not counted yet. */
export interface BallotCount {
  readonly reviewVoters: number | null;
  readonly ballotsIssued: number | null;
  readonly ballotsReturned: number | null;
  readonly ballotsSpoiled: number | null;
}

export interface CountProblem {
  /** `ballotsIssued`, or `reviews.3.excellentVotes` by the row's place. */
  readonly path: string;
  readonly sentence: string;
}

/** All ballots of a member together; `null` where none were counted. */
export function votesTotal(votes: ReviewVotes): number | null {
  const counts = [votes.excellentVotes, votes.qualifiedVotes, votes.basicVotes, votes.unqualifiedVotes];
  const known = counts.filter((count) => count !== null);
  return known.length === 0 ? null : known.reduce((sum, count) => sum + count, 0);
}

/** Ballots that count: returned without the spoiled ones. */
export function validBallots({ ballotsReturned, ballotsSpoiled }: BallotCount): number | null {
  return ballotsReturned === null ? null : ballotsReturned - (ballotsSpoiled ?? 0);
}

/**
 * What can't be true of a count: more ballots than voters, more returned than issued, more spoiled than returned, and
 * a member whose four kinds don't sum to the valid ballots (domain.md PTY-14).
 */
export function countProblems(count: BallotCount, rows: readonly ReviewVotes[]): readonly CountProblem[] {
  const { reviewVoters, ballotsIssued, ballotsReturned, ballotsSpoiled } = count;
  const problems: CountProblem[] = [];
  if (reviewVoters !== null && ballotsIssued !== null && ballotsIssued > reviewVoters)
    problems.push({
      path: 'ballotsIssued',
      sentence: `发出测评票 ${ballotsIssued} 张，比参加测评的 ${reviewVoters} 人还多，请核对人数和票数。`,
    });
  const most = ballotsIssued ?? reviewVoters;
  if (most !== null && ballotsReturned !== null && ballotsReturned > most)
    problems.push({
      path: 'ballotsReturned',
      sentence:
        ballotsIssued === null
          ? `收回测评票 ${ballotsReturned} 张，比参加测评的 ${most} 人还多，请核对人数和票数。`
          : `收回测评票 ${ballotsReturned} 张，比发出的 ${most} 张还多，请核对。`,
    });
  if (ballotsSpoiled !== null && ballotsReturned !== null && ballotsSpoiled > ballotsReturned)
    problems.push({
      path: 'ballotsSpoiled',
      sentence: `废票 ${ballotsSpoiled} 张，比收回的 ${ballotsReturned} 张还多，请核对。`,
    });
  const valid = validBallots(count);
  if (valid === null || valid < 0) return problems;
  rows.forEach((row, index) => {
    const total = votesTotal(row);
    if (total !== null && total !== valid)
      problems.push({
        path: `reviews.${index}.excellentVotes`,
        sentence: `四种票合计 ${total} 张，有效票是 ${valid} 张，${total > valid ? `多了 ${total - valid}` : `还差 ${valid - total}`} 张，请核对。`,
      });
  });
  return problems;
}

/** What a member's ballots suggest; `tied` = the branch must choose between several for the last places. */
export type GradeProposal = FinalGrade | 'tied' | null;

export interface ReviewProposal {
  /** By the place of the row; `null` where nothing was counted. */
  readonly grades: readonly GradeProposal[];
  /** Most 优秀 that may be given. */
  readonly limit: number;
  /** Places of 优秀 that the tied members share. */
  readonly placesLeft: number;
}

/**
 * Grades that the ballots suggest, for the branch to decide on: more than half of them 不合格 (or 不合格 and 基本合格 together)
 * suggest that grade; of all others those with most 优秀 ballots are 优秀 up to the limit. Who has as many as another one
 * whom the limit would leave out is never chosen by the program.
 * @param rows with `graded: false` for probationary members, who take part without grade
 */
export function proposeGrades(
  rows: readonly (ReviewVotes & { readonly graded: boolean })[],
  limit: number,
): ReviewProposal {
  const low = rows.map((row) => (row.graded ? lowGrade(row) : null));
  const eligible = rows.flatMap((row, index) =>
    row.graded && low[index] === null && (row.excellentVotes ?? 0) > 0 ? [row.excellentVotes ?? 0] : [],
  );
  const ranked = eligible.toSorted((a, b) => b - a);
  const lastIn = ranked[limit - 1];
  const firstOut = ranked[limit];
  const tie = limit > 0 && firstOut !== undefined && firstOut === lastIn ? firstOut : null;
  const safe = ranked.filter((votes) => (tie === null ? true : votes > tie)).length;
  return {
    limit,
    placesLeft: tie === null ? 0 : limit - safe,
    grades: rows.map((row, index) => {
      if (!row.graded) return '不评等次';
      if (votesTotal(row) === null) return null;
      const lower = low[index] ?? null;
      if (lower !== null) return lower;
      const votes = row.excellentVotes ?? 0;
      if (votes === 0 || limit === 0) return '合格';
      if (tie !== null && votes === tie) return 'tied';
      return votes >= (lastIn ?? 1) ? '优秀' : '合格';
    }),
  };
}

function lowGrade(row: ReviewVotes): '不合格' | '基本合格' | null {
  const total = votesTotal(row) ?? 0;
  const unqualified = row.unqualifiedVotes ?? 0;
  if (2 * unqualified > total) return '不合格';
  return 2 * (unqualified + (row.basicVotes ?? 0)) > total ? '基本合格' : null;
}
