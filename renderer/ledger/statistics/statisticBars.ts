import type { StatisticTable } from '../../../shared/ledger/statistics.ts';

interface Bars {
  /** One bar each. */
  readonly labels: readonly string[];
  /** The parts of every bar, one colour each. */
  readonly series: readonly { readonly label: string; readonly values: readonly (number | null)[] }[];
}

/** What is a bar and what is a part of it: the rows are the bars, unless that would need more colours than there are. */
export function barsOf(table: StatisticTable, mostColours: number): Bars {
  const rows = table.rows.map(({ label, values }) => ({ label, values }));
  const columns = table.columns.map((label, index) => ({
    label,
    values: table.rows.map((row) => row.values[index] ?? null),
  }));
  const turned = columns.length > mostColours && rows.length < columns.length;
  return turned
    ? { labels: table.columns, series: rows }
    : { labels: rows.map((row) => row.label), series: columns };
}
