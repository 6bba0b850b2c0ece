/**
 * A paper of the office, described once and rendered twice: as Word (`word/writeWord.ts`) and as the HTML page that is
 * shown, printed and turned into PDF (`html/documentHtml.ts`). So the preview is the paper.
 *
 * Sizes are in points (text), millimetres (page, heights) and shares (columns).
 */
export interface OfficeDocument {
  /**
   * Lines of the title, broken by meaning (unit, then name of the paper). The file's title property joins them. None on
   * a page of several small forms, each with its own.
   */
  readonly title: readonly string[];
  /** Absent: portrait. */
  readonly orientation?: 'landscape';
  /**
   * `letter`: page, fonts and lines of GB/T 9704-2012 (domain.md §8.1). `form`: a table that fills a page, with smaller
   * margins and text, as registration forms and rosters are printed.
   */
  readonly style: 'letter' | 'form';
  /** Absent: none, as on a paper of one page. */
  readonly pageNumbers?: boolean;
  /** A book's first page: the title large, these lines below it, and the foot (unit and date). Counted, not numbered. */
  readonly cover?: {
    readonly lines: readonly { readonly label: string; readonly text: string }[];
    readonly foot: readonly string[];
  };
  readonly blocks: readonly Block[];
}

export type Block =
  | ParagraphBlock
  | { readonly kind: 'heading'; readonly level: 1 | 2; readonly text: string }
  /** One line with text at its left and right end, e.g. 填报单位 and 填报日期 over a table. */
  | { readonly kind: 'ends'; readonly left: string; readonly right: string }
  | TableBlock
  | SignatureBlock
  /** 署名 and 成文日期 of a letter, with the place of the seal: the date ends four characters from the right, the unit stands over it. */
  | { readonly kind: 'seal'; readonly unit: string; readonly date: string }
  /** Title of a further sheet of the same document, on a new page. */
  | { readonly kind: 'newSheet'; readonly title: readonly string[] }
  /** A book's chapter: begins a page and stands in the contents. */
  | { readonly kind: 'chapter'; readonly text: string }
  /** A page with all chapters and the pages they begin on. */
  | { readonly kind: 'contents'; readonly title: string };

export interface ParagraphBlock {
  readonly kind: 'paragraph';
  readonly text: string;
  /** Absent: body text, justified, first line indented by two characters. */
  readonly align?: 'left' | 'centre' | 'right';
}

export interface TableBlock {
  readonly kind: 'table';
  /** Share of the width per column; their sum is the whole width. */
  readonly columns: readonly number[];
  /** Rows that stand again on top of every further page. */
  readonly headerRows: number;
  readonly rows: readonly TableRow[];
  /** Size of the text; default 小四 (12 pt). */
  readonly size?: TextSize;
}

export interface TableRow {
  readonly cells: readonly TableCell[];
  /** At least this high, so that there is room to write. */
  readonly heightMm?: number;
  /** Rows stay on one page unless their text may be long. */
  readonly mayBreak?: boolean;
}

export interface TableCell {
  /** Paragraphs of the cell; `\n` inside one is a new paragraph. */
  readonly text: string;
  readonly columns?: number;
  readonly rows?: number;
  readonly align?: 'left' | 'centre' | 'right';
  readonly vertical?: 'top' | 'middle' | 'bottom';
  /** Line at the lower right end: the place for hand, seal and date. */
  readonly foot?: string;
  /** Labels and headers are set in 黑体. */
  readonly label?: boolean;
  /** Text is set from top to bottom (narrow label columns). */
  readonly upright?: boolean;
}

export interface SignatureBlock {
  readonly kind: 'signatures';
  /** Labels such as 主持人（签字）; a name printed beside one still leaves room for the hand. */
  readonly lines: readonly { readonly label: string; readonly name?: string }[];
  /** Printed at the right end below, e.g. 2026年11月24日. */
  readonly date?: string;
}

export type TextSize = '四号' | '小四' | '五号' | '小五';

