import { defineLedger } from '../../ledger/definition.ts';
import { choice, date, decimal, details, money, reference, text } from '../../ledger/field.ts';
import { servedTypes } from './servedTypes.ts';
import { serviceRoles } from '../../domain/afterSchool/words.ts';

const most = 100_000_000;

/**
 * 月结: what a month pays, as it stood when it was locked. Made by the month's screen only: it freezes the sessions of the
 * month, and what is corrected afterwards is paid with a later month.
 */
export const servicePayMonth = defineLedger({
  id: 'servicePayMonth',
  table: 'service_pay_month',
  area: 'afterSchool',
  label: '课时补助月结',
  description: '每月锁定的课时和补助，由“课时补助”页面的“月结”生成。',
  schoolTypes: servedTypes,
  fields: {
    title: text({ label: '名称', required: true, listWidth: 240, maxLength: 60 }),
    standing: choice({
      label: '状态',
      required: true,
      listWidth: 90,
      filter: true,
      options: ['已月结', '已解锁'],
    }),
    lockedOn: date({ label: '月结日期', listWidth: 110 }),
    lockedBy: text({ label: '月结人', maxLength: 30, listWidth: 100 }),
    unlockedBecause: text({ label: '解锁原因', maxLength: 200 }),
    lines: details({
      label: '补助明细',
      rowLabel: '明细',
      fields: {
        staff: reference({ label: '教职工', target: 'staff' }),
        external: reference({ label: '校外人员', target: 'externalPerson' }),
        role: choice({ label: '职责', required: true, options: serviceRoles }),
        ofMonth: text({ label: '课时所属月', required: true, maxLength: 7 }),
        hours: decimal({ label: '课时', required: true, min: -10_000, max: 10_000, digits: 1 }),
        rate: money({ label: '标准', required: true, min: 0, max: 100_000 }),
        amount: money({ label: '金额', required: true, min: -most, max: most, mask: 'pay' }),
      },
    }),
    taxes: details({
      label: '扣税',
      rowLabel: '人员',
      fields: {
        staff: reference({ label: '教职工', target: 'staff' }),
        external: reference({ label: '校外人员', target: 'externalPerson' }),
        tax: money({ label: '扣税', required: true, min: 0, max: most, mask: 'pay' }),
      },
    }),
    totalHours: decimal({ label: '课时合计', digits: 1, listWidth: 100, min: -100_000, max: 100_000 }),
    totalAmount: money({ label: '补助合计', listWidth: 120, total: true, min: -most, max: most }),
  },
  title: 'title',
  keys: [['title']],
  period: { kinds: ['month'] },
  groups: [
    { label: '月结', fields: ['title', 'standing', 'lockedOn', 'lockedBy', 'unlockedBecause'] },
    { label: '明细', fields: ['lines', 'taxes', 'totalHours', 'totalAmount'] },
  ],
  sort: [{ field: 'title', direction: 'desc' }],
});
