import { defineLedger } from '../../ledger/definition.ts';
import {
  attachments,
  choice,
  date,
  decimal,
  details,
  longText,
  reference,
  text,
  yesNo,
} from '../../ledger/field.ts';
import { ethicsGrades } from '../../domain/ethics/words.ts';

const score = { min: 0, max: 100, digits: 2, unit: '分' } as const;

/**
 * 师德考核登记表 (domain.md §4.5, §4.6). The total is computed by the service from the weights in force (a parameter),
 * so that a change of weights never rewrites an old year.
 */
export const ethicsAppraisal = defineLedger({
  id: 'ethicsAppraisal',
  table: 'ethics_appraisal',
  area: 'ethics',
  label: '师德考核',
  description: '教职工师德年度考核登记：自评、互评、测评、考核组评分和等次。',
  workflow: true,
  fields: {
    staff: reference({
      label: '教职工',
      target: 'staff',
      required: true,
      listWidth: 100,
      filter: true,
      synonyms: ['姓名', '教师姓名'],
    }),
    selfScore: decimal({ ...score, label: '自评分', listWidth: 80, synonyms: ['个人自评', '自评得分'] }),
    peerScore: decimal({ ...score, label: '互评分', listWidth: 80, synonyms: ['教师互评', '互评得分'] }),
    pupilScore: decimal({ ...score, label: '学生测评', listWidth: 80, synonyms: ['学生测评得分'] }),
    parentScore: decimal({ ...score, label: '家长测评', listWidth: 80, synonyms: ['家长测评得分'] }),
    panelScore: decimal({
      ...score,
      label: '考核组评分',
      listWidth: 90,
      synonyms: ['考核小组评分', '学校考核', '考核组得分'],
    }),
    // Sheets that say 个人自评 over a column mean the score.
    selfReview: longText({ label: '自评小结', rows: 4, maxLength: 5000, synonyms: ['个人小结', '个人总结'] }),
    ruleScores: details({
      label: '十项准则逐项评分',
      rowLabel: '准则',
      rowKey: ['rule'],
      fields: {
        rule: text({ label: '准则', required: true, maxLength: 40 }),
        score: decimal({ label: '得分', min: 0, max: 10, digits: 1 }),
        remark: text({ label: '说明', maxLength: 200 }),
      },
    }),
    adjustment: decimal({ label: '加扣分', min: -100, max: 100, digits: 2, unit: '分' }),
    adjustmentReason: text({ label: '加扣分事由', maxLength: 300 }),
    veto: yesNo({ label: '一票否决', listWidth: 80, filter: true, defaultValue: false }),
    vetoReason: text({ label: '否决情形', maxLength: 300, visibleWhen: (values) => values['veto'] === true }),
    totalScore: decimal({
      label: '总分',
      min: 0,
      max: 200,
      digits: 2,
      listWidth: 80,
      help: '按当年的权重自动计算，可核对',
    }),
    grade: choice({
      label: '考核等次',
      listWidth: 90,
      filter: true,
      options: ethicsGrades,
      synonyms: ['等次', '考核结果', '考核等级'],
    }),
    panelOpinion: longText({ label: '考核小组意见', rows: 3, maxLength: 2000 }),
    schoolOpinion: longText({ label: '学校意见', rows: 3, maxLength: 2000 }),
    noticeFrom: date({ label: '公示开始' }),
    noticeTo: date({ label: '公示结束' }),
    signedOn: date({ label: '本人签字日期', listWidth: 110 }),
    files: attachments({ label: '附件', kinds: ['登记表', '其他'] }),
  },
  title: 'staff',
  keys: [['staff']],
  period: { kinds: ['year', 'schoolYear'], synonyms: ['考核年度', '考核学年'] },
  groups: [
    { label: '考核对象', fields: ['staff'] },
    {
      label: '评分',
      fields: [
        'selfScore',
        'peerScore',
        'pupilScore',
        'parentScore',
        'panelScore',
        'adjustment',
        'adjustmentReason',
        'totalScore',
      ],
    },
    { label: '十项准则', fields: ['selfReview', 'ruleScores'] },
    { label: '结果', fields: ['veto', 'vetoReason', 'grade', 'panelOpinion', 'schoolOpinion'] },
    { label: '公示与签字', fields: ['noticeFrom', 'noticeTo', 'signedOn', 'files'] },
  ],
  sort: [{ field: 'totalScore', direction: 'desc' }],
  statistics: [
    {
      id: 'byGrade',
      label: '考核等次',
      rows: 'period',
      columns: 'grade',
      measure: { kind: 'count' },
      hidesSmallCounts: true,
    },
  ],
  validate: (values) => [
    ...(values.veto === true && !values.vetoReason
      ? [{ path: 'vetoReason', sentence: '一票否决要写明情形。' }]
      : []),
    ...(values.veto === true && values.grade !== null && values.grade !== '不合格'
      ? [{ path: 'grade', sentence: '有一票否决情形的，等次应为“不合格”。' }]
      : []),
    ...(values.noticeFrom !== null && values.noticeTo !== null && values.noticeTo < values.noticeFrom
      ? [{ path: 'noticeTo', sentence: '公示结束日期不能早于开始日期。' }]
      : []),
  ],
});
