/** What must be reviewed about personal data: once a year, and before sensitive data are processed. */
export const privacyReviewKinds = ['合规审计', '影响评估'] as const;
export type PrivacyReviewKind = (typeof privacyReviewKinds)[number];
