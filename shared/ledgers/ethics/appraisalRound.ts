import { exclusionReasons } from '../../domain/ethics/round/roundPeople.ts';
import { appraisalParts } from '../../domain/ethics/round/roundRules.ts';
import { roundSteps } from '../../domain/ethics/round/roundSteps.ts';
import { defineLedger } from '../../ledger/definition.ts';
import {
  attachments,
  choice,
  date,
  decimal,
  details,
  integer,
  longText,
  reference,
  text,
  yesNo,
} from '../../ledger/field.ts';

const weight = { min: 0, max: 100, required: true, unit: '%' } as const;
const raters = { min: 0, max: 5000, unit: '人' } as const;

/**
 * One 师德考核 of a year or school year: the rules it is reckoned by, who takes part, its steps and the panel's decisions.
 * Single scores of raters are kept apart (`store/appraisalMarks.ts`) and stand in no ledger.
 */
export const appraisalRound = defineLedger({
  id: 'appraisalRound',
  table: 'appraisal_round',
  area: 'ethics',
  label: '师德考核轮次',
  description: '每一轮师德考核的办法、参加人员、步骤和考核小组的决定，由“师德考核”办理。',
  workflow: true,
  fields: {
    name: text({ label: '名称', required: true, listWidth: 220, maxLength: 60, search: 'text' }),
    preset: text({ label: '考核办法', listWidth: 260, maxLength: 60 }),
    selfWeight: integer({ ...weight, label: '自评权重' }),
    peerWeight: integer({ ...weight, label: '互评权重' }),
    pupilWeight: integer({ ...weight, label: '学生测评权重' }),
    parentWeight: integer({ ...weight, label: '家长测评权重' }),
    panelWeight: integer({ ...weight, label: '考核组权重' }),
    excellentFrom: decimal({ label: '优秀最低分', required: true, min: 1, max: 100, digits: 2 }),
    qualifiedFrom: decimal({ label: '合格最低分', required: true, min: 1, max: 100, digits: 2 }),
    basicFrom: decimal({ label: '基本合格最低分', required: true, min: 1, max: 100, digits: 2 }),
    excellentShare: decimal({
      label: '优秀比例上限',
      required: true,
      min: 0,
      max: 100,
      digits: 2,
      unit: '%',
    }),
    noticeWorkdays: integer({ label: '公示工作日', required: true, min: 0, max: 60 }),
    minRaters: integer({ label: '最少评分人数', required: true, min: 1, max: 100 }),
    vetoHandlings: text({ label: '一票否决的处分', maxLength: 200 }),
    vetoViolations: text({ label: '一票否决的事项', maxLength: 200 }),
    peerRaters: integer({ ...raters, label: '互评表份数' }),
    pupilRaters: integer({ ...raters, label: '学生测评表份数' }),
    parentRaters: integer({ ...raters, label: '家长测评表份数' }),
    panelRaters: integer({ ...raters, label: '考核组人数' }),
    outsideRaters: integer({
      ...raters,
      label: '不参加考核的互评人数',
      help: '只打分、不被考核的人数，例如新到校的教师',
    }),
    people: details({
      label: '参加人员',
      rowLabel: '人员',
      rowKey: ['staff'],
      fields: {
        staff: reference({ label: '教职工', target: 'staff', required: true }),
        included: yesNo({ label: '参加考核' }),
        reason: choice({ label: '不参加的原因', options: exclusionReasons }),
        note: text({ label: '说明', maxLength: 200 }),
        unsignedNote: text({ label: '未签字情况', maxLength: 200 }),
      },
    }),
    steps: details({
      label: '办理步骤',
      rowLabel: '步骤',
      fields: {
        step: choice({ label: '步骤', required: true, options: [...roundSteps, '重新打开'] }),
        doneOn: date({ label: '完成日期', required: true }),
        by: text({ label: '经办人', maxLength: 40 }),
        note: text({ label: '说明', maxLength: 300 }),
      },
    }),
    imports: details({
      label: '评分导入',
      rowLabel: '导入',
      fields: {
        on: date({ label: '日期', required: true }),
        part: choice({ label: '评分', required: true, options: appraisalParts }),
        raters: integer({ label: '份数', min: -5000, max: 5000 }),
        note: text({ label: '文件或原因', maxLength: 300 }),
        by: text({ label: '经办人', maxLength: 40 }),
      },
    }),
    decisions: details({
      label: '同分决定',
      rowLabel: '决定',
      fields: {
        staff: reference({ label: '教职工', target: 'staff', required: true }),
        granted: yesNo({ label: '评为优秀' }),
        decidedOn: date({ label: '决定日期', required: true }),
        reason: longText({ label: '理由', rows: 2, maxLength: 500, required: true }),
        by: text({ label: '记录人', maxLength: 40 }),
      },
    }),
    noticeFrom: date({ label: '公示开始', listWidth: 110 }),
    noticeTo: date({ label: '公示结束', listWidth: 110 }),
    filedOn: date({ label: '归档日期', listWidth: 110 }),
    files: attachments({ label: '附件', kinds: ['考核方案', '会议记录', '公示', '其他'] }),
  },
  title: 'name',
  keys: [['name']],
  period: { kinds: ['year', 'schoolYear'] },
  groups: [
    { label: '本轮考核', fields: ['name', 'preset'] },
    { label: '权重', fields: ['selfWeight', 'peerWeight', 'pupilWeight', 'parentWeight', 'panelWeight'] },
    {
      label: '等次和公示',
      fields: [
        'excellentFrom',
        'qualifiedFrom',
        'basicFrom',
        'excellentShare',
        'noticeWorkdays',
        'minRaters',
        'vetoHandlings',
        'vetoViolations',
      ],
    },
    {
      label: '评分表',
      fields: ['peerRaters', 'pupilRaters', 'parentRaters', 'panelRaters', 'outsideRaters'],
    },
    { label: '人员', fields: ['people'] },
    {
      label: '办理',
      fields: ['steps', 'imports', 'decisions', 'noticeFrom', 'noticeTo', 'filedOn', 'files'],
    },
  ],
  sort: [{ field: 'name', direction: 'desc' }],
  validate: (values) => {
    const sum =
      values.selfWeight + values.peerWeight + values.pupilWeight + values.parentWeight + values.panelWeight;
    return [
      ...(sum === 100
        ? []
        : [{ path: 'panelWeight', sentence: `五项权重合计是 ${sum}，应为 100，请调整。` }]),
      ...(values.excellentFrom > values.qualifiedFrom && values.qualifiedFrom > values.basicFrom
        ? []
        : [{ path: 'excellentFrom', sentence: '分数线应从高到低：优秀、合格、基本合格。' }]),
    ];
  },
});
