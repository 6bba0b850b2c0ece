/** The Electron application: puts desktop and program together. */
import { homedir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { app } from 'electron';
import { createApplication } from './application.ts';
import type { Desktop } from './desktop/desktop.ts';
import { createElectronDesktop } from './desktop/electronDesktop.ts';
import { browserFolder, defaultRoot, windowStateFile } from './desktop/programFolder.ts';
import { systemClock } from './clock.ts';

const { values } = parseArgs({
  args: process.argv.slice(1),
  options: { data: { type: 'string' } },
  strict: false,
});
const root =
  typeof values.data === 'string' ? values.data : defaultRoot(process.platform, process.env, homedir());

async function run(desktop: Desktop): Promise<void> {
  const application = createApplication({
    desktop,
    root,
    clock: systemClock(),
    worker: new URL('worker.js', import.meta.url),
  });
  // An installed program takes its pages from its own archive only.
  const developmentUrl = app.isPackaged ? undefined : process.env.LEDGER_DEVELOPMENT_URL;
  await application.runWindow({
    rendererFolder: join(import.meta.dirname, '..', 'renderer'),
    stateFile: windowStateFile(root),
    ...(developmentUrl === undefined ? {} : { developmentUrl }),
  });
  await application.close();
}

const desktop = createElectronDesktop({
  preload: join(import.meta.dirname, 'preload.cjs'),
  profileFolder: browserFolder(root),
});
// Not awaited: Electron becomes ready only after this module has been read to its end.
if (desktop) void run(desktop);
