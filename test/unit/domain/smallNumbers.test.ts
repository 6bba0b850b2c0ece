import { describe, expect, test } from 'vitest';
import { ethicsStatistics } from '#shared/domain/ethics/ethicsStatistics.ts';
import type { StatisticsFacts } from '#shared/domain/ethics/ethicsStatistics.ts';
import { hiddenCounts, type ShownSum } from '#shared/domain/privacy/smallNumbers.ts';
import { ethicsCase } from './schoolFacts.ts';

/** A table with its sums, by `row column`; row and column `Σ` are the totals. */
function tableOf(cells: readonly (readonly number[])[]): [Map<string, number>, ShownSum[]] {
  const counts = new Map<string, number>();
  const width = cells[0]?.length ?? 0;
  const rows = cells.map((_, row) => String(row));
  const columns = Array.from({ length: width }, (_, column) => String(column));
  const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);
  cells.forEach((row, at) => {
    row.forEach((count, column) => counts.set(`${at} ${column}`, count));
    counts.set(`${at} Σ`, sum(row));
  });
  for (const column of columns)
    counts.set(`Σ ${column}`, sum(rows.map((row) => counts.get(`${row} ${column}`) ?? 0)));
  counts.set('Σ Σ', sum(cells.flat()));
  const sums: ShownSum[] = [
    ...[...rows, 'Σ'].map((row) => ({
      total: `${row} Σ`,
      parts: columns.map((column) => `${row} ${column}`),
    })),
    ...[...columns, 'Σ'].map((column) => ({
      total: `Σ ${column}`,
      parts: rows.map((row) => `${row} ${column}`),
    })),
  ];
  return [counts, sums];
}

function printed(cells: readonly (readonly number[])[], least = 3): string[] {
  const [counts, sums] = tableOf(cells);
  const hidden = hiddenCounts(counts, sums, least);
  const rows = [...cells.map((_, row) => String(row)), 'Σ'];
  const columns = [...(cells[0] ?? []).map((_, column) => String(column)), 'Σ'];
  return rows.map((row) =>
    columns
      .map((column) => (hidden.has(`${row} ${column}`) ? '*' : String(counts.get(`${row} ${column}`))))
      .join(' '),
  );
}

describe('small numbers', () => {
  test.each<[string, number[][], string[]]>([
    [
      'nothing small, nothing hidden',
      [
        [3, 0],
        [5, 4],
      ],
      ['3 0 3', '5 4 9', '8 4 12'],
    ],
    [
      'zeros point at nobody',
      [
        [0, 0],
        [0, 7],
      ],
      ['0 0 0', '0 7 7', '0 7 7'],
    ],
    [
      'one small cell takes a rectangle with it',
      [
        [1, 5],
        [6, 9],
      ],
      ['* * 6', '* * 15', '7 14 21'],
    ],
    [
      'a small total is hidden like a cell',
      [
        [2, 0],
        [6, 9],
      ],
      ['* 0 *', '* 9 *', '8 9 17'],
    ],
    [
      'the smallest companion is taken',
      [
        [1, 20, 4],
        [30, 9, 8],
      ],
      ['* 20 * 25', '* 9 * 47', '31 29 12 72'],
    ],
    ['a single row: the cell, a companion, and their column totals', [[1, 8, 5]], ['* 8 * 14', '* 8 * 14']],
  ])('%s', (_name, cells, expected) => expect(printed(cells)).toEqual(expected));

  test('the limit is a parameter, and 0 hides nothing', () => {
    expect(
      printed(
        [
          [1, 5],
          [6, 9],
        ],
        0,
      ),
    ).toEqual(['1 5 6', '6 9 15', '7 14 21']);
    expect(
      printed(
        [
          [3, 30],
          [30, 30],
        ],
        5,
      )[0],
    ).toBe('* * 33');
  });

  test('no hidden count of 200 random tables has one solution', () => {
    let seed = 7;
    const random = (below: number): number => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed % below;
    };
    for (let round = 0; round < 200; round += 1) {
      const height = 1 + random(4);
      const width = 1 + random(4);
      const cells = Array.from({ length: height }, () =>
        Array.from({ length: width }, () => (random(3) === 0 ? random(3) : random(12))),
      );
      const [counts, sums] = tableOf(cells);
      const hidden = hiddenCounts(counts, sums, 3);
      for (const [key, count] of counts)
        if (count > 0 && count < 3)
          expect(otherSolution(key, hidden, counts, sums), `${key} ${JSON.stringify(cells)}`).toBe(true);
    }
  });
});

