import { faces, points } from '../officeDocument.ts';
import { alignedName, printedShare } from '../officeText.ts';
import {
  leadingColumns,
  type HeaderCell,
  type OutputCell,
  type OutputColumn,
  type OutputSheet,
} from '../writeWorkbook.ts';
import { escapeHtml, htmlPage } from './htmlPage.ts';

/**
 * The workbook as it prints: A4 landscape, one page wide, header rows on every page, sums worked out. For preview, print
 * and PDF; hidden sheets and columns are left out.
 */
export function workbookHtml(sheets: readonly OutputSheet[]): string {
  const shown = sheets.filter((sheet) => !sheet.hidden);
  return htmlPage({
    title: shown[0]?.title ?? shown[0]?.name ?? '',
    style,
    body: shown.map(sheetHtml).join('\n'),
  });
}

/** A4 landscape. */
export const workbookPageWidthMm = 297;

/** In characters: cells of narrower columns (days of a month) lose their inner margins. */
const narrowColumn = 6;

/** Rows that stay on one page with the sums and the signatures. */
const company = 3;

interface ShownColumn {
  readonly index: number;
  readonly column: OutputColumn;
}

function sheetHtml(sheet: OutputSheet): string {
  const columns = sheet.columns.flatMap((column, index) => (column.hidden ? [] : [{ index, column }]));
  const whole = columns.reduce((sum, { column }) => sum + column.width, 0);
  const rows = [...sheet.rows];
  const html = (row: readonly OutputCell[]) => rowHtml(row, columns);
  const size = whole > 150 ? points.小五 : points.五号;
  return `<section class="sheet" style="font-size:${size}pt">
${sheet.title === undefined ? '' : `<h1>${escapeHtml(sheet.title)}</h1>`}
${sheet.subtitle ? `<div class="ends"><span>${escapeHtml(sheet.subtitle.left)}</span><span>${escapeHtml(sheet.subtitle.right)}</span></div>` : ''}
<table><colgroup>${columns.map(({ column }) => `<col style="width:${((column.width / whole) * 100).toFixed(3)}%">`).join('')}</colgroup>
<thead>${sheet.headers.map(headerHtml).join('')}</thead>
<tbody>${rows.slice(0, -company).map(html).join('')}</tbody>
<tbody class="ending">${rows.slice(-company).map(html).join('')}${sheet.totalsRow && rows.length > 0 ? totalsHtml(rows, columns) : ''}${signOffHtml(sheet, columns.length)}</tbody></table>
</section>`;
}

function signOffHtml({ signOff }: OutputSheet, columns: number): string {
  return signOff === undefined
    ? ''
    : `<tr><td class="signOff" colspan="${columns}">${escapeHtml(signOff)}</td></tr>`;
}

function headerHtml(cells: readonly HeaderCell[]): string {
  const spans = (cell: HeaderCell): string =>
    (cell.columns ? ` colspan="${cell.columns}"` : '') + (cell.rows ? ` rowspan="${cell.rows}"` : '');
  return `<tr>${cells.map((cell) => `<th${spans(cell)}>${escapeHtml(cell.text)}</th>`).join('')}</tr>`;
}

function rowHtml(row: readonly OutputCell[], columns: readonly ShownColumn[]): string {
  return `<tr>${columns.map(({ index, column }) => cellHtml(row[index] ?? null, column)).join('')}</tr>`;
}

function cellHtml(value: OutputCell, column: OutputColumn): string {
  const align = column.form !== 'text' ? 'right' : column.wrap ? 'left' : 'centre';
  return `<td class="${align}${column.width < narrowColumn ? ' narrow' : ''}">${escapeHtml(shown(value, column)).replaceAll('\n', '<br>')}</td>`;
}

function totalsHtml(rows: readonly (readonly OutputCell[])[], columns: readonly ShownColumn[]): string {
  const leading = leadingColumns(columns.map(({ column }) => column));
  const cells = columns.slice(leading).map(({ index, column }) => {
    if (!column.total) return '<td></td>';
    const exact = rows.reduce((total, row) => total + (Number(row[index]) || 0), 0);
    const sum = Number(exact.toFixed(6));
    // A month has thirty narrow columns of which most are empty.
    return cellHtml(sum === 0 && column.width < narrowColumn ? null : sum, column);
  });
  return `<tr class="totals"><td class="centre" colspan="${leading}">合计</td>${cells.join('')}</tr>`;
}

function shown(value: OutputCell, column: OutputColumn): string {
  if (value === null || typeof value === 'string')
    return column.personName ? alignedName(value ?? '') : (value ?? '');
  if (column.form === 'money')
    return value.toLocaleString('zh-CN', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  if (column.form === 'share') return printedShare(value, 1);
  return column.form === 'decimal' && column.digits !== undefined
    ? value.toFixed(column.digits)
    : String(value);
}

const songFamily = `"${faces.pageNumber.name}","SimSun","Noto Serif CJK SC",serif`;
const heiFamily = `"${faces.heading.name}","SimHei","Noto Sans CJK SC",sans-serif`;

const style = `
@page{size:${workbookPageWidthMm}mm 210mm;margin:15mm;@bottom-center{content:"第 " counter(page) " 页 共 " counter(pages) " 页";font:9pt ${songFamily}}}
body{font-family:${songFamily}}
.sheet+.sheet{break-before:page}
h1{font:${points.三号 + 2}pt/1.5 ${heiFamily};text-align:center;margin:0 0 2mm}
.ends{display:flex;justify-content:space-between;margin-bottom:1mm}
table{width:calc(100% - 0.75pt);border-collapse:collapse;table-layout:fixed;line-height:1.25}
thead{display:table-header-group}
tr,.ending{break-inside:avoid}
th,td{border:0.5pt solid #000;padding:0.8mm 1mm;overflow-wrap:anywhere;vertical-align:middle}
th{font-family:${heiFamily};text-align:center}
td.narrow{padding:0.8mm 0.1mm;white-space:nowrap;text-align:center}
th{padding:0.8mm 0.2mm}
td.left{text-align:left}td.centre{text-align:center}td.right{text-align:right}
.totals td{font-family:${heiFamily}}
td.signOff{border:none;padding-top:4mm;text-align:left;white-space:pre-wrap}
@media screen{
html,body{background:#e9ebee}
.sheet{box-sizing:border-box;width:${workbookPageWidthMm}mm;min-height:210mm;margin:6mm auto;padding:15mm;background:#fff;box-shadow:0 1px 4px rgba(0,0,0,.25)}
}`;
