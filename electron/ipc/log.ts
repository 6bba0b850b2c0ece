import { appendFileSync, existsSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock } from '../clock.ts';

/** What went wrong inside, for whoever mends the program. Never holds personal data. */
export interface Log {
  /** `where` is a channel or job name. Of the error only class and places in our code are kept: messages may quote data. */
  error(where: string, error: unknown): void;
}

const maxBytes = 256 * 1024;
const keptFiles = 3;

/**
 * Log in `program.log` of the folder, one JSON object a line; at 256 KB it becomes `program.1.log`, three are kept.
 * A log that can't be written is not worth a failure of the program, so that is ignored.
 */
export function createLog(folder: string, clock: Clock): Log {
  const file = (number: number) => join(folder, number === 0 ? 'program.log' : `program.${number}.log`);
  function rotate(): void {
    if (!existsSync(file(0)) || statSync(file(0)).size < maxBytes) return;
    for (let number = keptFiles - 1; number >= 0; number--)
      if (existsSync(file(number))) renameSync(file(number), file(number + 1));
  }
  return {
    error(where, error) {
      const line = { at: clock.now(), where, ...describeError(error) };
      try {
        mkdirSync(folder, { recursive: true });
        rotate();
        appendFileSync(file(0), `${JSON.stringify(line)}\n`);
      } catch {
        // nowhere left to say it
      }
    },
  };
}

/** Class, system code and stack places (file name and line, no folders: a folder may carry a person's name). */
export function describeError(error: unknown): { name: string; code?: string; stack: string[] } {
  if (!(error instanceof Error)) return { name: typeof error, stack: [] };
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {};
  const stack = (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 12)
    .map((line) => line.trim().replace(/(?:file:\/\/)?[^\s()]*[/\\]([^/\\()]+)/g, '$1'));
  return { name: error.constructor.name, ...code, stack };
}
