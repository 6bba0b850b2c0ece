import { QueryClient, type Query } from '@tanstack/react-query';
import type { Channel } from '../shared/contract/index.ts';

/**
 * What this window has read of the school's file. The file is local, so an answer is good until the next write: what is
 * not on the screen is forgotten then, what is on it is read anew, and what is being read is asked for again.
 */
export const answers = new QueryClient({
  defaultOptions: {
    queries: { retry: false, refetchOnWindowFocus: false, staleTime: 60_000, networkMode: 'always' },
    mutations: { retry: false, networkMode: 'always' },
  },
});

let written = 0;
let reading: Promise<void> | null = null;

/** How often the file had been written, as far as this window has heard. */
export function writtenSoFar(): number {
  return written;
}

/** Takes note that the file had been written `times` times by now; from here on nothing older is shown as if it were new. */
export function hearWritten(times: number): void {
  if (times <= written) return;
  written = times;
  answers.removeQueries({ type: 'inactive', predicate: restsOnTheFile });
  void answers.invalidateQueries({ predicate: restsOnTheFile, refetchType: 'none' });
  reading ??= readAnew();
}

/** Waits until the screen shows the file as it is. */
export async function allRead(): Promise<void> {
  await reading;
}

/** Writes that follow each other closely are read together. */
async function readAnew(): Promise<void> {
  for (let heard = 0; heard !== written;) {
    heard = written;
    // One that is being read asks again by itself.
    await answers.refetchQueries(
      { type: 'active', stale: true, predicate: restsOnTheFile },
      { cancelRefetch: false },
    );
  }
  reading = null;
}

/** Forgets all that was read while the file was open. */
export function forgetTheFile(): void {
  answers.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session.state' });
}

/** Channels whose answers stay as they were read. */
const apart: ReadonlySet<unknown> = new Set<Channel>([
  // The content of an attachment never changes.
  'attachment.read',
  // A page that may leave is read when it is opened: each look is logged, and saving it is itself a write.
  'reports.preview',
  // Told by an event of its own.
  'session.state',
]);

function restsOnTheFile({ queryKey: [channel] }: Query): boolean {
  return !apart.has(channel);
}
