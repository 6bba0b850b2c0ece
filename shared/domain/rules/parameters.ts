import type { PlainDate } from '../../kernel/plainDate.ts';
import { failure, success } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';

/** The areas that have rules. */
export type RuleArea = 'base' | 'partyLife' | 'ethics' | 'afterSchool';

interface ParameterTypes {
  readonly number: number;
  /** Words are separated by 、 where several are meant. */
  readonly text: string;
  readonly numberList: readonly number[];
}
export type ParameterType = keyof ParameterTypes;
export type ParameterValue = ParameterTypes[ParameterType];

interface ParameterOf<T extends ParameterType> {
  readonly id: string;
  readonly label: string;
  readonly help: string;
  readonly area: RuleArea;
  readonly unit: string;
  readonly type: T;
  /** Shipped values in order of `validFrom`. */
  readonly versions: readonly { readonly validFrom: PlainDate; readonly value: ParameterTypes[T] }[];
  /** Numbers (each of a list) must lie within. */
  readonly min?: number;
  readonly max?: number;
}
export type ParameterDefinition = ParameterOf<'number'> | ParameterOf<'text'> | ParameterOf<'numberList'>;

/** A value that the school or the county decided, in force from a day until the next one. */
export interface ParameterOverride {
  readonly id: string;
  readonly validFrom: PlainDate;
  readonly value: ParameterValue;
}

const shippedFrom = '2000-01-01';

function number(
  value: number,
  about: Omit<ParameterOf<'number'>, 'id' | 'type' | 'versions'>,
): Omit<ParameterOf<'number'>, 'id'> {
  return { min: 0, max: 100_000, ...about, type: 'number', versions: [{ validFrom: shippedFrom, value }] };
}
function text(
  value: string,
  about: Omit<ParameterOf<'text'>, 'id' | 'type' | 'versions'>,
): Omit<ParameterOf<'text'>, 'id'> {
  return { ...about, type: 'text', versions: [{ validFrom: shippedFrom, value }] };
}
function numberList(
  value: readonly number[],
  about: Omit<ParameterOf<'numberList'>, 'id' | 'type' | 'versions'>,
): Omit<ParameterOf<'numberList'>, 'id'> {
  return {
    min: 0,
    max: 100_000,
    ...about,
    type: 'numberList',
    versions: [{ validFrom: shippedFrom, value }],
  };
}

/**
 * Every number that a county or a school may set otherwise. Shipped values are those of domain.md; what the law
 * itself fixes for good (quorums) is not here but stands with its source in the rules; what a change of law has altered or may alter
 * (periods of sanctions, their effect on the annual assessment) is, with a version for each text.
 */
