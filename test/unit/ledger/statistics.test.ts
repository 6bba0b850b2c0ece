import { expect, test } from 'vitest';
import { defineLedger } from '#shared/ledger/definition.ts';
import { choice, money, reference, text } from '#shared/ledger/field.ts';
import { statisticTable } from '#shared/ledger/statistics.ts';

const aid = defineLedger({
  id: 'aid',
  table: 'aid',
  area: 'ledgers',
  label: '资助',
  description: '测试用。',
  fields: {
    name: text({ label: '姓名' }),
    kind: choice({ label: '类别', options: ['低保', '孤儿'] }),
    className: reference({ label: '班级', target: 'schoolClass' }),
    amount: money({ label: '金额' }),
  },
  title: 'name',
  keys: [],
  groups: [{ label: '全部', fields: ['name', 'kind', 'className', 'amount'] }],
  sort: [],
});

test('a cross table has choices in their order, empty values last, totals on both sides and money in 元', () => {
  const table = statisticTable(
    aid,
    {
      id: 's',
      label: '班级与类别',
      rows: 'className',
      columns: 'kind',
      measure: { kind: 'sum', field: 'amount' },
    },
    [
      { row: 'c2', column: '孤儿', count: 1, sum: 10_050 },
      { row: 'c1', column: '低保', count: 2, sum: 20_000 },
      { row: null, column: '低保', count: 1, sum: 1 },
    ],
    (id) => ({ c1: '一年级1班', c2: '一年级10班' })[id] ?? '',
  );
  expect(table).toEqual({
    id: 's',
    label: '班级与类别',
    unit: '元',
    columns: ['低保', '孤儿'],
    rows: [
      { label: '一年级1班', values: [200, 0], total: 200 },
      { label: '一年级10班', values: [0, 100.5], total: 100.5 },
      { label: '（未填）', values: [0.01, 0], total: 0.01 },
    ],
    totals: [200.01, 100.5],
    total: 300.51,
  });
});

test('an average over a row is weighted by its records', () => {
  const table = statisticTable(
    aid,
    { id: 's', label: '平均', rows: 'kind', measure: { kind: 'average', field: 'amount' } },
    [
      { row: '低保', column: null, count: 3, sum: 30_000 },
      { row: '孤儿', column: null, count: 1, sum: 50_000 },
    ],
    (id) => id,
  );
  expect(table.rows.map((row) => row.total)).toEqual([100, 500]);
  expect(table.totals).toEqual([200]);
});

test('rows with Chinese numbers stand in the order of the numbers', () => {
  const labels = ['八年级1班', '二年级10班', '二年级2班', '十年级1班', '一年级1班', '幼儿园'];
  const table = statisticTable(
    aid,
    { id: 's', label: '班级', rows: 'className', measure: { kind: 'count' } },
    labels.map((row) => ({ row, column: null, count: 1, sum: 0 })),
    (id) => id,
  );
  expect(table.rows.map((row) => row.label)).toEqual([
    '一年级1班',
    '二年级2班',
    '二年级10班',
    '八年级1班',
    '十年级1班',
    '幼儿园',
  ]);
});
