/** The words that ledgers, rules, screens and papers of Party life share; each list stands here only. */

/** Kinds of Party meetings (domain.md §1.2). The two meetings of §3.2 are kept apart, see `governance/words.ts`. */
export const meetingTypes = [
  '支部党员大会',
  '支部委员会会议',
  '党小组会',
  '党课',
  '主题党日',
  '组织生活会',
  '民主评议党员',
  '谈心谈话',
  '民主生活会',
  '集中学习',
] as const;
export type MeetingType = (typeof meetingTypes)[number];

/** 五学: the five study modes W1–W5 (domain.md §3.1). */
export const studyModes = ['集中引导学', '宣讲辅导学', '研讨交流学', '党务培训学', '实践观摩学'] as const;
export type StudyMode = (typeof studyModes)[number];

/** In the order in which they are named; all but the last two sit in the branch's committee. */
export const partyPosts = [
  '书记',
  '副书记',
  '组织委员',
  '宣传委员',
  '纪检委员',
  '青年委员',
  '统战委员',
  '党小组组长',
  '党务干事',
] as const;
export type PartyPost = (typeof partyPosts)[number];

export const memberStatuses = ['正式党员', '预备党员'] as const;
export type MemberStatus = (typeof memberStatuses)[number];

/** 党纪处分, the lightest first. */
export const partySanctions = [
  '警告',
  '严重警告',
  '撤销党内职务',
  '留党察看1年',
  '留党察看2年',
  '开除党籍',
] as const;
export type PartySanction = (typeof partySanctions)[number];

/** How a member stood to a meeting; 不计应到 = by approval not among those due. */
export const attendanceStates = [
  '出席',
  '病假',
  '事假',
  '公差',
  '产假',
  '流动外出',
  '其他',
  '无故缺席',
  '不计应到',
] as const;
export type AttendanceState = (typeof attendanceStates)[number];

export const voteKinds = [
  '一般决议',
  '接收预备党员',
  '预备党员转正',
  '延长或取消预备期',
  '选举',
  '评优',
  '处分',
  '年度计划',
] as const;
export type VoteKind = (typeof voteKinds)[number];

export const voteModes = ['举手', '无记名投票', '口头'] as const;
export type VoteMode = (typeof voteModes)[number];

export const voteOutcomes = ['通过', '未通过'] as const;
export type VoteOutcome = (typeof voteOutcomes)[number];

/** Whose fee follows which rate. */
export const feeSituations = ['在职', '离退休', '无固定收入'] as const;
export type FeeSituation = (typeof feeSituations)[number];

/** Kinds of the yearly work around organisation life (domain.md §1.7, §1.9). */
export const campaignKinds = ['组织生活会', '民主评议党员', '组织生活会和民主评议', '民主生活会'] as const;
export type CampaignKind = (typeof campaignKinds)[number];

/** Grades of a 民主评议, best first. */
export const reviewGrades = ['优秀', '合格', '基本合格', '不合格'] as const;
export type ReviewGrade = (typeof reviewGrades)[number];

/** What the organisation decides: probationary members take part without a grade. */
export const finalGrades = [...reviewGrades, '不评等次'] as const;
export type FinalGrade = (typeof finalGrades)[number];

/** Which meeting decides the grades of a 民主评议. */
export const gradingMeetings = ['支委会', '支部党员大会'] as const;
