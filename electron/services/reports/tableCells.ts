import type { TableCell, TableRow } from '../../documents/officeDocument.ts';

/** A label cell (黑体). */
export function label(text: string, more: Omit<TableCell, 'text' | 'label'> = {}): TableCell {
  return { text, label: true, ...more };
}

/** A row of labels, as the head of a list. */
export function headRow(labels: readonly string[]): TableRow {
  return { cells: labels.map((text) => label(text)) };
}

/** Label and value side by side, several times in one row. */
export function pairsRow(pairs: readonly (readonly [string, string])[], heightMm?: number): TableRow {
  return {
    cells: pairs.flatMap(([name, text]) => [label(name), { text }]),
    ...(heightMm === undefined ? {} : { heightMm }),
  };
}

/** A label with one long value over the rest of the row; long texts run on over the page. */
export function wideRow(name: string, text: string, columns: number): TableRow {
  return { cells: [label(name), { text, columns, align: 'left' }], mayBreak: true };
}
