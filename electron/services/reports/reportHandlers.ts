import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { ReportInfo, reportCalls } from '../../../shared/contract/reports.ts';
import { levelOf } from '../../../shared/contract/rights.ts';
import { failure, success, type Result } from '../../../shared/kernel/result.ts';
import { hasContents, withContentsPages } from '../../documents/html/contentsPages.ts';
import { writeBytesAtomically } from '../../documents/atomicWrite.ts';
import { reportFileName } from '../../documents/fileNames.ts';
import type { Caller, HandlersOf } from '../../ipc/handlers.ts';
import { addExport } from '../../store/exportLog.ts';
import type { App } from '../app.ts';
import { changeBy } from '../changeBy.ts';
import { schoolOf } from '../ledgers/schoolOf.ts';
import { produceReport, type ProducedReport, type ReportOrder, type ReportPage } from './produceReport.ts';
import { findReport, reports } from './reports.ts';

type ReportChannel = Extract<keyof typeof reportCalls, `reports.${string}`>;

/** All `reports.*` calls of `shared/contract/reports.ts`. */
export function reportHandlers(app: App): HandlersOf<ReportChannel> {
  return {
    'reports.catalogue': (_input, { account }) =>
      success(reports.filter(({ area }) => levelOf(account.roles, area) !== 'none').map(infoOf)),

    'reports.preview': async ({ name, period, recordId }, caller) => {
      const produced = await produce(app, caller, { name, scope: { period, recordId }, form: 'html' });
      if (!produced.ok) return produced;
      const { content, personCount, sensitiveColumns, problems } = produced.value;
      return success({ ...pageOf(content), personCount, sensitiveColumns, problems });
    },

    'reports.save': async (
      { jobId, name, period, recordId, format, purpose, recipient, path, folder },
      caller,
    ) => {
      const order = { name, scope: { period, recordId }, form: formOf(format) };
      const produced = await produce(app, caller, order, jobId);
      if (!produced.ok) return produced;
      const fileName = reportFileName(
        schoolOf(caller.store.read).values.name,
        produced.value.name,
        app.clock.today(),
        format,
      );
      const target =
        path ??
        (folder === undefined
          ? await app.desktop.chooseSavePath({ title: `保存${labelOf(name)}`, fileName })
          : join(folder, fileName));
      if (target === null) return success(null);
      const written = await writeBytesAtomically(target, await bytesOf(app, produced.value));
      if (!written.ok) return written;
      const { sha256 } = written.value;
      const { rows } = produced.value;
      caller.store.write(changeBy(caller, app.clock), (w) => {
        addExport(w, {
          what: labelOf(name),
          profile: 'upward',
          purpose,
          recipient,
          rows,
          path: target,
          sha256,
        });
      });
      return success({ path: target, rows, sha256 });
    },

    'reports.print': async ({ name, period, recordId }, caller) => {
      const produced = await produce(app, caller, { name, scope: { period, recordId }, form: 'html' });
      if (!produced.ok) return produced;
      await app.desktop.print(await numbered(app, pageOf(produced.value.content).html));
      return success(null);
    },
  };
}

/**
 * Fills a report for a caller who may read its area. Reports over a period read many records and run in a worker; those
 * of one record are ready at once.
 */
export async function produce(
  app: App,
  caller: Caller,
  order: ReportOrder,
  jobId: string = randomUUID(),
): Promise<Result<ProducedReport>> {
  const report = findReport(order.name);
  if (!report) return failure('notFound', '没有这种报表，请返回报表页重新选择。');
  if (levelOf(caller.account.roles, report.area) === 'none')
    return failure(
      'forbidden',
      '您的账号不能查看这部分资料，所以不能做这种报表。如果工作需要，请联系本校管理员。',
    );
  const accountName = caller.account.name;
  if (report.scope.kind === 'record' && order.scope.recordId !== null)
    return produceReport(caller.store.read, order, { today: app.clock.today(), accountName });
  return app.jobs.run('produceReport', { ...order, accountName }, { jobId, needsStore: true });
}

/** The file's content; a page becomes a PDF. */
export async function bytesOf(app: App, { content }: ProducedReport): Promise<Uint8Array> {
  if (!('html' in content)) return content.bytes;
  return app.desktop.pdfFromHtml(await numbered(app, content.html));
}

/** A book's contents get their page numbers from a first printing. */
async function numbered(app: App, html: string): Promise<string> {
  return hasContents(html) ? withContentsPages(html, await app.desktop.pdfFromHtml(html)) : html;
}

/** A PDF is printed from the page. */
export function formOf(format: 'docx' | 'xlsx' | 'pdf'): ReportOrder['form'] {
  return format === 'pdf' ? 'html' : format;
}

function pageOf(content: ProducedReport['content']): ReportPage {
  if ('html' in content) return content;
  throw new Error('A page was ordered and a file came back.');
}

function labelOf(name: string): string {
  return findReport(name)?.label ?? name;
}

function infoOf({ name, label, area, formats, scope }: ReportInfo): ReportInfo {
  return { name, label, area, formats, scope };
}