/** Whether the equations over the hidden counts leave a hidden one free: a step along their null space moves it. */
function otherSolution(
  key: string,
  hidden: ReadonlySet<string>,
  counts: ReadonlyMap<string, number>,
  sums: readonly ShownSum[],
): boolean {
  const unknowns = [key, ...[...hidden].filter((one) => one !== key)];
  // With the hidden count moved by one, the others must still satisfy every sum: solved by elimination with a right side.
  const rows = sums.map(({ total, parts }) => {
    const sign = (one: string): number => (parts.includes(one) ? 1 : 0) - (total === one ? 1 : 0);
    const known = [...counts].reduce(
      (sum, [one, count]) => sum + (hidden.has(one) ? 0 : sign(one) * count),
      0,
    );
    const moved = (counts.get(key) ?? 0) + 1;
    return [...unknowns.slice(1).map(sign), -known - sign(key) * moved];
  });
  return isSolvable(rows, unknowns.length - 1);
}

function isSolvable(rows: number[][], width: number): boolean {
  let open = rows;
  for (let column = 0; column < width; column += 1) {
    const pivot = open.find((row) => Math.abs(row[column] ?? 0) > 1e-9);
    if (!pivot) continue;
    open = open
      .filter((row) => row !== pivot)
      .map((row) =>
        row.map((value, at) => value - ((row[column] ?? 0) / (pivot[column] ?? 1)) * (pivot[at] ?? 0)),
      );
  }
  return open.every((row) => Math.abs(row[width] ?? 0) < 1e-6);
}

describe('the statistics for the superior', () => {
  const many = (count: number, changes: Parameters<typeof ethicsCase>[0]) =>
    Array.from({ length: count }, (_, at) =>
      ethicsCase({ id: `${changes?.violation ?? ''}${at}`, ...changes }),
    );
  const facts: StatisticsFacts = {
    range: { from: '2025-01-01', to: '2025-12-31' },
    on: '2025-12-31',
    staffCount: 120,
    activities: [{ element: '宣传' }, { element: '教育' }, { element: '教育' }],
    appraisals: [
      ...Array.from({ length: 20 }, () => ({ grade: '优秀' as const })),
      ...Array.from({ length: 97 }, () => ({ grade: '合格' as const })),
      { grade: '不合格' as const },
    ],
    violations: ['V04 敷衍教学或擅自兼职', 'V05 歧视侮辱虐待伤害学生', 'V09 索要收受财物', 'V10 有偿补课'],
    cases: [
      ...many(4, { violation: 'V10 有偿补课', conclusion: '不属实', handling: '不予处理', effectFrom: null }),
      ...many(1, { violation: 'V05 歧视侮辱虐待伤害学生' }),
      ...many(3, { violation: 'V04 敷衍教学或擅自兼职', conclusion: '不属实', handling: '不予处理' }),
      ethicsCase({ id: 'later', receivedOn: '2026-01-05' }),
    ],
    awards: [{ level: '县级' }, { level: '校级' }],
  };
  const words = (rows: readonly { label: string; cells: readonly (number | null)[] }[]): string[] =>
    rows.map(({ label, cells }) => `${label} ${cells.map((cell) => cell ?? '*').join(' ')}`);

  test('grades: one unqualified teacher is not shown, nor what gives him away', () => {
    expect(words(ethicsStatistics(facts, 3).grades.rows)).toEqual([
      '优秀 20',
      '合格 97',
      '基本合格 0',
      '不合格 *',
      '未考核 *',
      '合计 120',
    ]);
  });

  test('cases by code and conclusion, within the period only', () => {
    const { violations } = ethicsStatistics(facts, 3);
    expect(violations.columns).toEqual([
      '属实',
      '部分属实',
      '不属实',
      '无法核实',
      '不予受理',
      '办理中',
      '合计',
    ]);
    expect(words(violations.rows)).toEqual([
      'V04 敷衍教学或擅自兼职 0 0 3 0 0 0 3',
      'V05 歧视侮辱虐待伤害学生 * 0 0 0 0 0 *',
      'V09 索要收受财物 0 0 0 0 0 0 0',
      'V10 有偿补课 0 0 4 0 0 0 4',
      '合计 * 0 7 0 0 0 *',
    ]);
  });

  test('activities and honours are public; without a limit everything is', () => {
    expect(words(ethicsStatistics(facts, 3).elements.rows)).toContain('教育 2');
    expect(words(ethicsStatistics(facts, 3).honours.rows)).toEqual([
      '国家级 0',
      '省级 0',
      '市级 0',
      '县级 1',
      '校级 1',
      '合计 2',
    ]);
    expect(ethicsStatistics(facts, 0).hidden).toBe(0);
    expect(words(ethicsStatistics(facts, 0).handlings.rows)).toContain('警告 1');
  });
});
