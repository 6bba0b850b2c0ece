import { monitorEventLoopDelay } from 'node:perf_hooks';
import process from 'node:process';
import { setTimeout } from 'node:timers/promises';

/** Milliseconds of several runs of the same work. */
export interface Timing {
  readonly median: number;
  readonly low: number;
  readonly high: number;
}

/** One line of the results: our work beside the same work done with the bare library, in the same process. */
export interface Figure {
  readonly label: string;
  readonly ours: Timing;
  /** `null` where there is nothing bare to compare with. */
  readonly bare: Timing | null;
  readonly runs: number;
}

export interface Comparison {
  readonly label: string;
  /** Measured pairs; one more runs first and isn't counted. */
  readonly runs: number;
  readonly ours: (run: number) => unknown;
  readonly bare: (run: number) => unknown;
  /** What both return must be equal as JSON, so that nothing is compared with less work. */
  readonly sameAnswer?: boolean;
  /** Puts things back between runs; not measured. */
  readonly afterEach?: () => void | Promise<void>;
}

/** Runs both works by turns, the one first in even and the other in odd rounds, so that both meet the same machine. */
export async function compare(comparison: Comparison): Promise<Figure> {
  const { label, runs, ours, bare } = comparison;
  const times = { ours: [] as number[], bare: [] as number[] };
  for (let run = 0; run <= runs; run += 1) {
    const answers = new Map<'ours' | 'bare', unknown>();
    const order = run % 2 === 0 ? (['ours', 'bare'] as const) : (['bare', 'ours'] as const);
    for (const side of order) {
      const started = performance.now();
      answers.set(side, await (side === 'ours' ? ours(run) : bare(run)));
      const took = performance.now() - started;
      if (run > 0) times[side].push(took);
      await comparison.afterEach?.();
    }
    if (comparison.sameAnswer) checkSame(label, answers.get('ours'), answers.get('bare'));
  }
  return { label, ours: timingOf(times.ours), bare: timingOf(times.bare), runs };
}

/** Times one piece of work and hands on what it returns; `worked` is what the processor spent on it. */
export async function timed<T>(
  work: () => T | Promise<T>,
): Promise<{ readonly took: number; readonly worked: number; readonly value: T }> {
  const [started, before] = [performance.now(), process.cpuUsage()];
  const value = await work();
  const took = performance.now() - started;
  const { user, system } = process.cpuUsage(before);
  return { took, worked: (user + system) / 1000, value };
}

/** For how long nobody else was served while some work went on, at the longest, in milliseconds. */
export interface Standstill {
  /** By the clock: with what else ran on the machine meanwhile. */
  readonly wall: number;
  /** What the thread itself worked without a pause, by its processor time. */
  readonly own: number;
  /** What it worked in all. */
  readonly worked: number;
}

export async function standstillOf(work: () => Promise<unknown>): Promise<Standstill> {
  const delays = monitorEventLoopDelay({ resolution: 1 });
  delays.enable();
  let before = process.threadCpuUsage();
  let own = 0;
  const turns = setInterval(() => {
    const now = process.threadCpuUsage();
    own = Math.max(own, now.user + now.system - before.user - before.system);
    before = now;
  }, 1);
  // The probe counts from its first turn on, and the last piece of work is over only when somebody else has had one.
  await setTimeout(5);
  own = 0;
  const started = process.threadCpuUsage();
  await work();
  const { user, system } = process.threadCpuUsage(started);
  await setTimeout(5);
  clearInterval(turns);
  delays.disable();
  return { wall: delays.max / 1e6, own: own / 1000, worked: (user + system) / 1000 };
}

export async function longestStandstill(work: () => Promise<unknown>): Promise<number> {
  return (await standstillOf(work)).wall;
}

/** @param times milliseconds, at least one */
export function timingOf(times: readonly number[]): Timing {
  const sorted = times.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const upper = sorted[Math.floor(middle)] ?? 0;
  const lower = sorted[Math.ceil(middle) - 1] ?? upper;
  return { median: (upper + lower) / 2, low: sorted[0] ?? 0, high: sorted.at(-1) ?? 0 };
}

function checkSame(label: string, ours: unknown, bare: unknown): void {
  const texts = [JSON.stringify(ours), JSON.stringify(bare)].map((text) => text.slice(0, 500));
  if (JSON.stringify(ours) !== JSON.stringify(bare))
    throw new Error(`${label}: the two answers differ.\nours: ${texts[0]}\nbare: ${texts[1]}`);
}
