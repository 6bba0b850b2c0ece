import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { nodeFlags } from './build/scripts/nodeFlags.ts';

/** What the suites share. Files of one worker share its modules: loading them anew for each file was a third of the time. */
const test = {
  execArgv: [...nodeFlags],
  pool: 'forks' as const,
  isolate: false,
  // The same for every suite, so that they share the workers; browsers need memory, so not more than four.
  maxWorkers: Math.min(Math.max(availableParallelism(), 2), 4),
};

/** Three suites: `unit` (pure parts), `store` (real SQLite, real files), `e2e` (real Chromium). */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...test,
          name: 'unit',
          include: ['test/unit/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          expect: { poll: { timeout: 20_000 } },
        },
      },
      {
        test: {
          ...test,
          name: 'store',
          include: ['test/store/**/*.test.ts', 'test/faults/**/*.test.ts', 'test/services/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          expect: { poll: { timeout: 20_000 } },
        },
      },
      {
        test: {
          ...test,
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          testTimeout: 240_000,
          hookTimeout: 240_000,
          expect: { poll: { timeout: 60_000 } },
        },
      },
    ],
  },
});
