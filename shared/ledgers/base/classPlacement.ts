import { defineLedger } from '../../ledger/definition.ts';
import { date, reference } from '../../ledger/field.ts';

/** Effective-dated classes of pupils: who sat in which class on a given day. */
export const classPlacement = defineLedger({
  id: 'classPlacement',
  table: 'class_placement',
  area: 'base',
  label: '编班记录',
  description: '学生在各班的起止日期，修改学生的班级时自动续写。',
  fields: {
    pupil: reference({ label: '学生', target: 'pupil', required: true, listWidth: 100, filter: true }),
    schoolClass: reference({
      label: '班级',
      target: 'schoolClass',
      required: true,
      listWidth: 120,
      filter: true,
    }),
    from: date({ label: '开始日期', required: true, listWidth: 110 }),
    to: date({ label: '结束日期', listWidth: 110, help: '现在还在这个班的不填' }),
  },
  title: 'pupil',
  keys: [['pupil', 'from']],
  effective: { subject: ['pupil'], from: 'from', to: 'to', exclusive: true },
  groups: [{ label: '编班', fields: ['pupil', 'schoolClass', 'from', 'to'] }],
  sort: [{ field: 'from', direction: 'desc' }],
});
