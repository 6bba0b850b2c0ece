import type { CellValue } from './cells.ts';
import { cellText } from './cells.ts';
import { isReadable, sheetPlan, type SheetColumn } from './columns.ts';
import type { AnyLedger } from './definition.ts';
import { looseForm } from './looseText.ts';

/** A block of merged cells; rows and columns from 0, ends included. */
interface Merge {
  readonly startRow: number;
  readonly startColumn: number;
  readonly endRow: number;
  readonly endColumn: number;
}

/** What a sheet looks like to the recogniser. */
export interface SheetFace {
  readonly name: string;
  readonly rows: readonly (readonly CellValue[])[];
  readonly merges: readonly Merge[];
}

/** What a sheet was taken for; rows count from 0. */
export interface RecognisedSheet {
  /** First row of the header, from 0; -1 when none was found. */
  readonly headerStart: number;
  /** Last row of the header (the same, or the next one of a two-level header). */
  readonly headerEnd: number;
  readonly headers: readonly string[];
  /** `null` when no ledger fits. */
  readonly ledger: string | null;
  /** Details field id when the sheet holds detail rows. */
  readonly detail: string | null;
  /** 0–1: how many of the ledger's required and usual columns are there. */
  readonly confidence: number;
  /** Column path per header, `null` = not imported. */
  readonly mapping: readonly (string | null)[];
}

/** Titles, units and notes stand above the header; further down nobody puts one. */
const searchedRows = 20;
/** A sheet with less than this in common with a ledger is not of that ledger. */
const leastConfidence = 0.3;
/** Rows below the header whose values are looked at. */
const sampledRows = 20;
/** What the values can add to or take from what the header words say: enough to decide between two that fit alike. */
const valueWeight = 0.15;

/**
 * Finds the header row within the first 20 rows and the ledger whose columns it names best. Header words are compared
 * loosely (full width, spaces, units in brackets, synonyms); a two-level header with merged cells is read as one.
 * @param wanted only this ledger is considered
 */
export function recogniseSheet(
  sheet: SheetFace,
  ledgers: readonly AnyLedger[],
  wanted?: string,
): RecognisedSheet {
  const candidates = ledgers.filter((definition) => wanted === undefined || definition.id === wanted);
  let best: RecognisedSheet = {
    headerStart: -1,
    headerEnd: -1,
    headers: [],
    ledger: null,
    detail: null,
    confidence: 0,
    mapping: [],
  };
  for (const header of possibleHeaders(sheet)) {
    for (const definition of candidates) {
      for (const [detail, columns] of columnSets(definition)) {
        const mapping = mapHeaders(header.headers, columns);
        const named = score(mapping, columns, definition, detail, sheet.name);
        if (named === 0) continue;
        const body = sheet.rows.slice(header.headerEnd + 1, header.headerEnd + 1 + sampledRows);
        const confidence = Math.max(0, Math.min(1, named + agreement(mapping, columns, body)));
        if (confidence > best.confidence + 1e-9)
          best = { ...header, ledger: definition.id, detail, confidence, mapping };
      }
    }
  }
  if (best.confidence < leastConfidence) {
    const likely = possibleHeaders(sheet).reduce<Header | null>(
      (most, header) => (!most || filled(header) > filled(most) ? header : most),
      null,
    );
    const headers = likely?.headers ?? [];
    return {
      headerStart: likely?.headerStart ?? -1,
      headerEnd: likely?.headerEnd ?? -1,
      headers,
      ledger: null,
      detail: null,
      confidence: best.confidence,
      mapping: headers.map(() => null),
    };
  }
  return best;
}

/** Column paths for header words, each path once, the most exact match first. */
export function mapHeaders(headers: readonly string[], columns: readonly SheetColumn[]): (string | null)[] {
  const readable = columns.filter(isReadable);
  const mapping: (string | null)[] = headers.map(() => null);
  const taken = new Set<string>();
  // Labels win over synonyms, so that 联系电话 of one field can't take the column another field is called by.
  for (const words of [labelWords, synonymWords]) {
    for (const [index, header] of headers.entries()) {
      if (mapping[index] !== null || header === '') continue;
      const forms = headerForms(header);
      const column = readable.find(
        (each) => !taken.has(each.path) && words(each).some((word) => forms.includes(word)),
      );
      if (!column) continue;
      mapping[index] = column.path;
      taken.add(column.path);
    }
  }
  return mapping;
}

/** What stands for a set of headers, so that a school's mapping can be remembered. */
export function headerFingerprint(headers: readonly string[]): string {
  return headers.map(looseForm).join('|');
}

interface Header {
  readonly headerStart: number;
  readonly headerEnd: number;
  readonly headers: readonly string[];
}

function filled(header: Header): number {
  return header.headers.filter((text) => text !== '').length;
}

