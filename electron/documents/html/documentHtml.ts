import {
  cellLineHeight,
  chaptersOf,
  faces,
  frameOf,
  latinFace,
  paragraphsOf,
  points,
  sealIndents,
  signatureColumns,
  type Block,
  type Face,
  type OfficeDocument,
  type PageFrame,
  type SignatureBlock,
  type TableBlock,
  type TableCell,
  type TableRow,
} from '../officeDocument.ts';
import { chapterId, chapterPage } from './contentsPages.ts';
import { escapeHtml, htmlPage } from './htmlPage.ts';

/**
 * A complete page for preview, print and PDF: own style sheet, no script, nothing loaded. Page size, margins and page
 * numbers stand in its `@page` rules.
 */
export function documentHtml(document: OfficeDocument): string {
  const frame = frameOf(document);
  const sheets = splitSheets(document);
  return htmlPage({
    title: document.title.join(''),
    style: style(document, frame),
    body: sheets.map((sheet) => `<section class="sheet">${sheet}</section>`).join('\n'),
  });
}

function splitSheets(document: OfficeDocument): string[] {
  const sheets: string[] = [];
  let current = document.cover ? coverHtml(document.title, document.cover) : titleHtml(document.title);
  let chapter = 0;
  for (const block of document.blocks) {
    switch (block.kind) {
      case 'newSheet':
        sheets.push(current);
        current = titleHtml(block.title);
        break;
      case 'contents':
        sheets.push(current);
        current = contentsHtml(block.title, chaptersOf(document));
        break;
      case 'chapter':
        sheets.push(current);
        current = `<h1 id="${chapterId(chapter)}">${escapeHtml(block.text)}</h1>`;
        chapter += 1;
        break;
      default:
        current += blockHtml(block);
    }
  }
  return [...sheets, current];
}

function coverHtml(title: readonly string[], cover: NonNullable<OfficeDocument['cover']>): string {
  const lines = cover.lines
    .map(({ label, text }) => `<tr><th>${escapeHtml(label)}</th><td>${escapeHtml(text)}</td></tr>`)
    .join('');
  const foot = cover.foot.map((line) => `<div>${escapeHtml(line)}</div>`).join('');
  return `<div class="cover">${titleHtml(title)}<table>${lines}</table><div class="foot">${foot}</div></div>`;
}

function contentsHtml(title: string, chapters: readonly string[]): string {
  const entries = chapters
    .map(
      (text, index) =>
        `<a href="#${chapterId(index)}"><span>${escapeHtml(text)}</span><i></i>${chapterPage(index)}</a>`,
    )
    .join('');
  return `<h1>${escapeHtml(title)}</h1><nav class="contents">${entries}</nav>`;
}

function titleHtml(lines: readonly string[]): string {
  if (lines.length === 0) return '';
  return `<h1>${lines.map(escapeHtml).join('<br>')}</h1>`;
}

function blockHtml(block: Exclude<Block, { kind: 'newSheet' | 'chapter' | 'contents' }>): string {
  switch (block.kind) {
    case 'heading':
      return `<h${block.level + 1}>${escapeHtml(block.text)}</h${block.level + 1}>`;
    case 'paragraph':
      return paragraphsOf(block.text)
        .map((text) => `<p${block.align ? ` class="${block.align}"` : ''}>${escapeHtml(text)}</p>`)
        .join('');
    case 'ends':
      return `<div class="ends"><span>${escapeHtml(block.left)}</span><span>${escapeHtml(block.right)}</span></div>`;
    case 'table':
      return tableHtml(block);
    case 'signatures':
      return signaturesHtml(block);
    case 'seal': {
      const indents = sealIndents(block.unit, block.date);
      return (
        `<div class="seal"><p class="right" style="margin-right:${indents.unit}em">${escapeHtml(block.unit)}</p>` +
        `<p class="right" style="margin-right:${indents.date}em">${escapeHtml(block.date)}</p></div>`
      );
    }
  }
}

function tableHtml(table: TableBlock): string {
  const sum = table.columns.reduce((total, share) => total + share, 0);
  const columns = table.columns
    .map((share) => `<col style="width:${((share / sum) * 100).toFixed(3)}%">`)
    .join('');
  const size = points[table.size ?? '小四'];
  const head = table.rows.slice(0, table.headerRows).map(rowHtml).join('');
  const body = table.rows.slice(table.headerRows).map(rowHtml).join('');
  return (
    `<table style="font-size:${size}pt"><colgroup>${columns}</colgroup>` +
    `${head === '' ? '' : `<thead>${head}</thead>`}<tbody>${body}</tbody></table>`
  );
}

function rowHtml(row: TableRow): string {
  const height = row.heightMm === undefined ? '' : ` style="height:${row.heightMm}mm"`;
  return `<tr${row.mayBreak ? ' class="mayBreak"' : ''}${height}>${row.cells.map(cellHtml).join('')}</tr>`;
}

function cellHtml(cell: TableCell): string {
  const classes = [
    cell.align ?? 'centre',
    cell.vertical ?? 'middle',
    cell.label ? 'label' : '',
    cell.upright ? 'upright' : '',
  ].filter((name) => name !== '');
  const spans =
    (cell.columns ? ` colspan="${cell.columns}"` : '') + (cell.rows ? ` rowspan="${cell.rows}"` : '');
  const text = cell.text
    .split('\n')
    .map((line) => `<div>${escapeHtml(line)}</div>`)
    .join('');
  const foot = cell.foot === undefined ? '' : `<div class="foot">${escapeHtml(cell.foot)}</div>`;
  const content = cell.upright ? `<div class="column">${text}</div>` : text;
  return `<td class="${classes.join(' ')}"${spans}>${content}${foot}</td>`;
}

