import { z } from 'zod';
import type { Result } from '../../shared/kernel/result.ts';
import type { StoringGate } from './storingGate.ts';

/** What the main thread hands to a worker. */
export const jobOrderSchema = z.object({
  name: z.string(),
  input: z.unknown(),
  /** Where the school's file lies and its data key; `null` for jobs without a store. */
  store: z
    .object({ root: z.string(), dataKey: z.custom<Uint8Array>((value) => value instanceof Uint8Array) })
    .nullable(),
  /** Asked before the job stores what it has written. */
  gate: z.custom<StoringGate>((value) => value instanceof Int32Array),
  /** The application's clock minus the system's, in milliseconds, so that a worker lives in the same time. */
  clockOffsetMs: z.number(),
});
export type JobOrder = z.infer<typeof jobOrderSchema>;

/** What a worker tells the main thread. */
export type JobMessage =
  | {
      readonly type: 'progress';
      readonly phrase: string;
      readonly done: number;
      readonly total: number;
    }
  /** A write was stored: what stands in these tables is new; `null` = it may be any. */
  | { readonly type: 'written'; readonly tables: ReadonlySet<string> | null }
  /** What the database threw, for the log. The error itself would lose its code on the way between threads. */
  | { readonly type: 'fault'; readonly error: { readonly code: unknown; readonly stack: string | undefined } }
  | { readonly type: 'done'; readonly result: Result<unknown> };
