import { defineLedger } from '../../ledger/definition.ts';
import { choice, date, details, integer, reference, text, time, yesNo } from '../../ledger/field.ts';
import { servedTypes } from './servedTypes.ts';
import { rollStates } from '../../domain/afterSchool/words.ts';

function rowsOf(values: Readonly<Record<string, unknown>>): readonly { readonly state?: unknown }[] {
  const rows = values['rows'];
  return Array.isArray(rows) ? (rows as readonly { readonly state?: unknown }[]) : [];
}

/** 点名表 of one session: who came, who didn't and why, who left early with whom (domain.md §5.3). */
export const serviceAttendance = defineLedger({
  id: 'serviceAttendance',
  table: 'service_attendance',
  area: 'afterSchool',
  label: '课后服务点名',
  description: '每场课后服务的点名：默认全到，只记例外。',
  schoolTypes: servedTypes,
  fields: {
    slot: reference({ label: '场次', target: 'serviceSlot', required: true, listWidth: 220 }),
    heldOn: date({ label: '日期', required: true, listWidth: 110, filter: true }),
    rows: details({
      label: '点名',
      rowLabel: '学生',
      rowKey: ['pupil'],
      fields: {
        pupil: reference({ label: '学生', target: 'pupil', required: true, synonyms: ['姓名'] }),
        state: choice({
          label: '出勤',
          required: true,
          defaultValue: '到',
          options: rollStates,
          spellings: { 到: ['√', '出勤', '已到'], 请假: ['病假', '事假'], 缺勤: ['缺', '×', '未到'] },
        }),
        reason: text({ label: '原因', maxLength: 100 }),
        guardianInformed: yesNo({ label: '已告知家长' }),
        leftAt: time({ label: '离开时间' }),
        fetchedBy: text({ label: '接走人', maxLength: 30 }),
      },
    }),
    dueCount: integer({
      label: '应到',
      listWidth: 70,
      total: true,
      computed: (values) => rowsOf(values).length,
    }),
    presentCount: integer({
      label: '实到',
      listWidth: 70,
      total: true,
      computed: (values) =>
        rowsOf(values).filter((row) => row.state === '到' || row.state === '迟到' || row.state === '早退')
          .length,
    }),
    signedBy: reference({ label: '点名教师', target: 'staff', listWidth: 100 }),
    remark: text({ label: '备注', maxLength: 300 }),
  },
  title: 'slot',
  keys: [['slot']],
  period: { kinds: ['term'], proposeFrom: 'heldOn' },
  groups: [
    { label: '场次', fields: ['slot', 'heldOn', 'signedBy'] },
    { label: '点名', fields: ['rows', 'dueCount', 'presentCount', 'remark'] },
  ],
  sort: [{ field: 'heldOn', direction: 'desc' }],
});
