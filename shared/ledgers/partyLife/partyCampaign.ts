import { defineLedger } from '../../ledger/definition.ts';
import {
  attachments,
  choice,
  date,
  details,
  integer,
  longText,
  reference,
  text,
} from '../../ledger/field.ts';

const isKind =
  (...kinds: readonly string[]) =>
  (values: Readonly<Record<string, unknown>>): boolean =>
    kinds.includes(String(values['kind']));

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
      options: ['组织生活会', '民主评议党员', '组织生活会和民主评议', '民主生活会'],
    }),
    branch: reference({ label: '党支部', target: 'branch', required: true, listWidth: 130, filter: true }),
    theme: text({ label: '主题', listWidth: 220, maxLength: 200, search: 'text' }),
    owner: reference({ label: '负责人', target: 'partyMember' }),
    planFiledOn: date({ label: '方案报批日期', help: '民主生活会一般提前 10 天' }),
    planApprovedOn: date({ label: '方案批复日期' }),
    studyOn: date({ label: '会前学习完成' }),
    studyCount: integer({ label: '会前学习次数', min: 0, unit: '次' }),
    opinionsFrom: date({ label: '征求意见开始' }),
    opinionsTo: date({ label: '征求意见结束' }),
    opinionMethods: text({ label: '征求意见方式', maxLength: 120 }),
    opinionPeople: integer({ label: '征求意见人数', min: 0, unit: '人' }),
    opinionCount: integer({ label: '收集意见', min: 0, unit: '条' }),
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
  groups: [
    { label: '工作', fields: ['kind', 'branch', 'theme', 'owner'] },
    {
      label: '会前',
      fields: [
        'planFiledOn',
        'planApprovedOn',
        'studyOn',
        'studyCount',
        'opinionsFrom',
        'opinionsTo',
        'opinionMethods',
        'opinionPeople',
        'opinionCount',
        'talksDoneOn',
        'selfCheckOn',
      ],
    },
    { label: '会议', fields: ['meeting', 'reviewMeeting', 'superiorPresent', 'problems'] },
    { label: '会后', fields: ['rectifications', 'reportedOn', 'publishedOn', 'summary', 'files'] },
  ],
  sort: [{ field: 'branch', direction: 'asc' }],
  rules: ['PTY-51', 'PTY-53'],
  validate: (values) => {
    const { opinionsFrom, opinionsTo } = values;
    const wrong = opinionsFrom !== null && opinionsTo !== null && opinionsTo < opinionsFrom;
    return wrong ? [{ path: 'opinionsTo', sentence: '征求意见的结束日期不能早于开始日期。' }] : [];
  },
});
