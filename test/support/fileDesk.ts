import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Desktop } from '#electron/desktop/desktop.ts';
import type { Caller } from '#electron/ipc/handlers.ts';
import type { Job, JobLoaders } from '#electron/jobs/job.ts';
import { createJobRunner, type JobProgress, type JobRunner } from '#electron/jobs/jobRunner.ts';
import { jobs as loaders, type Jobs } from '#electron/services/jobs.ts';
import type { App } from '#electron/services/app.ts';
import { exportHandlers } from '#electron/services/exports/exportHandlers.ts';
import { importHandlers } from '#electron/services/imports/importHandlers.ts';
import { changeStore } from '#electron/services/school/unitOfWork.ts';
import { createRecord } from '#electron/store/records/records.ts';
import type { ImportPreview, ImportSource } from '#shared/contract/files.ts';
import type { Role } from '#shared/contract/rights.ts';
import { school } from '#shared/ledgers/base/school.ts';
import { success } from '#shared/kernel/result.ts';
import { callerOf } from './callerOf.ts';
import { schoolId, temporarySchool, valueOf, type TemporarySchool } from './temporarySchool.ts';

/** A school office that imports and exports: real file, real job threads, dialogs answered by the test. */
export interface FileDesk {
  readonly app: App;
  readonly school: TemporarySchool;
  readonly folder: string;
  readonly caller: Caller;
  readonly imports: ReturnType<typeof importHandlers>;
  readonly exports: ReturnType<typeof exportHandlers>;
  readonly progress: JobProgress[];
  /** Errors thrown inside job threads: bugs. */
  readonly crashes: unknown[];
  /** Pages that were sent to be printed. */
  readonly pages: string[];
  /** The next answer of the save dialog. */
  saveAs(path: string | null): void;
  as(...roles: Role[]): Caller;
  cancel(jobId: string): void;
  choose(path: string, ledger?: string): Promise<ImportSource>;
  /** Previews a sheet of a chosen file with the mapping it was recognised by. */
  preview(
    source: ImportSource,
    ledger: string,
    sheet?: string,
    period?: string | null,
  ): Promise<ImportPreview>;
  /** Chooses, previews and commits; every row must hold. */
  bringIn(path: string, ledger: string, period?: string): Promise<ImportPreview>;
  close(): Promise<void>;
}

/**
 * @param options `threads` runs jobs in worker threads as the program does; otherwise they run in place, on copies of
 * their input, which saves a second each
 */
export function fileDesk(options: { readonly threads?: boolean } = {}): FileDesk {
  const temporary = temporarySchool();
  const folder = mkdtempSync(join(tmpdir(), 'desk-'));
  const progress: JobProgress[] = [];
  const pages: string[] = [];
  const crashes: unknown[] = [];
  let nextSavePath: string | null = null;
  const { store } = temporary;
  store.write(temporary.change(), (w) =>
    valueOf(
      createRecord(w, school, {
        id: schoolId,
        schoolId,
        values: { name: '清泉学校', type: '九年一贯制学校', nature: '公办' },
        period: null,
        state: 'finished',
      }),
    ),
  );
  const as = (...roles: readonly Role[]): Caller =>
    callerOf(temporary, { ...temporary.account, roles, active: true, createdAt: temporary.clock.now() });
  const caller = as('head');
  const threads = createJobRunner<Jobs>({
    worker: new URL('../../electron/worker.ts', import.meta.url),
    clock: temporary.clock,
    store: () => ({ root: temporary.folder.root, dataKey: temporary.dataKey }),
    onProgress: (event) => progress.push(event),
    onWritten: () => undefined,
    onCrash: (_name, error) => crashes.push(error),
  });
  const inPlace: JobRunner<Jobs> = {
    ...threads,
    async run(name, input) {
      const job: Job<unknown, unknown> = await (loaders as JobLoaders)[name]!();
      const result = await job(structuredClone(input), {
        progress: () => undefined,
        store: () => store,
        change: (account) => changeStore(store, temporary.clock, account),
        clock: temporary.clock,
      });
      return structuredClone(result) as Awaited<ReturnType<JobRunner<Jobs>['run']>> as never;
    },
  };
  const jobs = options.threads ? threads : inPlace;
  // Handlers of files use these parts of the desktop and the session only.
  const desktop: Partial<Desktop> = {
    chooseSavePath: async () => nextSavePath,
    chooseFile: async () => null,
    pdfFromHtml: async (html) => {
      pages.push(html);
      return success(new TextEncoder().encode('%PDF-1.7 stands in for the printed page'));
    },
  };
  const app = {
    desktop,
    clock: temporary.clock,
    folder: temporary.folder,
    jobs,
    session: { current: () => caller, onChange: () => () => undefined },
  } as unknown as App;
  const imports = importHandlers(app);
  const exports = exportHandlers(app);

  const choose = async (path: string, ledger?: string): Promise<ImportSource> => {
    const input = { jobId: randomUUID(), path, ...(ledger === undefined ? {} : { ledger }) };
    const source = valueOf(await imports['import.choose'](input, caller));
    if (!source) throw new Error('the dialog was closed');
    return source;
  };
  const preview = async (
    source: ImportSource,
    ledger: string,
    sheet?: string,
    period: string | null = null,
  ): Promise<ImportPreview> => {
    const chosen = source.sheets.find((each) => (sheet ? each.sheet === sheet : each.ledger === ledger));
    if (!chosen) throw new Error(`no sheet for ${ledger}: ${JSON.stringify(source.sheets).slice(0, 1000)}`);
    return valueOf(
      await imports['import.preview'](
        {
          importId: source.importId,
          jobId: randomUUID(),
          sheet: chosen.sheet,
          ledger,
          mapping: [...chosen.mapping],
          period,
        },
        caller,
      ),
    );
  };
  return {
    app,
    school: temporary,
    folder,
    caller,
    imports,
    exports,
    progress,
    crashes,
    pages,
    saveAs: (path) => {
      nextSavePath = path;
    },
    as,
    cancel: (jobId) => {
      threads.cancel(jobId);
    },
    choose,
    preview,
    async bringIn(path, ledger, period) {
      const source = await choose(path, ledger);
      const seen = await preview(source, ledger, undefined, period);
      valueOf(
        await imports['import.commit'](
          { importId: source.importId, jobId: randomUUID(), skipProblems: false },
          caller,
        ),
      );
      return seen;
    },
    async close() {
      await threads.cancelAll('all');
      if (crashes.length > 0) throw new AggregateError(crashes, 'a job crashed');
      temporary.remove();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
