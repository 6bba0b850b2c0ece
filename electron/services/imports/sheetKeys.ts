import { z } from 'zod';
import type { CellValue } from '../../../shared/ledger/cells.ts';
import { looseForm } from '../../../shared/ledger/looseText.ts';
import type { WorkbookData } from '../../documents/sheetData.ts';
import type { OutputSheet } from '../../documents/writeWorkbook.ts';

/**
 * The hidden sheet of our own workbooks: which sheet holds what, by stable keys, so that a template or an export is
 * known again whatever its headers are called.
 */
export interface SheetKeys {
  readonly sheet: string;
  readonly ledger: string;
  /** Details field id, `null` for the records themselves. */
  readonly detail: string | null;
  readonly headers: readonly string[];
  /** Column path per header, in the sheet's order; `null` = not imported. */
  readonly paths: readonly (string | null)[];
}

const keySheetName = '__ledger';
const formatVersion = 1;

const keysSchema = z.object({
  sheet: z.string(),
  ledger: z.string(),
  detail: z.string().nullable(),
  headers: z.array(z.string()),
  paths: z.array(z.string().nullable()),
});

/** One row per sheet, the keys as JSON: format name, version, keys. */
export function keySheet(keys: readonly SheetKeys[]): OutputSheet {
  return {
    name: keySheetName,
    hidden: true,
    headers: [],
    columns: [
      { width: 12, form: 'text' },
      { width: 8, form: 'integer' },
      { width: 80, form: 'text' },
    ],
    rows: keys.map((each) => ['校园台账', formatVersion, JSON.stringify(each)]),
  };
}

/** The keys of a workbook, none when it isn't ours or from a newer format. */
export function readSheetKeys(workbook: WorkbookData): SheetKeys[] {
  const sheet = workbook.sheets.find((each) => each.name === keySheetName);
  return (sheet?.rows ?? []).flatMap(([name, version, keys]) => {
    if (name !== '校园台账' || version !== formatVersion || typeof keys !== 'string') return [];
    const parsed = keysSchema.safeParse(parseJson(keys));
    return parsed.success ? [parsed.data] : [];
  });
}

/**
 * Column paths for the headers of a sheet that has keys: columns may have been moved, inserted or deleted since, so a
 * key goes with its header word; where that was retyped, with its place.
 */
export function mappingByKeys(headers: readonly string[], keys: SheetKeys): (string | null)[] {
  const words = keys.headers.map(looseForm);
  const taken = new Set<number>();
  const mapping = headers.map((header, index): string | null => {
    const form = looseForm(header);
    const place =
      words[index] === form ? index : words.findIndex((word, at) => word === form && !taken.has(at));
    if (form === '' || place < 0 || taken.has(place)) return null;
    taken.add(place);
    return keys.paths[place] ?? null;
  });
  if (headers.length !== words.length) return mapping;
  return mapping.map((path, index) => path ?? (taken.has(index) ? null : (keys.paths[index] ?? null)));
}

/** The first row that holds most of the known header words. */
export function headerRowByKeys(rows: readonly (readonly CellValue[])[], keys: SheetKeys): number {
  const words = new Set(keys.headers.map(looseForm));
  let best = -1;
  let most = 0;
  for (const [index, row] of rows.slice(0, 30).entries()) {
    const found = row.filter((cell) => typeof cell === 'string' && words.has(looseForm(cell))).length;
    if (found > most) [best, most] = [index, found];
  }
  return best;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
