import { defineLedger } from '../../ledger/definition.ts';
import { choice, date, decimal, details, reference, text, time, yesNo } from '../../ledger/field.ts';
import { servedTypes } from './servedTypes.ts';
import { serviceRoles, slotKinds } from '../../domain/afterSchool/words.ts';

/** One session on one day (排班): who is where. Kinds other than 课后服务 and 延时托管 never count as service (domain.md §0.2-4). */
export const serviceSlot = defineLedger({
  id: 'serviceSlot',
  table: 'service_slot',
  area: 'afterSchool',
  label: '课后服务排班',
  description: '每天每个课程的时间、地点和到岗教师。',
  schoolTypes: servedTypes,
  fields: {
    name: text({ label: '场次', listWidth: 200, maxLength: 80, help: '留空时用“日期+课程”' }),
    heldOn: date({ label: '日期', required: true, listWidth: 110, filter: true }),
    startsAt: time({ label: '开始', required: true, listWidth: 70, synonyms: ['开始时间'] }),
    endsAt: time({ label: '结束', required: true, listWidth: 70, synonyms: ['结束时间'] }),
    kind: choice({
      label: '时段类别',
      required: true,
      listWidth: 100,
      filter: true,
      defaultValue: '课后服务',
      options: slotKinds,
    }),
    course: reference({
      label: '课程',
      target: 'serviceCourse',
      required: true,
      listWidth: 180,
      filter: true,
      synonyms: ['课程名称', '班组'],
    }),
    room: text({ label: '地点', maxLength: 30, listWidth: 100, synonyms: ['教室'] }),
    staffing: details({
      label: '到岗人员',
      rowLabel: '人员',
      fields: {
        staff: reference({ label: '教职工', target: 'staff', synonyms: ['教师'] }),
        external: reference({ label: '校外人员', target: 'externalPerson' }),
        role: choice({
          label: '职责',
          required: true,
          defaultValue: '授课',
          options: serviceRoles,
        }),
        hours: decimal({ label: '课时', min: 0, max: 10, digits: 1, defaultValue: 2 }),
        locked: yesNo({ label: '锁定', help: '自动排班时不换人' }),
        replaces: reference({ label: '代谁', target: 'staff' }),
        replacedBecause: text({ label: '代班原因', maxLength: 100 }),
      },
    }),
    confirmed: yesNo({ label: '已确认开展', listWidth: 100, filter: true, defaultValue: false }),
    cancelledReason: text({ label: '停课原因', maxLength: 100 }),
    log: text({ label: '活动内容', maxLength: 500, search: 'text' }),
  },
  title: 'name',
  keys: [['heldOn', 'startsAt', 'course']],
  period: { kinds: ['term'], proposeFrom: 'heldOn' },
  carry: ['startsAt', 'endsAt', 'course'],
  groups: [
    { label: '时间地点', fields: ['name', 'heldOn', 'startsAt', 'endsAt', 'kind', 'course', 'room'] },
    { label: '人员与实施', fields: ['staffing', 'confirmed', 'cancelledReason', 'log'] },
  ],
  sort: [
    { field: 'heldOn', direction: 'desc' },
    { field: 'startsAt', direction: 'asc' },
  ],
  statistics: [{ id: 'byKind', label: '场次', rows: 'kind', measure: { kind: 'count' } }],
  validate: (values) =>
    values.startsAt >= values.endsAt ? [{ path: 'endsAt', sentence: '结束时间要晚于开始时间。' }] : [],
});
