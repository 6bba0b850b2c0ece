/** The words that ledgers, rules and papers of the school's governance share (domain.md §3.2); each list stands here only. */

export const governanceMeetingKinds = ['学校党组织会议', '校长办公会议'] as const;
export type GovernanceMeetingKind = (typeof governanceMeetingKinds)[number];

export const leadingGroups = ['党组织班子', '行政班子'] as const;
export type LeadingGroup = (typeof leadingGroups)[number];

/** As what somebody sits in a meeting. */
export const capacities = ['班子成员', '列席'] as const;
export type Capacity = (typeof capacities)[number];

export const topicClasses = [
  '重大事项决策',
  '重要干部任免',
  '重要项目安排',
  '大额度资金使用',
  '教育教学',
  '人事与教职工',
  '行政后勤',
  '其他',
] as const;
export type TopicClass = (typeof topicClasses)[number];

export const topicDecisions = ['同意', '原则同意', '不同意', '暂缓', '提交党组织会议'] as const;
export type TopicDecision = (typeof topicDecisions)[number];
