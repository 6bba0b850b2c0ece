import { randomUUID } from 'node:crypto';
import packageJson from '../package.json' with { type: 'json' };
import type { BridgeAnswer } from '../shared/contract/bridge.ts';
import type { AnswerOf, Channel, InputOf } from '../shared/contract/index.ts';
import type { Desktop, WindowOptions } from './desktop/desktop.ts';
import { createLog } from './ipc/log.ts';
import { createRouter, type Handle } from './ipc/router.ts';
import { createJobRunner } from './jobs/jobRunner.ts';
import { createSession } from './services/accounts/createSession.ts';
import type { App } from './services/app.ts';
import type { Clock } from './clock.ts';
import { createDemoMaker } from './services/demo/createDemoMaker.ts';
import { createHandlers } from './services/handlers.ts';
import type { Jobs } from './services/jobs.ts';
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

  const session = createSession({
    folder,
    desktop,
    clock,
    version: packageJson.version,
    ...(keyOptions ? { keyOptions } : {}),
    busy: () => jobs.running() > 0 || demo.running(),
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
  const demo = createDemoMaker(app, call);
  const handlers = createHandlers(app, {
    createDemo: demo.make,
    ...(keyOptions ? { keyOptions } : {}),
    cancel: demo.cancel,
  });
  const route = createRouter(handlers, session, log);
  // While the demo school is being made the window stays with its progress.
  session.onChange(() => {
    if (!demo.running()) desktop.send({ type: 'session.changed' });
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
    if (!demo.running()) desktop.send({ type: 'store.changed', written });
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
