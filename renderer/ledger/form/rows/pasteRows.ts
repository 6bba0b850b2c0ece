import { parseCell, type Resolve } from '../../../../shared/ledger/cells.ts';
import type { LooseValues } from '../../../../shared/ledger/definition.ts';
import type { Field } from '../../../../shared/ledger/field.ts';
import { emptyRow } from '../../../../shared/ledger/schema.ts';
import type { Place } from '../../../ui/entryGrid/gridKeys.ts';

export type Row = LooseValues & { readonly id: string };

export interface PasteContext {
  readonly resolve: Resolve;
  readonly today: string;
  readonly newId: () => string;
}

export interface Pasted {
  readonly rows: readonly Row[];
  /** One sentence per cell that couldn't be read; the cell keeps what it had. */
  readonly problems: readonly string[];
}

/** Most rows that one paste adds. */
const mostRows = 5000;

/** Cells of text copied from a spreadsheet: tab-separated, quoted cells may hold line ends. */
export function splitCopiedText(text: string): string[][] {
  const lines: string[][] = [[]];
  let cell = '';
  let quoted = false;
  const source = text.replace(/\r\n?/g, '\n').replace(/\n$/, '');
  const endCell = () => {
    lines.at(-1)?.push(cell);
    cell = '';
  };
  for (let index = 0; index < source.length; index += 1) {
    const character = source.charAt(index);
    if (quoted) {
      if (character !== '"') cell += character;
      else if (source.charAt(index + 1) === '"') {
        cell += '"';
        index += 1;
      } else quoted = false;
    } else if (character === '"' && cell === '') quoted = true;
    else if (character === '\t') endCell();
    else if (character === '\n') {
      endCell();
      lines.push([]);
    } else cell += character;
  }
  endCell();
  return lines;
}

/** Whether pasted text is a block of cells, not just words for one cell. */
export function isBlock(text: string): boolean {
  return /[\t\n]/.test(text.replace(/\r?\n$/, ''));
}

/** Writes a block of cells into the rows from a place on, adding rows as needed; computed columns are skipped. */
export function pasteCells(
  rows: readonly Row[],
  columns: readonly (readonly [string, Field])[],
  from: Place,
  cells: readonly (readonly string[])[],
  context: PasteContext,
): Pasted {
  const fields = Object.fromEntries(columns);
  const problems: string[] = [];
  const result: Row[] = [...rows];
  for (const [line, texts] of cells.slice(0, mostRows).entries()) {
    const at = from.row + line;
    const before = result[at] ?? { ...emptyRow(fields, { today: context.today }), id: context.newId() };
    const changes: LooseValues = {};
    for (const [offset, text] of texts.entries()) {
      const column = columns[from.column + offset];
      if (!column || column[1].computed) continue;
      const parsed = parseCell(column[1], text, context);
      if (parsed.ok) changes[column[0]] = parsed.value;
      else problems.push(`第 ${at + 1} 行：${parsed.sentence}${parsed.suggestion ?? ''}`);
    }
    result[at] = { ...before, ...changes };
  }
  return { rows: result, problems };
}
