import { defineLedger } from '../../ledger/definition.ts';
import { choice, date, money, text } from '../../ledger/field.ts';
import { servedTypes } from './servedTypes.ts';
import { serviceRoles } from '../../domain/afterSchool/words.ts';

/** 补助标准: yuan per 课时 by role, in force from a day on. No public standard is known for the county: the school enters its own. */
export const serviceRate = defineLedger({
  id: 'serviceRate',
  table: 'service_rate',
  area: 'afterSchool',
  label: '课时补助标准',
  description: '各职责每课时的补助标准和执行日期。月结按场次当天执行的标准计算。',
  schoolTypes: servedTypes,
  fields: {
    role: choice({ label: '职责', required: true, listWidth: 120, filter: true, options: serviceRoles }),
    amount: money({ label: '每课时补助', required: true, min: 0, max: 100_000, listWidth: 120 }),
    from: date({ label: '自', required: true, listWidth: 110 }),
    to: date({ label: '至', listWidth: 110, help: '现在还执行的留空' }),
    document: text({ label: '依据文号', maxLength: 60, listWidth: 160 }),
  },
  title: 'role',
  keys: [['role', 'from']],
  effective: { subject: ['role'], from: 'from', to: 'to', exclusive: true },
  groups: [{ label: '标准', fields: ['role', 'amount', 'from', 'to', 'document'] }],
  sort: [
    { field: 'role', direction: 'asc' },
    { field: 'from', direction: 'desc' },
  ],
});
