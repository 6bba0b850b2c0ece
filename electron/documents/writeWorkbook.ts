import type { Writable } from 'node:stream';
import { failure, success, type Result } from '../../shared/kernel/result.ts';
import { columnLetter } from '../../shared/ledger/columns.ts';
import { evenPageBreaks, pageHeightFor } from './evenPageBreaks.ts';
import { SheetXml, type OutputCell, type SheetRange } from './workbook/sheetXml.ts';
import { quotedName, sheetPath, workbookParts } from './workbook/workbookParts.ts';
import { WorkbookStyles, type CellLook } from './workbook/workbookStyles.ts';
import { ZipWriter } from './zipWriter.ts';

export type { OutputCell };

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

const plainLook: CellLook = { font: 'body', framed: false, format: 'General', shrink: true };
const rightLook: CellLook = { ...plainLook, horizontal: 'right' };
// A school's name may have thirty characters, and the table may be narrow.
const titleLook: CellLook = { ...plainLook, font: 'title', horizontal: 'center' };
const headerLook: CellLook = {
  font: 'header',
  framed: true,
  format: 'General',
  horizontal: 'center',
  wrap: true,
};

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
  const zip = new ZipWriter(stream);
  const styles = new WorkbookStyles();
  const lists = longLists(sheets);
  const all = lists.length > 0 ? [...sheets, choicesSheet(lists)] : sheets;
  let written = 0;
  for (const [index, sheet] of all.entries()) {
    const pieces = sheetPieces(sheet, lists, styles, () => {
      written += 1;
      if (written % 500 === 0) onRows(written);
    });
    const result = await zip.add(sheetPath(index), pieces);
    if (!result.ok) return result;
  }
  const parts = workbookParts(
    all.map((sheet) => ({
      name: sheet.name,
      hidden: sheet.hidden === true,
      repeated: sheet.headers.length > 0 ? headerRows(sheet) : null,
    })),
    styles,
  );
  for (const { path, content } of parts) await zip.add(path, [content].values());
  await zip.end();
  onRows(written);
  return success(null);
}

function headerRows({ title, subtitle, headers }: OutputSheet): SheetRange {
  const from = (title === undefined ? 0 : 1) + (subtitle ? 1 : 0) + 1;
  return { from, to: from + headers.length - 1 };
}

function visibleColumns({ columns }: OutputSheet): number {
  return Math.max(1, columns.findLastIndex((column) => !column.hidden) + 1);
}

function* sheetPieces(
  sheet: OutputSheet,
  lists: readonly string[],
  styles: WorkbookStyles,
  onRow: () => void,
): Generator<string, Result<null>> {
  const bodyLooks = sheet.columns.map((column) => (sheet.hidden ? plainLook : bodyLook(column)));
  const ids = bodyLooks.map((look) => styles.idOf(look));
  const xml = new SheetXml(
    sheet.columns.map(({ width, hidden }, index) => ({ width, hidden, look: ids[index] ?? 0 })),
    sheet.hidden
      ? { columns: 0, rows: 0 }
      : { columns: sheet.frozenColumns ?? 0, rows: headerRows(sheet).to },
  );
  writeHeading(xml, sheet, styles);
  const exampleIds = bodyLooks.map((look) => styles.idOf({ ...look, font: 'example' }));
  for (const cells of sheet.leadingRows ?? []) xml.row(exampleIds, cells);
  const from = xml.at + 1;
  const sums = sheet.columns.map(() => 0);
  const heights =
    sheet.rowHeights === 'byContent' ? [...sheet.rows].map((cells) => heightOf(cells, sheet.columns)) : null;
  const breaks = heights && breaksOf(sheet, heights);
  const formulas = sheet.columns.map(({ formula }) => formula);
  for (const cells of sheet.rows) {
    const index = xml.at + 1 - from;
    if (cells.some((cell) => typeof cell === 'string' && cell.length > longestCell))
      return failure(
        'fileProblem',
        `“${sheet.name}”第 ${xml.at + 1} 行有一格文字超过 ${longestCell} 个字，表格放不下。请缩短这条记录的文字，或改用 CSV 格式。`,
      );
    xml.row(ids, cells, { height: heights?.[index], formulas });
    if (breaks?.has(index + 1)) xml.breakPage();
    for (const [column, cell] of cells.entries()) {
      if (typeof cell === 'number' && sheet.columns[column]?.total) sums[column] = (sums[column] ?? 0) + cell;
    }
    if (xml.isLong) yield xml.take();
    onRow();
  }
  addRules(xml, sheet, lists, { from, to: Math.max(xml.at + (sheet.preparedRows ?? 0), from) });
  if (sheet.totalsRow && xml.at >= from)
    writeTotals(xml, sheet, styles, { from, sums, height: heights ? lineHeight : undefined });
  if (sheet.signOff !== undefined)
    writeLine(xml, styles, heightsOf.signOff, [
      { text: sheet.signOff, to: visibleColumns(sheet), look: plainLook },
    ]);
  yield xml.end(sheet.locked === true);
  return success(null);
}

