/** The words that ledgers, rules, screens and papers of after-school service share; each list stands here only. */

/** Care that is not after-school service: never charged, never subsidised. */
export const otherCareKinds = ['早到校', '午休', '晚自习'] as const;
export type OtherCareKind = (typeof otherCareKinds)[number];

export const slotKinds = ['课后服务', '延时托管', ...otherCareKinds] as const;
export type SlotKind = (typeof slotKinds)[number];

/** What people do in a session, in the order of sheets. */
export const serviceRoles = ['授课', '看护', '管理', '值班领导', '安保'] as const;
export type ServiceRole = (typeof serviceRoles)[number];

/** How a pupil leaves by the application form. */
export const pickUpWays = ['自行离校', '家长接送', '委托他人'] as const;
export type PickUpWay = (typeof pickUpWays)[number];

/** How a pupil left. 他人代接: somebody else than the application names. 未接: nobody came. */
export const handoverWays = [...pickUpWays, '他人代接', '未接'] as const;
export type HandoverWay = (typeof handoverWays)[number];

export const rollStates = ['到', '迟到', '早退', '请假', '缺勤'] as const;
export type RollState = (typeof rollStates)[number];

export const feeClasses = ['全额', '减半', '免收'] as const;
export type FeeClass = (typeof feeClasses)[number];

/** What a charge is set for. */
export const feeBases = ['每学期', '每月', '每课时'] as const;
export type FeeBasis = (typeof feeBases)[number];

/** Stages of schooling that charges are set for. */
export const feeStages = ['小学', '初中'] as const;
export type FeeStage = (typeof feeStages)[number];

export const accountDirections = ['收入', '支出'] as const;
