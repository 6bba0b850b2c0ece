import { execFile } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import { build, mergeConfig } from 'vite';
import { demoAccount } from '#electron/services/demo/makeDemo.ts';
import { nodeFlags } from '../../build/scripts/nodeFlags.ts';
import electronConfig from '../../build/vite.electron.config.ts';
import { demoSchool } from './demoSchool.ts';
import { timingOf } from './measure.ts';
import type { ScenarioContext, ScenarioResult } from './run.ts';

const project = join(import.meta.dirname, '../..');
/** Inside the project, so that what isn't bundled is found. */
const bundle = join(project, 'dist/bench');
const runs = 3;
const run = promisify(execFile);

/** What the main process holds once the demo school is unlocked and its dashboard shown, beside Node with a file open. */
export async function memory(context: ScenarioContext): Promise<ScenarioResult> {
  await build(
    mergeConfig(electronConfig({ mode: 'main', command: 'build' }), {
      configFile: false,
      logLevel: 'warn',
      build: {
        outDir: bundle,
        rolldownOptions: {
          input: {
            main: join(import.meta.dirname, 'memoryProcess.ts'),
            bare: join(import.meta.dirname, 'bareProcess.ts'),
          },
        },
      },
    }),
  );
  const ours: number[] = [];
  const bare: number[] = [];
  for (let round = 0; round < runs; round += 1) {
    const school = await demoSchool(context.folder);
    ours.push(await memoryOf('main', [school, demoAccount.name, demoAccount.password]));
    bare.push(await memoryOf('bare', [join(context.folder, `bare-${Date.now()}.ledger`)]));
  }
  return {
    title: 'Memory of the main process',
    unit: 'MB',
    notes: [
      'Ours: the program as `npm run build` bundles it, with Electron’s desktop replaced by one without a window and run by Node, since Electron itself can’t run on every machine that measures: it unlocks the demo school, answers `checks.dashboard` and is then left alone for ten seconds. What Electron’s own main process holds beyond Node comes on top of both sides.',
      'Bare: Node with better-sqlite3 and an encrypted file open.',
    ],
    figures: [
      {
        label: 'resident, demo school unlocked and one dashboard',
        ours: timingOf(ours),
        bare: timingOf(bare),
        runs,
      },
    ],
  };
}

async function memoryOf(entry: string, args: readonly string[]): Promise<number> {
  const { stdout } = await run(process.execPath, [...nodeFlags, join(bundle, `${entry}.js`), ...args]);
  return Number(stdout);
}
