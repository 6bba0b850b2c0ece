import type { SheetRange } from './sheetXml.ts';
import type { WorkbookStyles } from './workbookStyles.ts';
import { declaration, xmlText } from './xml.ts';

/** What the workbook says of one of its sheets. */
export interface SheetEntry {
  readonly name: string;
  readonly hidden: boolean;
  /** Rows that stand on every printed page. */
  readonly repeated: SheetRange | null;
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const contentType = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Path of a sheet's part, counted from 0. */
export function sheetPath(index: number): string {
  return `xl/worksheets/sheet${index + 1}.xml`;
}

/** The parts of a workbook beside its sheets. */
export function workbookParts(
  sheets: readonly SheetEntry[],
  styles: WorkbookStyles,
): readonly { readonly path: string; readonly content: string }[] {
  const targets = [
    ...sheets.map((_, index) => ['worksheet', sheetPath(index).replace('xl/', '')] as const),
    ['styles', 'styles.xml'] as const,
  ];
  return [
    { path: '[Content_Types].xml', content: contentTypes(sheets) },
    { path: '_rels/.rels', content: related([['officeDocument', 'xl/workbook.xml']]) },
    { path: 'xl/workbook.xml', content: workbookXml(sheets) },
    { path: 'xl/_rels/workbook.xml.rels', content: related(targets) },
    { path: 'xl/styles.xml', content: styles.xml() },
  ];
}

function contentTypes(sheets: readonly SheetEntry[]): string {
  const part = (path: string, kind: string) =>
    `<Override PartName="/${path}" ContentType="${contentType}.${kind}+xml"/>`;
  return [
    `${declaration}<Types xmlns="${packages}/content-types">`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    part('xl/workbook.xml', 'sheet.main'),
    ...sheets.map((_, index) => part(sheetPath(index), 'worksheet')),
    part('xl/styles.xml', 'styles'),
    '</Types>',
  ].join('');
}

function related(targets: readonly (readonly [kind: string, target: string])[]): string {
  const lines = targets.map(
    ([kind, target], index) =>
      `<Relationship Id="rId${index + 1}" Type="${relationships}/${kind}" Target="${target}"/>`,
  );
  return `${declaration}<Relationships xmlns="${packages}/relationships">${lines.join('')}</Relationships>`;
}

function workbookXml(sheets: readonly SheetEntry[]): string {
  const listed = sheets.map(
    ({ name, hidden }, index) =>
      `<sheet name="${xmlText(name)}" sheetId="${index + 1}"${hidden ? ' state="veryHidden"' : ''} r:id="rId${index + 1}"/>`,
  );
  const titles = sheets.flatMap(({ name, repeated }, index) =>
    repeated
      ? `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${xmlText(quotedName(name))}!$${repeated.from}:$${repeated.to}</definedName>`
      : [],
  );
  return [
    `${declaration}<workbook xmlns="${main}" xmlns:r="${relationships}">`,
    `<sheets>${listed.join('')}</sheets>`,
    titles.length > 0 ? `<definedNames>${titles.join('')}</definedNames>` : '',
    '</workbook>',
  ].join('');
}

/** A sheet's name as formulas write it. */
export function quotedName(name: string): string {
  return `'${name.replaceAll("'", "''")}'`;
}
