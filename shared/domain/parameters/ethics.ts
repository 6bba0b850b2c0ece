import { number, numberList, text } from './parameter.ts';

/** What a county or a school may set about teacher ethics. */
export const ethicsParameters = {
  pledgeDays: number(30, '天', [0, 366], {
    label: '承诺书签订期限',
    help: '学年开始后几天内全员签订师德承诺书。',
  }),
  appraisalWeights: numberList([20, 30, 10, 10, 30], '%', [0, 100], {
    label: '师德考核权重',
    help: '依次为自评、互评、学生测评、家长测评、考核组，合计应为 100。',
  }),
  appraisalBands: numberList([90, 70, 60], '分', [0, 200], {
    label: '师德考核等次分数线',
    help: '依次为优秀、合格、基本合格的最低分。',
  }),
  appraisalExcellentShare: number(20, '%', [0, 100], {
    label: '师德考核优秀比例上限',
    help: '优秀等次人数占参加考核人数的比例。',
  }),
  appraisalMinRaters: number(3, '人', [1, 100], {
    label: '测评最少评分人数',
    help: '互评、学生测评、家长测评少于几人评分的，不计入、不显示，以免看出是谁打的分。',
  }),
  appraisalMinServiceMonths: number(6, '个月', [0, 12], {
    label: '参加师德考核的最短在校时间',
    help: '考核周期内在校不满几个月的，可以不参加本轮考核，要写明原因。',
  }),
  appraisalOutlierDistance: number(3.5, '倍', [1, 20], {
    label: '评分离群的界限',
    help: '与中位数相差超过离差（稳健标准差）的几倍，提示核对；只提示，不剔除。',
  }),
  appraisalDueDays: number(31, '天', [0, 366], {
    label: '师德考核完成期限',
    help: '考核周期结束后几天内完成全员考核。',
  }),
  vetoViolations: text('V05、V06、V07、K05、K06', {
    label: '一票否决的事项',
    help: '考核周期内查实（属实、部分属实）的这些事项，师德考核应为不合格，填事项代码。',
  }),
  unqualifiedBlockMonths: number(12, '个月', [0, 120], {
    label: '师德不合格的限制期',
    help: '师德考核不合格的，从考核周期结束起几个月内不得评优、评聘、推荐。',
  }),
  sanctionMonths: numberList([6, 12, 24, 24], '个月', [1, 120], {
    label: '处分期',
    help: '依次为警告、记过、降低岗位等级、撤职的期限（教师〔2018〕18号）。',
  }),
  disqualificationMonths: number(24, '个月', [1, 240], {
    label: '取消资格的最短期限',
    help: '取消评优、晋升、职称、聘用等资格不少于几个月（教师〔2018〕18号）。',
  }),
  sanctionAssessmentGrades: {
    ...text('合格、基本合格、不合格', {
      label: '受处分的年度考核等次上限',
      help: '依次为警告、记过、降低岗位等级以上的最高等次，“不定等次”表示参加考核、只写评语。',
    }),
    versions: [
      { validFrom: '2012-09-01', value: '合格、基本合格、不合格' },
      { validFrom: '2023-11-06', value: '合格、不定等次、不定等次' },
    ],
  },
  sanctionAssessmentYears: {
    ...numberList([1, 0, 0], '年', [0, 10], {
      label: '处分影响年度考核的年数',
      help: '依次为警告、记过、降低岗位等级以上影响几个年度（从受处分当年算起），0 表示处分期涉及的各年度。',
    }),
    versions: [
      { validFrom: '2012-09-01', value: [1, 0, 0] },
      { validFrom: '2023-11-06', value: [1, 1, 2] },
    ],
  },
  vetoHandlings: text('记过、降低岗位等级、撤职、开除', {
    label: '一票否决的处分',
    help: '考核周期内受到这些处分的，师德考核应为不合格。',
  }),
  noticeWorkdays: number(5, '个工作日', [0, 60], {
    label: '考核结果公示期',
    help: '师德考核结果至少公示几个工作日。',
  }),
  complaintAcceptWorkdays: number(5, '个工作日', [0, 120], {
    label: '投诉受理决定期限',
    help: '登记后几个工作日内作出是否受理的决定。',
  }),
  complaintInvestigateWorkdays: number(15, '个工作日', [0, 250], {
    label: '投诉调查期限',
    help: '受理后几个工作日内得出调查结论。',
  }),
  complaintExtensionWorkdays: number(15, '个工作日', [0, 250], {
    label: '调查延长期限',
    help: '经批准延长调查的，再加几个工作日。',
  }),
  complaintAnswerWorkdays: number(5, '个工作日', [0, 120], {
    label: '答复举报人期限',
    help: '得出结论后几个工作日内答复实名举报人。',
  }),
  urgentReportDays: number(1, '天', [0, 30], {
    label: '重大情况上报期限',
    help: '伤害、猥亵、突发事件等应在几天内上报。',
  }),
  reviewAskDays: number(30, '天', [0, 366], {
    label: '申请复核期限',
    help: '知道处理决定后几天内可以申请复核。',
  }),
  reviewDecideDays: number(30, '天', [0, 366], {
    label: '复核决定期限',
    help: '收到复核申请后几天内作出决定。',
  }),
  appealAskDays: number(30, '天', [0, 366], {
    label: '提出申诉期限',
    help: '收到复核决定后几天内可以申诉。',
  }),
  appealDecideDays: numberList([60, 30], '天', [0, 366], {
    label: '申诉决定期限',
    help: '依次为受理申诉后作出决定的天数、案情复杂时可以延长的天数。',
  }),
  educationBureau: text('山丹县教育局', {
    label: '主管教育部门',
    help: '处理建议报给它，处分由它决定；写进告知书和决定书。',
  }),
  higherEducationBureau: text('张掖市教育局', {
    label: '上一级教育部门',
    help: '对主管教育部门的复核决定不服的，向它申诉；写进决定书。',
  }),
  smallestShownCount: number(3, '人', [0, 20], {
    label: '统计中显示的最小人数',
    help: '上报的师德统计里小于这个数的格子不显示，避免认出个人；0 或 1 表示不隐去。',
  }),
  certificateNoticeMonths: number(6, '个月', [0, 60], {
    label: '定期注册提前提醒',
    help: '教师资格定期注册到期前几个月开始提醒。',
  }),
  zeroReportRhythm: text('月', {
    label: '零报告的周期',
    help: '填“月”“季度”或“不要求”。没有发生师德问题的，也按周期报告。',
  }),
  zeroReportDueDays: number(5, '天', [0, 60], {
    label: '零报告期限',
    help: '每个周期结束后几天内登记零报告。',
  }),
  ethicsStudiesPerMonth: number(1, '次', [0, 10], {
    label: '每月师德学习次数',
    help: '开学的月份里每月至少几次师德专题学习。',
  }),
  warningEducationPerYear: number(2, '次', [0, 20], {
    label: '每学年警示教育次数',
    help: '每学年至少几次警示教育。',
  }),
  repeatedComplaints: number(2, '次', [2, 20], {
    label: '多次投诉的次数',
    help: '同一人 12 个月内被投诉几次就提示。',
  }),
  healthCheckValidDays: number(365, '天', [0, 3660], {
    label: '健康检查有效期',
    help: '幼儿园教职工的健康检查多少天内做过才算有效。',
  }),
  caseRetentionYears: number(5, '年', [0, 100], {
    label: '投诉材料保存年限',
    help: '没有给予处分的投诉材料归档后保存几年；处分决定永久保存。',
  }),
  entryCheckValidDays: number(365, '天', [0, 3660], {
    label: '准入查询有效期',
    help: '在校工作人员的准入查询多少天内做过才算有效。',
  }),
  surveyMinimumAnswers: number(5, '份', [1, 100], {
    label: '问卷结果的最少份数',
    help: '班级或教师的答卷少于几份时不显示结果，以免认出答卷的人。',
  }),
  awardNoticeWorkdays: number(5, '个工作日', [0, 60], {
    label: '表彰公示期',
    help: '表彰推荐名单至少公示几个工作日。',
  }),
  honourLevelPoints: numberList([10, 8, 6, 4, 2], '分', [0, 100], {
    label: '荣誉积分',
    help: '推荐建议里依次为国家级、省级、市级、县级、校级荣誉每项的分数。',
  }),
  honourGradePoints: numberList([5, 2], '分', [0, 100], {
    label: '师德考核积分',
    help: '推荐建议里依次为师德考核优秀、合格每次的分数。',
  }),
  honourYearsPerPoint: number(5, '年', [1, 50], {
    label: '校龄积分',
    help: '推荐建议里在本校每满几年加 1 分。',
  }),
  honourWindowYears: number(5, '年', [1, 30], {
    label: '推荐建议的年限',
    help: '推荐建议统计近几年的荣誉和考核；近几年已获同级以上荣誉的不再建议。',
  }),
  ethicsReportDueDays: number(45, '天', [0, 366], {
    label: '师德考核上报期限',
    help: '考核周期结束后几天内上报师德考核汇总表。',
  }),
};
