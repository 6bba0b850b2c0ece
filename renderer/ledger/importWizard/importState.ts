import type { ImportSource, SheetRecognition } from '../../../shared/contract/files.ts';
import { isReadable, sheetPlan, type SheetColumn } from '../../../shared/ledger/columns.ts';
import type { AnyLedger } from '../../../shared/ledger/definition.ts';
import { mapHeaders } from '../../../shared/ledger/recognise.ts';
import { findLedger } from '../../../shared/ledgers/index.ts';

/** What the person has confirmed about one sheet, before it is looked through. */
export interface SheetChoice {
  readonly sheet: SheetRecognition;
  readonly definition: AnyLedger | null;
  /** Field id per header, `null` = not imported. */
  readonly mapping: readonly (string | null)[];
  readonly period: string | null;
}

/** The sheets that hold records; detail rows come in with them. */
export function mainSheets(source: ImportSource): readonly SheetRecognition[] {
  return source.sheets.filter((sheet) => sheet.detail === null);
}

/** The sheet to begin with: the surest one. */
export function firstChoice(source: ImportSource): SheetChoice | null {
  const [surest] = [...mainSheets(source)].sort((a, b) => b.confidence - a.confidence);
  return surest ? choiceOf(surest) : null;
}

export function choiceOf(sheet: SheetRecognition): SheetChoice {
  const definition = sheet.ledger === null ? null : (findLedger(sheet.ledger) ?? null);
  return { sheet, definition, mapping: sheet.mapping, period: null };
}

/** The same sheet as one of another ledger; headers are matched anew. */
export function withLedger(choice: SheetChoice, definition: AnyLedger): SheetChoice {
  const known = choice.sheet.ledger === definition.id;
  return {
    ...choice,
    definition,
    mapping: known ? choice.sheet.mapping : mapHeaders(choice.sheet.headers, columnsFor(definition)),
    period: null,
  };
}

/** A column may be read into one field only, so another column that was read into it is let go. */
export function withColumn(choice: SheetChoice, index: number, path: string | null): SheetChoice {
  return {
    ...choice,
    mapping: choice.mapping.map((each, at) => (at === index ? path : each === path ? null : each)),
  };
}

/** The columns that a sheet of this ledger may fill. */
export function columnsFor(definition: AnyLedger): readonly SheetColumn[] {
  return sheetPlan(definition).main.filter(isReadable);
}

/** Required columns that no header is matched to. */
export function missingColumns(choice: SheetChoice): readonly SheetColumn[] {
  if (!choice.definition) return [];
  return columnsFor(choice.definition).filter(
    (column) => column.required && !choice.mapping.includes(column.path),
  );
}

/** Whether the records need a period that the sheet itself doesn't tell. */
export function needsPeriod({ definition, mapping }: SheetChoice): boolean {
  return definition?.period !== undefined && !mapping.includes('@period');
}