/** Chinese type sizes in points. */
export const points: Readonly<Record<TextSize | '二号' | '三号', number>> = {
  二号: 22,
  三号: 16,
  四号: 14,
  小四: 12,
  五号: 10.5,
  小五: 9,
};

/** Every printed face by its official name, with what may stand in for it; licensed fonts are named and never embedded. */
export const faces = {
  title: { name: '方正小标宋简体', substitutes: ['FZXiaoBiaoSong-B05S', '华文中宋', 'STZhongsong'] },
  body: { name: '仿宋_GB2312', substitutes: ['仿宋', 'FangSong', 'STFangsong'] },
  heading: { name: '黑体', substitutes: ['SimHei', 'Noto Sans CJK SC'] },
  subheading: { name: '楷体_GB2312', substitutes: ['楷体', 'KaiTi', 'STKaiti'] },
  pageNumber: { name: '宋体', substitutes: ['SimSun'] },
} as const;

export type Face = keyof typeof faces;

/** Digits and Latin letters inside Chinese text. */
export const latinFace = 'Times New Roman';

export interface PageFrame {
  readonly widthMm: number;
  readonly heightMm: number;
  readonly margins: {
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
    readonly left: number;
  };
  /** Fixed distance of lines of body text. */
  readonly linePoints: number;
  readonly bodyPoints: number;
  readonly titlePoints: number;
}

/** A4; margins 37/26/35/28 mm for letters by GB/T 9704-2012, and what keeps a form on one page. */
export function frameOf(document: Pick<OfficeDocument, 'style' | 'orientation'>): PageFrame {
  const landscape = document.orientation === 'landscape';
  const size = landscape ? { widthMm: 297, heightMm: 210 } : { widthMm: 210, heightMm: 297 };
  if (document.style === 'letter')
    return {
      ...size,
      margins: { top: 37, right: 26, bottom: 35, left: 28 },
      linePoints: 28,
      bodyPoints: points.三号,
      titlePoints: points.二号,
    };
  return {
    ...size,
    margins: landscape
      ? { top: 20, right: 15, bottom: 18, left: 15 }
      : { top: 22, right: 20, bottom: 20, left: 22 },
    linePoints: 20,
    bodyPoints: points.小四,
    titlePoints: points.二号,
  };
}

/** Width between the margins. */
export function textWidthMm(frame: PageFrame): number {
  return frame.widthMm - frame.margins.left - frame.margins.right;
}

/** Paragraphs of a running text: empty lines fall away, and indents typed by hand too. */
export function paragraphsOf(text: string): string[] {
  return text
    .split(/\r?\n/u)
    .map((line) => line.replace(/^[\s\u3000]+|[\s\u3000]+$/gu, ''))
    .filter((line) => line !== '');
}

/** Distances from the right margin, in characters, of the unit's name and of the date below it (GB/T 9704-2012 7.3.5). */
export function sealIndents(unit: string, date: string): { readonly unit: number; readonly date: number } {
  const half = (charactersWide(unit) - charactersWide(date)) / 2;
  const dateIndent = Math.max(4, half);
  return { unit: Math.max(0, dateIndent - half), date: dateIndent };
}

/** Digits and Latin letters are half as wide as a Chinese character. */
function charactersWide(text: string): number {
  return [...text].reduce((sum, character) => sum + (character.charCodeAt(0) < 0x80 ? 0.5 : 1), 0);
}

/** The chapters of a book in their order. */
export function chaptersOf({ blocks }: Pick<OfficeDocument, 'blocks'>): string[] {
  return blocks.flatMap((block) => (block.kind === 'chapter' ? [block.text] : []));
}

/** Distance of lines inside table cells, as a multiple of the text size. */
export const cellLineHeight = 1.35;

/** How many signature places stand side by side. */
export function signatureColumns(frame: PageFrame): number {
  return frame.widthMm > frame.heightMm ? 4 : 2;
}
