import { describe, expect, test } from 'vitest';
import {
  formatPeriod,
  isPeriod,
  nextPeriod,
  periodContains,
  periodKindOf,
  periodOf,
  periodRange,
  periodsInside,
  previousPeriod,
} from '#shared/kernel/periods.ts';

const terms = [
  { period: '2026-2027-1', from: '2026-08-31', to: '2027-01-15' },
  { period: '2026-2027-2', from: '2027-02-27', to: '2027-07-09' },
];

describe('periods', () => {
  test.each([
    ['2026', 'year', '2026年', '2026-01-01', '2026-12-31', '2025', '2027'],
    ['2026Q4', 'quarter', '2026年第4季度', '2026-10-01', '2026-12-31', '2026Q3', '2027Q1'],
    ['2026Q1', 'quarter', '2026年第1季度', '2026-01-01', '2026-03-31', '2025Q4', '2026Q2'],
    ['2024-02', 'month', '2024年2月', '2024-02-01', '2024-02-29', '2024-01', '2024-03'],
    ['2026-12', 'month', '2026年12月', '2026-12-01', '2026-12-31', '2026-11', '2027-01'],
    ['2026-2027', 'schoolYear', '2026—2027学年', '2026-09-01', '2027-08-31', '2025-2026', '2027-2028'],
    [
      '2026-2027-1',
      'term',
      '2026—2027学年第一学期',
      '2026-09-01',
      '2027-01-31',
      '2025-2026-2',
      '2026-2027-2',
    ],
    [
      '2026-2027-2',
      'term',
      '2026—2027学年第二学期',
      '2027-02-01',
      '2027-08-31',
      '2026-2027-1',
      '2027-2028-1',
    ],
  ])('%s is a %s', (text, kind, words, from, to, previous, next) => {
    expect(periodKindOf(text)).toBe(kind);
    expect(formatPeriod(text)).toBe(words);
    expect(periodRange(text)).toEqual({ from, to });
    expect(previousPeriod(text)).toBe(previous);
    expect(nextPeriod(text)).toBe(next);
    expect(periodContains(text, text)).toBe(true);
  });

  test.each([
    '',
    '26',
    '2026Q5',
    '2026Q0',
    '2026-13',
    '2026-00',
    '2026-2028',
    '2026-2027-3',
    ' 2026',
    '2026-10-01',
  ])('%j is no period', (text) => {
    expect(isPeriod(text)).toBe(false);
    expect(formatPeriod(text)).toBe(text);
    expect(periodContains(text, text)).toBe(false);
    expect(() => periodRange(text)).toThrow();
  });

  test('only the kinds that were asked for', () => {
    expect(isPeriod('2026-10', ['month', 'quarter'])).toBe(true);
    expect(isPeriod('2026', ['month', 'quarter'])).toBe(false);
  });

  test.each([
    ['2026', '2026Q1', true],
    ['2026', '2026-12', true],
    ['2026', '2025-12', false],
    ['2026', '2026-2027', false],
    ['2026Q4', '2026-10', true],
    ['2026Q4', '2026-09', false],
    ['2026Q4', '2026', false],
    ['2026-2027', '2026-2027-2', true],
    ['2026-2027', '2025-2026-2', false],
    ['2026-2027', '2026-10', false],
    ['2026-2027-1', '2026-10', false],
  ])('%s contains %s: %s', (outer, inner, expected) => expect(periodContains(outer, inner)).toBe(expected));

  test('what counts inside', () => {
    expect(periodsInside('2026')).toHaveLength(17);
    expect(periodsInside('2026Q4')).toEqual(['2026Q4', '2026-10', '2026-11', '2026-12']);
    expect(periodsInside('2026-2027')).toEqual(['2026-2027', '2026-2027-1', '2026-2027-2']);
    expect(periodsInside('2026-2027-1')).toEqual(['2026-2027-1']);
    for (const inner of periodsInside('2026')) expect(periodContains('2026', inner)).toBe(true);
  });

  test('entered term dates replace the defaults', () => {
    expect(periodRange('2026-2027-1', terms)).toEqual({ from: '2026-08-31', to: '2027-01-15' });
    expect(periodRange('2025-2026-1', terms)).toEqual({ from: '2025-09-01', to: '2026-01-31' });
  });

  test.each([
    ['year', '2026-11-24', '2026'],
    ['quarter', '2026-11-24', '2026Q4'],
    ['month', '2026-11-24', '2026-11'],
    ['schoolYear', '2026-08-31', '2025-2026'],
    ['schoolYear', '2026-09-01', '2026-2027'],
    ['term', '2026-11-24', '2026-2027-1'],
    ['term', '2026-08-31', '2026-2027-1'],
    ['term', '2027-01-20', '2026-2027-1'],
    ['term', '2027-02-10', '2026-2027-2'],
    ['term', '2027-07-30', '2026-2027-2'],
    ['term', '2025-05-01', '2024-2025-2'],
  ] as const)('the %s of %s is %s', (kind, date, expected) =>
    expect(periodOf(kind, date, terms)).toBe(expected),
  );
});
