import { declaration, xmlText } from './xml.ts';

/** How a cell looks. */
export interface CellLook {
  readonly font: keyof typeof fonts;
  /** Thin lines all around. */
  readonly framed: boolean;
  /** As spreadsheets write it, e.g. `0.00`. */
  readonly format: string;
  readonly horizontal?: 'left' | 'center' | 'right';
  readonly wrap?: boolean;
  readonly shrink?: boolean;
  /** Can be typed into while the sheet is protected. */
  readonly unlocked?: boolean;
}

/** `standard` sets what a column's width is counted in. */
const fonts = {
  standard: '<sz val="11"/><name val="Calibri"/><family val="2"/>',
  body: '<sz val="11"/><name val="宋体"/>',
  title: '<sz val="18"/><name val="黑体"/>',
  header: '<b/><sz val="11"/><name val="黑体"/>',
  example: '<i/><sz val="10"/><color rgb="FF808080"/><name val="宋体"/>',
  total: '<sz val="11"/><name val="黑体"/>',
} as const;
/** Formats that every spreadsheet knows by number. */
const knownFormats = new Map([
  ['General', 0],
  ['0', 1],
  ['0.00', 2],
  ['#,##0.00', 4],
  ['@', 49],
]);
const firstOwnFormat = 164;
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** The looks that a workbook uses, each once. */
export class WorkbookStyles {
  readonly #looks = ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'];
  readonly #formats: string[] = [];

  /** Number by which cells name a look. */
  idOf(look: CellLook): number {
    const xml = this.#lookXml(look);
    const known = this.#looks.indexOf(xml);
    return known < 0 ? this.#looks.push(xml) - 1 : known;
  }

  xml(): string {
    const formats = this.#formats.map(
      (format, index) => `<numFmt numFmtId="${firstOwnFormat + index}" formatCode="${xmlText(format)}"/>`,
    );
    const side = (name: string) => `<${name} style="thin"/>`;
    return [
      `${declaration}<styleSheet xmlns="${main}">`,
      formats.length > 0 ? listOf('numFmts', formats) : '',
      listOf(
        'fonts',
        Object.values(fonts).map((font) => `<font>${font}</font>`),
      ),
      listOf(
        'fills',
        ['none', 'gray125'].map((pattern) => `<fill><patternFill patternType="${pattern}"/></fill>`),
      ),
      listOf('borders', [
        '<border><left/><right/><top/><bottom/><diagonal/></border>',
        `<border>${['left', 'right', 'top', 'bottom'].map(side).join('')}<diagonal/></border>`,
      ]),
      listOf('cellStyleXfs', ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>']),
      listOf('cellXfs', this.#looks),
      listOf('cellStyles', ['<cellStyle name="Normal" xfId="0" builtinId="0"/>']),
      '</styleSheet>',
    ].join('');
  }

  #lookXml({ font, framed, format, horizontal, wrap, shrink, unlocked }: CellLook): string {
    const alignment = [
      horizontal ? ` horizontal="${horizontal}"` : '',
      ' vertical="center"',
      wrap ? ' wrapText="1"' : '',
      shrink ? ' shrinkToFit="1"' : '',
    ].join('');
    const fontId = Object.keys(fonts).indexOf(font);
    return [
      `<xf numFmtId="${this.#formatId(format)}" fontId="${fontId}" fillId="0" borderId="${framed ? 1 : 0}" xfId="0"`,
      ' applyNumberFormat="1" applyFont="1" applyBorder="1" applyAlignment="1"',
      unlocked ? ' applyProtection="1"' : '',
      `><alignment${alignment}/>${unlocked ? '<protection locked="0"/>' : ''}</xf>`,
    ].join('');
  }

  #formatId(format: string): number {
    const known = knownFormats.get(format);
    if (known !== undefined) return known;
    if (!this.#formats.includes(format)) this.#formats.push(format);
    return firstOwnFormat + this.#formats.indexOf(format);
  }
}

function listOf(name: string, items: readonly string[]): string {
  return `<${name} count="${items.length}">${items.join('')}</${name}>`;
}
