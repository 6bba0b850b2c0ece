import { describe, expect, test } from 'vitest';
import { evenPageBreaks, pageHeightFor, type PrintedRows } from '#electron/documents/evenPageBreaks.ts';

function sheetOf(count: number, more: Partial<PrintedRows> = {}): PrintedRows {
  const rows = Array.from({ length: count }, () => 20);
  return { rows, repeated: 50, beginning: 54, ending: 48, pageHeight: 460, ...more };
}

/** Points used on every page. */
function pagesOf(printed: PrintedRows): number[] {
  const ends = [...evenPageBreaks(printed), printed.rows.length];
  return ends.map((end, index) => {
    const rows = printed.rows.slice(ends[index - 1] ?? 0, end);
    return (
      printed.repeated +
      (index === 0 ? printed.beginning : 0) +
      rows.reduce((sum, row) => sum + row, 0) +
      (end === printed.rows.length ? printed.ending : 0)
    );
  });
}

describe('page breaks of a printed sheet', () => {
  test('there are none in what fits on one page', () => {
    expect([...evenPageBreaks(sheetOf(15))]).toEqual([]);
    expect([...evenPageBreaks(sheetOf(0))]).toEqual([]);
  });

  test('one row too many makes two pages of about the same', () => {
    expect([...evenPageBreaks(sheetOf(16))]).toEqual([8]);
  });

  test.each([16, 17, 35, 36, 37, 38, 48, 56, 57, 120, 333])(
    '%i rows: no page overflows, and none is left nearly empty',
    (count) => {
      const pages = pagesOf(sheetOf(count));
      expect(Math.max(...pages)).toBeLessThanOrEqual(460);
      expect(Math.max(...pages) - Math.min(...pages)).toBeLessThanOrEqual(40);
    },
  );

  test('rows of different heights are shared out by their heights', () => {
    const rows = Array.from({ length: 60 }, (_, index) => (index % 7 === 0 ? 50 : 20));
    const pages = pagesOf(sheetOf(0, { rows }));
    expect(Math.max(...pages)).toBeLessThanOrEqual(460);
    expect(Math.min(...pages)).toBeGreaterThan(300);
  });

  test('a row that no page can hold still ends', () => {
    expect(evenPageBreaks(sheetOf(0, { rows: [900, 20, 900] })).size).toBeLessThanOrEqual(3);
  });

  test('a wide sheet is scaled down and gets more rows on a page', () => {
    expect(pageHeightFor([20, 20])).toBe(pageHeightFor([60, 60]));
    expect(pageHeightFor(Array.from({ length: 30 }, () => 10))).toBeGreaterThan(2 * pageHeightFor([20]));
  });
});
