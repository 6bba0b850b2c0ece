/** The words that ledgers, rules, screens and papers of teachers' ethics share; each list stands here only. */

/** 师德考核 (domain.md §4.5), best first. */
export const ethicsGrades = ['优秀', '合格', '基本合格', '不合格'] as const;
export type EthicsGrade = (typeof ethicsGrades)[number];

/** 年度考核; 不定等次 = takes part, only comments are written. */
export const assessmentGrades = [...ethicsGrades, '不定等次'] as const;
export type AssessmentGrade = (typeof assessmentGrades)[number];

/** 六位一体 in the order of the texts (domain.md §4.4). */
export const ethicsElements = ['宣传', '教育', '考核', '监督', '激励', '惩处'] as const;
export type EthicsElement = (typeof ethicsElements)[number];

/** What everybody signs: the pledge each school year, the self-examination for paid tutoring at its three occasions. */
export const signCampaigns = ['师德承诺书', '有偿补课自查'] as const;
export type SignCampaign = (typeof signCampaigns)[number];

export const selfCheckOccasions = ['学期中', '寒假前', '暑假前'] as const;
export type SelfCheckOccasion = (typeof selfCheckOccasions)[number];

/** Levels of honours from the highest. */
export const honourLevels = ['国家级', '省级', '市级', '县级', '校级'] as const;
export type HonourLevel = (typeof honourLevels)[number];

/** What an investigation comes to. */
export const conclusions = ['属实', '部分属实', '不属实', '无法核实'] as const;
export type Conclusion = (typeof conclusions)[number];

/** How a case is handled, the lightest first (教师〔2018〕18号); from 警告 on it is a 处分. */
export const handlings = [
  '不予处理',
  '批评教育',
  '诫勉谈话',
  '责令检查',
  '通报批评',
  '警告',
  '记过',
  '降低岗位等级',
  '撤职',
  '开除',
] as const;
export type Handling = (typeof handlings)[number];

/** Who decides on a case. */
export const decidingBodies = ['学校', '县教育局', '上级部门'] as const;
export type DecidingBody = (typeof decidingBodies)[number];

/** What 复核 and 申诉 do to a decision. */
export const reviewResults = ['维持', '变更', '撤销'] as const;
export type ReviewResult = (typeof reviewResults)[number];

/** How a decision comes into the teacher's hands. */
export const deliveryWays = ['直接送达', '留置送达', '邮寄送达', '公告送达'] as const;
export type DeliveryWay = (typeof deliveryWays)[number];

/** What the gate says about a person, in records and documents. */
export const gateOutcomes = ['通过', '不通过', '需研究'] as const;
export type GateOutcome = (typeof gateOutcomes)[number];
