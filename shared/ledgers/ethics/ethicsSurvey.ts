import { defineLedger } from '../../ledger/definition.ts';
import { choice, date, details, integer, longText, text } from '../../ledger/field.ts';

const answers = (label: string) => integer({ label, required: true, min: 0, max: 100_000, defaultValue: 0 });

/** 家长/学生问卷: who answered is never kept, only how often each answer was given per class or teacher. */
export const ethicsSurvey = defineLedger({
  id: 'ethicsSurvey',
  table: 'ethics_survey',
  area: 'ethics',
  label: '师德问卷',
  description: '家长、学生师德满意度问卷：题目和汇总票数，不记名。',
  fields: {
    title: text({ label: '问卷名称', required: true, listWidth: 260, maxLength: 80, search: 'text' }),
    audience: choice({
      label: '对象',
      required: true,
      listWidth: 80,
      filter: true,
      options: ['家长', '学生'],
      defaultValue: '家长',
    }),
    grouping: choice({
      label: '按什么统计',
      required: true,
      listWidth: 100,
      options: ['全校', '班级', '教师'],
      defaultValue: '全校',
    }),
    startsOn: date({ label: '发放日期', required: true, listWidth: 110 }),
    endsOn: date({ label: '收回日期', listWidth: 110 }),
    issued: integer({ label: '发放份数', min: 0, max: 100_000, listWidth: 90, unit: '份' }),
    introduction: longText({ label: '卷首语', rows: 3, maxLength: 600 }),
    version: text({ label: '题目版本', maxLength: 40, example: '2026年版' }),
    questions: details({
      label: '题目',
      rowLabel: '题目',
      fields: { text: text({ label: '题目', required: true, maxLength: 120 }) },
    }),
    tallies: details({
      label: '票数',
      rowLabel: '票数',
      rowKey: ['group', 'question'],
      fields: {
        group: text({ label: '班级或教师', required: true, maxLength: 40 }),
        question: integer({ label: '题号', required: true, min: 1, max: 50 }),
        verySatisfied: answers('很满意'),
        satisfied: answers('满意'),
        fair: answers('基本满意'),
        dissatisfied: answers('不满意'),
      },
    }),
  },
  title: 'title',
  keys: [['title', 'startsOn']],
  period: { kinds: ['term'], proposeFrom: 'startsOn' },
  groups: [
    {
      label: '问卷',
      fields: [
        'title',
        'audience',
        'grouping',
        'startsOn',
        'endsOn',
        'issued',
        'version',
        'introduction',
        'questions',
      ],
    },
    { label: '票数', fields: ['tallies'] },
  ],
  sort: [{ field: 'startsOn', direction: 'desc' }],
  validate: ({ startsOn, endsOn }) =>
    endsOn !== null && endsOn < startsOn ? [{ path: 'endsOn', sentence: '收回日期不能早于发放日期。' }] : [],
});
