import type { CellValue } from '../../shared/ledger/cells.ts';

/** One block of merged cells; rows and columns count from 0, ends included. */
export interface MergedCells {
  readonly startRow: number;
  readonly startColumn: number;
  readonly endRow: number;
  readonly endColumn: number;
}

/** A sheet as plain values, ready to cross threads. Rows may differ in length. */
export interface SheetData {
  readonly name: string;
  readonly hidden: boolean;
  readonly rows: readonly (readonly CellValue[])[];
  readonly merges: readonly MergedCells[];
  /** Cells whose value a formula computed, as `row,column` from 0. */
  readonly formulaCells: readonly string[];
}

export interface WorkbookData {
  readonly form: 'xlsx' | 'xls' | 'csv';
  readonly sheets: readonly SheetData[];
}
