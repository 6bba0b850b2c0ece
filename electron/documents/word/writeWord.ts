import {
  AlignmentType,
  Document,
  type FileChild,
  Footer,
  LineRuleType,
  NumberFormat,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  StyleLevel,
  TableOfContents,
  TabStopType,
  type Table,
  TextRun,
} from 'docx';
import {
  chaptersOf,
  frameOf,
  paragraphsOf,
  points,
  sealIndents,
  signatureColumns,
  textWidthMm,
  type Block,
  type OfficeDocument,
  type PageFrame,
  type SignatureBlock,
} from '../officeDocument.ts';
import {
  cellSpacing,
  chapterStyleName,
  officeStyles,
  styleIds,
  titleSpacing,
  twips,
  wordFont,
} from './officeStyles.ts';
import { wordTable } from './wordTable.ts';

/** Height of the paragraph that Word wants after a table: small, so that a full page stays one page. */
const afterTablePoints = 3;

/** The document as a .docx file that Word, WPS and LibreOffice open. */
export async function writeWord(document: OfficeDocument): Promise<Uint8Array> {
  const frame = frameOf(document);
  const letter = document.style === 'letter';
  const landscape = document.orientation === 'landscape';
  const file = new Document({
    title: document.title.join(''),
    creator: '校园台账',
    evenAndOddHeaderAndFooters: document.pageNumbers,
    styles: {
      default: { document: { run: { font: wordFont('body'), size: frame.bodyPoints * 2 } } },
      paragraphStyles: officeStyles(frame, letter),
    },
    sections: [
      {
        properties: {
          page: {
            // Word's own way: the paper's upright size, turned by its orientation.
            size: {
              width: twips(landscape ? frame.heightMm : frame.widthMm),
              height: twips(landscape ? frame.widthMm : frame.heightMm),
              orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
            },
            margin: {
              top: twips(frame.margins.top),
              right: twips(frame.margins.right),
              bottom: twips(frame.margins.bottom),
              left: twips(frame.margins.left),
              header: twips(15),
              footer: twips(Math.max(frame.margins.bottom - 12, 8)),
            },
            pageNumbers: { formatType: NumberFormat.DECIMAL },
          },
          titlePage: document.cover !== undefined,
        },
        ...(document.pageNumbers
          ? {
              footers: {
                default: pageNumber('odd'),
                even: pageNumber('even'),
                ...(document.cover ? { first: new Footer({ children: [new Paragraph('')] }) } : {}),
              },
            }
          : {}),
        children: [
          ...(document.cover
            ? coverPage(document.title, document.cover)
            : titleLines(document.title, letter, false)),
          ...document.blocks.flatMap((block, index): FileChild[] =>
            block.kind === 'contents'
              ? contentsPage(block.title, chaptersOf(document))
              : wordBlock(block, frame, letter, isSigning(document.blocks[index + 1])),
          ),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(file));
}

/** 一 1 一 in 4号: on the right of odd pages and on the left of even ones, one character in (GB/T 9704-2012 7.5). */
function pageNumber(page: 'odd' | 'even'): Footer {
  const oneCharacter = points.四号 * 20;
  return new Footer({
    children: [
      new Paragraph({
        alignment: page === 'odd' ? AlignmentType.RIGHT : AlignmentType.LEFT,
        indent: page === 'odd' ? { right: oneCharacter } : { left: oneCharacter },
        children: [
          new TextRun({
            font: wordFont('pageNumber'),
            size: points.四号 * 2,
            children: ['— ', PageNumber.CURRENT, ' —'],
          }),
        ],
      }),
    ],
  });
}

function titleLines(lines: readonly string[], letter: boolean, newPage: boolean): Paragraph[] {
  const title = lines.map(
    (text, index) =>
      new Paragraph({
        style: styleIds.title,
        text,
        pageBreakBefore: newPage && index === 0,
        ...(!letter && index === lines.length - 1
          ? { spacing: { ...titleSpacing(letter), after: 160 } }
          : {}),
      }),
  );
  // A letter leaves one line between title and text.
  return letter ? [...title, new Paragraph({ style: styleIds.plain })] : title;
}

function coverPage(
  title: readonly string[],
  { lines, foot }: NonNullable<OfficeDocument['cover']>,
): Paragraph[] {
  const size = points.三号 * 2;
  return [
    ...title.map(
      (text, index) =>
        new Paragraph({
          style: styleIds.title,
          spacing: {
            line: 46 * 20,
            lineRule: LineRuleType.EXACT,
            before: index === 0 ? twips(58) : 0,
            after: index === title.length - 1 ? twips(34) : 0,
          },
          children: [new TextRun({ text, size: 60 })],
        }),
    ),
    ...lines.map(
      ({ label, text }) =>
        new Paragraph({
          style: styleIds.plain,
          indent: { left: twips(24) },
          spacing: { line: 34 * 20, lineRule: LineRuleType.EXACT },
          children: [new TextRun({ text: `${label}：${text}`, size })],
        }),
    ),
    ...foot.map(
      (text, index) =>
        new Paragraph({
          style: styleIds.plain,
          alignment: AlignmentType.CENTER,
          spacing: { line: 30 * 20, lineRule: LineRuleType.EXACT, before: index === 0 ? twips(30) : 0 },
          children: [new TextRun({ text, size })],
        }),
    ),
  ];
}

/** A field that Word and WPS bring up to date; until then it shows the chapters without their pages. */
function contentsPage(title: string, chapters: readonly string[]): (Paragraph | TableOfContents)[] {
  return [
    ...titleLines([title], false, true),
    new TableOfContents(title, {
      hyperlink: true,
      stylesWithLevels: [new StyleLevel(chapterStyleName, 1)],
      cachedEntries: chapters.map((chapter) => ({ title: chapter, level: 1 })),
      beginDirty: true,
    }),
  ];
}

/** Who signs and the date never stand alone at the top of a page: what comes before them goes along. */
function isSigning(block: Block | undefined): boolean {
  return (
    block?.kind === 'signatures' ||
    block?.kind === 'seal' ||
    (block?.kind === 'paragraph' && block.align === 'right')
  );
}

function wordBlock(
  block: Exclude<Block, { kind: 'contents' }>,
  frame: PageFrame,
  letter: boolean,
  keepNext: boolean,
): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading':
      return [
        new Paragraph({
          style: block.level === 1 ? styleIds.heading1 : styleIds.heading2,
          text: block.text,
        }),
      ];
    case 'paragraph':
      return paragraphsOf(block.text).map((text) =>
        block.align === undefined
          ? new Paragraph({ style: styleIds.body, text, keepNext })
          : new Paragraph({
              style: styleIds.plain,
              text,
              keepNext,
              alignment: {
                left: AlignmentType.LEFT,
                centre: AlignmentType.CENTER,
                right: AlignmentType.RIGHT,
              }[block.align],
            }),
      );
    case 'ends':
      return [
        new Paragraph({
          style: styleIds.plain,
          keepNext: true,
          tabStops: [{ type: TabStopType.RIGHT, position: twips(textWidthMm(frame)) }],
          children: [new TextRun(block.left), new TextRun({ children: ['\t', block.right] })],
        }),
      ];
    case 'table':
      // Two tables without a paragraph between them would grow together in Word.
      return [
        wordTable(block, textWidthMm(frame)),
        new Paragraph({
          style: styleIds.cell,
          spacing: cellSpacing(afterTablePoints),
          children: [new TextRun({ size: 2 })],
        }),
      ];
    case 'signatures':
      return signatures(block, frame);
    case 'seal': {
      const indents = sealIndents(block.unit, block.date);
      const line = (text: string, characters: number, keepNext: boolean) =>
        new Paragraph({
          style: styleIds.plain,
          alignment: AlignmentType.RIGHT,
          keepNext,
          indent: { right: Math.round(characters * frame.bodyPoints * 20) },
          text,
        });
      return [
        new Paragraph({ style: styleIds.plain, keepNext: true }),
        line(block.unit, indents.unit, true),
        line(block.date, indents.date, false),
      ];
    }
    case 'newSheet':
      return titleLines(block.title, letter, true);
    case 'chapter':
      return [new Paragraph({ style: styleIds.chapter, text: block.text, pageBreakBefore: true })];
  }
}

/** Signature places stand side by side, as many as the width holds, and stay together with the date. */
function signatures(block: SignatureBlock, frame: PageFrame): Paragraph[] {
  const columns = signatureColumns(frame);
  const width = textWidthMm(frame) / columns;
  const rows: string[][] = [];
  block.lines.forEach((line, index) => {
    const text = `${line.label}：${line.name ?? ''}`;
    const row = rows[Math.floor(index / columns)];
    if (row) row.push(text);
    else rows.push([text]);
  });
  const hasDate = block.date !== undefined;
  return [
    new Paragraph({ style: styleIds.plain, keepNext: true }),
    ...rows.map(
      (row, index) =>
        new Paragraph({
          style: styleIds.plain,
          keepNext: hasDate || index < rows.length - 1,
          tabStops: row.map((_, column) => ({ type: TabStopType.LEFT, position: twips(width * column) })),
          children: row.map((text, column) => new TextRun(column === 0 ? text : { children: ['\t', text] })),
        }),
    ),
    ...(block.date === undefined
      ? []
      : [new Paragraph({ style: styleIds.plain, alignment: AlignmentType.RIGHT, text: block.date })]),
  ];
}
