import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import type { ExportLogLine, fileCalls } from '../../../shared/contract/files.ts';
import { levelOf } from '../../../shared/contract/rights.ts';
import { failure, success, type Result } from '../../../shared/kernel/result.ts';
import type { AnyLedger } from '../../../shared/ledger/definition.ts';
import { fieldsOf } from '../../../shared/ledger/schema.ts';
import { findLedger } from '../../../shared/ledgers/index.ts';
import {
  temporaryPathOf,
  writeAtomically,
  writeBytesAtomically,
  type WrittenFile,
} from '../../documents/atomicWrite.ts';
import { reportFileName } from '../../documents/fileNames.ts';
import { writeWorkbook } from '../../documents/writeWorkbook.ts';
import type { Caller, HandlersOf } from '../../ipc/handlers.ts';
import { addExport, lastHandOver, listExports } from '../../store/tables/exportLog.ts';
import { exportScope } from '../../store/records/personCount.ts';
import type { App } from '../app.ts';
import { schoolOf } from '../school/schoolOf.ts';
import { statisticTables } from '../ledgers/statisticTables.ts';
import { statisticSheets } from './statisticSheets.ts';

type ExportChannel = Extract<keyof typeof fileCalls, `export.${string}`>;

const extensions = { xlsx: 'xlsx', csvUtf8: 'csv', csvGb18030: 'csv', pdf: 'pdf' } as const;
const printer = '打印机';

type Leaving = Omit<ExportLogLine, 'at' | 'accountName'>;

/** All `export.*` calls of `shared/contract/files.ts`. Everything that leaves is written down in the export log. */
export function exportHandlers(app: App): HandlersOf<ExportChannel> {
  return {
    'export.ledger': async ({ query, jobId, format, profile, purpose, recipient, columns, path }, caller) => {
      const definition = readableLedger(caller, query.ledger);
      if (!definition.ok) return definition;
      const { label } = definition.value;
      const unitName = schoolOf(caller.store.read).values.name;
      const fileName = reportFileName(unitName, label, app.clock.today(), extensions[format]);
      const target = path ?? (await app.desktop.chooseSavePath({ title: `导出${label}`, fileName }));
      if (target === null) return success(null);
      const temporaryPath = temporaryPathOf(target, jobId);
      const exported = await app.jobs.run(
        'exportLedger',
        { query, format, profile, columns: columns ?? null, unitName, path: target, temporaryPath },
        { jobId, needsStore: true },
      );
      if (!exported.ok) {
        // A thread that was ended could not clear up after itself.
        await rm(temporaryPath, { force: true }).catch(() => undefined);
        return exported;
      }
      const { rows, html } = exported.value;
      const written = html === null ? success(exported.value.file) : await writePdf(app, target, html);
      if (!written.ok) return written;
      const sha256 = written.value?.sha256 ?? '';
      writeDown(caller, { what: label, profile, purpose, recipient, rows, path: target, sha256 });
      return success({ path: target, rows, sha256 });
    },

    'export.print': async ({ query, jobId, profile, purpose, recipient, columns }, caller) => {
      const definition = readableLedger(caller, query.ledger);
      if (!definition.ok) return definition;
      const unitName = schoolOf(caller.store.read).values.name;
      const laidOut = await app.jobs.run(
        'exportLedger',
        { query, format: 'pdf', profile, columns: columns ?? null, unitName, path: '', temporaryPath: '' },
        { jobId, needsStore: true },
      );
      if (!laidOut.ok) return laidOut;
      const { rows, html } = laidOut.value;
      if (html === null) throw new Error('A page was ordered and a file came back.');
      await app.desktop.print(html);
      const sha256 = createHash('sha256').update(html).digest('hex');
      writeDown(caller, {
        what: definition.value.label,
        profile,
        purpose,
        recipient,
        rows,
        path: printer,
        sha256,
      });
      return success({ rows });
    },

    'export.scope': ({ query, columns }, caller) => {
      const definition = readableLedger(caller, query.ledger);
      if (!definition.ok) return definition;
      const chosen = columns ?? Object.keys(fieldsOf(definition.value));
      return exportScope(caller.store.read, definition.value, query, chosen);
    },

    'export.statistics': async ({ query, purpose, recipient, path }, caller) => {
      const definition = readableLedger(caller, query.ledger);
      if (!definition.ok) return definition;
      const tables = statisticTables(caller.store.read, definition.value, query, app.clock.today());
      if (!tables.ok) return tables;
      const what = `${definition.value.label}统计`;
      const unitName = schoolOf(caller.store.read).values.name;
      const fileName = reportFileName(unitName, what, app.clock.today(), 'xlsx');
      const target = path ?? (await app.desktop.chooseSavePath({ title: `导出${what}`, fileName }));
      if (target === null) return success(null);
      const sheets = statisticSheets(definition.value, tables.value, {
        period: query.period,
        head: { schoolName: unitName, today: app.clock.today(), accountName: caller.account.name },
      });
      const written = await writeAtomically(target, (stream) => writeWorkbook(stream, sheets));
      if (!written.ok) return written;
      const { sha256 } = written.value;
      const rows = tables.value.reduce((sum, table) => sum + table.rows.length, 0);
      writeDown(caller, { what, profile: 'statistics', purpose, recipient, rows, path: target, sha256 });
      return success({ path: target, rows, sha256 });
    },

    'export.lastHandOver': (_input, { account, store }) => success(lastHandOver(store.read, account.id)),

    'export.log': (_input, { store }) => success(listExports(store.read)),
  };
}

function writeDown({ change }: Caller, line: Leaving): void {
  change(null, (w) => {
    addExport(w, line);
  });
}

async function writePdf(app: App, target: string, html: string): Promise<Result<WrittenFile>> {
  const pdf = await app.desktop.pdfFromHtml(html);
  return pdf.ok ? writeBytesAtomically(target, pdf.value) : pdf;
}

function readableLedger(caller: Caller, id: string): Result<AnyLedger> {
  const definition = findLedger(id);
  if (!definition) return failure('notFound', '没有找到这种台账，请返回后重新打开。');
  return levelOf(caller.account.roles, definition.area) === 'none'
    ? failure('forbidden', '您的账号不能查看这部分资料，所以不能导出。如果工作需要，请联系本校管理员。')
    : success(definition);
}
