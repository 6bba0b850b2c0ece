import { isDeepStrictEqual } from 'node:util';
import type { ImportProblem } from '../../../shared/contract/files.ts';
import { isUuid } from '../../../shared/kernel/ids.ts';
import type { AnyLedger, LedgerRecord, LooseValues } from '../../../shared/ledger/definition.ts';
import { emptyRow, fieldsOf, knownFields, rowsOf } from '../../../shared/ledger/schema.ts';
import type { SheetData } from '../../documents/sheetData.ts';
import type { ReadRow } from './rowReader.ts';
import { columnName, type SheetLayout } from './sheetRows.ts';

export interface ImportedSheet {
  readonly data: SheetData;
  readonly layout: SheetLayout;
}

/** The rows of one detail sheet, by the number of the main row they belong to. */
export interface DetailRows {
  readonly fieldId: string;
  readonly sheet: ImportedSheet;
  readonly byNumber: ReadonlyMap<string, readonly ReadRow[]>;
}

/** The sheet's rows of one detail, each with the id of the stored row it means, or a new one. */
export function mergeRows(
  definition: AnyLedger,
  detail: DetailRows,
  rows: readonly ReadRow[],
  before: LedgerRecord | null,
  newId: () => string,
): LooseValues[] {
  const field = fieldsOf(definition)[detail.fieldId];
  if (field?.kind !== 'details') return [];
  const storedRows = rowsOf(before?.values[detail.fieldId]);
  const free = new Set(storedRows);
  const take = (fits: (row: LooseValues) => boolean): LooseValues | undefined => {
    const found = [...free].find(fits);
    if (found) free.delete(found);
    return found;
  };
  // Rows that name their id come first, so that no other row takes it from them.
  const chosen = new Map<ReadRow, LooseValues | undefined>();
  for (const row of rows)
    if (row.rowId !== null)
      chosen.set(
        row,
        take((stored) => stored['id'] === row.rowId),
      );
  for (const row of rows) {
    if (chosen.get(row)) continue;
    const key = field.rowKey;
    chosen.set(
      row,
      take((stored) =>
        key
          ? key.every((id) => isDeepStrictEqual(stored[id], row.values.get(id)))
          : [...row.values].every(([id, value]) => isDeepStrictEqual(stored[id], value)),
      ),
    );
  }
  return rows.map((row) => {
    const stored = chosen.get(row);
    const given =
      row.rowId !== null && isUuid(row.rowId) && !storedRows.some((each) => each['id'] === row.rowId);
    return {
      ...(stored ?? emptyRow(knownFields(field.fields))),
      ...Object.fromEntries(row.values),
      id: stored?.['id'] ?? (given ? row.rowId : newId()),
    };
  });
}

/** Detail rows whose number no row of the main sheet has. */
export function strayDetails(
  details: readonly DetailRows[],
  numbers: readonly (string | null)[],
): ImportProblem[] {
  const known = new Set(numbers);
  return details.flatMap(({ byNumber, sheet }) =>
    [...byNumber].flatMap(([number, rows]) =>
      known.has(number)
        ? []
        : rows.map((row): ImportProblem => ({
            sheet: sheet.data.name,
            row: row.row.number,
            column: columnName(sheet.layout, sheet.layout.mapping.indexOf('@no')),
            value: number,
            sentence: '主表里没有这个序号，这一行明细没有导入。',
            suggestion: '请把“主表序号”填成主表第一列的序号。',
            severity: 'warning',
          })),
    ),
  );
}

export function groupByNumber(rows: readonly ReadRow[]): Map<string, ReadRow[]> {
  const groups = new Map<string, ReadRow[]>();
  for (const row of rows) {
    const group = groups.get(row.no ?? '');
    if (group) group.push(row);
    else groups.set(row.no ?? '', [row]);
  }
  return groups;
}
