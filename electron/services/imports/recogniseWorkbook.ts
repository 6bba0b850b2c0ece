import type { SheetRecognition } from '../../../shared/contract/files.ts';
import { cellText } from '../../../shared/ledger/cells.ts';
import { isReadable, sheetPlan, type SheetColumn } from '../../../shared/ledger/columns.ts';
import type { AnyLedger } from '../../../shared/ledger/definition.ts';
import { headerFingerprint, recogniseSheet } from '../../../shared/ledger/recognise.ts';
import type { SheetData, WorkbookData } from '../../documents/sheetData.ts';
import { headerRowByKeys, mappingByKeys, readSheetKeys, type SheetKeys } from './sheetKeys.ts';

const searchedForSamples = 30;
const sampleCount = 3;
const sampleLength = 40;

export interface KnownSheet {
  readonly data: SheetData;
  /** First and last row of the header, from 0; -1 when none was found. */
  readonly headerStart: number;
  readonly headerEnd: number;
  readonly headers: readonly string[];
  readonly ledger: string | null;
  /** Details field id when the sheet holds detail rows. */
  readonly detail: string | null;
  readonly confidence: number;
  readonly mapping: readonly (string | null)[];
  readonly origin: SheetRecognition['origin'];
}

/** An earlier mapping of the same headers to this ledger, if the school confirmed one. */
export type RememberedMapping = (ledger: string, fingerprint: string) => readonly (string | null)[] | null;

/** Which ledger each visible sheet belongs to: by its hidden keys, by a remembered mapping, else by its headers. */
export function recogniseWorkbook(
  workbook: WorkbookData,
  ledgers: readonly AnyLedger[],
  remembered: RememberedMapping,
  wanted?: string,
): KnownSheet[] {
  const keys = readSheetKeys(workbook);
  const allowed = ledgers.filter((definition) => wanted === undefined || definition.id === wanted);
  return workbook.sheets
    .filter((sheet) => !sheet.hidden && sheet.rows.length > 0)
    .map((sheet) => unfolded(sheet, allowed))
    .map((sheet) => {
      const own = keys.find((each) => each.sheet === sheet.name);
      const definition = allowed.find((each) => each.id === own?.ledger);
      const byKeys = own && definition ? recogniseByKeys(sheet, own, definition) : null;
      return byKeys ?? recogniseByHeaders(sheet, allowed, remembered, wanted);
    });
}

/** A sheet in a shape that one of the ledgers knows, as rows of that ledger; any other sheet as it is. */
function unfolded(sheet: SheetData, ledgers: readonly AnyLedger[]): SheetData {
  const unfolding = ledgers.filter(({ unfold }) => unfold !== undefined);
  if (unfolding.length === 0) return sheet;
  const texts = sheet.rows.map((row) => row.map((cell) => cellText(cell)));
  const rows = unfolding.map(({ unfold }) => unfold?.(texts)).find((found) => found !== undefined);
  return rows === undefined ? sheet : { ...sheet, rows, merges: [], formulaCells: [] };
}

/** The columns that a sheet of a ledger may have, those of one detail or of the records themselves. */
export function columnsOf(definition: AnyLedger, detail: string | null): readonly SheetColumn[] {
  const plan = sheetPlan(definition);
  if (detail === null) return plan.main;
  return plan.details.find((each) => each.fieldId === detail)?.columns ?? [];
}

function recogniseByKeys(sheet: SheetData, keys: SheetKeys, definition: AnyLedger): KnownSheet | null {
  const row = headerRowByKeys(sheet.rows, keys);
  if (row < 0) return null;
  const headers = (sheet.rows[row] ?? []).map((cell) => cellText(cell).trim());
  const readable = new Set(
    columnsOf(definition, keys.detail)
      .filter(isReadable)
      .map((column) => column.path),
  );
  const mapping = mappingByKeys(headers, keys).map((path) =>
    path !== null && readable.has(path) ? path : null,
  );
  return {
    data: sheet,
    headerStart: row,
    headerEnd: row,
    headers,
    ledger: definition.id,
    detail: keys.detail,
    confidence: 1,
    mapping,
    origin: 'template',
  };
}

function recogniseByHeaders(
  sheet: SheetData,
  ledgers: readonly AnyLedger[],
  remembered: RememberedMapping,
  wanted: string | undefined,
): KnownSheet {
  const found = recogniseSheet(sheet, ledgers, wanted);
  const known = found.ledger ?? wanted ?? null;
  const earlier = known === null ? null : remembered(known, headerFingerprint(found.headers));
  if (!earlier || earlier.length !== found.headers.length)
    return { data: sheet, ...found, origin: 'recognised' };
  return { data: sheet, ...found, ledger: known, mapping: earlier, confidence: 1, origin: 'remembered' };
}

/** What the wizard shows of a sheet. */
export function recognitionOf(sheet: KnownSheet): SheetRecognition {
  return {
    sheet: sheet.data.name,
    rowCount: Math.max(0, sheet.data.rows.length - sheet.headerEnd - 1),
    headerRow: sheet.headerStart + 1,
    headers: sheet.headers,
    ledger: sheet.ledger,
    confidence: sheet.confidence,
    mapping: sheet.mapping,
    detail: sheet.detail,
    samples: sheet.headers.map((_, column) => samplesBelow(sheet, column)),
    origin: sheet.origin,
  };
}

function samplesBelow({ data, headerEnd }: KnownSheet, column: number): string[] {
  return data.rows
    .slice(headerEnd + 1, headerEnd + 1 + searchedForSamples)
    .map((row) => cellText(row[column] ?? null).trim())
    .filter((text) => text !== '')
    .slice(0, sampleCount)
    .map((text) => text.slice(0, sampleLength));
}
