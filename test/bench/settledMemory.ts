import process from 'node:process';
import { setTimeout } from 'node:timers/promises';

const settlingMs = 10_000;

/** What this process holds in memory, in MB, when it has had nothing to do for a while; nobody tells it to clear up. */
export async function settledMemory(): Promise<number> {
  await setTimeout(settlingMs);
  return process.memoryUsage().rss / 2 ** 20;
}
