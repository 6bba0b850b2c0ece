import type { AccountInfo } from '../../shared/contract/session.ts';
import type { Result } from '../../shared/kernel/result.ts';
import type { Clock } from '../clock.ts';
import type { ChangeStore } from '../services/school/unitOfWork.ts';
import type { Store } from '../store/store.ts';

/** What a job finds in its worker thread. */
export interface JobContext {
  /** `phrase` is Chinese and shown as it is; `total` 0 = unknown. At most about ten of these a second reach the window. */
  progress(phrase: string, done: number, total: number): void;
  /** The job's own connection to the school's file; only for jobs run with `needsStore`. */
  store(): Store;
  /** Changes that store in the name of the account that has ordered the job. */
  change(account: AccountInfo): ChangeStore;
  /** The application's clock, carried over into the worker. */
  readonly clock: Clock;
}

/**
 * Long work, run in a worker thread. Input and output are copied between threads, so both are plain values
 * (no functions, no class instances except typed arrays and dates).
 */
export type Job<Input, Output> = (
  input: Input,
  context: JobContext,
) => Result<Output> | Promise<Result<Output>>;

/** Jobs by name. They are loaded on demand, so that a worker loads only the code of the jobs it does. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- inputs of different jobs have no common supertype but never
export type JobLoaders = Readonly<Record<string, () => Promise<Job<any, unknown>>>>;

type JobOf<L extends JobLoaders, N extends keyof L> = Awaited<ReturnType<L[N]>>;
export type JobInput<L extends JobLoaders, N extends keyof L> = Parameters<JobOf<L, N>>[0];
export type JobOutput<L extends JobLoaders, N extends keyof L> =
  Awaited<ReturnType<JobOf<L, N>>> extends Result<infer Output> ? Output : never;
