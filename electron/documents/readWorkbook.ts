import { open } from 'node:fs/promises';
import { EncryptedFileError, read, type CellValue as LibraryCell, type Sheet } from 'hucre';
import { failure, success, type Result } from '../../shared/kernel/result.ts';
import type { CellValue } from '../../shared/ledger/cells.ts';
import { decodeText } from './decodeText.ts';
import { parseDelimited } from './parseDelimited.ts';
import type { MergedCells, SheetData, WorkbookData } from './sheetData.ts';
import { sniff } from './sniff.ts';
import { checkZip, workbookZipLimits } from './zipCheck.ts';

/** Caps of one file; beyond them the answer is a sentence, not a slow machine. */
export const workbookLimits = {
  fileBytes: 100_000_000,
  rows: 200_000,
  columns: 500,
  cells: 6_000_000,
  merges: 20_000,
} as const;

/** Reading styles (needed to know percentages) doubles the memory, so it is left out for very large files. */
const styledBytes = 60_000_000;

/** Opens a spreadsheet file chosen by the user: xlsx, xls or csv, told apart by content. */
export async function readWorkbookFile(path: string): Promise<Result<WorkbookData>> {
  const bytes = await readFileWithin(path, workbookLimits.fileBytes);
  return bytes.ok ? readWorkbook(bytes.value) : bytes;
}

/** Reads a spreadsheet's content. Every refusal is a sentence; nothing in the content is trusted. */
export async function readWorkbook(bytes: Uint8Array): Promise<Result<WorkbookData>> {
  switch (sniff(bytes)) {
    case 'empty':
      return failure('fileProblem', '这是一个空文件（0 字节），没有内容可以导入。请重新拷贝或另存一份再试。');
    case 'zip':
      return readZippedWorkbook(bytes);
    case 'oldOffice':
      return readWithLibrary(bytes, 'xls', true);
    case 'markup':
      return failure(
        'fileProblem',
        '这个文件其实是网页格式（有些平台导出的“.xls”就是这样）。请用 WPS 或 Excel 打开它，另存为 .xlsx 后再导入。',
      );
    case 'binary':
      return failure('fileProblem', '这不是电子表格文件。请选择 .xlsx、.xls 或 .csv 文件。');
    case 'text':
      return readText(bytes);
  }
}

async function readZippedWorkbook(bytes: Uint8Array): Promise<Result<WorkbookData>> {
  const zip = checkZip(bytes, workbookZipLimits);
  if (!zip.ok) return zip;
  const { names, totalBytes } = zip.value;
  if (names.some((name) => name.startsWith('word/')))
    return failure('fileProblem', '这是 Word 文档，不是电子表格。请选择 .xlsx、.xls 或 .csv 文件。');
  if (!names.includes('xl/workbook.xml'))
    return failure(
      'fileProblem',
      '这个压缩包里没有电子表格。请先解压，再选择里面的 .xlsx、.xls 或 .csv 文件；其他格式请用 WPS 另存为 .xlsx。',
    );
  return readWithLibrary(bytes, 'xlsx', totalBytes <= styledBytes);
}

async function readWithLibrary(
  bytes: Uint8Array,
  form: 'xlsx' | 'xls',
  readStyles: boolean,
): Promise<Result<WorkbookData>> {
  try {
    const workbook = await read(bytes, { readStyles, maxRows: workbookLimits.rows + 1 });
    return within({ form, sheets: workbook.sheets.map(plainSheet) });
  } catch (error) {
    // The library names every refusal by an error; which one matters only for password-protected files.
    if (error instanceof EncryptedFileError)
      return failure('fileProblem', '这个文件加了打开密码。请用 WPS 或 Excel 去掉密码，另存一份再导入。');
    if (error instanceof Error)
      return failure(
        'fileProblem',
        '文件打不开：内容已损坏，或不是常见的表格格式。请用 WPS 或 Excel 打开它，另存为 .xlsx 后再试。',
      );
    throw error;
  }
}

function readText(bytes: Uint8Array): Result<WorkbookData> {
  const { text } = decodeText(bytes);
  return within({ form: 'csv', sheets: [{ ...textSheet(text), name: '表格' }] });
}

/** Rows of a csv text or of cells copied from a spreadsheet, as a sheet without a name. */
export function textSheet(text: string): Omit<SheetData, 'name'> {
  const rows = trimRows(parseDelimited(text));
  return { hidden: false, rows, merges: [], formulaCells: [] };
}

