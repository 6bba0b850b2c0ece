import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import packageJson from '../package.json' with { type: 'json' };
import type { BridgeAnswer } from '../shared/contract/bridge.ts';
import type { AnswerOf, Channel, InputOf } from '../shared/contract/index.ts';
import { failure, success, type Result } from '../shared/kernel/result.ts';
import type { Desktop, WindowOptions } from './desktop/desktop.ts';
import { createLog } from './ipc/log.ts';
import { createRouter, type Handle } from './ipc/router.ts';
import { createJobRunner } from './jobs/jobRunner.ts';
import { createSession } from './services/accounts/createSession.ts';
import type { App } from './services/app.ts';
import type { Clock } from './clock.ts';
import { demoAccount, demoFilesFolder, makeDemo } from './services/demo/makeDemo.ts';
import { createHandlers } from './services/handlers.ts';
import type { Jobs } from './services/jobs.ts';
import { saveSchoolSettings } from './services/upkeep/schoolSettings.ts';
import type { KeyOptions } from './store/keys/keyFile.ts';
import { quietTables } from './store/schema/systemTables.ts';
import { schoolFolder } from './store/schoolFolder.ts';

export interface ApplicationOptions {
  readonly desktop: Desktop;
  /** Folder of the school's data. */
  readonly root: string;
  readonly clock: Clock;
  /** The job worker's entry; default is the source's, which the package replaces by its bundle. */
  readonly worker?: URL;
  /** Cheaper key derivation, for tests. */
  readonly keyOptions?: KeyOptions;
}

/** The whole program on one data folder, with or without a window. */
export interface Application {
  readonly app: App;
  /** What the window calls: the router, and with each answer how often the file had been written by then. */
  readonly handle: Handle<BridgeAnswer>;
  /** A call as the window makes it, with its types. */
  call<C extends Channel>(channel: C, input: InputOf<C>): Promise<AnswerOf<C>>;
  /** Opens the window and comes back when the person has closed it. */
  runWindow(options: Omit<WindowOptions, 'title' | 'handle'>): Promise<void>;
  /** Ends jobs, takes the automatic backup, closes the file and the desktop. */
  close(): Promise<void>;
}

const sourceWorker = new URL('./worker.ts', import.meta.url);

/** What the session shows rests on these. */
const sessionTables = ['account', 'school', 'setting'];

export function createApplication(options: ApplicationOptions): Application {
  const { desktop, root, clock, keyOptions } = options;
  const folder = schoolFolder(root);
  const log = createLog(folder.logs, clock);
  let written = 0;
  let demo: { readonly jobId: string; cancelled: boolean } | null = null;

  const session = createSession({
    folder,
    desktop,
    clock,
    version: packageJson.version,
    ...(keyOptions ? { keyOptions } : {}),
    busy: () => jobs.running() > 0 || demo !== null,
    onWritten,
    endJobs: () => jobs.cancelAll('withStore'),
    backUp: takeAutomaticBackups,
  });
  const jobs = createJobRunner<Jobs>({
    worker: options.worker ?? sourceWorker,
    clock,
    store: () => session.credentials(),
    onProgress: (progress) => desktop.send({ type: 'job.progress', ...progress }),
    onWritten,
    onCrash: (name, error) => log.error(`job ${name}`, error),
  });
  const app: App = { desktop, clock, folder, jobs, session };
  const handlers = createHandlers(app, {
    createDemo,
    ...(keyOptions ? { keyOptions } : {}),
    cancel(jobId) {
      if (demo?.jobId === jobId) demo.cancelled = true;
    },
  });
  const route = createRouter(handlers, session, log);
  // While the demo school is being made the window stays with its progress.
  session.onChange(() => {
    if (!demo) desktop.send({ type: 'session.changed' });
  });

  async function call<C extends Channel>(channel: C, input: InputOf<C>): Promise<AnswerOf<C>> {
    // The handler of a channel answers with that channel's output; the router passes it on unchanged.
    return (await route(channel, input)) as AnswerOf<C>;
  }

  async function handle(channel: string, input: unknown): Promise<BridgeAnswer> {
    const answer = await route(channel, input);
    return { ...answer, written };
  }

  function onWritten(tables: ReadonlySet<string> | null): void {
    if (tables && [...tables].every((table) => quietTables.has(table))) return;
    written += 1;
    desktop.send({ type: 'store.changed', written });
    if (!tables || sessionTables.some((table) => tables.has(table))) session.refresh();
  }

  async function takeAutomaticBackups(secondFolder: string | null): Promise<void> {
    for (const target of secondFolder === null ? [null] : [null, secondFolder]) {
      const taken = await jobs.run(
        'takeBackup',
        { target, reason: 'automatic' },
        { jobId: randomUUID(), needsStore: true },
      );
      if (!taken.ok) log.error('automatic backup', new Error(taken.failure.kind));
    }
  }

  async function createDemo(jobId: string): Promise<Result<{ readonly password: string }>> {
    if (session.state().stage !== 'noSchool' || demo)
      return failure('conflict', '这台电脑上已经有学校资料，不能再建演示学校。');
    const run = (demo = { jobId, cancelled: false });
    try {
      const made = await makeDemo({
        call: async (channel, input) =>
          run.cancelled ? failure('cancelled', '已取消，没有建立演示学校。') : call(channel, input),
        filesFolder: demoFilesFolder(root),
        onProgress: (phrase, done, total) =>
          desktop.send({ type: 'job.progress', jobId, phrase, done, total }),
      });
      const caller = session.current();
      if (made.ok && caller) {
        caller.change(null, (w) => saveSchoolSettings(w, { demo: true }));
        return success({ password: demoAccount.password });
      }
      await removeHalfDemo();
      return made.ok ? failure('locked', '演示学校没有建成，请重新开始。') : made;
    } catch (error) {
      await removeHalfDemo();
      throw error;
    } finally {
      demo = null;
    }
  }

  /** The folder held no school before, so what is in it now is invented and only half there. */
  async function removeHalfDemo(): Promise<void> {
    await session.lock();
    for (const path of [folder.keys, folder.database, folder.attachments])
      rmSync(path, { recursive: true, force: true });
  }

  return {
    app,
    handle,
    call,
    async runWindow(window) {
      await desktop.openWindow({ ...window, title: packageJson.productName, handle });
      await desktop.closed();
    },
    async close() {
      await session.close();
      await jobs.cancelAll('all');
      await desktop.quit();
    },
  };
}