function signaturesHtml(block: SignatureBlock): string {
  const lines = block.lines
    .map((line) => `<span>${escapeHtml(line.label)}：${escapeHtml(line.name ?? '')}</span>`)
    .join('');
  const date = block.date === undefined ? '' : `<p class="right">${escapeHtml(block.date)}</p>`;
  return `<div class="signatures"><div class="hands">${lines}</div>${date}</div>`;
}

/** The Latin face serves letters and digits only: Chinese quotation marks and dashes belong to the Chinese face. */
const latinRange = `@font-face{font-family:"Latin";src:local("${latinFace}"),local("Liberation Serif");unicode-range:U+20-7E}`;

function family(face: Face): string {
  const { name, substitutes } = faces[face];
  const generic = face === 'heading' ? 'sans-serif' : 'serif';
  return ['Latin', name, ...substitutes].map((each) => `"${each}"`).join(',') + `,${generic}`;
}

function style(document: OfficeDocument, frame: PageFrame): string {
  const { top, right, bottom, left } = frame.margins;
  const line = `${frame.linePoints}pt`;
  const number = `content:"— " counter(page) " —";font:${points.四号}pt ${family('pageNumber')};`;
  const pageNumbers = document.pageNumbers
    ? `@page :right{@bottom-right{${number}padding:0 ${points.四号}pt 0 0;vertical-align:top;padding-top:7mm}}
@page :left{@bottom-left{${number}padding:0 0 0 ${points.四号}pt;vertical-align:top;padding-top:7mm}}`
    : '';
  const bare = 'content:none';
  const unnumbered = document.cover ? `@page :first{@bottom-right{${bare}}@bottom-left{${bare}}}` : '';
  return `
${latinRange}
@page{size:${frame.widthMm}mm ${frame.heightMm}mm;margin:${top}mm ${right}mm ${bottom}mm ${left}mm}
${pageNumbers}
${unnumbered}
body{font:${frame.bodyPoints}pt/${line} ${family('body')};text-align:justify}
.sheet+.sheet{break-before:page}
h1{font:${frame.titlePoints}pt/${document.style === 'letter' ? 36 : 32}pt ${family('title')};text-align:center;margin:0 0 ${document.style === 'letter' ? line : '8pt'};text-wrap:balance;break-after:avoid}
h2,h3{font-size:inherit;font-weight:normal;line-height:${line};margin:0;text-indent:2em;break-after:avoid}
h2{font-family:${family('heading')}}
h3{font-family:${family('subheading')}}
p{margin:0;text-indent:2em;orphans:2;widows:2;overflow-wrap:anywhere}
p.left,p.centre,p.right{text-indent:0}
p.left{text-align:left}p.centre{text-align:center}p.right{text-align:right}p.right+p.right{break-before:avoid}
.ends{display:flex;justify-content:space-between;line-height:${line};break-after:avoid}
table{width:calc(100% - 0.75pt);margin:0 auto 6pt;border-collapse:collapse;table-layout:fixed;line-height:${cellLineHeight}}
thead{display:table-header-group;break-after:avoid}
tr{break-inside:avoid}
tr.mayBreak{break-inside:auto}
td{border:0.5pt solid #000;padding:1.2mm 1.5mm;overflow-wrap:anywhere}
td.label{font-family:${family('heading')}}
td.left{text-align:left}td.centre{text-align:center}td.right{text-align:right}
td div:empty::before{content:"\\200b"}
td .foot{text-align:right}
td.top{vertical-align:top}td.middle{vertical-align:middle}td.bottom{vertical-align:bottom}
td.upright .column{writing-mode:vertical-rl;text-orientation:upright;margin:0 auto;letter-spacing:2pt}
.signatures{break-inside:avoid;margin-top:${line}}
.seal{break-inside:avoid;break-before:avoid;margin-top:${line}}
.signatures .hands{display:grid;grid-template-columns:repeat(${signatureColumns(frame)},1fr)}
.cover{height:${frame.heightMm - top - bottom - 2}mm;display:flex;flex-direction:column;align-items:center;text-align:center}
.cover h1{font-size:30pt;line-height:46pt;margin:52mm 0 34mm;text-wrap:wrap}
.cover table{width:140mm;table-layout:auto;font-size:${points.三号}pt}
.cover th,.cover td{border:none;padding:2.5mm 2mm;font-weight:normal;vertical-align:bottom}
.cover th{white-space:nowrap;width:1%;text-align:right}
.cover td{border-bottom:0.75pt solid #000}
.cover .foot{margin-top:auto;margin-bottom:8mm;font-size:${points.三号}pt;line-height:30pt}
.contents a{display:flex;align-items:baseline;gap:2mm;color:inherit;text-decoration:none;line-height:26pt}
.contents i{flex:1;border-bottom:1pt dotted #000;min-width:10mm}
@media screen{
html,body{background:#e9ebee}
.sheet{box-sizing:border-box;width:${frame.widthMm}mm;min-height:${frame.heightMm}mm;margin:6mm auto;padding:${top}mm ${right}mm ${bottom}mm ${left}mm;background:#fff;box-shadow:0 1px 4px rgba(0,0,0,.25)}
}`;
}