const catalogue = {
  dueSoonDays: number(7, {
    label: '提前提醒天数',
    help: '按月、按季的事项在期限前几天开始提醒。',
    area: 'partyLife',
    unit: '天',
    max: 31,
  }),
  yearlyDueSoonDays: number(120, {
    label: '年度事项提前提醒天数',
    help: '组织生活会、民主评议党员在期限前几天开始提醒。',
    area: 'partyLife',
    unit: '天',
    max: 366,
  }),
  yearlyMeetingGraceMonths: number(3, {
    label: '年度事项顺延月数',
    help: '上一年度的组织生活会和民主评议可在次年前几个月内召开。',
    area: 'partyLife',
    unit: '个月',
    max: 12,
  }),
  partyLecturesPerQuarter: number(1, {
    label: '每季度党课次数',
    help: '条例只要求“按期”，次数由上级党组织规定。',
    area: 'partyLife',
    unit: '次',
    max: 12,
  }),
  exemptMonths: numberList([], {
    label: '不要求开展的月份',
    help: '上级同意寒暑假可以不开展的月份，例如“2、8”。条例没有这样的规定，默认不设。',
    area: 'partyLife',
    unit: '月',
    min: 1,
    max: 12,
  }),
  reviewExcellentDivisor: number(3, {
    label: '民主评议优秀比例（几分之一）',
    help: '优秀党员不超过总数的几分之一，3 表示三分之一。',
    area: 'partyLife',
    unit: '',
    min: 1,
    max: 20,
  }),
  reviewExcellentBase: text('全体党员', {
    label: '优秀比例的基数',
    help: '填“全体党员”或“参评党员”。',
    area: 'partyLife',
    unit: '',
  }),
  lateEntryWorkdays: number(3, {
    label: '会后补录的期限',
    help: '会议结束几个工作日后才录入的，提示为补记。',
    area: 'partyLife',
    unit: '个工作日',
    max: 60,
  }),
  similarityThreshold: number(80, {
    label: '内容雷同的界限',
    help: '两份记录内容相同的比例达到多少就提示。',
    area: 'partyLife',
    unit: '%',
    min: 30,
    max: 100,
  }),
  minutesMinLength: number(150, {
    label: '会议内容最少字数',
    help: '少于这个字数的会议记录提示为过于简单。',
    area: 'partyLife',
    unit: '字',
    max: 5000,
  }),
  meetingEarliestAt: text('07:00', {
    label: '会议最早开始时间',
    help: '早于这个时间的会议提示核对。',
    area: 'partyLife',
    unit: '',
  }),
  meetingLatestAt: text('21:30', {
    label: '会议最晚结束时间',
    help: '晚于这个时间的会议提示核对。',
    area: 'partyLife',
    unit: '',
  }),
  makeUpDays: number(30, {
    label: '补学期限',
    help: '缺席党员大会、党课的党员应在几天内补学。',
    area: 'partyLife',
    unit: '天',
    max: 366,
  }),
  branchMaxMembers: number(50, {
    label: '党支部人数上限',
    help: '一般不超过 50 人。',
    area: 'partyLife',
    unit: '人',
    max: 500,
  }),
  termWarningDays: number(90, {
    label: '换届提前提醒天数',
    help: '支部任期届满前几天开始提醒换届。',
    area: 'partyLife',
    unit: '天',
    max: 366,
  }),
  developmentNoticeWorkdays: number(5, {
    label: '发展党员公示期',
    help: '接收和转正前至少公示几个工作日；填 0 表示当地不要求公示。',
    area: 'partyLife',
    unit: '个工作日',
    max: 60,
  }),
  developmentDueSoonDays: number(30, {
    label: '发展党员提前提醒天数',
    help: '发展党员的步骤在期限前几天、预备期满前几天开始提醒。',
    area: 'partyLife',
    unit: '天',
    max: 366,
  }),
  inspectionGraceDays: number(15, {
    label: '半年考察宽限天数',
    help: '积极分子和预备党员每半年考察一次，超过半年几天后提示。',
    area: 'partyLife',
    unit: '天',
    max: 183,
  }),
  politicalReviewValidMonths: number(12, {
    label: '政审结论有效月数',
    help: '政审结论得出后几个月内召开支部大会才不用重新政审。',
    area: 'partyLife',
    unit: '个月',
    min: 1,
    max: 60,
  }),
  plannedLeaveMonths: number(3, {
    label: '将调离人员的月数',
    help: '几个月内将离开本单位的，一般不办理接收预备党员手续。',
    area: 'partyLife',
    unit: '个月',
    max: 24,
  }),
  oathDays: number(60, {
    label: '入党宣誓期限',
    help: '上级党委审批后几天内组织入党宣誓。',
    area: 'partyLife',
    unit: '天',
    max: 366,
  }),
  confirmationDueMonths: number(1, {
    label: '转正讨论期限',
    help: '预备期满后一般几个月内召开支部大会讨论转正。',
    area: 'partyLife',
    unit: '个月',
    max: 12,
  }),
  confirmationLastMonths: number(3, {
    label: '转正讨论最长期限',
    help: '特殊情况下预备期满后最长几个月内讨论转正。',
    area: 'partyLife',
    unit: '个月',
    max: 24,
  }),
  bigAmountThreshold: number(50_000, {
    label: '大额度资金标准',
    help: '一次使用达到多少元就属于“三重一大”中的大额度资金，以本校议事规则为准。',
    area: 'partyLife',
    unit: '元',
    max: 100_000_000,
  }),
  partyReportDueDays: number(10, {
    label: '党建上报期限',
    help: '季度、年度结束后几天内上报党建报表。',
    area: 'partyLife',
    unit: '天',
    max: 366,
  }),
  partyFeeLimits: numberList([3000, 5000, 10_000], {
    label: '在职党员党费分档',
    help: '每月基数的分档界限，界限本身算在较低一档。',
    area: 'partyLife',
    unit: '元',
  }),
  partyFeeRates: numberList([0.5, 1, 1.5, 2], {
    label: '在职党员党费比例',
    help: '各档的比例，按全额计算，比分档界限多一个。',
    area: 'partyLife',
    unit: '%',
    max: 100,
  }),
  partyFeeRetiredLimits: numberList([5000], {
    label: '离退休党员党费分档',
    help: '每月养老金的分档界限。',
    area: 'partyLife',
    unit: '元',
  }),
  partyFeeRetiredRates: numberList([0.5, 1], {
    label: '离退休党员党费比例',
    help: '各档的比例，按全额计算。',
    area: 'partyLife',
    unit: '%',
    max: 100,
  }),

  partyDayToleranceDays: number(3, {
    label: '主题党日可偏离天数',
    help: '主题党日离支部固定日前后几天以内不提示。',
    area: 'partyLife',
    unit: '天',
    max: 31,
  }),
  themeLeadDays: number(45, {
    label: '主题研究提前天数',
    help: '研究主题的支委会应在主题党日前几天以内召开。',
    area: 'partyLife',
    unit: '天',
    max: 366,
  }),
  lifeMeetingMonths: numberList([10, 11, 12, 1, 2, 3], {
    label: '组织生活会通常月份',
    help: '组织生活会一般在年底到次年年初召开，其他月份的提示核对。',
    area: 'partyLife',
    unit: '月',
    min: 1,
    max: 12,
  }),
  meetingMinMinutes: number(20, {
    label: '会议最短时长',
    help: '短于这个时长的会议提示核对。',
    area: 'partyLife',
    unit: '分钟',
    max: 600,
  }),
  meetingMaxMinutes: number(300, {
    label: '会议最长时长',
    help: '长于这个时长的会议提示核对。',
    area: 'partyLife',
    unit: '分钟',
    max: 1440,
  }),
  bulkEntryCount: number(4, {
    label: '集中补记的条数',
    help: '一次连续录入几条以上的旧记录就提示。',
    area: 'partyLife',
    unit: '条',
    min: 2,
    max: 100,
  }),
  bulkEntryAgeDays: number(7, {
    label: '旧记录的天数',
    help: '会议过去几天以上才录入的算旧记录。',
    area: 'partyLife',
    unit: '天',
    max: 366,
  }),
  bulkEntryGapMinutes: number(30, {
    label: '连续录入的间隔',
    help: '两条记录录入时间相差在几分钟以内，算一次连续录入。',
    area: 'partyLife',
    unit: '分钟',
    max: 1440,
  }),
  quarterPlanDueDay: number(5, {
    label: '季度计划报备日',
    help: '季度计划应在季度第一个月的几日以前报备。',
    area: 'partyLife',
    unit: '日',
    min: 1,
    max: 28,
  }),
  meetingReportWorkdays: number(3, {
    label: '纪实报告表上报期限',
    help: '会后几个工作日内上报纪实报告表。',
    area: 'partyLife',
    unit: '个工作日',
    max: 60,
  }),
  committeeSize: numberList([3, 7], {
    label: '支委会人数',
    help: '依次为支委会最少和最多的委员人数。',
    area: 'partyLife',
    unit: '人',
    max: 30,
  }),
  groupMinMembers: number(3, {
    label: '党小组最少人数',
    help: '一个党小组至少有几名党员。',
    area: 'partyLife',
    unit: '人',
    max: 50,
  }),
  studyHoursMember: number(32, {
    label: '党员年度学时',
    help: '每名党员每年集中学习培训不少于多少学时。',
    area: 'partyLife',
    unit: '学时',
    max: 500,
  }),
  studyHoursLeader: number(56, {
    label: '书记和委员年度学时',
    help: '支部书记和委员每年集中学习培训不少于多少学时。',
    area: 'partyLife',
    unit: '学时',
    max: 500,
  }),
  leaderTrainings: number(1, {
    label: '书记和委员集中培训次数',
    help: '支部书记和委员每年至少参加几次集中培训。',
    area: 'partyLife',
    unit: '次',
    max: 20,
  }),
  absentMonthsWarning: number(3, {
    label: '连续未参加组织生活、未交党费的提醒月数',
    help: '连续几个月没有正当理由不参加组织生活或不交党费时提醒。',
    area: 'partyLife',
    unit: '个月',
    min: 1,
    max: 12,
  }),
  lifeMeetingReportDays: number(15, {
    label: '民主生活会上报期限',
    help: '民主生活会后几天内上报情况报告。',
    area: 'partyLife',
    unit: '天',
    max: 120,
  }),
  lifeMeetingPlanLeadDays: number(10, {
    label: '民主生活会方案提前天数',
    help: '民主生活会的方案至少在会前几天报上级审批。',
    area: 'partyLife',
    unit: '天',
    max: 120,
  }),
  branchCampaignReportDays: number(15, {
    label: '组织生活会和民主评议上报期限',
    help: '组织生活会、民主评议党员后几天内评定、通报并上报情况。',
    area: 'partyLife',
    unit: '天',
    max: 120,
  }),
  partyReminderDays: numberList([7, 3, 1], {
    label: '会前提醒天数',
    help: '计划的会议在前几天各提醒一次，当天也提醒。',
    area: 'partyLife',
    unit: '天',
    max: 60,
  }),

  pledgeDays: number(30, {
    label: '承诺书签订期限',
    help: '学年开始后几天内全员签订师德承诺书。',
    area: 'ethics',
    unit: '天',
    max: 366,
  }),
  appraisalWeights: numberList([20, 30, 10, 10, 30], {
    label: '师德考核权重',
    help: '依次为自评、互评、学生测评、家长测评、考核组，合计应为 100。',
    area: 'ethics',
    unit: '%',
    max: 100,
  }),
  appraisalBands: numberList([90, 70, 60], {
    label: '师德考核等次分数线',
    help: '依次为优秀、合格、基本合格的最低分。',
    area: 'ethics',
    unit: '分',
    max: 200,
  }),
  appraisalExcellentShare: number(20, {
    label: '师德考核优秀比例上限',
    help: '优秀等次人数占参加考核人数的比例。',
    area: 'ethics',
    unit: '%',
    max: 100,
  }),
  appraisalMinRaters: number(3, {
    label: '测评最少评分人数',
    help: '互评、学生测评、家长测评少于几人评分的，不计入、不显示，以免看出是谁打的分。',
    area: 'ethics',
    unit: '人',
    min: 1,
    max: 100,
  }),
  appraisalMinServiceMonths: number(6, {
    label: '参加师德考核的最短在校时间',
    help: '考核周期内在校不满几个月的，可以不参加本轮考核，要写明原因。',
    area: 'ethics',
    unit: '个月',
    max: 12,
  }),
  appraisalOutlierDistance: number(3.5, {
    label: '评分离群的界限',
    help: '与中位数相差超过离差（稳健标准差）的几倍，提示核对；只提示，不剔除。',
    area: 'ethics',
    unit: '倍',
    min: 1,
    max: 20,
  }),
  appraisalDueDays: number(31, {
    label: '师德考核完成期限',
    help: '考核周期结束后几天内完成全员考核。',
    area: 'ethics',
    unit: '天',
    max: 366,
  }),
  vetoViolations: text('V05、V06、V07、K05、K06', {
    label: '一票否决的事项',
    help: '考核周期内查实（属实、部分属实）的这些事项，师德考核应为不合格，填事项代码。',
    area: 'ethics',
    unit: '',
  }),
  unqualifiedBlockMonths: number(12, {
    label: '师德不合格的限制期',
    help: '师德考核不合格的，从考核周期结束起几个月内不得评优、评聘、推荐。',
    area: 'ethics',
    unit: '个月',
    max: 120,
  }),
  sanctionMonths: numberList([6, 12, 24, 24], {
    label: '处分期',
    help: '依次为警告、记过、降低岗位等级、撤职的期限（教师〔2018〕18号）。',
    area: 'ethics',
    unit: '个月',
    min: 1,
    max: 120,
  }),
  disqualificationMonths: number(24, {
    label: '取消资格的最短期限',
    help: '取消评优、晋升、职称、聘用等资格不少于几个月（教师〔2018〕18号）。',
    area: 'ethics',
    unit: '个月',
    min: 1,
    max: 240,
  }),
  sanctionAssessmentGrades: {
    label: '受处分的年度考核等次上限',
    help: '依次为警告、记过、降低岗位等级以上的最高等次，“不定等次”表示参加考核、只写评语。',
    area: 'ethics',
    unit: '',
    type: 'text',
    versions: [
      { validFrom: '2012-09-01', value: '合格、基本合格、不合格' },
      { validFrom: '2023-11-06', value: '合格、不定等次、不定等次' },
    ],
  },
  sanctionAssessmentYears: {
    label: '处分影响年度考核的年数',
    help: '依次为警告、记过、降低岗位等级以上影响几个年度（从受处分当年算起），0 表示处分期涉及的各年度。',
    area: 'ethics',
    unit: '年',
    max: 10,
    type: 'numberList',
    versions: [
      { validFrom: '2012-09-01', value: [1, 0, 0] },
      { validFrom: '2023-11-06', value: [1, 1, 2] },
    ],
  },
  vetoHandlings: text('记过、降低岗位等级、撤职、开除', {
    label: '一票否决的处分',
    help: '考核周期内受到这些处分的，师德考核应为不合格。',
    area: 'ethics',
    unit: '',
  }),
  noticeWorkdays: number(5, {
    label: '考核结果公示期',
    help: '师德考核结果至少公示几个工作日。',
    area: 'ethics',
    unit: '个工作日',
    max: 60,
  }),
  complaintAcceptWorkdays: number(5, {
    label: '投诉受理决定期限',
    help: '登记后几个工作日内作出是否受理的决定。',
    area: 'ethics',
    unit: '个工作日',
    max: 120,
  }),
  complaintInvestigateWorkdays: number(15, {
    label: '投诉调查期限',
    help: '受理后几个工作日内得出调查结论。',
    area: 'ethics',
    unit: '个工作日',
    max: 250,
  }),
  complaintExtensionWorkdays: number(15, {
    label: '调查延长期限',
    help: '经批准延长调查的，再加几个工作日。',
    area: 'ethics',
    unit: '个工作日',
    max: 250,
  }),
  complaintAnswerWorkdays: number(5, {
    label: '答复举报人期限',
    help: '得出结论后几个工作日内答复实名举报人。',
    area: 'ethics',
    unit: '个工作日',
    max: 120,
  }),
  urgentReportDays: number(1, {
    label: '重大情况上报期限',
    help: '伤害、猥亵、突发事件等应在几天内上报。',
    area: 'ethics',
    unit: '天',
    max: 30,
  }),
  reviewAskDays: number(30, {
    label: '申请复核期限',
    help: '知道处理决定后几天内可以申请复核。',
    area: 'ethics',
    unit: '天',
    max: 366,
  }),
  reviewDecideDays: number(30, {
    label: '复核决定期限',
    help: '收到复核申请后几天内作出决定。',
    area: 'ethics',
    unit: '天',
    max: 366,
  }),
  appealAskDays: number(30, {
    label: '提出申诉期限',
    help: '收到复核决定后几天内可以申诉。',
    area: 'ethics',
    unit: '天',
    max: 366,
  }),
  appealDecideDays: numberList([60, 30], {
    label: '申诉决定期限',
    help: '依次为受理申诉后作出决定的天数、案情复杂时可以延长的天数。',
    area: 'ethics',
    unit: '天',
    max: 366,
  }),
  educationBureau: text('山丹县教育局', {
    label: '主管教育部门',
    help: '处理建议报给它，处分由它决定；写进告知书和决定书。',
    area: 'ethics',
    unit: '',
  }),
  higherEducationBureau: text('张掖市教育局', {
    label: '上一级教育部门',
    help: '对主管教育部门的复核决定不服的，向它申诉；写进决定书。',
    area: 'ethics',
    unit: '',
  }),
  smallestShownCount: number(3, {
    label: '统计中显示的最小人数',
    help: '上报的师德统计里小于这个数的格子不显示，避免认出个人；0 或 1 表示不隐去。',
    area: 'ethics',
    unit: '人',
    max: 20,
  }),
  privacyRequestWorkdays: number(15, {
    label: '更正删除申请的办理期限',
    help: '收到查阅、更正、删除个人信息的申请后几个工作日内办结。',
    area: 'base',
    unit: '个工作日',
    max: 120,
  }),
  guardianConsentAge: number(14, {
    label: '需要监护人同意的年龄',
    help: '不满几周岁的学生，处理个人信息要有监护人同意（个人信息保护法第三十一条）。',
    area: 'base',
    unit: '周岁',
    max: 18,
  }),
  certificateNoticeMonths: number(6, {
    label: '定期注册提前提醒',
    help: '教师资格定期注册到期前几个月开始提醒。',
    area: 'ethics',
    unit: '个月',
    max: 60,
  }),
  zeroReportRhythm: text('月', {
    label: '零报告的周期',
    help: '填“月”“季度”或“不要求”。没有发生师德问题的，也按周期报告。',
    area: 'ethics',
    unit: '',
  }),
  zeroReportDueDays: number(5, {
    label: '零报告期限',
    help: '每个周期结束后几天内登记零报告。',
    area: 'ethics',
    unit: '天',
    max: 60,
  }),
  ethicsStudiesPerMonth: number(1, {
    label: '每月师德学习次数',
    help: '开学的月份里每月至少几次师德专题学习。',
    area: 'ethics',
    unit: '次',
    max: 10,
  }),
  warningEducationPerYear: number(2, {
    label: '每学年警示教育次数',
    help: '每学年至少几次警示教育。',
    area: 'ethics',
    unit: '次',
    max: 20,
  }),
  repeatedComplaints: number(2, {
    label: '多次投诉的次数',
    help: '同一人 12 个月内被投诉几次就提示。',
    area: 'ethics',
    unit: '次',
    min: 2,
    max: 20,
  }),
  healthCheckValidDays: number(365, {
    label: '健康检查有效期',
    help: '幼儿园教职工的健康检查多少天内做过才算有效。',
    area: 'ethics',
    unit: '天',
    max: 3660,
  }),
  caseRetentionYears: number(5, {
    label: '投诉材料保存年限',
    help: '没有给予处分的投诉材料归档后保存几年；处分决定永久保存。',
    area: 'ethics',
    unit: '年',
    max: 100,
  }),
  entryCheckValidDays: number(365, {
    label: '准入查询有效期',
    help: '在校工作人员的准入查询多少天内做过才算有效。',
    area: 'ethics',
    unit: '天',
    max: 3660,
  }),
  surveyMinimumAnswers: number(5, {
    label: '问卷结果的最少份数',
    help: '班级或教师的答卷少于几份时不显示结果，以免认出答卷的人。',
    area: 'ethics',
    unit: '份',
    min: 1,
    max: 100,
  }),
  awardNoticeWorkdays: number(5, {
    label: '表彰公示期',
    help: '表彰推荐名单至少公示几个工作日。',
    area: 'ethics',
    unit: '个工作日',
    max: 60,
  }),
  honourLevelPoints: numberList([10, 8, 6, 4, 2], {
    label: '荣誉积分',
    help: '推荐建议里依次为国家级、省级、市级、县级、校级荣誉每项的分数。',
    area: 'ethics',
    unit: '分',
    max: 100,
  }),
  honourGradePoints: numberList([5, 2], {
    label: '师德考核积分',
    help: '推荐建议里依次为师德考核优秀、合格每次的分数。',
    area: 'ethics',
    unit: '分',
    max: 100,
  }),
  honourYearsPerPoint: number(5, {
    label: '校龄积分',
    help: '推荐建议里在本校每满几年加 1 分。',
    area: 'ethics',
    unit: '年',
    min: 1,
    max: 50,
  }),
  honourWindowYears: number(5, {
    label: '推荐建议的年限',
    help: '推荐建议统计近几年的荣誉和考核；近几年已获同级以上荣誉的不再建议。',
    area: 'ethics',
    unit: '年',
    min: 1,
    max: 30,
  }),
  ethicsReportDueDays: number(45, {
    label: '师德考核上报期限',
    help: '考核周期结束后几天内上报师德考核汇总表。',
    area: 'ethics',
    unit: '天',
    max: 366,
  }),

  serviceMinMinutes: number(120, {
    label: '每天服务时长下限',
    help: '课后服务每天至少多少分钟。',
    area: 'afterSchool',
    unit: '分钟',
    max: 600,
  }),
  groupSizePerAdult: number(45, {
    label: '每名教师照看学生数上限',
    help: '一场课后服务中平均每名到岗人员照看的学生数。',
    area: 'afterSchool',
    unit: '人',
    min: 1,
    max: 500,
  }),
  serviceReportDueDays: number(15, {
    label: '课后服务上报期限',
    help: '学期结束后几天内上报课后服务统计表。',
    area: 'afterSchool',
    unit: '天',
    max: 366,
  }),
  minutesPerServiceHour: number(40, {
    label: '每课时分钟数',
    help: '用来核对登记的课时是否超过实际时长。',
    area: 'afterSchool',
    unit: '分钟',
    min: 10,
    max: 120,
  }),
  incidentCloseDays: number(7, {
    label: '突发事件办结期限',
    help: '课后服务的突发事件几天内应写明处置结果。',
    area: 'afterSchool',
    unit: '天',
    max: 366,
  }),
  endOfWorkToleranceMinutes: number(0, {
    label: '早于下班时间的宽限',
    help: '课后服务比当地下班时间早几分钟结束时不提示。',
    area: 'afterSchool',
    unit: '分钟',
    max: 120,
  }),
  eveningStudyMaxMinutes: number(120, {
    label: '晚自习时长上限',
    help: '初中晚自习每天最多多少分钟。',
    area: 'afterSchool',
    unit: '分钟',
    max: 300,
  }),
  eveningStudyLatestEnd: text('20:30', {
    label: '晚自习最晚结束时间',
    help: '初中晚自习最晚几点结束，写成 20:30 的样子。',
    area: 'afterSchool',
    unit: '',
  }),
  servicePlanFilingDays: number(14, {
    label: '课后服务方案报备期限',
    help: '开学后几天内审定一校一案并报教育局。',
    area: 'afterSchool',
    unit: '天',
    max: 120,
  }),
  serviceKindsMin: number(3, {
    label: '课后服务课程种类下限',
    help: '一学期至少开设几类课程。',
    area: 'afterSchool',
    unit: '类',
    max: 10,
  }),
  wholeClassSignUpFrom: number(10, {
    label: '整班报名提示人数',
    help: '班级达到多少人、又全班报名或全部同一天签字时提示核对。',
    area: 'afterSchool',
    unit: '人',
    min: 1,
    max: 100,
  }),
  participationMovePoints: number(20, {
    label: '参与率变动提示',
    help: '参与率比上学期变动超过几个百分点时提示核对。',
    area: 'afterSchool',
    unit: '个百分点',
    max: 100,
  }),
  serviceReducedPercent: number(50, {
    label: '减半对象收费比例',
    help: '收费类别为“减半”的学生按标准的百分之几收。',
    area: 'afterSchool',
    unit: '%',
    max: 100,
  }),
  serviceSignUpDays: number(14, {
    label: '开学报名期',
    help: '开学几天内报名的按整个学期收费，以后报名的从申请那天起算。',
    area: 'afterSchool',
    unit: '天',
    max: 120,
  }),
  serviceRefundAbsentDays: number(5, {
    label: '缺勤退费天数',
    help: '一学期全天缺勤达到几天时按天退费；填 0 表示缺勤不退费。',
    area: 'afterSchool',
    unit: '天',
    max: 200,
  }),
  forbiddenCourseWords: text('新课、讲授、测试、考试、刷题、补课、培优班', {
    label: '课后服务禁用词',
    help: '课程名称或活动内容里出现这些词时提示，用顿号隔开。',
    area: 'afterSchool',
    unit: '',
  }),
} as const satisfies Readonly<
  Record<
    string,
    | Omit<ParameterOf<'number'>, 'id'>
    | Omit<ParameterOf<'text'>, 'id'>
    | Omit<ParameterOf<'numberList'>, 'id'>
  >
