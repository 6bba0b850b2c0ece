import {
  AlignmentType,
  BorderStyle,
  HeightRule,
  Paragraph,
  Table,
  TableCell as WordCell,
  TableLayoutType,
  TableRow as WordRow,
  TextDirection,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import { points, type TableBlock, type TableCell, type TableRow } from '../officeDocument.ts';
import { cellSpacing, styleIds, twips, wordFont } from './officeStyles.ts';

const rule = { style: BorderStyle.SINGLE, size: 4, color: '000000' };
const borders = {
  top: rule,
  bottom: rule,
  left: rule,
  right: rule,
  insideHorizontal: rule,
  insideVertical: rule,
};
const alignments = {
  left: AlignmentType.LEFT,
  centre: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
} as const;
const verticals = {
  top: VerticalAlignTable.TOP,
  middle: VerticalAlignTable.CENTER,
  bottom: VerticalAlignTable.BOTTOM,
} as const;

/** A table of fixed columns: header rows repeat on every page, and a row stays whole unless its text may be long. */
export function wordTable(table: TableBlock, widthMm: number): Table {
  const sum = table.columns.reduce((total, share) => total + share, 0);
  const widths = table.columns.map((share) => twips((widthMm * share) / sum));
  const size = points[table.size ?? '小四'] * 2;
  const taken = new Map<number, number>();
  const rows = table.rows.map((row, index) => wordRow(row, index < table.headerRows, widths, size, taken));
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((total, width) => total + width, 0), type: WidthType.DXA },
    columnWidths: widths,
    borders,
    rows,
  });
}

/** `taken`: columns still covered by a cell of an earlier row, and for how many rows. Moves on to the next row. */
function wordRow(
  row: TableRow,
  isHeader: boolean,
  widths: readonly number[],
  size: number,
  taken: Map<number, number>,
): WordRow {
  let column = 0;
  const covers: { column: number; rows: number }[] = [];
  const cells = row.cells.map((cell) => {
    while (taken.has(column)) column += 1;
    const span = cell.columns ?? 1;
    const width = widths.slice(column, column + span).reduce((total, each) => total + each, 0);
    for (let offset = 0; offset < span; offset += 1)
      if ((cell.rows ?? 1) > 1) covers.push({ column: column + offset, rows: (cell.rows ?? 1) - 1 });
    column += span;
    return wordCell(cell, width, size, isHeader);
  });
  for (const [index, rows] of taken) {
    if (rows > 1) taken.set(index, rows - 1);
    else taken.delete(index);
  }
  for (const cover of covers) taken.set(cover.column, cover.rows);
  return new WordRow({
    children: cells,
    tableHeader: isHeader,
    cantSplit: row.mayBreak !== true,
    ...(row.heightMm === undefined
      ? {}
      : { height: { value: twips(row.heightMm), rule: HeightRule.ATLEAST } }),
  });
}

/** The header never stays behind alone at the foot of a page. */
function wordCell(cell: TableCell, width: number, size: number, isHeader: boolean): WordCell {
  const line = (text: string, align: keyof typeof alignments): Paragraph =>
    new Paragraph({
      style: styleIds.cell,
      keepNext: isHeader,
      spacing: cellSpacing(size / 2),
      alignment: alignments[align],
      children: [new TextRun({ text, size, ...(cell.label ? { font: wordFont('heading') } : {}) })],
    });
  return new WordCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: verticals[cell.vertical ?? 'middle'],
    margins: { top: twips(1.2), bottom: twips(1.2), left: twips(1.5), right: twips(1.5) },
    ...(cell.columns ? { columnSpan: cell.columns } : {}),
    ...(cell.rows ? { rowSpan: cell.rows } : {}),
    ...(cell.upright ? { textDirection: TextDirection.TOP_TO_BOTTOM_RIGHT_TO_LEFT } : {}),
    children: [
      ...cell.text.split('\n').map((text) => line(text, cell.align ?? 'centre')),
      ...(cell.foot === undefined ? [] : [line(cell.foot, 'right')]),
    ],
  });
}