/** Title, unit row and header rows. */
function writeHeading(xml: SheetXml, sheet: OutputSheet, styles: WorkbookStyles): void {
  const visible = visibleColumns(sheet);
  if (sheet.title !== undefined)
    writeLine(xml, styles, heightsOf.title, [{ text: sheet.title, to: visible, look: titleLook }]);
  if (sheet.subtitle) {
    const middle = Math.max(1, Math.ceil(visible / 2));
    writeLine(xml, styles, heightsOf.subtitle, [
      { text: sheet.subtitle.left, to: middle, look: plainLook },
      ...(visible > middle ? [{ text: sheet.subtitle.right, to: visible, look: rightLook }] : []),
    ]);
  }
  const first = xml.at + 1;
  const grid = sheet.headers.map((): (string | null)[] => []);
  for (const [level, cells] of sheet.headers.entries()) {
    let left = 0;
    for (const { text, columns = 1, rows = 1 } of cells) {
      while (grid[level]?.[left] !== undefined) left += 1;
      const merged = grid.slice(level, level + rows);
      for (const [down, row] of merged.entries())
        for (let right = 0; right < columns; right += 1) row[left + right] = down + right === 0 ? text : null;
      xml.merge(
        { from: first + level, to: first + level + merged.length - 1 },
        { from: left, to: left + columns - 1 },
      );
    }
  }
  const look = styles.idOf(headerLook);
  for (const [level, cells] of grid.entries())
    xml.row(
      cells.map(() => look),
      cells,
      { height: headerHeight(sheet, level) },
    );
}

/** A row of merged cells, each up to a column. All of a merge have its look: others would show the borders of their columns. */
function writeLine(
  xml: SheetXml,
  styles: WorkbookStyles,
  height: number,
  parts: readonly { readonly text: string; readonly to: number; readonly look: CellLook }[],
): void {
  const ids: number[] = [];
  const cells: OutputCell[] = [];
  const at = xml.at + 1;
  for (const { text, to, look } of parts) {
    xml.merge({ from: at, to: at }, { from: ids.length, to: to - 1 });
    cells[ids.length] = text;
    while (ids.length < to) ids.push(styles.idOf(look));
  }
  xml.row(ids, cells, { height });
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

/** Columns before the first sum, over which 合计 is written; at least the first. */
export function leadingColumns(columns: readonly OutputColumn[]): number {
  return Math.max(
    1,
    columns.findIndex((column) => column.total),
  );
}

/** The sum stands beside its formula, for viewers that don't calculate. */
function writeTotals(
  xml: SheetXml,
  { columns }: OutputSheet,
  styles: WorkbookStyles,
  body: { readonly from: number; readonly sums: readonly number[]; readonly height: number | undefined },
): void {
  const leading = leadingColumns(columns);
  const at = xml.at + 1;
  xml.merge({ from: at, to: at }, { from: 0, to: leading - 1 });
  const ids = columns.map((column, index) =>
    styles.idOf({
      ...bodyLook(column),
      ...(index < leading ? { format: '@', horizontal: 'center', wrap: false } : {}),
      font: 'total',
    }),
  );
  const cells = columns.map(({ total }, index) => {
    if (total) return Number((body.sums[index] ?? 0).toFixed(6));
    return index === 0 ? '合计' : null;
  });
  const formulas = columns.map((_, index) => {
    const letter = columnLetter(index);
    return () => `SUM(${letter}${body.from}:${letter}${at - 1})`;
  });
  xml.row(ids, cells, { height: body.height, formulas });
}

/** Drop-down lists and ranges of the columns. */
function addRules(xml: SheetXml, sheet: OutputSheet, lists: readonly string[], rows: SheetRange): void {
  for (const [index, { choices, choicesStrict, range }] of sheet.columns.entries()) {
    if (choices && choices.length > 0)
      xml.addRule(index, rows, {
        type: 'list',
        formulas: [listSource(choices, lists)],
        lenient: choicesStrict === false,
        title: '请从列表中选',
        sentence: '这一格只能填下拉列表里的内容。',
      });
    if (range)
      xml.addRule(index, rows, {
        type: 'decimal',
        formulas: [String(range.min), String(range.max)],
        title: '请填分数',
        sentence: `这一格只能填 ${range.min} 至 ${range.max} 的数字。`,
      });
  }
}

function listSource(choices: readonly string[], lists: readonly string[]): string {
  const list = lists.indexOf(listKey(choices));
  const letter = columnLetter(list);
  return list < 0
    ? `"${choices.join(',')}"`
    : `${quotedName(choicesSheetName)}!$${letter}$1:$${letter}$${choices.length}`;
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

function choicesSheet(lists: readonly string[]): OutputSheet {
  const columns = lists.map((list) => list.split('\n'));
  const height = Math.max(...columns.map((column) => column.length));
  return {
    name: choicesSheetName,
    hidden: true,
    headers: [],
    columns: columns.map(() => ({ width: 10, form: 'text' })),
    rows: Array.from({ length: height }, (_, row) => columns.map((column) => column[row] ?? null)),
  };
}

function bodyLook(column: OutputColumn): CellLook {
  const text = column.form === 'text';
  return {
    font: 'body',
    framed: true,
    format: numberFormat(column),
    horizontal: text ? (column.wrap ? 'left' : 'center') : 'right',
    wrap: column.wrap,
    unlocked: column.fillIn,
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
