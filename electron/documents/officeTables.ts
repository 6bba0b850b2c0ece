import type { TableBlock, TableCell, TableRow, TextSize } from './officeDocument.ts';
import { openDay } from './officeText.ts';

/** A label cell (黑体). */
export function label(text: string, more: Omit<TableCell, 'text' | 'label'> = {}): TableCell {
  return { text, label: true, ...more };
}

/** A row of labels, as the head of a list. */
export function headRow(labels: readonly string[]): TableRow {
  return { cells: labels.map((text) => label(text)) };
}

/** Labels with their values side by side in one row. */
export function pairsRow(pairs: Readonly<Record<string, string>>, heightMm?: number): TableRow {
  return {
    cells: Object.entries(pairs).flatMap(([name, text]) => [label(name), { text }]),
    ...(heightMm === undefined ? {} : { heightMm }),
  };
}

/** A label with one long value over the rest of a row of two pairs; long texts run on over the page. */
export function wideRow(name: string, text: string): TableRow {
  return { cells: [label(name), { text, columns: 3, align: 'left' }], mayBreak: true };
}

/**
 * A label and room to write in, at least `heightMm` high. What is entered stands on top of a high one, unless a hand signs
 * below it.
 */
export function writingRow(
  name: string,
  text: string | null,
  heightMm: number,
  more: Omit<TableCell, 'text'> = {},
): TableRow {
  const vertical = heightMm > 20 && more.foot === undefined ? 'top' : 'middle';
  return {
    cells: [label(name), { text: text ?? '', columns: 3, align: 'left', vertical, ...more }],
    heightMm,
    mayBreak: true,
  };
}

/** Places for hands side by side, each with its day. */
export function handsRow(labels: readonly string[], heightMm = 20): TableRow {
  return { cells: labels.flatMap((text) => [label(text), { text: '', foot: openDay }]), heightMm };
}

/** The table of a form: rows of labels and values, `columns` as shares of the width. */
export function formTable(
  columns: readonly number[],
  rows: readonly TableRow[],
  size?: TextSize,
): TableBlock {
  return { kind: 'table', columns, headerRows: 0, rows, ...(size && { size }) };
}

/** One column of a list: all that is said of it, and the text it takes from a row. */
export interface ListColumn<Row> {
  readonly heading: string;
  /** Of the width, in the same measure as the other columns. */
  readonly share: number;
  /** Running text stands at the left. */
  readonly long?: boolean;
  readonly cell: (row: Row, index: number) => string | number | null;
}

interface ListLook {
  /** Default 五号. */
  readonly size?: TextSize;
  /** At least this high, for lists that are written in. */
  readonly heightMm?: number;
  /** Said over the whole width where there are no rows. */
  readonly none?: string;
  /** Fixed rows below the list. */
  readonly foot?: readonly TableRow[];
}

/** Short rows stay whole; one that could fill half a page may run on over it. */
const longestWhole = 150;

/** A list as a table whose head stands again on every further page. */
export function listTable<Row>(
  columns: readonly ListColumn<Row>[],
  rows: readonly Row[],
  { size = '五号', heightMm, none, foot = [] }: ListLook = {},
): TableBlock {
  return {
    kind: 'table',
    columns: columns.map(({ share }) => share),
    headerRows: 1,
    size,
    rows: [
      headRow(columns.map(({ heading }) => heading)),
      ...rows.map((row, index) => {
        const texts = columns.map(({ cell }) => String(cell(row, index) ?? ''));
        return {
          cells: texts.map((text, column): TableCell => ({
            text,
            ...(columns[column]?.long === true && { align: 'left' }),
          })),
          ...(heightMm !== undefined && { heightMm }),
          ...(texts.some(({ length }) => length > longestWhole) && { mayBreak: true }),
        };
      }),
      ...(rows.length === 0 && none !== undefined
        ? [{ cells: [{ text: none, columns: columns.length }] }]
        : []),
      ...foot,
    ],
  };
}

/** The column of running numbers. */
export function numberColumn(share: number, heading = '序号') {
  return { heading, share, cell: (_row: unknown, index: number) => index + 1 };
}

/** Columns that stay empty for the hand. */
export function emptyColumns(headings: readonly string[], share: number, text = '') {
  return headings.map((heading) => ({ heading, share, cell: () => text }));
}
