import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { failure, success, type Result } from '../../../shared/kernel/result.ts';
import { documentHtml } from '../../documents/html/documentHtml.ts';
import { workbookHtml, workbookPageWidthMm } from '../../documents/html/workbookHtml.ts';
import { frameOf } from '../../documents/officeDocument.ts';
import type { OutputSheet } from '../../documents/writeWorkbook.ts';
import type { ReadHandle } from '../../store/handles.ts';
import type { Paper, ReportContext, ReportScope } from './report.ts';
import { findReport } from './reports.ts';

export interface ReportOrder {
  /** Name of the report in `reports.ts`. */
  readonly name: string;
  readonly scope: ReportScope;
  /** `html` is the page for preview, print and PDF. */
  readonly form: 'docx' | 'xlsx' | 'html';
}

export interface ReportPage {
  readonly html: string;
  readonly pageWidthMm: number;
}

export type ProducedReport = Pick<
  Paper,
  'name' | 'personCount' | 'sensitiveColumns' | 'problems' | 'rows'
> & {
  readonly content: ReportPage | { readonly bytes: Uint8Array };
};

/** Fills a report and turns it into a page or a file in memory. Failures: unknown report or form, wrong scope, no record. */
export async function produceReport(
  h: ReadHandle,
  { name, scope, form }: ReportOrder,
  context: ReportContext,
): Promise<Result<ProducedReport>> {
  const report = findReport(name);
  if (!report) return failure('notFound', '没有这种报表，请返回报表页重新选择。');
  const made = report.make(h, scope, context);
  if (!made.ok) return made;
  const content = await render(made.value, form);
  if (!content.ok) return content;
  const { name: paperName, personCount, sensitiveColumns, problems, rows } = made.value;
  return success({
    name: paperName,
    personCount,
    sensitiveColumns,
    problems,
    rows,
    content: content.value,
  });
}

async function render(
  { document, sheets }: Paper,
  form: ReportOrder['form'],
): Promise<Result<ProducedReport['content']>> {
  if (form === 'docx' && document) {
    // The Word library is large and seldom needed, so it is loaded with the first document.
    const { writeWord } = await import('../../documents/word/writeWord.ts');
    return success({ bytes: await writeWord(document) });
  }
  if (form === 'xlsx' && sheets) return workbookBytes(sheets);
  if (form === 'html' && document)
    return success({ html: documentHtml(document), pageWidthMm: frameOf(document).widthMm });
  if (form === 'html' && sheets)
    return success({ html: workbookHtml(sheets), pageWidthMm: workbookPageWidthMm });
  return failure('invalidInput', '这种报表没有这个文件格式，请换一种格式。');
}

async function workbookBytes(sheets: readonly OutputSheet[]): Promise<Result<{ bytes: Uint8Array }>> {
  const { writeWorkbook } = await import('../../documents/writeWorkbook.ts');
  const stream = new PassThrough();
  const collected = buffer(stream);
  const written = await writeWorkbook(stream, sheets);
  if (written.ok) return success({ bytes: new Uint8Array(await collected) });
  stream.end();
  await collected;
  return written;
}
