/** `npm test [-- vitest arguments]`: makes sure of a browser, builds the renderer once, runs all tests. */
import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { buildRenderer } from './build.ts';
import { ensureBrowser } from './ensureBrowser.ts';

const projectFolder = fileURLToPath(new URL('../../', import.meta.url));

if (!ensureBrowser()) process.exit(1);
await buildRenderer();
const tests = spawnSync(
  process.execPath,
  ['node_modules/vitest/vitest.mjs', 'run', ...process.argv.slice(2)],
  { cwd: projectFolder, stdio: 'inherit' },
);
process.exitCode = tests.status ?? 1;
