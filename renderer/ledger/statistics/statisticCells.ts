import type { StatisticTable } from '../../../shared/ledger/statistics.ts';
import { hiddenMark } from '../../../shared/ledger/smallCounts.ts';

export interface TableOfCells {
  /** Some counts are not shown. */
  readonly hidden: boolean;
  readonly head: readonly string[];
  /** Numbers, or the mark of a count that is not shown. */
  readonly body: readonly (readonly [label: string, ...values: (number | string)[]])[];
  readonly foot: readonly [label: string, ...values: (number | string)[]];
}

/**
 * The cells of a statistic as people see and copy them, with totals on both sides.
 * @param heading what stands above the labels of the rows
 * @param crossed the columns are values of a field and have a total of their own
 */
export function statisticCells(table: StatisticTable, heading: string, crossed: boolean): TableOfCells {
  const withTotal = (values: readonly (number | null)[], total: number | null) =>
    (crossed ? [...values, total] : values).map((value) => value ?? hiddenMark);
  return {
    hidden: table.rows.some((row) => [...row.values, row.total].includes(null)),
    head: [heading, ...table.columns, ...(crossed ? ['合计'] : [])],
    body: table.rows.map((row) => [row.label, ...withTotal(row.values, row.total)]),
    foot: ['合计', ...withTotal(table.totals, table.total)],
  };
}
