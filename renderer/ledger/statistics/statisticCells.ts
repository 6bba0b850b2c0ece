import type { StatisticTable } from '../../../shared/contract/ledgers.ts';

export interface TableOfCells {
  readonly head: readonly string[];
  readonly body: readonly (readonly [label: string, ...values: number[]])[];
  readonly foot: readonly [label: string, ...values: number[]];
}

/**
 * The cells of a statistic as people see and copy them, with totals on both sides.
 * @param heading what stands above the labels of the rows
 * @param crossed the columns are values of a field and have a total of their own
 */
export function statisticCells(table: StatisticTable, heading: string, crossed: boolean): TableOfCells {
  const withTotal = (values: readonly number[], total: number) => (crossed ? [...values, total] : values);
  return {
    head: [heading, ...table.columns, ...(crossed ? ['合计'] : [])],
    body: table.rows.map((row) => [row.label, ...withTotal(row.values, row.total)]),
    foot: ['合计', ...withTotal(table.totals, table.total)],
  };
}
