import { Worker } from 'node:worker_threads';
import type { JobMessage } from './jobOrder.ts';

/** A worker thread and who listens to it. */
export interface Thread {
  readonly worker: Worker;
  onMessage: (message: JobMessage) => void;
  /** It is gone, by an error or (`null`) by itself. */
  onEnd: (error: unknown) => void;
}

/** Loading the program's code is most of a small job, so a thread waits this long for the next one. */
const restSeconds = 10;

/** Worker threads of the job runner, of which one may rest between two jobs. */
export interface Threads {
  /** The resting thread, or a new one. */
  readonly take: () => Thread;
  /** To be called with a thread that has answered; ends it when another rests already. */
  readonly rest: (thread: Thread) => Promise<void>;
  /** Ends the resting thread. */
  readonly dismiss: () => Promise<void>;
}

export function createThreads(file: URL, memoryMegabytes: number): Threads {
  /** A thread between two jobs. It has no connection to the file. */
  let resting: Thread | null = null;
  let dismissal: NodeJS.Timeout | undefined;

  function startThread(): Thread {
    const worker = new Worker(file, {
      execArgv: [],
      // A limit for young objects too: without one, a heap that fills up fast ends the whole process, not its thread.
      resourceLimits: {
        maxOldGenerationSizeMb: memoryMegabytes,
        maxYoungGenerationSizeMb: 48,
      },
    });
    const thread: Thread = { worker, onMessage: () => undefined, onEnd: () => undefined };
    worker.on('message', (message: JobMessage) => thread.onMessage(message));
    worker.on('error', (error: unknown) => thread.onEnd(error));
    worker.on('exit', () => thread.onEnd(null));
    return thread;
  }

  function take(): Thread {
    clearTimeout(dismissal);
    const thread = resting ?? startThread();
    resting = null;
    thread.worker.ref();
    return thread;
  }

  async function rest(thread: Thread): Promise<void> {
    if (resting) {
      await thread.worker.terminate();
      return;
    }
    resting = thread;
    dismissal = setTimeout(() => void dismiss(), restSeconds * 1000).unref();
    thread.onEnd = () => {
      if (resting !== thread) return;
      clearTimeout(dismissal);
      resting = null;
    };
    // A program that is otherwise done doesn't wait for it.
    thread.worker.unref();
  }

  async function dismiss(): Promise<void> {
    clearTimeout(dismissal);
    const thread = resting;
    resting = null;
    await thread?.worker.terminate();
  }

  return { take, rest, dismiss };
}