>;

/** Lists that may be longer or shorter than the shipped one. */
const freeLists: readonly string[] = ['lifeMeetingMonths', 'partyReminderDays'];

export type ParameterId = keyof typeof catalogue;
type IdsOf<T extends ParameterType> = {
  [Id in ParameterId]: (typeof catalogue)[Id] extends { readonly type: T } ? Id : never;
}[ParameterId];

/** The catalogue in the order of the settings page. */
export const parameterDefinitions: readonly ParameterDefinition[] = Object.entries(catalogue).map(
  ([id, about]) => ({ id, ...about }),
);

export function findParameter(id: string): ParameterDefinition | undefined {
  return parameterDefinitions.find((definition) => definition.id === id);
}

/** Values in force on a day: of shipped and overriding versions the latest one, an override before a shipped one. */
export interface Parameters {
  number(id: IdsOf<'number'>, on: PlainDate): number;
  text(id: IdsOf<'text'>, on: PlainDate): string;
  /** The words of a text that lists several. */
  words(id: IdsOf<'text'>, on: PlainDate): readonly string[];
  numberList(id: IdsOf<'numberList'>, on: PlainDate): readonly number[];
}

/** @param overrides as stored; those of unknown ids or wrong type do not count */
export function createParameters(overrides: readonly ParameterOverride[] = []): Parameters {
  function text(id: IdsOf<'text'>, on: PlainDate): string {
    return inForce(catalogue[id].versions, id, on, overrides, isText);
  }
  return {
    number: (id, on) => inForce(catalogue[id].versions, id, on, overrides, isNumber),
    numberList: (id, on) => inForce(catalogue[id].versions, id, on, overrides, isNumberList),
    text,
    words: (id, on) =>
      text(id, on)
        .split(/[、，,\s]+/u)
        .filter((word) => word !== ''),
  };
}

