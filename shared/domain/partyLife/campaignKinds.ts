import type { CampaignKind } from './words.ts';

/** Whether members are reviewed in it. */
export function reviewsMembers(kind: CampaignKind): boolean {
  return kind === '民主评议党员' || kind === '组织生活会和民主评议';
}

/** The kind of meeting that is the campaign's own, and that of the review where it is another one. */
export function sittingTypes(kind: CampaignKind): {
  readonly meeting: '组织生活会' | '民主评议党员' | '民主生活会';
  readonly reviewMeeting: '民主评议党员' | null;
} {
  if (kind === '组织生活会和民主评议') return { meeting: '组织生活会', reviewMeeting: '民主评议党员' };
  return { meeting: kind, reviewMeeting: null };
}
