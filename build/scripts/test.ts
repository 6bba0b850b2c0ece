/** `npm test [-- vitest arguments]`: makes sure of a browser, builds the renderer once, runs all tests. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { findChromium } from '../../electron/desktop/findChromium.ts';
import { buildRenderer } from './build.ts';

const projectFolder = fileURLToPath(new URL('../../', import.meta.url));

if (!hasBrowser()) process.exit(1);
await buildRenderer();
const tests = spawnSync(
  process.execPath,
  ['node_modules/vitest/vitest.mjs', 'run', ...process.argv.slice(2)],
  { cwd: projectFolder, stdio: 'inherit' },
);
process.exitCode = tests.status ?? 1;

/** Installs Chromium with a Chinese font where that can be done without asking; otherwise says what to do. */
function hasBrowser(): boolean {
  const find = () => findChromium(process.platform, process.env);
  if (find() !== null) return true;
  if (existsSync('/etc/debian_version') && process.getuid?.() === 0) {
    process.stdout.write('no Chromium found: installing the Debian packages chromium and fonts-noto-cjk\n');
    const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    for (const args of [
      ['update', '-q'],
      ['install', '-y', '-q', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'],
    ])
      spawnSync('apt-get', args, { stdio: 'inherit', env: environment });
    if (find() !== null) return true;
  }
  process.stderr.write(
    'The tests need Chromium, Chrome or Edge. Debian or Ubuntu: sudo apt install chromium fonts-noto-cjk. ' +
      'Elsewhere install one of them, or set LEDGER_CHROMIUM to its path.\n',
  );
  return false;
}