/** The value of any parameter on a day, for showing it. Throws on an unknown id. */
export function parameterOn(
  id: string,
  on: PlainDate,
  overrides: readonly ParameterOverride[] = [],
): ParameterValue {
  const definition = findParameter(id);
  if (!definition) throw new Error(`No such parameter: ${id}`);
  switch (definition.type) {
    case 'number':
      return inForce(definition.versions, id, on, overrides, isNumber);
    case 'text':
      return inForce(definition.versions, id, on, overrides, isText);
    case 'numberList':
      return inForce(definition.versions, id, on, overrides, isNumberList);
  }
}

/** Checks a value that somebody wants to set; the failure's sentence is for the settings page. */
export function readParameterValue(id: string, value: unknown): Result<ParameterValue> {
  const definition = findParameter(id);
  if (!definition) return failure('notFound', '没有这个参数，请刷新页面后重试。');
  if (definition.type === 'text') {
    if (!isText(value) || value.trim() === '' || value.length > 500)
      return failure('invalidInput', `“${definition.label}”应为 1 至 500 个字。`);
    return success(value.trim());
  }
  const { min = 0, max = 100_000 } = definition;
  const within = (one: number): boolean => one >= min && one <= max;
  if (definition.type === 'number') {
    if (!isNumber(value) || !within(value))
      return failure('invalidInput', `“${definition.label}”应为 ${min} 至 ${max} 的数字。`);
    return success(value);
  }
  if (!isNumberList(value) || value.length > 40 || !value.every(within))
    return failure('invalidInput', `“${definition.label}”应为一列 ${min} 至 ${max} 的数字。`);
  if (id === 'appraisalWeights' && value.reduce((sum, weight) => sum + weight, 0) !== 100)
    return failure('invalidInput', '各项权重合计应为 100，请调整后再保存。');
  const expected = definition.versions[0]?.value.length ?? 0;
  const free = definition.id.startsWith('partyFee') || freeLists.includes(definition.id);
  if (expected > 0 && value.length !== expected && !free)
    return failure('invalidInput', `“${definition.label}”应填 ${expected} 个数字。`);
  return success(value);
}

function inForce<T>(
  shipped: readonly { readonly validFrom: PlainDate; readonly value: T }[],
  id: string,
  on: PlainDate,
  overrides: readonly ParameterOverride[],
  accepts: (value: unknown) => value is T,
): T {
  const first = shipped[0];
  if (!first) throw new Error(`Parameter without a shipped value: ${id}`);
  let current = first;
  const own = overrides.flatMap(({ id: ofId, validFrom, value }) =>
    ofId === id && accepts(value) ? [{ validFrom, value }] : [],
  );
  for (const version of [...shipped, ...own])
    if (version.validFrom <= on && version.validFrom >= current.validFrom) current = version;
  return current.value;
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}
function isText(value: unknown): value is string {
  return typeof value === 'string';
}
function isNumberList(value: unknown): value is readonly number[] {
  return Array.isArray(value) && value.every(isNumber);
}
