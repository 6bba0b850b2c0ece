import { parentPort } from 'node:worker_threads';
import type { Result } from '../../shared/kernel/result.ts';
import { systemClock } from '../clock.ts';
import { changeStore } from '../services/school/unitOfWork.ts';
import type { LedgerBehaviours } from '../store/handles.ts';
import type { Store, StoreOptions, WrittenListener } from '../store/store.ts';
import type { JobContext, JobLoaders } from './job.ts';
import { jobOrderSchema, type JobMessage, type JobOrder } from './jobOrder.ts';
import { beginStoring } from './storingGate.ts';

const progressEveryMs = 100;

/**
 * Runs, inside a worker thread, the jobs that the main thread orders, one at a time. What the database throws is answered
 * with its sentence; any other thrown error ends the thread as a crash.
 * @param behaviours what the areas add to their ledgers; loaded for jobs that work on the school's file
 */
export function serveJobs(loaders: JobLoaders, behaviours: () => Promise<LedgerBehaviours>): void {
  const port = parentPort;
  if (!port) throw new Error('serveJobs runs in a worker thread only');
  const tell = (message: JobMessage): void => port.postMessage(message);
  port.on('message', (order: unknown) => {
    void serve(loaders, behaviours, jobOrderSchema.parse(order), tell).then((result) =>
      tell({ type: 'done', result }),
    );
  });
}

/** Comes back when the job's connection is closed. */
async function serve(
  loaders: JobLoaders,
  behaviours: () => Promise<LedgerBehaviours>,
  order: JobOrder,
  tell: (message: JobMessage) => void,
): Promise<Result<unknown>> {
  const load = loaders[order.name];
  if (!load) throw new Error(`no job is called ${order.name}`);
  const job = await load();
  const clock = systemClock(order.clockOffsetMs);
  const onWritten: WrittenListener = (tables) => tell({ type: 'written', tables });
  const opened = order.store
    ? await connect(order.store, {
        clock,
        behaviours: await behaviours(),
        onStoring: () => beginStoring(order.gate),
        onWritten,
      })
    : null;
  if (opened?.ok === false) return opened;
  const store = opened?.value;
  let lastProgressAt = 0;
  const openedStore = (): Store => {
    if (!store) throw new Error(`${order.name} was run without needsStore`);
    return store;
  };
  const context: JobContext = {
    clock,
    progress(phrase, done, total) {
      const now = performance.now();
      if (now - lastProgressAt < progressEveryMs && done !== total) return;
      lastProgressAt = now;
      tell({ type: 'progress', phrase, done, total });
    },
    store: openedStore,
    change: (account) => changeStore(openedStore(), clock, account),
  };
  try {
    return await job(order.input, context);
  } catch (error) {
    // Here, where the error still has its class.
    const { databaseFailureOf } = await import('../store/database.ts');
    const known = databaseFailureOf(error);
    if (!known || !(error instanceof Error && 'code' in error)) throw error;
    tell({ type: 'fault', error: { code: error.code, stack: error.stack } });
    return { ok: false, failure: known };
  } finally {
    store?.close();
  }
}

async function connect(place: NonNullable<JobOrder['store']>, options: StoreOptions): Promise<Result<Store>> {
  const [{ openStore }, { schoolFolder }] = await Promise.all([
    import('../store/store.ts'),
    import('../store/schoolFolder.ts'),
  ]);
  return openStore(schoolFolder(place.root), place.dataKey, options);
}
