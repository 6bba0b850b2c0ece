import { number, numberList, text } from './parameter.ts';

/** What a county or a school may set about Party life, developing members and governance. */
export const partyLifeParameters = {
  dueSoonDays: number(7, '天', [0, 31], {
    label: '提前提醒天数',
    help: '按月、按季的事项在期限前几天开始提醒。',
  }),
  yearlyDueSoonDays: number(120, '天', [0, 366], {
    label: '年度事项提前提醒天数',
    help: '组织生活会、民主评议党员在期限前几天开始提醒。',
  }),
  yearlyMeetingGraceMonths: number(3, '个月', [0, 12], {
    label: '年度事项顺延月数',
    help: '上一年度的组织生活会和民主评议可在次年前几个月内召开。',
  }),
  partyLecturesPerQuarter: number(1, '次', [0, 12], {
    label: '每季度党课次数',
    help: '条例只要求“按期”，次数由上级党组织规定。',
  }),
  exemptMonths: numberList([], '月', [1, 12], {
    label: '不要求开展的月份',
    help: '上级同意寒暑假可以不开展的月份，例如“2、8”。条例没有这样的规定，默认不设。',
  }),
  reviewExcellentDivisor: number(3, '', [1, 20], {
    label: '民主评议优秀比例（几分之一）',
    help: '优秀党员不超过总数的几分之一，3 表示三分之一。',
  }),
  reviewExcellentBase: text('全体党员', {
    label: '优秀比例的基数',
    help: '填“全体党员”或“参评党员”。',
  }),
  lateEntryWorkdays: number(3, '个工作日', [0, 60], {
    label: '会后补录的期限',
    help: '会议结束几个工作日后才录入的，提示为补记。',
  }),
  similarityThreshold: number(80, '%', [30, 100], {
    label: '内容雷同的界限',
    help: '两份记录内容相同的比例达到多少就提示。',
  }),
  minutesMinLength: number(150, '字', [0, 5000], {
    label: '会议内容最少字数',
    help: '少于这个字数的会议记录提示为过于简单。',
  }),
  meetingEarliestAt: text('07:00', {
    label: '会议最早开始时间',
    help: '早于这个时间的会议提示核对。',
  }),
  meetingLatestAt: text('21:30', {
    label: '会议最晚结束时间',
    help: '晚于这个时间的会议提示核对。',
  }),
  makeUpDays: number(30, '天', [0, 366], {
    label: '补学期限',
    help: '缺席党员大会、党课的党员应在几天内补学。',
  }),
  branchMaxMembers: number(50, '人', [0, 500], {
    label: '党支部人数上限',
    help: '一般不超过 50 人。',
  }),
  termWarningDays: number(90, '天', [0, 366], {
    label: '换届提前提醒天数',
    help: '支部任期届满前几天开始提醒换届。',
  }),
  developmentNoticeWorkdays: number(5, '个工作日', [0, 60], {
    label: '发展党员公示期',
    help: '接收和转正前至少公示几个工作日；填 0 表示当地不要求公示。',
  }),
  developmentDueSoonDays: number(30, '天', [0, 366], {
    label: '发展党员提前提醒天数',
    help: '发展党员的步骤在期限前几天、预备期满前几天开始提醒。',
  }),
  inspectionGraceDays: number(15, '天', [0, 183], {
    label: '半年考察宽限天数',
    help: '积极分子和预备党员每半年考察一次，超过半年几天后提示。',
  }),
  politicalReviewValidMonths: number(12, '个月', [1, 60], {
    label: '政审结论有效月数',
    help: '政审结论得出后几个月内召开支部大会才不用重新政审。',
  }),
  plannedLeaveMonths: number(3, '个月', [0, 24], {
    label: '将调离人员的月数',
    help: '几个月内将离开本单位的，一般不办理接收预备党员手续。',
  }),
  oathDays: number(60, '天', [0, 366], {
    label: '入党宣誓期限',
    help: '上级党委审批后几天内组织入党宣誓。',
  }),
  confirmationDueMonths: number(1, '个月', [0, 12], {
    label: '转正讨论期限',
    help: '预备期满后一般几个月内召开支部大会讨论转正。',
  }),
  confirmationLastMonths: number(3, '个月', [0, 24], {
    label: '转正讨论最长期限',
    help: '特殊情况下预备期满后最长几个月内讨论转正。',
  }),
  bigAmountThreshold: number(50_000, '元', [0, 100_000_000], {
    label: '大额度资金标准',
    help: '一次使用达到多少元就属于“三重一大”中的大额度资金，以本校议事规则为准。',
  }),
  partyReportDueDays: number(10, '天', [0, 366], {
    label: '党建上报期限',
    help: '季度、年度结束后几天内上报党建报表。',
  }),
  partyFeeLimits: numberList([3000, 5000, 10_000], '元', [0, 100_000], {
    label: '在职党员党费分档',
    help: '每月基数的分档界限，界限本身算在较低一档。',
  }),
  partyFeeRates: numberList([0.5, 1, 1.5, 2], '%', [0, 100], {
    label: '在职党员党费比例',
    help: '各档的比例，按全额计算，比分档界限多一个。',
  }),
  partyFeeRetiredLimits: numberList([5000], '元', [0, 100_000], {
    label: '离退休党员党费分档',
    help: '每月养老金的分档界限。',
  }),
  partyFeeRetiredRates: numberList([0.5, 1], '%', [0, 100], {
    label: '离退休党员党费比例',
    help: '各档的比例，按全额计算。',
  }),
  partyDayToleranceDays: number(3, '天', [0, 31], {
    label: '主题党日可偏离天数',
    help: '主题党日离支部固定日前后几天以内不提示。',
  }),
  themeLeadDays: number(45, '天', [0, 366], {
    label: '主题研究提前天数',
    help: '研究主题的支委会应在主题党日前几天以内召开。',
  }),
  lifeMeetingMonths: numberList([10, 11, 12, 1, 2, 3], '月', [1, 12], {
    label: '组织生活会通常月份',
    help: '组织生活会一般在年底到次年年初召开，其他月份的提示核对。',
  }),
  meetingMinMinutes: number(20, '分钟', [0, 600], {
    label: '会议最短时长',
    help: '短于这个时长的会议提示核对。',
  }),
  meetingMaxMinutes: number(300, '分钟', [0, 1440], {
    label: '会议最长时长',
    help: '长于这个时长的会议提示核对。',
  }),
  bulkEntryCount: number(4, '条', [2, 100], {
    label: '集中补记的条数',
    help: '一次连续录入几条以上的旧记录就提示。',
  }),
  bulkEntryAgeDays: number(7, '天', [0, 366], {
    label: '旧记录的天数',
    help: '会议过去几天以上才录入的算旧记录。',
  }),
  bulkEntryGapMinutes: number(30, '分钟', [0, 1440], {
    label: '连续录入的间隔',
    help: '两条记录录入时间相差在几分钟以内，算一次连续录入。',
  }),
  quarterPlanDueDay: number(5, '日', [1, 28], {
    label: '季度计划报备日',
    help: '季度计划应在季度第一个月的几日以前报备。',
  }),
  meetingReportWorkdays: number(3, '个工作日', [0, 60], {
    label: '纪实报告表上报期限',
    help: '会后几个工作日内上报纪实报告表。',
  }),
  committeeSize: numberList([3, 7], '人', [0, 30], {
    label: '支委会人数',
    help: '依次为支委会最少和最多的委员人数。',
  }),
  groupMinMembers: number(3, '人', [0, 50], {
    label: '党小组最少人数',
    help: '一个党小组至少有几名党员。',
  }),
  studyHoursMember: number(32, '学时', [0, 500], {
    label: '党员年度学时',
    help: '每名党员每年集中学习培训不少于多少学时。',
  }),
  studyHoursLeader: number(56, '学时', [0, 500], {
    label: '书记和委员年度学时',
    help: '支部书记和委员每年集中学习培训不少于多少学时。',
  }),
  leaderTrainings: number(1, '次', [0, 20], {
    label: '书记和委员集中培训次数',
    help: '支部书记和委员每年至少参加几次集中培训。',
  }),
  absentMonthsWarning: number(3, '个月', [1, 12], {
    label: '连续未参加组织生活、未交党费的提醒月数',
    help: '连续几个月没有正当理由不参加组织生活或不交党费时提醒。',
  }),
  lifeMeetingReportDays: number(15, '天', [0, 120], {
    label: '民主生活会上报期限',
    help: '民主生活会后几天内上报情况报告。',
  }),
  lifeMeetingPlanLeadDays: number(10, '天', [0, 120], {
    label: '民主生活会方案提前天数',
    help: '民主生活会的方案至少在会前几天报上级审批。',
  }),
  branchCampaignReportDays: number(15, '天', [0, 120], {
    label: '组织生活会和民主评议上报期限',
    help: '组织生活会、民主评议党员后几天内评定、通报并上报情况。',
  }),
  partyReminderDays: numberList([7, 3, 1], '天', [0, 60], {
    label: '会前提醒天数',
    help: '计划的会议在前几天各提醒一次，当天也提醒。',
  }),
};
