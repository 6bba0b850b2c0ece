import { defineLedger } from '../../ledger/definition.ts';
import { attachments, choice, date, reference, text } from '../../ledger/field.ts';
import { assessmentGrades } from '../../domain/ethics/words.ts';

/** 事业单位年度考核: kept here because ethics limits its grade (domain.md §4.3, §4.5). */
export const annualAssessment = defineLedger({
  id: 'annualAssessment',
  table: 'annual_assessment',
  area: 'ethics',
  label: '年度考核',
  description: '教职工每年的年度考核等次，用来核对师德不合格和处分对等次的限制。',
  fields: {
    staff: reference({
      label: '教职工',
      target: 'staff',
      required: true,
      listWidth: 100,
      filter: true,
      synonyms: ['姓名', '教师姓名'],
    }),
    grade: choice({
      label: '年度考核等次',
      required: true,
      listWidth: 130,
      filter: true,
      options: assessmentGrades,
      synonyms: ['等次', '考核结果'],
      help: '受处分期间只写评语的，选“不定等次”',
    }),
    decidedOn: date({ label: '确定日期', listWidth: 110 }),
    remark: text({ label: '备注', maxLength: 200 }),
    files: attachments({ label: '登记表', kinds: ['登记表', '其他'] }),
  },
  title: 'staff',
  keys: [['staff']],
  period: { kinds: ['year'], synonyms: ['考核年度'] },
  groups: [{ label: '年度考核', fields: ['staff', 'grade', 'decidedOn', 'remark', 'files'] }],
  sort: [{ field: 'decidedOn', direction: 'desc' }],
  statistics: [
    {
      id: 'byGrade',
      label: '年度考核等次',
      rows: 'period',
      columns: 'grade',
      measure: { kind: 'count' },
      hidesSmallCounts: true,
    },
  ],
});
