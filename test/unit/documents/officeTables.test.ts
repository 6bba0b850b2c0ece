import { describe, expect, test } from 'vitest';
import { listTable, numberColumn, pairsRow, writingRow } from '#electron/documents/officeTables.ts';

interface Talk {
  readonly name: string;
  readonly words: string | null;
}

const columns = [
  numberColumn(1),
  { heading: '姓名', share: 3, cell: ({ name }: Talk) => name },
  { heading: '内容', share: 8, long: true, cell: ({ words }: Talk) => words },
];

describe('a list', () => {
  test('takes head, widths and texts from its columns, and its head stands again on every page', () => {
    const table = listTable(columns, [
      { name: '张三', words: null },
      { name: '李四', words: '谈教学' },
    ]);
    expect(table.columns).toEqual([1, 3, 8]);
    expect(table.headerRows).toBe(1);
    expect(table.rows.map(({ cells }) => cells.map(({ text }) => text))).toEqual([
      ['序号', '姓名', '内容'],
      ['1', '张三', ''],
      ['2', '李四', '谈教学'],
    ]);
    expect(table.rows[2]?.cells.map(({ align }) => align)).toEqual([undefined, undefined, 'left']);
  });

  test('only a row that could fill half a page may run on over it', () => {
    const table = listTable(columns, [
      { name: '张三', words: '字'.repeat(150) },
      { name: '李四', words: '字'.repeat(151) },
    ]);
    expect(table.rows.map(({ mayBreak }) => mayBreak === true)).toEqual([false, false, true]);
  });

  test('without rows says so over its whole width, above what stands below', () => {
    const table = listTable(columns, [], { none: '无', foot: [pairsRow({ 合计: '0' })] });
    expect(table.rows.slice(1)).toEqual([
      { cells: [{ text: '无', columns: 3 }] },
      { cells: [{ text: '合计', label: true }, { text: '0' }] },
    ]);
  });
});

test('what is entered stands on top of a high place, and in the middle where a hand signs below it', () => {
  const verticals = [
    writingRow('内　容', '谈教学', 12),
    writingRow('内　容', '谈教学', 40),
    writingRow('内　容', '谈教学', 40, { foot: '签名：' }),
  ].map(({ cells }) => cells[1]?.vertical);
  expect(verticals).toEqual(['middle', 'top', 'middle']);
});
