import { defineLedger } from '../../ledger/definition.ts';
import {
  attachments,
  choice,
  date,
  details,
  integer,
  longText,
  reference,
  references,
  text,
} from '../../ledger/field.ts';
import { campaignProblems } from './campaignProblems.ts';
import { campaignKinds, finalGrades, gradingMeetings, reviewGrades } from '../../domain/partyLife/words.ts';

const isKind =
  (...kinds: readonly string[]) =>
  (values: Readonly<Record<string, unknown>>): boolean =>
    kinds.includes(String(values['kind']));

const hasReview = isKind('民主评议党员', '组织生活会和民主评议');

/**
 * The yearly 组织生活会, 民主评议 and 民主生活会 as a course of steps with their days and papers (domain.md §1.7, §1.9).
 * The sitting itself is a meeting record, which this one names.
 */
export const partyCampaign = defineLedger({
  id: 'partyCampaign',
  table: 'party_campaign',
  area: 'partyLife',
  label: '年度组织生活会工作',
  description: '年度组织生活会、民主评议党员和民主生活会从方案到整改销号的全过程。',
  fields: {
    kind: choice({
      label: '类别',
      required: true,
      listWidth: 170,
      filter: true,
      options: campaignKinds,
    }),
    branch: reference({ label: '党支部', target: 'branch', required: true, listWidth: 130, filter: true }),
    theme: text({ label: '主题', listWidth: 220, maxLength: 200, search: 'text' }),
    owner: reference({ label: '负责人', target: 'partyMember' }),
    participants: references({
      label: '参会班子成员',
      target: 'partyMember',
      visibleWhen: isKind('民主生活会'),
      help: '会前谈心谈话按这份名单核对',
    }),
    plannedOn: date({ label: '拟召开日期', listWidth: 110, help: '会前各步以这一天为期限' }),
    planFiledOn: date({ label: '方案报批日期', help: '民主生活会一般提前 10 天' }),
    planApprovedOn: date({ label: '方案批复日期' }),
    studyOn: date({ label: '会前学习完成' }),
    studyCount: integer({ label: '会前学习次数', min: 0, unit: '次' }),
    studyContent: text({ label: '学习内容', maxLength: 300, help: '篇目，用顿号隔开' }),
    opinionsFrom: date({ label: '征求意见开始' }),
    opinionsTo: date({ label: '征求意见结束' }),
    opinionMethods: text({ label: '征求意见方式', maxLength: 120 }),
    opinionPeople: integer({ label: '征求意见人数', min: 0, unit: '人' }),
    opinionCount: integer({
      label: '收集意见',
      min: 0,
      unit: '条',
      help: '可以只填条数，也可以在下面逐条登记',
    }),
    opinions: details({
      label: '征求到的意见',
      rowLabel: '意见',
      fields: {
        content: text({ label: '意见', required: true, maxLength: 300 }),
        target: choice({ label: '对谁的意见', options: ['支委会', '领导班子', '党员个人', '学校工作'] }),
        member: reference({ label: '党员', target: 'partyMember' }),
        givenBy: choice({ label: '来自', options: ['党员', '教职工', '学生家长', '上级党组织', '其他'] }),
        answer: text({ label: '采纳和处理', maxLength: 200 }),
      },
    }),
    talksFrom: date({ label: '会前谈心谈话开始', help: '这一天起的谈话算会前谈话，不填按全年算' }),
    talksDoneOn: date({ label: '会前谈心谈话完成' }),
    selfCheckOn: date({ label: '对照检查材料完成' }),
    meeting: reference({ label: '会议记录', target: 'partyMeeting', listWidth: 180 }),
    reviewMeeting: reference({
      label: '民主评议记录',
      target: 'partyMeeting',
      visibleWhen: isKind('组织生活会和民主评议'),
    }),
    superiorPresent: text({ label: '上级派员', maxLength: 60 }),
    problems: details({
      label: '问题清单',
      rowLabel: '问题',
      fields: {
        owner: choice({ label: '谁的问题', required: true, options: ['支委会', '领导班子', '党员个人'] }),
        member: reference({ label: '党员', target: 'partyMember' }),
        problem: text({ label: '问题', required: true, maxLength: 300 }),
        source: choice({
          label: '来源',
          options: ['自己查摆', '征求意见', '谈心谈话', '相互批评', '上级指出'],
        }),
      },
    }),
    rectifications: details({
      label: '整改清单',
      rowLabel: '整改事项',
      fields: {
        problem: text({ label: '问题', required: true, maxLength: 300 }),
        measure: text({ label: '整改措施', maxLength: 500 }),
        owner: reference({ label: '责任人', target: 'partyMember' }),
        dueOn: date({ label: '整改时限' }),
        closedOn: date({ label: '销号日期' }),
        result: text({ label: '整改结果', maxLength: 300 }),
      },
    }),
    reviewVoters: integer({
      label: '参加测评人数',
      min: 0,
      unit: '人',
      visibleWhen: hasReview,
      help: '到会参加测评的党员，预备党员也在内',
    }),
    ballotsIssued: integer({ label: '发出测评票', min: 0, unit: '张', visibleWhen: hasReview }),
    ballotsReturned: integer({ label: '收回测评票', min: 0, unit: '张', visibleWhen: hasReview }),
    ballotsSpoiled: integer({ label: '其中废票', min: 0, unit: '张', visibleWhen: hasReview }),
    reviews: details({
      label: '民主评议',
      rowLabel: '党员',
      rowKey: ['member'],
      visibleWhen: hasReview,
      help: '每名党员的四种票合计应等于有效票；预备党员只参加，评为“不评等次”',
      fields: {
        member: reference({ label: '党员', target: 'partyMember', required: true }),
        selfGrade: choice({ label: '个人自评', options: reviewGrades }),
        peerGrade: choice({ label: '党员互评', options: reviewGrades }),
        excellentVotes: integer({ label: '优秀票', min: 0 }),
        qualifiedVotes: integer({ label: '合格票', min: 0 }),
        basicVotes: integer({ label: '基本合格票', min: 0 }),
        unqualifiedVotes: integer({ label: '不合格票', min: 0 }),
        grade: choice({ label: '评定等次', options: finalGrades }),
        remark: text({ label: '支部评语', maxLength: 300 }),
        feedbackOn: date({ label: '反馈日期' }),
      },
    }),
    assessedOn: date({ label: '组织评定日期', visibleWhen: hasReview }),
    assessedBy: choice({
      label: '评定会议',
      options: gradingMeetings,
      visibleWhen: hasReview,
    }),
    reportedOn: date({ label: '情况上报日期', listWidth: 110, help: '民主生活会后 15 天内' }),
    publishedOn: date({ label: '通报或公示日期' }),
    summary: longText({ label: '工作总结', rows: 4 }),
    files: attachments({
      label: '附件',
      kinds: [
        '方案',
        '批复',
        '征求意见表',
        '对照检查材料',
        '发言提纲',
        '测评票统计',
        '整改清单',
        '情况报告',
        '其他',
      ],
    }),
  },
  title: 'kind',
  keys: [['branch', 'kind']],
  period: { kinds: ['year'] },
  carry: ['branch'],
  groups: [
    { label: '工作', fields: ['kind', 'branch', 'theme', 'owner', 'participants', 'plannedOn'] },
    {
      label: '会前',
      fields: [
        'planFiledOn',
        'planApprovedOn',
        'studyOn',
        'studyCount',
        'studyContent',
        'opinionsFrom',
        'opinionsTo',
        'opinionMethods',
        'opinionPeople',
        'opinionCount',
        'opinions',
        'talksFrom',
        'talksDoneOn',
        'selfCheckOn',
      ],
    },
    { label: '会议', fields: ['meeting', 'reviewMeeting', 'superiorPresent', 'problems'] },
    {
      label: '民主评议',
      fields: [
        'reviewVoters',
        'ballotsIssued',
        'ballotsReturned',
        'ballotsSpoiled',
        'reviews',
        'assessedOn',
        'assessedBy',
      ],
    },
    { label: '会后', fields: ['rectifications', 'reportedOn', 'publishedOn', 'summary', 'files'] },
  ],
  sort: [{ field: 'branch', direction: 'asc' }],
  validate: campaignProblems,
});
