import { failure, type Result } from '../../shared/kernel/result.ts';
import type { Clock } from '../clock.ts';
import type { WrittenListener } from '../store/store.ts';
import type { JobInput, JobLoaders, JobOutput } from './job.ts';
import type { JobOrder } from './jobOrder.ts';
import { stopBeforeStoring, storingGate } from './storingGate.ts';
import { createThreads, type Thread } from './threads.ts';

export interface JobProgress {
  readonly jobId: string;
  readonly phrase: string;
  readonly done: number;
  readonly total: number;
}

export interface RunOptions {
  /** UUID made by whoever wants to see progress and to cancel. */
  readonly jobId: string;
  /** The job works on the open school file; refused with `locked` when none is open. */
  readonly needsStore?: boolean;
  /** Minutes after which the job is ended; default 30. */
  readonly limitMinutes?: number;
}

export interface JobRunner<L extends JobLoaders> {
  /** Runs a job in a thread that has no other at the time. Cancelling, a crash, too much memory or time are failures, never exceptions. */
  run<N extends keyof L & string>(
    name: N,
    input: JobInput<L, N>,
    options: RunOptions,
  ): Promise<Result<JobOutput<L, N>>>;
  /**
   * Several jobs under one id, with work between them: cancelling ends the one at work and refuses those to come, and
   * the work between can ask.
   */
  inSeries<T>(jobId: string, work: (series: JobSeries) => Promise<T>): Promise<T>;
  /** Ends the job at once, and nothing of it is stored; one that has begun to store is left to its end. Unknown ids are ignored. */
  cancel(jobId: string): void;
  /** Ends every job that works on the school file, or all. */
  cancelAll(which: 'withStore' | 'all'): Promise<void>;
  /** Number of jobs at work. */
  running(): number;
}

export interface JobSeries {
  /** The refusal to pass on once the series was cancelled; `null` before. */
  readonly stopped: () => Result<never> | null;
}

export interface JobRunnerOptions {
  /** The worker's entry: `worker.ts` from source, `worker.js` in the package. */
  readonly worker: URL;
  readonly clock: Clock;
  /** Place and data key of the open school file. */
  readonly store: () => { readonly root: string; readonly dataKey: Uint8Array } | null;
  readonly onProgress: (progress: JobProgress) => void;
  /** A job has written, on its own connection. */
  readonly onWritten: WrittenListener;
  /** A job threw: a bug, or what the database could not do. To be logged without personal data. */
  readonly onCrash: (name: string, error: unknown) => void;
  /** Heap of a worker; school PCs have 4 GB. */
  readonly memoryMegabytes?: number;
}

interface RunningJob {
  readonly needsStore: boolean;
  /** Comes back when the job has ended, by this or, once it was storing, by itself. */
  readonly stop: (result: Result<never>) => Promise<void>;
}

const cancelled = failure('cancelled', '已取消。没有完成的部分没有保存。');
const outOfMemory = failure(
  'unavailable',
  '内容太多，超出了可用内存，已经停下，没有保存任何改动。请把文件拆成几份，分几次处理。',
);
const outOfTime = failure(
  'unavailable',
  '处理时间过长，已经停下，没有完成的部分没有保存。请把内容分成几份再试。',
);
const crashed = failure(
  'unavailable',
  '处理中途意外停止，没有完成的部分没有保存。请再试一次；如果仍然不行，请在“设置—运行状况”中检查数据。',
);

export function createJobRunner<L extends JobLoaders>(options: JobRunnerOptions): JobRunner<L> {
  const jobs = new Map<string, RunningJob>();
  /** Series under way, and whether they were cancelled. */
  const series = new Map<string, boolean>();
  const threads = createThreads(options.worker, options.memoryMegabytes ?? 1536);

  function run<N extends keyof L & string>(
    name: N,
    input: JobInput<L, N>,
    { jobId, needsStore = false, limitMinutes = 30 }: RunOptions,
  ): Promise<Result<JobOutput<L, N>>> {
    if (jobs.has(jobId)) throw new Error(`${name}: this job id is already at work`);
    if (series.get(jobId)) return Promise.resolve(cancelled);
    const store = needsStore ? options.store() : null;
    if (needsStore && !store)
      return Promise.resolve(failure('locked', '资料已锁定，请先输入密码打开，再重新开始。'));
    const gate = storingGate();
    const order: JobOrder = {
      name,
      input,
      store,
      gate,
      clockOffsetMs: Date.parse(options.clock.now()) - Date.now(),
    };
    const ended = Promise.withResolvers<Result<JobOutput<L, N>>>();
    const thread = threads.take();
    const finish = async (
      result: Result<JobOutput<L, N>>,
      leave: (thread: Thread) => Promise<unknown>,
    ): Promise<void> => {
      if (jobs.get(jobId) !== job) return;
      clearTimeout(limit);
      jobs.delete(jobId);
      // Files and connection of the job are closed before the answer is given.
      await leave(thread);
      ended.resolve(result);
    };
    const end = (result: Result<never>) => finish(result, ({ worker }) => worker.terminate());
    const job: RunningJob = {
      needsStore,
      async stop(result) {
        if (stopBeforeStoring(gate)) await end(result);
        else await ended.promise;
      },
    };
    const limit = setTimeout(() => void job.stop(outOfTime), limitMinutes * 60_000);
    jobs.set(jobId, job);
    thread.onMessage = (message) => {
      if (message.type === 'done') void finish(message.result as Result<JobOutput<L, N>>, threads.rest);
      else if (message.type === 'written') options.onWritten(message.tables);
      else if (message.type === 'fault') options.onCrash(name, Object.assign(new Error(), message.error));
      else if (jobs.get(jobId) === job)
        options.onProgress({
          jobId,
          phrase: message.phrase,
          done: message.done,
          total: message.total,
        });
    };
    thread.onEnd = (error) => {
      const memory = hasCode(error, 'ERR_WORKER_OUT_OF_MEMORY');
      if (error !== null && !memory) options.onCrash(name, error);
      // It may have ended between storing and saying so.
      if (needsStore && jobs.get(jobId) === job) options.onWritten(null);
      void end(memory ? outOfMemory : crashed);
    };
    thread.worker.postMessage(order);
    return ended.promise;
  }

  return {
    run,
    async inSeries(jobId, work) {
      series.set(jobId, false);
      try {
        return await work({ stopped: () => (series.get(jobId) ? cancelled : null) });
      } finally {
        series.delete(jobId);
      }
    },
    cancel(jobId) {
      if (series.has(jobId)) series.set(jobId, true);
      void jobs.get(jobId)?.stop(cancelled);
    },
    async cancelAll(which) {
      const chosen = [...jobs].filter(([id, job]) => which === 'all' || job.needsStore || series.has(id));
      for (const id of series.keys()) series.set(id, true);
      await Promise.all([...chosen.map(([, job]) => job.stop(cancelled)), threads.dismiss()]);
    },
    running: () => jobs.size,
  };
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
