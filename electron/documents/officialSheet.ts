import type { HeaderCell, OutputCell, OutputColumn, OutputSheet } from './writeWorkbook.ts';
import { blanks, notApplicable, printedDate } from './officeText.ts';
import { columnLetter } from '../../shared/ledger/columns.ts';

/** One column of an official sheet: all that is said of it, and the value it takes from a row. */
export interface SheetColumn<Row> extends Omit<OutputColumn, 'form' | 'formula'> {
  readonly heading: string;
  /** A heading over neighbouring columns of the same group. */
  readonly group?: string;
  /** Absent = text. */
  readonly format?: OutputColumn['form'];
  readonly cell: (row: Row, index: number) => OutputCell;
  /**
   * Live formula of the cells that hold a number; `at('金额')` is the address of that column's cell in the same row, with
   * the group where two columns have one heading.
   */
  readonly formula?: (at: (heading: string, group?: string) => string) => string;
}

/** A share as a number that can be reckoned with, e.g. 0.925 shown as 92.5%; a dash where there is nothing to share. */
export function shareColumn<Row>(
  heading: string,
  width: number,
  part: (row: Row) => number,
  whole: (row: Row) => number,
): SheetColumn<Row> {
  return {
    heading,
    width,
    format: 'share',
    cell: (row) => (whole(row) === 0 ? notApplicable : part(row) / whole(row)),
  };
}

/** Who hands a sheet in, and when. */
export interface SheetHead {
  readonly schoolName: string;
  /** Printed as 填报日期. */
  readonly today: string;
  /** 填报人. */
  readonly accountName: string;
}

export interface Sheet<Row> {
  readonly name: string;
  /** Follows the school's name. */
  readonly title: string;
  /** Shown after the date, e.g. 单位：人. */
  readonly note?: string;
  /** Without 序号, which is added. */
  readonly columns: readonly SheetColumn<Row>[];
  readonly rows: readonly Row[];
  /** Instead of the usual sign-off row. */
  readonly signOff?: string;
}

/**
 * The habits of domain.md §8.2: title, 填报单位 and 填报日期, 序号, live 合计 where a column is summed, sign-off row.
 * Dates stand in cells as 2026-03-05; a cell is empty where something isn't known, 无 where there is nothing.
 */
export function officialSheet<Row>(
  { schoolName, today, accountName }: SheetHead,
  { name, title, note, columns: own, rows, signOff }: Sheet<Row>,
): OutputSheet {
  const number: SheetColumn<Row> = {
    heading: '序号',
    width: 6,
    format: 'integer',
    cell: (_row, index) => index + 1,
  };
  const columns = [number, ...own];
  return {
    name,
    title: `${schoolName}${title}`,
    subtitle: {
      left: `填报单位（盖章）：${schoolName}`,
      right: `填报日期：${printedDate(today)}${note === undefined ? '' : blanks() + note}`,
    },
    headers: headersOf(columns),
    columns: outputColumns(columns),
    rows: rows.map((row, index) => columns.map(({ cell }) => cell(row, index))),
    totalsRow: columns.some(({ total }) => total === true),
    signOff:
      signOff ?? `单位负责人：${blanks(6)}审核人：${blanks(6)}填报人：${accountName}${blanks(6)}联系电话：`,
    frozenColumns: 2,
    rowHeights: 'byContent',
  };
}

/** In characters: narrower tables would cut their title and the signatures below. */
const narrowestSheet = 110;

function outputColumns<Row>(columns: readonly SheetColumn<Row>[]): OutputColumn[] {
  const whole = columns.reduce((sum, { width }) => sum + width, 0);
  const factor = Math.max(1, narrowestSheet / whole);
  const at = (row: number) => (heading: string, group?: string) => {
    const index = columns.findIndex(
      (column) => column.heading === heading && (group === undefined || column.group === group),
    );
    if (index < 0) throw new Error(`A formula names the column ${heading}, which the sheet doesn't have.`);
    return `${columnLetter(index)}${row}`;
  };
  return columns.map(
    ({ heading: _heading, group: _group, cell: _cell, format = 'text', formula, width, ...more }) => ({
      ...more,
      form: format,
      width: Math.round(width * factor * 10) / 10,
      ...(formula && { formula: (row) => formula(at(row)) }),
    }),
  );
}

function headersOf<Row>(columns: readonly SheetColumn<Row>[]): HeaderCell[][] {
  if (columns.every((column) => column.group === undefined))
    return [columns.map(({ heading }) => ({ text: heading }))];
  const upper: HeaderCell[] = [];
  const lower: HeaderCell[] = [];
  columns.forEach((column, index) => {
    if (column.group === undefined) {
      upper.push({ text: column.heading, rows: 2 });
      return;
    }
    lower.push({ text: column.heading });
    if (columns[index - 1]?.group === column.group) return;
    const rest = columns.slice(index);
    const end = rest.findIndex(({ group }) => group !== column.group);
    upper.push({ text: column.group, columns: end < 0 ? rest.length : end });
  });
  return [upper, lower];
}
