import type { ImportProblem } from '../../../shared/contract/files.ts';
import type { CellValue } from '../../../shared/ledger/cells.ts';
import { looseForm } from '../../../shared/ledger/looseText.ts';
import { fieldsOf } from '../../../shared/ledger/schema.ts';
import { findLedger } from '../../../shared/ledgers/index.ts';
import type { OutputCell, OutputSheet } from '../../documents/writeWorkbook.ts';
import type { ImportedSheet } from './detailRows.ts';
import type { ImportOutcome, ImportTask } from './runImport.ts';
import { keySheet } from './sheetKeys.ts';
import { dataRows, type SheetRow } from './sheetRows.ts';

const remarkHeader = '问题说明';

/** A workbook of only the rows with problems, each with what is wrong; mended, it can be imported again as it is. */
export function problemSheets(ledger: string, task: ImportTask, outcome: ImportOutcome): OutputSheet[] {
  const numbers = new Set(outcome.rows.filter((row) => row.status === 'problem').map((row) => row.number));
  const rows = dataRows(task.main.data, task.main.layout).filter((row) => numbers.has(row.number));
  const lockedLabels = lockedHeadersOf(ledger);
  const main = sheetOf(task.main, rows, outcome.problems, lockedLabels);
  const marks = new Set(rows.map((row) => numberCell(task.main, row)));
  const details = task.details.map((detail) => ({
    detail,
    sheet: sheetOf(
      detail,
      dataRows(detail.data, detail.layout).filter((row) => marks.has(numberCell(detail, row))),
      outcome.problems,
      lockedLabels,
    ),
  }));
  return [
    main,
    ...details.map(({ sheet }) => sheet),
    keySheet([
      { ...keysOf(task.main), ledger, detail: null },
      ...details.map(({ detail }) => ({ ...keysOf(detail), ledger, detail: detail.fieldId })),
    ]),
  ];
}

function sheetOf(
  sheet: ImportedSheet,
  rows: readonly SheetRow[],
  problems: readonly ImportProblem[],
  lockedLabels: readonly string[],
): OutputSheet {
  const remarks = new Map<number, string[]>();
  for (const problem of problems) {
    if (problem.sheet !== sheet.data.name) continue;
    const place = problem.column === '' ? '' : `${problem.column}：`;
    const line = `${place}${problem.sentence}${problem.suggestion ?? ''}`;
    remarks.set(problem.row, [...(remarks.get(problem.row) ?? []), line]);
  }
  const { headers } = sheet.layout;
  const kept = headers.map((header) => !lockedLabels.includes(looseForm(header)));
  return {
    name: sheet.data.name,
    headers: [[...headers, remarkHeader].map((text) => ({ text }))],
    columns: [
      ...headers.map(() => ({ width: 16, form: 'text' as const, wrap: true })),
      { width: 60, form: 'text', wrap: true },
    ],
    rows: rows.map((row) => [
      ...headers.map((_, index) => (kept[index] ? outputCell(row.cells[index] ?? null) : null)),
      (remarks.get(row.number) ?? []).join('\n'),
    ]),
  };
}

/** Header words of columns that never leave: who complained is not read from sheets, and not written back to one. */
function lockedHeadersOf(ledger: string): readonly string[] {
  const definition = findLedger(ledger);
  if (!definition) return [];
  return Object.values(fieldsOf(definition))
    .filter(({ sensitivity }) => sensitivity === 'locked')
    .flatMap(({ label, synonyms }) => [label, ...(synonyms ?? [])])
    .map(looseForm);
}

function keysOf(sheet: ImportedSheet) {
  return {
    sheet: sheet.data.name,
    headers: [...sheet.layout.headers, remarkHeader],
    paths: [...sheet.layout.mapping, null],
  };
}

function numberCell(sheet: ImportedSheet, row: SheetRow): string {
  return String(row.cells[sheet.layout.mapping.indexOf('@no')] ?? '');
}

function outputCell(cell: CellValue): OutputCell {
  return typeof cell === 'boolean' ? (cell ? '是' : '否') : cell;
}
