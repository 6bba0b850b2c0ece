import { expect, test } from 'vitest';
import type { StatisticTable } from '#shared/ledger/statistics.ts';
import { withoutSmallCounts } from '#shared/ledger/smallCounts.ts';

/** A table with its totals. */
function tableOf(...rows: readonly (readonly number[])[]): StatisticTable {
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  const totals = (rows[0] ?? []).map((_value, index) => sum(rows.map((row) => row[index] ?? 0)));
  return {
    id: 't',
    label: '处理方式',
    unit: '条',
    columns: totals.map((_value, index) => `列${index + 1}`),
    rows: rows.map((values, index) => ({ label: `行${index + 1}`, values, total: sum(values) })),
    totals,
    total: sum(totals),
  };
}

test.each([0, 1])('a limit of %d hides nothing', (least) => {
  const table = tableOf([1, 2], [3, 4]);
  expect(withoutSmallCounts(table, true, least)).toEqual(table);
});

test('counts of nobody and of enough people stay', () => {
  const table = tableOf([0, 5], [7, 0]);
  expect(withoutSmallCounts(table, true, 5)).toEqual(table);
});

test('a small count goes, and with it three others, so that no sum gives it away', () => {
  const shown = withoutSmallCounts(tableOf([1, 20, 30], [9, 21, 31]), true, 5);
  expect(shown.rows.map(({ values }) => values)).toEqual([
    [null, null, 30],
    [null, null, 31],
  ]);
  expect(shown.totals).toEqual([10, 41, 61]);
  expect(shown.total).toBe(112);
});

test('a single column: row and its total are the same count', () => {
  const one = { ...tableOf([2], [20], [30]), columns: ['数量'] };
  const shown = withoutSmallCounts(one, false, 5);
  expect(shown.rows.map(({ values, total }) => [values[0], total])).toEqual([
    [null, null],
    [null, null],
    [30, 30],
  ]);
  expect(shown.total).toBe(52);
});

test('one case in the whole school is not shown anywhere', () => {
  const shown = withoutSmallCounts(tableOf([1]), true, 5);
  expect(JSON.stringify([shown.rows, shown.totals, shown.total])).not.toContain('1,');
  expect([shown.rows[0]?.values, shown.rows[0]?.total, shown.totals, shown.total]).toEqual([
    [null],
    null,
    [null],
    null,
  ]);
});
