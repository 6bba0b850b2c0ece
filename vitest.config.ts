import { defineConfig } from 'vitest/config';
import { nodeFlags } from './build/scripts/nodeFlags.ts';

const execArgv = [...nodeFlags];

/** Three suites: `unit` (pure parts), `store` (real SQLite, real files), `e2e` (real Chromium, two at a time). */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          execArgv,
          include: ['test/unit/**/*.test.ts'],
          testTimeout: 20_000,
          hookTimeout: 20_000,
        },
      },
      {
        test: {
          name: 'store',
          execArgv,
          include: ['test/store/**/*.test.ts', 'test/faults/**/*.test.ts', 'test/services/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          pool: 'forks',
        },
      },
      {
        test: {
          name: 'e2e',
          execArgv,
          include: ['test/e2e/**/*.test.ts'],
          testTimeout: 240_000,
          hookTimeout: 240_000,
          expect: { poll: { timeout: 20_000 } },
          maxWorkers: 2,
          pool: 'forks',
        },
      },
    ],
  },
});
