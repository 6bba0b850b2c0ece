import type { CellValue } from '../../../shared/ledger/cells.ts';
import { cellText } from '../../../shared/ledger/cells.ts';
import { columnLetter } from '../../../shared/ledger/columns.ts';
import { looseForm } from '../../../shared/ledger/looseText.ts';
import type { SheetData } from '../../documents/sheetData.ts';

/** Where the data of a sheet stand and which column means what. */
export interface SheetLayout {
  /** Last row of the header, from 0. */
  readonly headerEnd: number;
  readonly headers: readonly string[];
  /** Column path per column, `null` = not imported. */
  readonly mapping: readonly (string | null)[];
}

export interface SheetRow {
  /** As the spreadsheet shows it, from 1. */
  readonly number: number;
  readonly cells: readonly CellValue[];
}

/** Rows that belong to the form and not to the data: help and example of our template, sums, signatures, notes. */
const formWords = ['填写说明', '说明', '示例', '合计', '小计', '总计', '总计人数'];
const formStart =
  /^(?:单位负责人|单位负责人签字|负责人|审核人|填报人|填表人|制表人|联系电话|备注|注|说明)[:：]/u;

/** The data rows below the header, merged cells filled downwards. */
export function dataRows(sheet: SheetData, layout: SheetLayout): SheetRow[] {
  const filled = fillMerged(sheet, layout.headerEnd);
  const numberColumn = layout.mapping.indexOf('@no');
  return filled.flatMap((cells, index) => {
    if (index <= layout.headerEnd || isFormRow(cells, numberColumn)) return [];
    const used = layout.mapping.some(
      (path, at) => path !== null && path !== '@no' && (cells[at] ?? null) !== null,
    );
    return used ? [{ number: index + 1, cells }] : [];
  });
}

/** Cells that hold a value only because their block of merged cells does, as `row,column` from 0. */
export function mergedBelow(sheet: SheetData, headerEnd: number): Set<string> {
  const places = new Set<string>();
  for (const merge of bodyMerges(sheet, headerEnd)) {
    for (let row = merge.startRow + 1; row <= merge.endRow; row += 1)
      places.add(`${row},${merge.startColumn}`);
  }
  return places;
}

/** `C 出生日期` */
export function columnName(layout: SheetLayout, column: number): string {
  return column < 0 ? '' : `${columnLetter(column)} ${layout.headers[column] ?? ''}`.trim();
}

function fillMerged(sheet: SheetData, headerEnd: number): readonly (readonly CellValue[])[] {
  const merges = bodyMerges(sheet, headerEnd);
  if (merges.length === 0) return sheet.rows;
  const rows = sheet.rows.map((row) => [...row]);
  for (const merge of merges) {
    const value = rows[merge.startRow]?.[merge.startColumn] ?? null;
    for (let at = merge.startRow + 1; at <= Math.min(merge.endRow, rows.length - 1); at += 1) {
      const row = rows[at];
      if (!row) continue;
      while (row.length <= merge.startColumn) row.push(null);
      row[merge.startColumn] = value;
    }
  }
  return rows;
}

/** Blocks over several body rows; wider ones fill their first column only, as a sheet shows one value for them. */
function bodyMerges(sheet: SheetData, headerEnd: number) {
  const last = sheet.rows.length - 1;
  return sheet.merges
    .filter((merge) => merge.startRow > headerEnd && merge.endRow > merge.startRow && merge.startRow <= last)
    .map((merge) => ({ ...merge, endRow: Math.min(merge.endRow, last) }));
}

function isFormRow(cells: readonly CellValue[], numberColumn: number): boolean {
  const first = cells.find((cell) => cell !== null) ?? null;
  if (first === null) return true;
  const text = cellText(first);
  if (formStart.test(text.trim())) return cells.filter((cell) => cell !== null).length <= 4;
  const marker = numberColumn >= 0 ? cellText(cells[numberColumn] ?? null) : text;
  return formWords.includes(looseForm(marker));
}
