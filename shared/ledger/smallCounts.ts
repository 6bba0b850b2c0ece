import type { StatisticTable } from './statistics.ts';
import { hiddenCounts, type ShownSum } from '../domain/privacy/smallNumbers.ts';

/** Stands for a count that is not shown. */
export const hiddenMark = '*';

/**
 * A table of counts without those that point at single people, and without those from which they could be reckoned (PRV-04).
 * @param least the smallest count that may be shown; 0 or 1 hides nothing
 */
export function withoutSmallCounts(table: StatisticTable, crossed: boolean, least: number): StatisticTable {
  const counts = new Map<string, number>();
  const rowKeys = table.rows.map((_row, index) => `row ${index}`);
  const sums: ShownSum[] = [];
  table.rows.forEach((row, line) => {
    row.values.forEach((value, index) => counts.set(`${line} ${index}`, value ?? 0));
    if (!crossed) return;
    counts.set(`row ${line}`, row.total ?? 0);
    sums.push({ total: `row ${line}`, parts: row.values.map((_value, index) => `${line} ${index}`) });
  });
  table.totals.forEach((value, index) => {
    counts.set(`column ${index}`, value ?? 0);
    sums.push({ total: `column ${index}`, parts: table.rows.map((_row, line) => `${line} ${index}`) });
  });
  if (crossed) {
    counts.set('all', table.total ?? 0);
    sums.push({ total: 'all', parts: rowKeys });
    sums.push({ total: 'all', parts: table.totals.map((_value, index) => `column ${index}`) });
  }
  const hidden = hiddenCounts(counts, sums, least);
  const shown = (key: string, value: number | null): number | null => (hidden.has(key) ? null : value);
  const rowTotal = (line: number): string => (crossed ? `row ${line}` : `${line} 0`);
  return {
    ...table,
    rows: table.rows.map((row, line) => ({
      label: row.label,
      values: row.values.map((value, index) => shown(`${line} ${index}`, value)),
      total: shown(rowTotal(line), row.total),
    })),
    totals: table.totals.map((value, index) => shown(`column ${index}`, value)),
    total: shown(crossed ? 'all' : 'column 0', table.total),
  };
}
