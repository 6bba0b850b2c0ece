export interface PrintedTable {
  readonly title: string;
  readonly headers: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly unitName: string;
  /** `2026-11-24` */
  readonly today: string;
}

/** A complete page with one official-looking table: A4 landscape, header repeated, 第 X 页 共 Y 页. */
export function tableHtml(table: PrintedTable): string {
  const headers = table.headers.map((header) => `<th>${escapeHtml(header)}</th>`).join('');
  const rows = table.rows
    .map((row) => `<tr>${row.map((cell) => `<td>${escapeHtml(cell)}</td>`).join('')}</tr>`)
    .join('\n');
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>${escapeHtml(table.title)}</title><style>
@page { size: A4 landscape; margin: 15mm; @bottom-center { content: "第 " counter(page) " 页 共 " counter(pages) " 页"; font-size: 9pt; } }
body { margin: 0; font: 10pt/1.4 "SimSun", "宋体", "Noto Serif CJK SC", "Noto Sans SC", serif; color: #000; }
h1 { margin: 0 0 6mm; font: 18pt/1.3 "SimHei", "黑体", "Noto Sans CJK SC", "Noto Sans SC", sans-serif; text-align: center; }
.line { display: flex; justify-content: space-between; margin-bottom: 2mm; }
table { width: 100%; border-collapse: collapse; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th, td { border: 0.5pt solid #000; padding: 1mm 1.5mm; overflow-wrap: anywhere; white-space: pre-line; }
th { font-family: "SimHei", "黑体", "Noto Sans CJK SC", "Noto Sans SC", sans-serif; }
.sign { margin-top: 6mm; }
</style></head><body>
<h1>${escapeHtml(table.title)}</h1>
<div class="line"><span>填报单位（盖章）：${escapeHtml(table.unitName)}</span><span>填报日期：${escapeHtml(table.today)}</span></div>
<table><thead><tr>${headers}</tr></thead><tbody>
${rows}
</tbody></table>
<div class="line sign"><span>单位负责人：</span><span>审核人：</span><span>填报人：</span><span>联系电话：</span></div>
</body></html>`;
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
