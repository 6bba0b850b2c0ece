import {
  AlignmentType,
  LineRuleType,
  type IFontAttributesProperties,
  type IParagraphStyleOptions,
  type ISpacingProperties,
} from 'docx';
import { cellLineHeight, faces, latinFace, points, type Face, type PageFrame } from '../officeDocument.ts';

/** Ids of the paragraph styles, so that a clerk can change a whole paper at one place in Word or WPS. */
export const styleIds = {
  title: 'OfficeTitle',
  chapter: 'OfficeChapter',
  body: 'OfficeBody',
  heading1: 'OfficeHeading1',
  heading2: 'OfficeHeading2',
  plain: 'OfficePlain',
  cell: 'OfficeCell',
} as const;

/** The contents of a book are gathered by this name. */
export const chapterStyleName = '手册章标题';

/** Word measures: twentieths of a point. */
export function twips(millimetres: number): number {
  return Math.round((millimetres / 25.4) * 1440);
}

/** The hint makes quotation marks and dashes between Chinese words Chinese ones. */
export function wordFont(face: Face): IFontAttributesProperties {
  return { ascii: latinFace, hAnsi: latinFace, cs: latinFace, eastAsia: faces[face].name, hint: 'eastAsia' };
}

/** The styles of domain.md §8.1: fixed lines, first lines indented by two characters, headings that stay with their text. */
export function officeStyles(frame: PageFrame, letter: boolean): IParagraphStyleOptions[] {
  const body = Math.round(frame.bodyPoints * 2);
  const line = { line: frame.linePoints * 20, lineRule: LineRuleType.EXACT, before: 0, after: 0 };
  const indent = { firstLineChars: 200, firstLine: frame.bodyPoints * 2 * 20 };
  return [
    {
      id: styleIds.title,
      name: '公文标题',
      run: { font: wordFont('title'), size: frame.titlePoints * 2 },
      paragraph: {
        alignment: AlignmentType.CENTER,
        keepNext: true,
        spacing: titleSpacing(letter),
      },
    },
    {
      id: styleIds.chapter,
      name: chapterStyleName,
      next: styleIds.body,
      run: { font: wordFont('title'), size: frame.titlePoints * 2 },
      paragraph: {
        alignment: AlignmentType.CENTER,
        keepNext: true,
        outlineLevel: 0,
        spacing: { ...titleSpacing(letter), after: 160 },
      },
    },
    {
      id: 'TOC1',
      name: 'toc 1',
      run: { font: wordFont('body'), size: points.小四 * 2 },
      paragraph: {
        spacing: { line: 26 * 20, lineRule: LineRuleType.EXACT },
      },
    },
    {
      id: styleIds.body,
      name: '公文正文',
      quickFormat: true,
      run: { font: wordFont('body'), size: body },
      paragraph: { alignment: AlignmentType.JUSTIFIED, spacing: line, indent },
    },
    {
      id: styleIds.heading1,
      name: '公文一级标题',
      next: styleIds.body,
      run: { font: wordFont('heading'), size: body },
      paragraph: { spacing: line, indent, keepNext: true, outlineLevel: 0 },
    },
    {
      id: styleIds.heading2,
      name: '公文二级标题',
      next: styleIds.body,
      run: { font: wordFont('subheading'), size: body },
      paragraph: { spacing: line, indent, keepNext: true, outlineLevel: 1 },
    },
    {
      id: styleIds.plain,
      name: '公文无缩进',
      run: { font: wordFont('body'), size: body },
      paragraph: { spacing: line },
    },
    {
      id: styleIds.cell,
      name: '表格文字',
      run: { font: wordFont('body'), size: points.小四 * 2 },
      paragraph: { spacing: cellSpacing(points.小四) },
    },
  ];
}

export function titleSpacing(letter: boolean): ISpacingProperties {
  return { line: (letter ? 36 : 32) * 20, lineRule: LineRuleType.EXACT, before: 0, after: 0 };
}

/** Lines of table text of this size (points). */
export function cellSpacing(size: number): ISpacingProperties {
  return { line: Math.round(size * cellLineHeight * 20), lineRule: LineRuleType.EXACT, before: 0, after: 0 };
}
