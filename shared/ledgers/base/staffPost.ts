import { defineLedger } from '../../ledger/definition.ts';
import { date, reference, text } from '../../ledger/field.ts';

/** Effective-dated posts of staff: who held which post on a given day. */
export const staffPost = defineLedger({
  id: 'staffPost',
  table: 'staff_post',
  area: 'base',
  label: '任职经历',
  description: '教职工在校内担任职务的起止时间，修改“现任职务”时自动续写。',
  fields: {
    staff: reference({ label: '姓名', target: 'staff', required: true, listWidth: 100, filter: true }),
    post: text({ label: '职务', listWidth: 140, maxLength: 40 }),
    from: date({ label: '开始日期', required: true, listWidth: 110 }),
    to: date({ label: '结束日期', listWidth: 110, help: '现任的不填' }),
    document: text({ label: '任免文号', maxLength: 60 }),
  },
  title: 'staff',
  keys: [['staff', 'post', 'from']],
  effective: { subject: ['staff'], from: 'from', to: 'to', exclusive: false },
  groups: [{ label: '任职', fields: ['staff', 'post', 'from', 'to', 'document'] }],
  sort: [{ field: 'from', direction: 'desc' }],
});