function within(workbook: WorkbookData): Result<WorkbookData> {
  const shown = workbook.sheets.filter((sheet) => !sheet.hidden);
  const cells = workbook.sheets.reduce((sum, sheet) => sum + cellCount(sheet), 0);
  const longest = workbook.sheets.find((sheet) => sheet.rows.length > workbookLimits.rows);
  if (longest)
    return failure(
      'fileProblem',
      `工作表“${longest.name}”超过 ${workbookLimits.rows} 行，一次放不下。请拆成几个文件分别导入。`,
    );
  if (workbook.sheets.some((sheet) => widest(sheet) > workbookLimits.columns))
    return failure(
      'fileProblem',
      `表格超过 ${workbookLimits.columns} 列，多半是右边有多余的空列。请删掉多余的列，另存后再试。`,
    );
  if (cells > workbookLimits.cells)
    return failure('fileProblem', '表格内容太多，一次放不下。请拆成几个文件分别导入。');
  if (shown.every((sheet) => sheet.rows.length === 0))
    return failure('fileProblem', '文件里没有读到任何一行内容：可能是空表，也可能已损坏。请打开核对后再试。');
  return success(workbook);
}

function plainSheet(sheet: Sheet): SheetData {
  const rows = sheet.rows.map((row, index) =>
    row.map((cell, column) =>
      typeof cell === 'number'
        ? plainNumber(cell, sheet.cells?.get(`${index},${column}`)?.style?.numFmt)
        : plainCell(cell),
    ),
  );
  const formulaCells: string[] = [];
  for (const [place, cell] of sheet.cells ?? []) if (cell.formula !== undefined) formulaCells.push(place);
  return {
    name: sheet.name,
    hidden: sheet.hidden === true || sheet.veryHidden === true,
    rows: trimRows(rows),
    merges: (sheet.merges ?? []).slice(0, workbookLimits.merges).map(plainMerge),
    formulaCells,
  };
}

function plainMerge(merge: {
  startRow: number;
  startCol: number;
  endRow: number;
  endCol: number;
}): MergedCells {
  return {
    startRow: merge.startRow,
    startColumn: merge.startCol,
    endRow: merge.endRow,
    endColumn: merge.endCol,
  };
}

/** Percentages become `85%`: the number alone would not tell them from other numbers. */
function plainNumber(cell: number, format: string | undefined): CellValue {
  return format?.includes('%') ? `${Number((cell * 100).toFixed(8))}%` : cell;
}

/** Dates become text. */
function plainCell(cell: LibraryCell): CellValue {
  if (cell instanceof Date) return dateText(cell);
  return typeof cell === 'string' && cell.trim() === '' ? null : cell;
}

/** `2026-03-05`, `2026-03-05 14:30:00`, or `14:30:00` for a time of day, which spreadsheets count from day 0. */
function dateText(date: Date): string | null {
  if (Number.isNaN(date.getTime())) return null;
  const iso = date.toISOString();
  const day = iso.slice(0, 10);
  const time = iso.slice(11, 19);
  if (day < '1900-01-01') return time;
  return time === '00:00:00' ? day : `${day} ${time}`;
}

/** Without the empty rows and cells that formatting leaves behind at the end. */
function trimRows(rows: readonly (readonly CellValue[])[]): CellValue[][] {
  const trimmed = rows.map((row) => row.slice(0, row.findLastIndex((cell) => cell !== null) + 1));
  return trimmed.slice(0, trimmed.findLastIndex((row) => row.length > 0) + 1);
}

function cellCount(sheet: SheetData): number {
  return sheet.rows.reduce((sum, row) => sum + row.length, 0);
}

function widest(sheet: SheetData): number {
  return sheet.rows.reduce((most, row) => Math.max(most, row.length), 0);
}

async function readFileWithin(path: string, limit: number): Promise<Result<Uint8Array>> {
  try {
    await using file = await open(path, 'r');
    const { size } = await file.stat();
    if (size > limit)
      return failure('fileProblem', `文件超过 ${limit / 1_000_000} MB，太大了。请拆成几个文件分别导入。`);
    return success(await file.readFile());
  } catch (error) {
    if (error instanceof Error && 'code' in error)
      return failure(
        'fileProblem',
        '文件读不出来：可能已被移走、U 盘已拔出，或正被别的程序占用。请关闭打开它的程序后再试。',
      );
    throw error;
  }
}
