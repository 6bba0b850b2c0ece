import { formatPeriod, type PeriodKind } from '../../../../shared/kernel/periods.ts';
import { success } from '../../../../shared/kernel/result.ts';
import {
  expenseItems,
  incomeItems,
  serviceAccount,
} from '../../../../shared/ledgers/afterSchool/serviceAccount.ts';
import { columnLetter } from '../../../../shared/ledger/columns.ts';
import { printedDate } from '../../../documents/officeText.ts';
import { planOf } from '../../afterSchool/serviceTerm.ts';
import { finishedRecords } from '../../../store/records/recordsBetween.ts';
import { schoolOf } from '../../school/schoolOf.ts';
import { officialSheet, type ReportColumn } from '../officialSheet.ts';
import { defineReport } from '../report.ts';
import { periodOfScope } from '../reportPeriod.ts';

interface Entry {
  readonly bookedOn: string;
  readonly direction: '收入' | '支出';
  readonly item: string;
  readonly amount: number;
  readonly voucher: string;
  readonly note: string;
}

interface NoticeData {
  readonly schoolName: string;
  readonly period: string;
  readonly madeOn: string;
  readonly madeBy: string;
  readonly entries: readonly Entry[];
  /** 2026年12月1日至12月7日, or an empty place. */
  readonly shown: string;
}

const kinds: readonly PeriodKind[] = ['term'];

/** 收支公示表 of a term (domain.md §5.3): income and expenditure by item, sums and balance as formulas, and the single lines. */
export const serviceAccountNotice = defineReport<NoticeData>({
  name: 'serviceAccountNotice',
  label: '课后服务收支公示表',
  area: 'afterSchool',
  formats: ['xlsx', 'pdf'],
  scope: { kind: 'period', periods: kinds },
  gather: (h, scope, { today, accountName }) => {
    const period = periodOfScope(scope, kinds);
    if (!period.ok) return period;
    const plan = planOf(h, period.value)?.values;
    const from = plan?.accountsPublicisedFrom ?? null;
    const to = plan?.accountsPublicisedTo ?? null;
    return success({
      schoolName: schoolOf(h).values.name,
      period: period.value,
      madeOn: today,
      madeBy: accountName,
      entries: finishedRecords(h, serviceAccount, [], period.value)
        .map(({ values }) => ({
          bookedOn: values.bookedOn,
          direction: values.direction,
          item: values.item,
          amount: values.amount,
          voucher: values.voucher ?? '',
          note: [values.partner, values.note].filter((part) => part !== null).join('，'),
        }))
        .toSorted((a, b) => a.bookedOn.localeCompare(b.bookedOn)),
      shown: from === null ? '' : `${printedDate(from)}至${to === null ? '' : printedDate(to)}`,
    });
  },
  compose: (data) => ({
    name: `课后服务收支公示表_${data.period}`,
    sheets: [summarySheet(data), linesSheet(data)],
    personCount: 0,
    sensitiveColumns: [],
    problems: [
      ...(data.entries.length === 0 ? ['本学期还没有登记收支。没有收支的，公示表上都是 0。'] : []),
      ...(data.shown === '' ? ['方案里还没有填收支公示日期，表上空着。'] : []),
    ],
    rows: data.entries.length,
  }),
});

function summarySheet(data: NoticeData) {
  const sumOf = (direction: string, item: string): number =>
    data.entries
      .filter((entry) => entry.direction === direction && entry.item === item)
      .reduce((sum, { amount }) => sum + amount, 0) / 100;
  const incomes = [...incomeItems, '其他'];
  const expenses = [...expenseItems, '其他'];
  const money = { width: 13, form: 'money' } as const;
  const [income, expense] = [
    incomes.map((item) => sumOf('收入', item)),
    expenses.map((item) => sumOf('支出', item)),
  ];
  const total = (amounts: readonly number[]): number =>
    Math.round(amounts.reduce((a, b) => a + b, 0) * 100) / 100;
  // 序号 stands before the first amount.
  const firstIncome = 1;
  const incomeTotal = firstIncome + incomes.length;
  const firstExpense = incomeTotal + 1;
  const expenseTotal = firstExpense + expenses.length;
  const sumOver =
    (first: number, last: number) =>
    (row: number): string =>
      `SUM(${columnLetter(first)}${row}:${columnLetter(last)}${row})`;
  const columns: readonly ReportColumn[] = [
    ...incomes.map((item) => ({ ...money, header: item, group: '收入' })),
    { ...money, header: '合计', group: '收入', formula: sumOver(firstIncome, incomeTotal - 1) },
    ...expenses.map((item) => ({ ...money, header: item, group: '支出' })),
    { ...money, header: '合计', group: '支出', formula: sumOver(firstExpense, expenseTotal - 1) },
    {
      ...money,
      header: '结余',
      formula: (row) => `${columnLetter(incomeTotal)}${row}-${columnLetter(expenseTotal)}${row}`,
    },
    { header: '公示起止', width: 16, form: 'text', wrap: true },
  ];
  return officialSheet({
    name: '收支公示表',
    title: `${data.schoolName}${formatPeriod(data.period)}课后服务收支公示表`,
    unitName: data.schoolName,
    madeOn: data.madeOn,
    madeBy: data.madeBy,
    note: '单位：元',
    columns,
    rows: [
      [
        ...income,
        total(income),
        ...expense,
        total(expense),
        Math.round((total(income) - total(expense)) * 100) / 100,
        data.shown,
      ],
    ],
  });
}

function linesSheet(data: NoticeData) {
  return officialSheet({
    name: '收支明细',
    title: `${data.schoolName}${formatPeriod(data.period)}课后服务收支明细`,
    unitName: data.schoolName,
    madeOn: data.madeOn,
    madeBy: data.madeBy,
    note: '单位：元',
    columns: [
      { header: '日期', width: 12, form: 'text' },
      { header: '项目', width: 16, form: 'text' },
      { header: '收入', width: 14, form: 'money', total: true },
      { header: '支出', width: 14, form: 'money', total: true },
      { header: '凭证号', width: 16, form: 'text' },
      { header: '说明', width: 30, form: 'text', wrap: true },
    ],
    rows: data.entries.map(({ bookedOn, direction, item, amount, voucher, note }) => [
      bookedOn,
      item,
      direction === '收入' ? amount / 100 : null,
      direction === '支出' ? amount / 100 : null,
      voucher,
      note,
    ]),
    totals: true,
  });
}
