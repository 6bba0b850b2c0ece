import { defineLedger } from '../../ledger/definition.ts';
import { choice, date, details, integer, phone, reference, text, time } from '../../ledger/field.ts';
import { servedTypes } from './servedTypes.ts';
import { handoverWays } from '../../domain/afterSchool/words.ts';

function countRows(values: Readonly<Record<string, unknown>>, notFetched: boolean): number {
  const rows = Array.isArray(values['rows']) ? (values['rows'] as readonly { readonly way?: unknown }[]) : [];
  return rows.filter(({ way }) => (way === '未接') === notFetched).length;
}

/** 离校交接登记 of one session: who fetched whom, and what was done for children whom nobody fetched (domain.md §5.3). */
export const serviceHandover = defineLedger({
  id: 'serviceHandover',
  table: 'service_handover',
  area: 'afterSchool',
  label: '离校交接',
  description: '每场课后服务结束时的离校交接：默认按报名的接送方式，只记例外。',
  schoolTypes: servedTypes,
  fields: {
    slot: reference({ label: '场次', target: 'serviceSlot', required: true, listWidth: 220 }),
    heldOn: date({ label: '日期', required: true, listWidth: 110, filter: true }),
    leftAt: time({ label: '放学时间', required: true, listWidth: 90 }),
    handedBy: reference({ label: '交接人', target: 'staff', listWidth: 100 }),
    leader: reference({ label: '值班领导', target: 'staff', listWidth: 100 }),
    rows: details({
      label: '交接名单',
      rowLabel: '学生',
      rowKey: ['pupil'],
      fields: {
        pupil: reference({
          label: '学生',
          target: 'pupil',
          required: true,
          synonyms: ['姓名'],
          indexedWith: 'receiver',
        }),
        way: choice({
          label: '离校方式',
          required: true,
          defaultValue: '家长接送',
          options: handoverWays,
        }),
        receiver: text({ label: '接领人', maxLength: 30, sensitivity: 'internal', mask: 'adultName' }),
        relation: text({ label: '关系', maxLength: 20 }),
        phone: phone({ label: '电话' }),
        leftAt: time({ label: '离校时间' }),
        handling: text({ label: '未接学生处置', maxLength: 200 }),
      },
    }),
    handedCount: integer({
      label: '已交接',
      listWidth: 80,
      total: true,
      computed: (values) => countRows(values, false),
    }),
    waitingCount: integer({
      label: '未接',
      listWidth: 70,
      total: true,
      computed: (values) => countRows(values, true),
    }),
    remark: text({ label: '备注', maxLength: 300 }),
  },
  title: 'slot',
  keys: [['slot']],
  period: { kinds: ['term'], proposeFrom: 'heldOn' },
  carry: ['leftAt'],
  groups: [
    { label: '场次', fields: ['slot', 'heldOn', 'leftAt', 'handedBy', 'leader'] },
    { label: '交接', fields: ['rows', 'handedCount', 'waitingCount', 'remark'] },
  ],
  sort: [{ field: 'heldOn', direction: 'desc' }],
  validate: (values) =>
    values.rows.flatMap((row, index) =>
      row.way === '未接' && (row.handling ?? '').trim() === ''
        ? [{ path: `rows.${index}.handling`, sentence: '没有人接的学生，请写明怎样处置。' }]
        : [],
    ),
});