/** Every row of the top that could be a header: at least two texts; two-level headers joined. */
function possibleHeaders(sheet: SheetFace): Header[] {
  const headers: Header[] = [];
  for (const [index, row] of sheet.rows.slice(0, searchedRows).entries()) {
    const texts = row.map((cell) => cellText(cell).replace(/\s+/gu, ' ').trim());
    if (texts.filter((text) => text !== '').length === 0) continue;
    const below = (sheet.rows[index + 1] ?? []).map((cell) => cellText(cell).replace(/\s+/gu, ' ').trim());
    headers.push({ headerStart: index, headerEnd: index, headers: texts });
    if (hasLevels(sheet, index))
      headers.push({ headerStart: index, headerEnd: index + 1, headers: joinLevels(texts, below) });
  }
  return headers;
}

/** A header has two levels when cells of its first row are merged sideways or into the next row. */
function hasLevels(sheet: SheetFace, row: number): boolean {
  const width = Math.max(sheet.rows[row]?.length ?? 0, sheet.rows[row + 1]?.length ?? 0);
  return sheet.merges.some((merge) => {
    if (merge.startRow !== row) return false;
    const wholeTitle = merge.startColumn === 0 && merge.endColumn >= width - 1;
    return (
      merge.endRow === row + 1 || (merge.endRow === row && merge.endColumn > merge.startColumn && !wholeTitle)
    );
  });
}

function joinLevels(upper: readonly string[], lower: readonly string[]): string[] {
  const width = Math.max(upper.length, lower.length);
  return Array.from({ length: width }, (_, index) => lower[index] || upper[index] || '');
}

function columnSets(definition: AnyLedger): [string | null, readonly SheetColumn[]][] {
  const plan = sheetPlan(definition);
  return [
    [null, plan.main],
    ...plan.details.map((detail): [string, readonly SheetColumn[]] => [detail.fieldId, detail.columns]),
  ];
}

/**
 * Required columns count double. Columns that every ledger has say nothing about which one it is, and a detail sheet
 * must name the record its rows belong to.
 */
function score(
  mapping: readonly (string | null)[],
  columns: readonly SheetColumn[],
  definition: AnyLedger,
  detail: string | null,
  sheetName: string,
): number {
  if (detail !== null && !mapping.includes('@no')) return 0;
  const own = columns.filter((column) => column.field !== null && isReadable(column));
  const weight = (column: SheetColumn) => (column.required || column.path === definition.title ? 2 : 1);
  const all = own.reduce((sum, column) => sum + weight(column), 0);
  const found = own.filter((column) => mapping.includes(column.path));
  if (all === 0 || found.length === 0) return 0;
  if (own.length > 1 && mapping.filter((path) => path !== null).length < 2) return 0;
  const required = own.filter((column) => column.required);
  const requiredFound = required.filter((column) => mapping.includes(column.path));
  const share = found.reduce((sum, column) => sum + weight(column), 0) / all;
  const requiredShare = required.length === 0 ? share : requiredFound.length / required.length;
  const headers = mapping.length === 0 ? 0 : mapping.filter((path) => path !== null).length / mapping.length;
  const label = detail === null ? definition.label : (columns[2]?.field?.label ?? definition.label);
  const named = looseForm(sheetName).includes(looseForm(label)) ? 0.1 : 0;
  return Math.min(1, 0.45 * requiredShare + 0.2 * share + 0.35 * headers + named);
}

/** Whether the values below fit: of choice columns, how many are among the options, from `-valueWeight` to `valueWeight`. */
function agreement(
  mapping: readonly (string | null)[],
  columns: readonly SheetColumn[],
  body: readonly (readonly CellValue[])[],
): number {
  let known = 0;
  let all = 0;
  for (const [index, path] of mapping.entries()) {
    const field = path === null ? null : (columns.find((column) => column.path === path)?.field ?? null);
    if (field?.kind !== 'choice') continue;
    const accepted = new Set(
      field.options.flatMap((option) => [option.value, ...(option.synonyms ?? [])]).map(looseForm),
    );
    const texts = body.map((row) => looseForm(cellText(row[index] ?? null))).filter((text) => text !== '');
    all += texts.length;
    known += texts.filter((text) => accepted.has(text)).length;
  }
  return all === 0 ? 0 : valueWeight * (2 * (known / all) - 1);
}

function labelWords(column: SheetColumn): string[] {
  return [looseForm(column.field?.label ?? column.header), looseForm(column.header)];
}

function synonymWords(column: SheetColumn): string[] {
  return column.synonyms.map(looseForm);
}

/** The header as it stands, and without what stands in brackets (units, notes). */
function headerForms(header: string): string[] {
  const whole = looseForm(header);
  const bare = looseForm(header.replace(/[（(［[【][^）)］\]】]*[）)］\]】]/gu, ''));
  return bare === '' ? [whole] : [whole, bare];
}
