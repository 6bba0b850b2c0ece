import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { nodeFlags } from './nodeFlags.ts';

const projectFolder = fileURLToPath(new URL('../../', import.meta.url));

/** Where the demo school's data, files and submission folders stand. */
export const demoFolder = join(projectFolder, 'demo');
export const demoSchool = join(demoFolder, 'school');

/**
 * Makes the demo school by way of the real import, progress on stderr. Replaces one that is there: the folder holds
 * nothing but what is made here, the same every time.
 * @returns exit code, 0 = made
 */
export function makeDemoFolder(): number {
  rmSync(demoFolder, { recursive: true, force: true });
  const made = spawnSync(process.execPath, [...nodeFlags, 'electron/cli.ts', 'demo', '--out', demoFolder], {
    cwd: projectFolder,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return made.status ?? 1;
}
