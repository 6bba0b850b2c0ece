import { defineLedger } from '../../ledger/definition.ts';
import { choice, date, money, text } from '../../ledger/field.ts';
import { servedTypes } from './servedTypes.ts';
import { feeBases, feeStages } from '../../domain/afterSchool/words.ts';

/**
 * The charge for after-school service as the county set it, effective-dated: a new paper is a new record, what was
 * charged before stays explained. Without one, the plan's own fee of a term holds.
 */
export const serviceFeeStandard = defineLedger({
  id: 'serviceFeeStandard',
  table: 'service_fee_standard',
  area: 'afterSchool',
  label: '课后服务收费标准',
  description: '物价、财政、教育部门核定的课后服务收费标准，标准改变时新增一条。',
  schoolTypes: servedTypes,
  fields: {
    stage: choice({ label: '学段', required: true, listWidth: 90, options: feeStages }),
    basis: choice({
      label: '计费方式',
      required: true,
      listWidth: 100,
      defaultValue: '每学期',
      options: feeBases,
    }),
    amount: money({ label: '标准', required: true, min: 0, listWidth: 100 }),
    from: date({ label: '执行日期', required: true, listWidth: 110 }),
    to: date({ label: '终止日期', listWidth: 110, help: '还在执行的不填' }),
    document: text({ label: '文号', maxLength: 60, listWidth: 200 }),
    setBy: text({ label: '核定机关', maxLength: 60 }),
  },
  title: 'stage',
  keys: [['stage', 'from']],
  effective: { subject: ['stage'], from: 'from', to: 'to', exclusive: true },
  groups: [{ label: '标准', fields: ['stage', 'basis', 'amount', 'from', 'to', 'document', 'setBy'] }],
  sort: [
    { field: 'from', direction: 'desc' },
    { field: 'stage', direction: 'asc' },
  ],
});
