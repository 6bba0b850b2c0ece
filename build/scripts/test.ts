/**
 * `npm test [-- vitest arguments]`: makes sure of a browser, builds the renderer once, runs all tests. With `--long`
 * (`npm run test:long`) the random ones run at full length.
 */
import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { buildRenderer } from './build.ts';
import { ensureBrowser } from './ensureBrowser.ts';

const projectFolder = fileURLToPath(new URL('../../', import.meta.url));

if (!ensureBrowser()) process.exit(1);
await buildRenderer();
const words = process.argv.slice(2);
const tests = spawnSync(
  process.execPath,
  ['node_modules/vitest/vitest.mjs', 'run', ...words.filter((word) => word !== '--long')],
  {
    cwd: projectFolder,
    stdio: 'inherit',
    env: { ...process.env, ...(words.includes('--long') ? { LEDGER_LONG_TESTS: '1' } : {}) },
  },
);
process.exitCode = tests.status ?? 1;
