import type { ModelData } from 'highs';

/** A linear model under construction: columns (variables) and rows (constraints) by number. */
export interface LinearModel {
  /** A variable between its bounds; whole numbers only when `whole`. Answers its number. */
  column(lower: number, upper: number, whole: boolean): number;
  /** `lower ≤ Σ factor · column ≤ upper`; rows of one group are kept or dropped together. Answers its number. */
  row(lower: number, upper: number, terms: readonly Term[], group?: string): number;
  readonly groups: ReadonlyMap<string, readonly number[]>;
  readonly columns: number;
  /** The bounds of a row. */
  bounds(row: number): readonly [number, number];
  /** The model with an objective (to be made least) by column; columns without have 0. */
  data(costs: ReadonlyMap<number, number>): ModelData;
}

export interface Term {
  readonly column: number;
  readonly factor: number;
}

export function createLinearModel(): LinearModel {
  const columns = { lower: [] as number[], upper: [] as number[], whole: [] as (0 | 1)[] };
  const rows = { lower: [] as number[], upper: [] as number[] };
  const matrix = { starts: [0], indices: [] as number[], values: [] as number[] };
  const groups = new Map<string, number[]>();
  return {
    groups,
    get columns() {
      return columns.lower.length;
    },
    column(lower, upper, whole) {
      columns.lower.push(lower);
      columns.upper.push(upper);
      columns.whole.push(whole ? 1 : 0);
      return columns.lower.length - 1;
    },
    row(lower, upper, terms, group) {
      const number = rows.lower.length;
      rows.lower.push(lower);
      rows.upper.push(upper);
      for (const { column, factor } of terms) {
        matrix.indices.push(column);
        matrix.values.push(factor);
      }
      matrix.starts.push(matrix.indices.length);
      if (group !== undefined) groups.set(group, [...(groups.get(group) ?? []), number]);
      return number;
    },
    bounds: (row) => [rows.lower[row] ?? 0, rows.upper[row] ?? 0],
    data(costs) {
      const numCols = columns.lower.length;
      const numRows = rows.lower.length;
      return {
        numCols,
        numRows,
        colCost: Float64Array.from({ length: numCols }, (_, column) => costs.get(column) ?? 0),
        colLower: Float64Array.from(columns.lower),
        colUpper: Float64Array.from(columns.upper),
        rowLower: Float64Array.from(rows.lower),
        rowUpper: Float64Array.from(rows.upper),
        integrality: Int32Array.from(columns.whole),
        matrix: {
          format: 'csr',
          numRows,
          numCols,
          starts: Int32Array.from(matrix.starts),
          indices: Int32Array.from(matrix.indices),
          values: Float64Array.from(matrix.values),
        },
      };
    },
  };
}
