import { parseCsv } from 'hucre';
import type { CellValue } from '../../shared/ledger/cells.ts';
import { unguardFormula } from './formulaGuard.ts';

/** Rows of a csv text, or of tab-separated cells from the clipboard. Every cell is text; nothing is guessed. */
export function parseDelimited(text: string): CellValue[][] {
  const plain = text.replace(/^\ufeff/u, '');
  const rows = parseCsv(plain, { delimiter: delimiterOf(plain), typeInference: false });
  return rows.map((row) => row.map(plainText));
}

/** A tab in the first line that has content decides for tabs, then the commonest of `,` and `;`. */
function delimiterOf(text: string): string {
  const line = /[^\r\n]*[^\s,;][^\r\n]*/u.exec(text)?.[0] ?? '';
  if (line.includes('\t')) return '\t';
  return line.split(';').length > line.split(',').length ? ';' : ',';
}

function plainText(cell: unknown): CellValue {
  const text = typeof cell === 'string' ? unguardFormula(cell) : '';
  return text.trim() === '' ? null : text;
}
