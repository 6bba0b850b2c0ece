import type { Writable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { WorkbookWriter, type Style, type WorksheetWriter } from '@cj-tech-master/excelts';
import { failure, success, type Result } from '../../shared/kernel/result.ts';
import { columnLetter } from '../../shared/ledger/columns.ts';
import { evenPageBreaks, pageHeightFor } from './evenPageBreaks.ts';

export type OutputCell = string | number | null;

export interface OutputColumn {
  /** In characters of half width. */
  readonly width: number;
  /** `text` cells keep every digit of identity numbers and phones; a `share` of 0.925 shows as 92.5%. */
  readonly form: 'text' | 'integer' | 'decimal' | 'money' | 'share';
  /** Digits after the point of decimals; absent = as many as the number has. */
  readonly digits?: number;
  readonly wrap?: boolean;
  readonly hidden?: boolean;
  /** Names of persons: printed pages align those of two characters with those of three; a sheet keeps them as they are. */
  readonly personName?: boolean;
  /** Gets a live SUM in the totals row. */
  readonly total?: boolean;
  /** Live formula of the body cells that hold a number, e.g. `D5-E5`, from the sheet's row; the number is its result for viewers that don't calculate. */
  readonly formula?: (row: number) => string;
  /** Drop-down list for the body cells. */
  readonly choices?: readonly string[];
  /** What the drop-down says about other input: refused, or only warned about. */
  readonly choicesStrict?: boolean;
  /** Numbers that the body cells take, ends included; others are refused by the spreadsheet. */
  readonly range?: { readonly min: number; readonly max: number };
  /** Can be filled in a `locked` sheet. */
  readonly fillIn?: boolean;
}

/** One header cell; `columns` and `rows` say how far it is merged. */
export interface HeaderCell {
  readonly text: string;
  readonly columns?: number;
  readonly rows?: number;
}

export interface OutputSheet {
  readonly name: string;
  /** Not shown and not to be unhidden by the menu: keys for the re-import. */
  readonly hidden?: boolean;
  readonly title?: string;
  /** Second row: left 填报单位, right 填报日期 or unit. */
  readonly subtitle?: { readonly left: string; readonly right: string };
  /** One to three rows, each cell followed by the next one that its merge leaves free. */
  readonly headers: readonly (readonly HeaderCell[])[];
  readonly columns: readonly OutputColumn[];
  readonly rows: Iterable<readonly OutputCell[]>;
  /** Grey rows below the header that belong to the form, not to the data (help, example). */
  readonly leadingRows?: readonly (readonly OutputCell[])[];
  /** Writes 合计 over the columns before the first sum, and sums under the columns with `total`. */
  readonly totalsRow?: boolean;
  /** Last row: 单位负责人, 审核人, 填报人, 联系电话. */
  readonly signOff?: string;
  /** Columns that stay in sight when scrolling sideways. */
  readonly frozenColumns?: number;
  /** Heights of body rows follow from their text, for sheets that are printed as they are. */
  readonly rowHeights?: 'byContent';
  /** Protected without a password, against slips of the hand: only `fillIn` columns can be typed into. */
  readonly locked?: boolean;
  /** Empty prepared rows with formats and drop-downs (templates). */
  readonly preparedRows?: number;
}

/** The most a spreadsheet cell holds; programs cut or "repair" longer ones. */
const longestCell = 32_767;
/** Longer lists of choices don't fit into the cell rule and stand on a hidden sheet. */
const longestInlineList = 200;
const choicesSheetName = '__choices';

const thin = { style: 'thin' } as const;
const border = { top: thin, left: thin, bottom: thin, right: thin };
const titleStyle: Partial<Style> = {
  font: { name: '黑体', size: 18 },
  // A school's name may have thirty characters, and the table may be narrow.
  alignment: { horizontal: 'center', vertical: 'middle', shrinkToFit: true },
};
const plainStyle: Partial<Style> = {
  font: { name: '宋体', size: 11 },
  alignment: { vertical: 'middle', shrinkToFit: true },
};
const rightStyle: Partial<Style> = {
  ...plainStyle,
  alignment: { ...plainStyle.alignment, horizontal: 'right' },
};
const headerStyle: Partial<Style> = {
  font: { name: '黑体', size: 11, bold: true },
  alignment: { horizontal: 'center', vertical: 'middle', wrapText: true },
  border,
};
/** One for all rows, like the styles of columns. */
const noStyle: Partial<Style> = {};
const greyFont = { name: '宋体', size: 10, italic: true, color: { argb: 'FF808080' } };

/**
 * Writes an official-looking workbook (domain.md §8.2) row by row: title, unit row, header rows, body with borders,
 * sums that stay formulas, A4 landscape one page wide, header rows repeated, 第 X 页 共 Y 页. Ends the stream.
 * Refuses a text that no cell can hold, naming its sheet and row.
 * @param onRows told now and then how many body rows are written
 */
export async function writeWorkbook(
  stream: Writable,
  sheets: readonly OutputSheet[],
  onRows: (written: number) => void = () => undefined,
): Promise<Result<null>> {
  const workbook = new WorkbookWriter({ stream, useStyles: true, useSharedStrings: false });
  const lists = longLists(sheets);
  let written = 0;
  for (const sheet of sheets) {
    const result = await writeSheet(workbook, sheet, lists, async () => {
      written += 1;
      if (written % 500 !== 0) return;
      onRows(written);
      // What is written goes out; else a long sheet would be whole in memory, and a full disk be met at its end.
      await setImmediate();
      if (stream.errored) throw stream.errored;
    });
    if (!result.ok) return result;
  }
  if (lists.length > 0) writeLists(workbook, lists);
  await workbook.commit();
  onRows(written);
  return success(null);
}

async function writeSheet(
  workbook: WorkbookWriter,
  sheet: OutputSheet,
  lists: readonly string[],
  onRow: () => Promise<void>,
): Promise<Result<null>> {
  const visible = Math.max(1, sheet.columns.findLastIndex((column) => !column.hidden) + 1);
  const headerStart = (sheet.title === undefined ? 0 : 1) + (sheet.subtitle ? 1 : 0) + 1;
  const bodyStart = headerStart + sheet.headers.length;
  const worksheet = workbook.addWorksheet(sheet.name, {
    state: sheet.hidden ? 'veryHidden' : 'visible',
    ...(sheet.hidden
      ? {}
      : { views: [{ state: 'frozen', xSplit: sheet.frozenColumns ?? 0, ySplit: bodyStart - 1 }] }),
    pageSetup: {
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
      ...(bodyStart > headerStart ? { printTitlesRow: `${headerStart}:${bodyStart - 1}` } : {}),
      margins: { left: 0.6, right: 0.6, top: 0.7, bottom: 0.7, header: 0.3, footer: 0.3 },
    },
    headerFooter: { oddFooter: '&C第 &P 页 共 &N 页' },
  });
  const styles = sheet.columns.map((column) => (sheet.hidden ? plainStyle : bodyStyle(column)));
  worksheet.columns = sheet.columns.map((column, index) => ({
    width: column.width,
    hidden: column.hidden === true,
    style: styles[index],
  }));
  let at = writeHeading(worksheet, sheet, visible);
  // The columns' styles are written by now; a cell would copy them only to have the copy replaced.
  if (at > 0) for (const index of styles.keys()) worksheet.getColumn(index + 1).style = {};
  const greyStyles = styles.map((style) => ({ ...style, font: greyFont }));
  for (const cells of sheet.leadingRows ?? []) {
    at += 1;
    writeRow(worksheet, at, cells, greyStyles);
  }
  const firstBodyRow = at + 1;
  const sums = sheet.columns.map(() => 0);
  const heights =
    sheet.rowHeights === 'byContent' ? [...sheet.rows].map((cells) => heightOf(cells, sheet.columns)) : null;
  const breaks = heights && breaksOf(sheet, heights);
  for (const cells of sheet.rows) {
    at += 1;
    const tooLong = cells.some((cell) => typeof cell === 'string' && cell.length > longestCell);
    if (tooLong)
      return failure(
        'fileProblem',
        `“${sheet.name}”第 ${at} 行有一格文字超过 ${longestCell} 个字，表格放不下。请缩短这条记录的文字，或改用 CSV 格式。`,
      );
    const height = heights?.[at - firstBodyRow];
    if (height !== undefined) worksheet.getRow(at).height = height;
    if (breaks?.has(at - firstBodyRow + 1)) worksheet.getRow(at).addPageBreak();
    writeRow(worksheet, at, cells, styles, sheet.columns);
    for (const [index, cell] of cells.entries()) {
      if (typeof cell === 'number' && sheet.columns[index]?.total) sums[index] = (sums[index] ?? 0) + cell;
    }
    await onRow();
  }
  const lastBodyRow = at + (sheet.preparedRows ?? 0);
  addRanges(worksheet, sheet, firstBodyRow, Math.max(lastBodyRow, firstBodyRow));
  if (sheet.locked)
    await worksheet.protect('', { selectLockedCells: true, formatColumns: true, formatRows: true });
  addChoices(worksheet, sheet, lists, firstBodyRow, Math.max(lastBodyRow, firstBodyRow));
  if (sheet.totalsRow && at >= firstBodyRow) {
    at += 1;
    if (heights) worksheet.getRow(at).height = lineHeight;
    writeTotals(worksheet, at, sheet, firstBodyRow, sums);
  }
  if (sheet.signOff !== undefined) {
    at += 1;
    writeMerged(worksheet, at, 1, visible, sheet.signOff, plainStyle, heightsOf.signOff);
  }
  worksheet.commit();
  return success(null);
}

/** Title, unit row and header rows; returns the number of the last one. */
function writeHeading(worksheet: WorksheetWriter, sheet: OutputSheet, visible: number): number {
  let at = 0;
  if (sheet.title !== undefined)
    writeMerged(worksheet, (at += 1), 1, visible, sheet.title, titleStyle, heightsOf.title);
  if (sheet.subtitle) {
    at += 1;
    const middle = Math.max(1, Math.ceil(visible / 2));
    writeMerged(worksheet, at, 1, middle, sheet.subtitle.left, plainStyle, heightsOf.subtitle, false);
    if (visible > middle)
      writeMerged(
        worksheet,
        at,
        middle + 1,
        visible,
        sheet.subtitle.right,
        rightStyle,
        heightsOf.subtitle,
        false,
      );
    worksheet.getRow(at).commit();
  }
  const first = at + 1;
  const taken = new Set<string>();
  for (const [level, cells] of sheet.headers.entries()) {
    at += 1;
    let column = 1;
    for (const cell of cells) {
      while (taken.has(`${at},${column}`)) column += 1;
      const right = column + (cell.columns ?? 1) - 1;
      const bottom = at + (cell.rows ?? 1) - 1;
      if (right > column || bottom > at) worksheet.mergeCells(at, column, bottom, right);
      for (let row = at; row <= bottom; row += 1) {
        for (let each = column; each <= right; each += 1) {
          taken.add(`${row},${each}`);
          worksheet.getRow(row).getCell(each).style = headerStyle;
        }
      }
      worksheet.getRow(at).getCell(column).value = cell.text;
      column = right + 1;
    }
    worksheet.getRow(at).height = headerHeight(sheet, level);
  }
  for (let row = first; row <= at; row += 1) worksheet.getRow(row).commit();
  return at;
}

/** Points of the rows around the body. */
const heightsOf = { title: 34, subtitle: 20, signOff: 28 } as const;
/** Points of a body row of one line. */
const lineHeight = 20;

function headerHeight(sheet: OutputSheet, level: number): number {
  return sheet.headers.length - level > 1 ? 22 : 30;
}

function breaksOf(sheet: OutputSheet, rows: readonly number[]): ReadonlySet<number> {
  const repeated = sheet.headers.reduce((sum, _, level) => sum + headerHeight(sheet, level), 0);
  return evenPageBreaks({
    rows,
    repeated,
    beginning: (sheet.title === undefined ? 0 : heightsOf.title) + (sheet.subtitle ? heightsOf.subtitle : 0),
    ending: (sheet.totalsRow ? lineHeight : 0) + (sheet.signOff === undefined ? 0 : heightsOf.signOff),
    pageHeight: pageHeightFor(sheet.columns.flatMap(({ hidden, width }) => (hidden ? [] : [width]))),
  });
}

/** Points for the cell with the most lines, at 11 points and two half-width characters per Chinese one. */
function heightOf(cells: readonly OutputCell[], columns: readonly OutputColumn[]): number {
  const lines = columns.map((column, index) => {
    const value = cells[index];
    if (!column.wrap || typeof value !== 'string') return 1;
    return value
      .split('\n')
      .reduce(
        (sum, line) => sum + Math.max(1, Math.ceil(halfWidths(line) / Math.max(column.width - 1, 1))),
        0,
      );
  });
  return Math.min((Math.max(...lines) - 1) * 15 + lineHeight, 400);
}

/** Length in characters of half width. */
function halfWidths(text: string): number {
  return [...text].reduce((sum, character) => sum + (character.charCodeAt(0) < 0x2000 ? 1 : 2), 0);
}

function writeMerged(
  worksheet: WorksheetWriter,
  row: number,
  from: number,
  to: number,
  text: string,
  style: Partial<Style>,
  height: number,
  commit = true,
): void {
  if (to > from) worksheet.mergeCells(row, from, row, to);
  const target = worksheet.getRow(row);
  target.height = height;
  // Every cell of the merge: the others would show the borders of their columns.
  for (let column = from; column <= to; column += 1) target.getCell(column).style = style;
  target.getCell(from).value = text;
  if (commit) target.commit();
}

/**
 * @param styles one object per column, the same for every row: the writer knows again only objects that it has seen
 * @param columns of a body row, whose formulas are written
 */
function writeRow(
  worksheet: WorksheetWriter,
  at: number,
  cells: readonly OutputCell[],
  styles: readonly Partial<Style>[],
  columns: readonly OutputColumn[] = [],
): void {
  const row = worksheet.getRow(at);
  row.style = noStyle;
  for (const [column, style] of styles.entries()) {
    const value = cellContent(cells[column] ?? null);
    if (value === null) continue;
    const cell = row.getCell(column + 1);
    const formula = typeof value === 'number' ? columns[column]?.formula?.(at) : undefined;
    cell.value = typeof value === 'number' && formula !== undefined ? { formula, result: value } : value;
    cell.style = style;
  }
  row.commit();
}

/** Spreadsheets read `_x0041_` in a text as the character with that number, so its first underscore is written that way. */
function cellContent(value: OutputCell): OutputCell {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  return value?.includes('_x') ? value.replace(/_(?=x[0-9A-Fa-f]{4}_)/gu, '_x005F_') : value;
}

/** Columns before the first sum, over which 合计 is written; at least the first. */
export function leadingColumns(columns: readonly OutputColumn[]): number {
  return Math.max(
    1,
    columns.findIndex((column) => column.total),
  );
}

/** The sum stands beside its formula, for viewers that don't calculate. */
function writeTotals(
  worksheet: WorksheetWriter,
  at: number,
  sheet: OutputSheet,
  firstBodyRow: number,
  sums: readonly number[],
): void {
  const row = worksheet.getRow(at);
  const leading = leadingColumns(sheet.columns);
  if (leading > 1) worksheet.mergeCells(at, 1, at, leading);
  for (const [index, column] of sheet.columns.entries()) {
    const cell = row.getCell(index + 1);
    const letter = columnLetter(index);
    if (column.total)
      cell.value = {
        formula: `SUM(${letter}${firstBodyRow}:${letter}${at - 1})`,
        result: Number((sums[index] ?? 0).toFixed(6)),
      };
    else if (index === 0) cell.value = '合计';
    cell.style = {
      ...bodyStyle(column),
      ...(index < leading
        ? { numFmt: '@', alignment: { horizontal: 'center', vertical: 'middle' } as const }
        : { numFmt: numberFormat(column) }),
      font: { name: '黑体', size: 11 },
    };
  }
  row.commit();
}

function addChoices(
  worksheet: WorksheetWriter,
  sheet: OutputSheet,
  lists: readonly string[],
  firstRow: number,
  lastRow: number,
): void {
  for (const [index, column] of sheet.columns.entries()) {
    if (!column.choices || column.choices.length === 0) continue;
    const inline = column.choices.join(',');
    const list = lists.indexOf(listKey(column.choices));
    const source =
      list < 0
        ? `"${inline}"`
        : `'${choicesSheetName}'!$${columnLetter(list)}$1:$${columnLetter(list)}$${column.choices.length}`;
    const letter = columnLetter(index);
    worksheet.dataValidations.add(`${letter}${firstRow}:${letter}${lastRow}`, {
      type: 'list',
      allowBlank: true,
      formulae: [source],
      showErrorMessage: true,
      errorStyle: column.choicesStrict === false ? 'warning' : 'stop',
      errorTitle: '请从列表中选',
      error: '这一格只能填下拉列表里的内容。',
    });
  }
}

function addRanges(worksheet: WorksheetWriter, sheet: OutputSheet, firstRow: number, lastRow: number): void {
  for (const [index, { range }] of sheet.columns.entries()) {
    if (!range) continue;
    const letter = columnLetter(index);
    worksheet.dataValidations.add(`${letter}${firstRow}:${letter}${lastRow}`, {
      type: 'decimal',
      operator: 'between',
      allowBlank: true,
      formulae: [range.min, range.max],
      showErrorMessage: true,
      errorStyle: 'stop',
      errorTitle: '请填分数',
      error: `这一格只能填 ${range.min} 至 ${range.max} 的数字。`,
    });
  }
}

function longLists(sheets: readonly OutputSheet[]): string[] {
  const lists = sheets.flatMap((sheet) =>
    sheet.columns.flatMap((column) => (column.choices ? [column.choices] : [])),
  );
  const long = lists.filter((list) => list.join(',').length > longestInlineList || list.some(hasComma));
  return [...new Set(long.map(listKey))];
}

function listKey(choices: readonly string[]): string {
  return choices.join('\n');
}

function hasComma(choice: string): boolean {
  return /[,"]/u.test(choice);
}

function writeLists(workbook: WorkbookWriter, lists: readonly string[]): void {
  const worksheet = workbook.addWorksheet(choicesSheetName, { state: 'veryHidden' });
  const columns = lists.map((list) => list.split('\n'));
  const height = Math.max(...columns.map((column) => column.length));
  for (let row = 0; row < height; row += 1) {
    writeRow(
      worksheet,
      row + 1,
      columns.map((column) => column[row] ?? null),
      columns.map(() => plainStyle),
    );
  }
  worksheet.commit();
}

function bodyStyle(column: OutputColumn | undefined): Partial<Style> {
  const text = column === undefined || column.form === 'text';
  return {
    font: { name: '宋体', size: 11 },
    border,
    numFmt: column ? numberFormat(column) : '@',
    alignment: {
      vertical: 'middle',
      horizontal: text ? (column?.wrap ? 'left' : 'center') : 'right',
      wrapText: column?.wrap === true,
    },
    ...(column?.fillIn ? { protection: { locked: false } } : {}),
  };
}

function numberFormat(column: OutputColumn): string {
  const places = column.digits ? `.${'0'.repeat(column.digits)}` : '';
  switch (column.form) {
    case 'text':
      return '@';
    case 'integer':
      return '0';
    case 'decimal':
      return places === '' ? 'General' : `0${places}`;
    case 'money':
      return '#,##0.00';
    case 'share':
      return '0.0%';
  }
}
