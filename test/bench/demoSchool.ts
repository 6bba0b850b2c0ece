import { execFile } from 'node:child_process';
import { cpSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import { nodeFlags } from '../../build/scripts/nodeFlags.ts';

const project = join(import.meta.dirname, '../..');
const run = promisify(execFile);

/** A demo school in a folder of its own, made once a run: 1,400 pupils, half a term of roll calls. */
export async function demoSchool(folder: string): Promise<string> {
  const made = join(folder, 'demo');
  if (!existsSync(made))
    await run(process.execPath, [...nodeFlags, 'electron/cli.ts', 'demo', '--out', made], {
      cwd: project,
      maxBuffer: 2 ** 26,
    });
  const school = join(folder, `demo-${Date.now()}`);
  cpSync(join(made, 'school'), school, { recursive: true });
  return school;
}
