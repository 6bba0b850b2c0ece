import type { InputOf } from '../../../shared/contract/index.ts';
import type { CampaignReview, ReviewRowView } from '../../../shared/contract/partyCampaign.ts';
import {
  countProblems,
  proposeGrades,
  validBallots,
  votesTotal,
  type BallotCount,
  type CountProblem,
  type ReviewProposal,
} from '../../../shared/domain/partyLife/reviewCount.ts';

export const ballotFields = [
  ['reviewVoters', '参加测评', '人'],
  ['ballotsIssued', '发出', '张'],
  ['ballotsReturned', '收回', '张'],
  ['ballotsSpoiled', '废票', '张'],
] as const;
export const voteFields = [
  ['excellentVotes', '优秀'],
  ['qualifiedVotes', '合格'],
  ['basicVotes', '基本合格'],
  ['unqualifiedVotes', '不合格'],
] as const;
export type BallotField = (typeof ballotFields)[number][0];
export type VoteField = (typeof voteFields)[number][0];

type RowDraft = Omit<ReviewRowView, VoteField> & Readonly<Record<VoteField, string>>;

/** The review as it is being typed: counts are text until they are read. */
export interface ReviewDraft extends Readonly<Record<BallotField, string>> {
  readonly rows: readonly RowDraft[];
  readonly assessedOn: string | null;
  readonly assessedBy: string | null;
}

export function draftOf(review: CampaignReview): ReviewDraft {
  return {
    reviewVoters: shown(review.reviewVoters),
    ballotsIssued: shown(review.ballotsIssued),
    ballotsReturned: shown(review.ballotsReturned),
    ballotsSpoiled: shown(review.ballotsSpoiled),
    assessedOn: review.assessedOn,
    assessedBy: review.assessedBy,
    rows: review.rows.map((row) => ({
      ...row,
      excellentVotes: shown(row.excellentVotes),
      qualifiedVotes: shown(row.qualifiedVotes),
      basicVotes: shown(row.basicVotes),
      unqualifiedVotes: shown(row.unqualifiedVotes),
    })),
  };
}

/** What the draft comes to while it is typed. */
export interface ReviewReading {
  readonly count: BallotCount;
  readonly valid: number | null;
  readonly problems: readonly CountProblem[];
  /** By row. */
  readonly totals: readonly (number | null)[];
  readonly proposal: ReviewProposal;
  /** 优秀 given so far. */
  readonly excellent: number;
  /** Places that hold no number. */
  readonly unreadable: number;
}

export function readDraft(draft: ReviewDraft, review: CampaignReview): ReviewReading {
  const count = countsOf(draft);
  const rows = draft.rows.map((row) => ({ ...votesOf(row), graded: row.graded }));
  const typed = [
    ...ballotFields.map(([field]) => draft[field]),
    ...draft.rows.flatMap((row) => voteFields.map(([field]) => row[field])),
  ];
  return {
    count,
    valid: validBallots(count),
    problems: countProblems(count, rows),
    totals: rows.map(votesTotal),
    proposal: proposeGrades(rows, review.limit),
    excellent: draft.rows.filter(({ grade, graded }) => graded && grade === '优秀').length,
    unreadable: typed.filter((text) => text.trim() !== '' && numberIn(text) === null).length,
  };
}

/** Fills grades that are still open with what the ballots suggest; those tied for the last places stay open. */
export function takeProposal(draft: ReviewDraft, { proposal }: ReviewReading): ReviewDraft {
  return {
    ...draft,
    rows: draft.rows.map((row, index) => {
      const suggested = proposal.grades[index] ?? null;
      return row.grade !== null || suggested === null || suggested === 'tied'
        ? row
        : { ...row, grade: suggested };
    }),
  };
}

export function reviewOrder(
  draft: ReviewDraft,
  page: { readonly id: string; readonly revision: number },
): InputOf<'campaigns.saveReview'> {
  return {
    id: page.id,
    baseRevision: page.revision,
    ...countsOf(draft),
    assessedOn: draft.assessedOn,
    assessedBy:
      draft.assessedBy === '支委会' || draft.assessedBy === '支部党员大会' ? draft.assessedBy : null,
    rows: draft.rows.map((row) => ({
      id: row.id,
      selfGrade: row.selfGrade,
      peerGrade: row.peerGrade,
      ...votesOf(row),
      grade: row.grade,
      remark: row.remark,
      feedbackOn: row.feedbackOn,
    })),
  };
}

function countsOf(draft: ReviewDraft): BallotCount {
  return {
    reviewVoters: numberIn(draft.reviewVoters),
    ballotsIssued: numberIn(draft.ballotsIssued),
    ballotsReturned: numberIn(draft.ballotsReturned),
    ballotsSpoiled: numberIn(draft.ballotsSpoiled),
  };
}

function votesOf(row: Readonly<Record<VoteField, string>>): Record<VoteField, number | null> {
  return {
    excellentVotes: numberIn(row.excellentVotes),
    qualifiedVotes: numberIn(row.qualifiedVotes),
    basicVotes: numberIn(row.basicVotes),
    unqualifiedVotes: numberIn(row.unqualifiedVotes),
  };
}

function shown(count: number | null): string {
  return count === null ? '' : String(count);
}

/** `null` for an empty place and for what is no count. */
function numberIn(text: string): number | null {
  return /^\d{1,4}$/u.test(text.trim()) ? Number(text) : null;
}
