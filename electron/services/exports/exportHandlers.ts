import { rm } from 'node:fs/promises';
import type { fileCalls } from '../../../shared/contract/files.ts';
import { levelOf } from '../../../shared/contract/rights.ts';
import { failure, success } from '../../../shared/kernel/result.ts';
import { findLedger } from '../../../shared/ledgers/index.ts';
import { temporaryPathOf, writeBytesAtomically } from '../../documents/atomicWrite.ts';
import { reportFileName } from '../../documents/fileNames.ts';
import type { HandlersOf } from '../../ipc/handlers.ts';
import { addExport, listExports } from '../../store/exportLog.ts';
import type { App } from '../app.ts';
import { schoolOf } from '../ledgers/schoolOf.ts';

type ExportChannel = Extract<keyof typeof fileCalls, `export.${string}`>;

const extensions = { xlsx: 'xlsx', csvUtf8: 'csv', csvGb18030: 'csv', pdf: 'pdf' } as const;

/** All `export.*` calls of `shared/contract/files.ts`. Every file that leaves is written down in the export log. */
export function exportHandlers(app: App): HandlersOf<ExportChannel> {
  return {
    'export.ledger': async (
      { query, jobId, format, profile, purpose, recipient, columns, path },
      { account, store },
    ) => {
      const definition = findLedger(query.ledger);
      if (!definition) return failure('notFound', '没有找到这种台账，请返回后重新打开。');
      if (levelOf(account.roles, definition.area) === 'none')
        return failure(
          'forbidden',
          '您的账号不能查看这部分资料，所以不能导出。如果工作需要，请联系本校管理员。',
        );
      const unitName = schoolOf(store.read).values.name;
      const fileName = reportFileName(unitName, definition.label, app.clock.today(), extensions[format]);
      const target =
        path ?? (await app.desktop.chooseSavePath({ title: `导出${definition.label}`, fileName }));
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
      const written =
        html === null
          ? success(exported.value.file)
          : await writeBytesAtomically(target, await app.desktop.pdfFromHtml(html));
      if (!written.ok) return written;
      const sha256 = written.value?.sha256 ?? '';
      const change = { accountId: account.id, accountName: account.name, at: app.clock.now() };
      store.write(change, (w) => {
        addExport(w, { what: definition.label, profile, purpose, recipient, rows, path: target, sha256 });
      });
      return success({ path: target, rows, sha256 });
    },

    'export.log': (_input, { store }) => success(listExports(store.read)),
  };
}
