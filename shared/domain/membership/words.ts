/** The words that ledgers, rules and papers of 发展党员 share; each list stands here only. */

/** Why a dossier ended before its last step. */
export const endReasons = ['终止培养', '取消预备党员资格', '本人撤回', '转出'] as const;
export type EndReason = (typeof endReasons)[number];

/** Whom a half-yearly 考察 is about. */
export const inspectionPhases = ['积极分子', '预备党员'] as const;
export type InspectionPhase = (typeof inspectionPhases)[number];

export const noticeKinds = ['接收公示', '转正公示'] as const;
export type NoticeKind = (typeof noticeKinds)[number];
