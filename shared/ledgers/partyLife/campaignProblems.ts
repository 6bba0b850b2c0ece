import { countProblems, type BallotCount, type ReviewVotes } from '../../domain/partyLife/reviewCount.ts';
import type { FieldProblem } from '../../kernel/result.ts';

interface CampaignValues extends BallotCount {
  readonly opinionsFrom: string | null;
  readonly opinionsTo: string | null;
  readonly reviews: readonly ReviewVotes[];
}

/** What can't be true of a campaign, with a sentence at the field. */
export function campaignProblems(values: CampaignValues): FieldProblem[] {
  const { opinionsFrom, opinionsTo } = values;
  return [
    ...(opinionsFrom !== null && opinionsTo !== null && opinionsTo < opinionsFrom
      ? [{ path: 'opinionsTo', sentence: '征求意见的结束日期不能早于开始日期。' }]
      : []),
    ...countProblems(values, values.reviews),
  ];
}
