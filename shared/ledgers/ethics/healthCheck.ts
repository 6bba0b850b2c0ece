import { defineLedger } from '../../ledger/definition.ts';
import { attachments, choice, date, reference, text } from '../../ledger/field.ts';

/** Health checks of kindergarten staff, before entry and every year (学前教育法 44—45): only whether fit, never a finding. */
export const healthCheck = defineLedger({
  id: 'healthCheck',
  table: 'health_check',
  area: 'ethics',
  label: '健康检查',
  description: '幼儿园教职工上岗前和每年的健康检查，只记是否合格。',
  schoolTypes: ['幼儿园'],
  fields: {
    staff: reference({
      label: '教职工',
      target: 'staff',
      required: true,
      listWidth: 100,
      filter: true,
      synonyms: ['姓名'],
    }),
    checkedOn: date({ label: '检查日期', required: true, listWidth: 110, synonyms: ['体检日期'] }),
    result: choice({
      label: '结果',
      required: true,
      listWidth: 80,
      options: ['合格', '不合格'],
      sensitivity: 'internal',
      mask: 'health',
    }),
    institution: text({ label: '检查机构', maxLength: 60, listWidth: 160 }),
    files: attachments({ label: '健康证', kinds: ['健康证'] }),
  },
  title: 'staff',
  keys: [['staff', 'checkedOn']],
  period: { kinds: ['year'], proposeFrom: 'checkedOn' },
  groups: [{ label: '检查', fields: ['staff', 'checkedOn', 'result', 'institution', 'files'] }],
  sort: [{ field: 'checkedOn', direction: 'desc' }],
});
