import { columnLetter } from '../../../shared/ledger/columns.ts';
import { declaration, xmlText } from './xml.ts';

export type OutputCell = string | number | null;

/** Rows from 1 or columns from 0, ends included. */
export interface SheetRange {
  readonly from: number;
  readonly to: number;
}

export interface RowOptions {
  /** In points; absent = as the spreadsheet chooses. */
  readonly height?: number;
  /** By column: formula of a cell that holds a number, from the row's number; the number stands beside it as its result. */
  readonly formulas?: readonly (((row: number) => string) | undefined)[];
}

/** What a column's cells take; a spreadsheet says `title` and `sentence` to other input. */
export interface CellRule {
  readonly type: 'list' | 'decimal';
  /** Of a list its source; of numbers the least and the greatest. */
  readonly formulas: readonly string[];
  /** Other input is only warned about. */
  readonly lenient?: boolean;
  readonly title: string;
  readonly sentence: string;
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const page = [
  '<pageMargins left="0.6" right="0.6" top="0.7" bottom="0.7" header="0.3" footer="0.3"/>',
  '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>',
  '<headerFooter><oddFooter>&amp;C第 &amp;P 页 共 &amp;N 页</oddFooter></headerFooter>',
].join('');
/** Characters that are handed on at once. */
const long = 50_000;

/** One sheet, written from top to bottom: A4 landscape, one page wide, 第 X 页 共 Y 页. Rows count from 1. */
export class SheetXml {
  /** Number of the last row written. */
  at = 0;
  #text: string;
  readonly #letters: string[] = [];
  readonly #merged: string[] = [];
  readonly #rules: string[] = [];
  readonly #breaks: number[] = [];

  constructor(
    columns: readonly { readonly width: number; readonly hidden?: boolean; readonly look: number }[],
    frozen: { readonly columns: number; readonly rows: number },
  ) {
    const listed = columns.map(({ width, hidden, look }, index) => {
      const place = index + 1;
      return `<col min="${place}" max="${place}" width="${width}" style="${look}"${hidden ? ' hidden="1"' : ''} customWidth="1"/>`;
    });
    this.#text = [
      `${declaration}<worksheet xmlns="${main}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`,
      frozenPane(frozen.columns, frozen.rows),
      '<sheetFormatPr defaultRowHeight="15"/>',
      listed.length > 0 ? `<cols>${listed.join('')}</cols>` : '',
      '<sheetData>',
    ].join('');
  }

  /** @param looks by column, also of empty cells */
  row(looks: readonly number[], cells: readonly OutputCell[], { height, formulas }: RowOptions = {}): void {
    this.at += 1;
    const at = this.at;
    let text = `<row r="${at}"${height === undefined ? '' : ` ht="${height}" customHeight="1"`}>`;
    for (let column = 0; column < looks.length; column += 1) {
      const cell = cells[column] ?? null;
      const head = `<c r="${this.#letter(column)}${at}" s="${looks[column]}"`;
      if (typeof cell === 'string') text += `${head} t="str"><v>${xmlText(literal(cell))}</v></c>`;
      else if (cell === null || !Number.isFinite(cell)) text += `${head}/>`;
      else {
        const formula = formulas?.[column]?.(at);
        text += `${head}>${formula === undefined ? '' : `<f>${xmlText(formula)}</f>`}<v>${cell}</v></c>`;
      }
    }
    this.#text += `${text}</row>`;
  }

  /** A single cell stays as it is. */
  merge(rows: SheetRange, columns: SheetRange): void {
    if (rows.to > rows.from || columns.to > columns.from)
      this.#merged.push(
        `<mergeCell ref="${columnLetter(columns.from)}${rows.from}:${columnLetter(columns.to)}${rows.to}"/>`,
      );
  }

  /** A new page begins after the last row written. */
  breakPage(): void {
    this.#breaks.push(this.at);
  }

  /** @param column from 0 */
  addRule(
    column: number,
    { from, to }: SheetRange,
    { type, formulas, lenient, title, sentence }: CellRule,
  ): void {
    const letter = columnLetter(column);
    const terms = formulas.map(
      (each, index) => `<formula${index + 1}>${xmlText(each)}</formula${index + 1}>`,
    );
    this.#rules.push(
      `<dataValidation type="${type}" errorStyle="${lenient ? 'warning' : 'stop'}" allowBlank="1" showErrorMessage="1" errorTitle="${xmlText(title)}" error="${xmlText(sentence)}" sqref="${letter}${from}:${letter}${to}">${terms.join('')}</dataValidation>`,
    );
  }

  /** Whether what was written is worth handing on. */
  get isLong(): boolean {
    return this.#text.length >= long;
  }

  /** What was written since the last time. */
  take(): string {
    const text = this.#text;
    this.#text = '';
    return text;
  }

  /**
   * The rest.
   * @param locked protected without a password, against slips of the hand; columns and rows can be resized
   */
  end(locked: boolean): string {
    const breaks = this.#breaks.map((row) => `<brk id="${row}" max="16383" man="1"/>`);
    return [
      `${this.take()}</sheetData>`,
      locked ? '<sheetProtection sheet="1" formatColumns="0" formatRows="0"/>' : '',
      listOf('mergeCells', this.#merged),
      listOf('dataValidations', this.#rules),
      page,
      listOf('rowBreaks', breaks, ` manualBreakCount="${breaks.length}"`),
      '</worksheet>',
    ].join('');
  }

  #letter(column: number): string {
    return (this.#letters[column] ??= columnLetter(column));
  }
}

/** Spreadsheets read `_x0041_` in a text as the character with that number, so its first underscore is written that way. */
function literal(text: string): string {
  return text.includes('_x') ? text.replace(/_(?=x[0-9A-Fa-f]{4}_)/gu, '_x005F_') : text;
}

function frozenPane(columns: number, rows: number): string {
  if (columns === 0 && rows === 0) return '';
  const pane = columns === 0 ? 'bottomLeft' : rows === 0 ? 'topRight' : 'bottomRight';
  const split = `${columns > 0 ? ` xSplit="${columns}"` : ''}${rows > 0 ? ` ySplit="${rows}"` : ''}`;
  return [
    '<sheetViews><sheetView workbookViewId="0">',
    `<pane${split} topLeftCell="${columnLetter(columns)}${rows + 1}" activePane="${pane}" state="frozen"/>`,
    `<selection pane="${pane}"/></sheetView></sheetViews>`,
  ].join('');
}

function listOf(name: string, items: readonly string[], more = ''): string {
  return items.length === 0 ? '' : `<${name} count="${items.length}"${more}>${items.join('')}</${name}>`;
}
