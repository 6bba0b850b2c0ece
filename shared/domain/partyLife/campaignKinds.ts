/** Kinds of the yearly work around organisation life (domain.md §1.7, §1.9). */
export const campaignKinds = ['组织生活会', '民主评议党员', '组织生活会和民主评议', '民主生活会'] as const;
export type CampaignKind = (typeof campaignKinds)[number];

/** Grades of a 民主评议, best first. */
export const reviewGrades = ['优秀', '合格', '基本合格', '不合格'] as const;
export type ReviewGrade = (typeof reviewGrades)[number];

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
