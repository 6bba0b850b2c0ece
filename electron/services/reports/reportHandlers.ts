import { createHash, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { ReportInfo, reportCalls } from '../../../shared/contract/reports.ts';
import { levelOf } from '../../../shared/contract/rights.ts';
import { failure, success, type Result } from '../../../shared/kernel/result.ts';
import { hasContents, withContentsPages } from '../../documents/html/contentsPages.ts';
import { writeBytesAtomically } from '../../documents/atomicWrite.ts';
import { findLedger } from '../../../shared/ledgers/index.ts';
import { reportFileName } from '../../documents/fileNames.ts';
import type { Caller, HandlersOf } from '../../ipc/handlers.ts';
import { addAccess } from '../../store/tables/accessLog.ts';
import { addExport } from '../../store/tables/exportLog.ts';
import { getRecord } from '../../store/records/records.ts';
import type { App } from '../app.ts';
import { maySeeLocked } from '../ledgers/lockedFields.ts';
import { schoolOf } from '../school/schoolOf.ts';
import { produceReport, type ProducedReport, type ReportOrder, type ReportPage } from './produceReport.ts';
import { findReport, reports } from './reports.ts';

/** Stands for a file's path in the export log. */
const printer = '打印机';

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
      const bytes = await bytesOf(app, produced.value);
      if (!bytes.ok) return bytes;
      const written = await writeBytesAtomically(target, bytes.value);
      if (!written.ok) return written;
      const { sha256 } = written.value;
      const { rows } = produced.value;
      caller.change(null, (w) => {
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
      const page = pageOf(produced.value.content).html;
      const complete = await numbered(app, page);
      if (!complete.ok) return complete;
      await app.desktop.print(complete.value);
      const report = findReport(name);
      // Paper with locked content leaves the program too, and is written down like a file.
      if (report?.locked)
        caller.change(null, (w) => {
          addExport(w, {
            what: report.label,
            profile: 'internal',
            purpose: '打印案卷材料',
            recipient: '本校',
            rows: produced.value.rows,
            path: printer,
            sha256: createHash('sha256').update(page).digest('hex'),
          });
        });
      return success(null);
    },
  };
}

/**
 * Fills a report for a caller who may read its area, in a worker: reports over a period read many records, and to make a
 * file of Word or Excel takes a while. A look at the paper of one record is ready at once.
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
  const refused = report.locked ? lookAtLocked(caller, report, order.scope.recordId) : null;
  if (refused) return refused;
  const quick = report.scope.kind === 'record' && order.scope.recordId !== null && !report.wide;
  if (quick && order.form === 'html')
    return produceReport(caller.store.read, order, { today: app.clock.today(), accountName });
  return app.jobs.run('produceReport', { ...order, accountName }, { jobId, needsStore: true });
}

/**
 * A paper with locked content is made only for whoever may see it in the record, and each time leaves a line in the access
 * log; `null` = go on.
 */
function lookAtLocked(
  caller: Caller,
  { scope, label }: ReportInfo,
  recordId: string | null,
): Result<never> | null {
  const definition = scope.kind === 'record' ? findLedger(scope.ledger) : undefined;
  const record = definition && recordId !== null ? getRecord(caller.store.read, definition, recordId) : null;
  // Without a record the report itself says what is missing.
  if (!definition || !record) return null;
  if (!maySeeLocked(caller.store.read, definition, record, caller.account))
    return failure(
      'forbidden',
      `“${label}”含有举报人、证据等受限内容，只有这件事的承办人、调查人员和负责人能看。需要时请负责人把您列为调查人员。`,
    );
  caller.change(null, (w) => {
    addAccess(w, {
      what: `制作文书：${label}（含受限内容）`,
      ledger: definition.id,
      recordId: record.id,
    });
  });
  return null;
}

/** The file's content; a page becomes a PDF. Failure: `unavailable` where nothing can print. */
export async function bytesOf(app: App, { content }: ProducedReport): Promise<Result<Uint8Array>> {
  if (!('html' in content)) return success(content.bytes);
  const page = await numbered(app, content.html);
  return page.ok ? app.desktop.pdfFromHtml(page.value) : page;
}

/** A book's contents get their page numbers from a first printing. */
async function numbered(app: App, html: string): Promise<Result<string>> {
  if (!hasContents(html)) return success(html);
  const printed = await app.desktop.pdfFromHtml(html);
  return printed.ok ? success(withContentsPages(html, printed.value)) : printed;
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

function infoOf({ name, label, area, formats, scope, locked }: ReportInfo): ReportInfo {
  return { name, label, area, formats, scope, ...(locked ? { locked } : {}) };
}
