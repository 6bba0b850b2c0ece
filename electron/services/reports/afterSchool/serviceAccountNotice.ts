import { formatPeriod } from '../../../../shared/kernel/periods.ts';
import { success } from '../../../../shared/kernel/result.ts';
import {
  expenseItems,
  incomeItems,
  serviceAccount,
} from '../../../../shared/ledgers/afterSchool/serviceAccount.ts';
import type { RecordIn } from '../../../store/records/records.ts';
import { finishedRecords } from '../../../store/records/recordsBetween.ts';
import { planOf } from '../../afterSchool/serviceTerm.ts';
import type { SheetColumn } from '../../../documents/officialSheet.ts';
import { sheetReport } from '../report.ts';

type Entry = RecordIn<typeof serviceAccount>['values'];
type Direction = Entry['direction'];

/** Sums of the items in 元, by direction. */
type Sums = Readonly<Record<Direction, ReadonlyMap<string, number>>>;

const itemsOf: Readonly<Record<Direction, readonly string[]>> = {
  收入: [...incomeItems, '其他'],
  支出: [...expenseItems, '其他'],
};
const money = { width: 13, format: 'money' } as const;
const toCent = (yuan: number): number => Math.round(yuan * 100) / 100;

/** 收支公示表 of a term (domain.md §5.3): income and expenditure by item, sums and balance as formulas, and the single lines. */
export const serviceAccountNotice = sheetReport({
  name: 'serviceAccountNotice',
  label: '课后服务收支公示表',
  area: 'afterSchool',
  periods: ['term'],
  gather: (h, { period }) => {
    const plan = planOf(h, period)?.values;
    const from = plan?.accountsPublicisedFrom ?? null;
    return success({
      entries: finishedRecords(h, serviceAccount, [], period)
        .map(({ values }) => values)
        .toSorted((a, b) => a.bookedOn.localeCompare(b.bookedOn)),
      shown: from === null ? '' : `${from}至${plan?.accountsPublicisedTo ?? ''}`,
    });
  },
  compose: ({ entries, shown }, { period, sheet }) => ({
    sheets: [
      sheet({
        name: '收支公示表',
        title: `${formatPeriod(period)}课后服务收支公示表`,
        note: '单位：元',
        rows: [{ 收入: sumsOf(entries, '收入'), 支出: sumsOf(entries, '支出') }],
        columns: [
          ...itemColumns('收入'),
          ...itemColumns('支出'),
          {
            ...money,
            heading: '结余',
            cell: (sums) => toCent(totalOf(sums.收入) - totalOf(sums.支出)),
            formula: (at) => `${at('合计', '收入')}-${at('合计', '支出')}`,
          },
          { heading: '公示起止', width: 16, wrap: true, cell: () => shown },
        ],
      }),
      sheet({
        name: '收支明细',
        title: `${formatPeriod(period)}课后服务收支明细`,
        note: '单位：元',
        rows: entries,
        columns: [
          { heading: '日期', width: 12, cell: ({ bookedOn }) => bookedOn },
          { heading: '项目', width: 16, cell: ({ item }) => item },
          amountColumn('收入'),
          amountColumn('支出'),
          { heading: '凭证号', width: 16, cell: ({ voucher }) => voucher ?? '' },
          {
            heading: '说明',
            width: 30,
            wrap: true,
            cell: ({ partner, note }) => [partner, note].filter((part) => part !== null).join('，'),
          },
        ],
      }),
    ],
    personCount: 0,
    problems: [
      entries.length === 0 && '本学期还没有登记收支。没有收支的，公示表上都是 0。',
      shown === '' && '方案里还没有填收支公示日期，表上空着。',
    ],
    rows: entries.length,
  }),
});

function sumsOf(entries: readonly Entry[], direction: Direction): ReadonlyMap<string, number> {
  return new Map(
    itemsOf[direction].map((item) => [
      item,
      entries
        .filter((entry) => entry.direction === direction && entry.item === item)
        .reduce((sum, { amount }) => sum + amount, 0) / 100,
    ]),
  );
}

function totalOf(sums: ReadonlyMap<string, number>): number {
  return toCent([...sums.values()].reduce((a, b) => a + b, 0));
}

/** A column for each item of a direction, and their sum. */
function itemColumns(group: Direction): SheetColumn<Sums>[] {
  const items = itemsOf[group];
  const [first = ''] = items;
  return [
    ...items.map((heading) => ({
      ...money,
      heading,
      group,
      cell: (sums: Sums) => sums[group].get(heading) ?? 0,
    })),
    {
      ...money,
      heading: '合计',
      group,
      cell: (sums) => totalOf(sums[group]),
      formula: (at) => `SUM(${at(first, group)}:${at(items.at(-1) ?? '', group)})`,
    },
  ];
}

function amountColumn(heading: Direction): SheetColumn<Entry> {
  return {
    heading,
    width: 14,
    format: 'money',
    total: true,
    cell: ({ direction, amount }) => (direction === heading ? amount / 100 : null),
  };
}
