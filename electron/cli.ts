/** The same services without a window: `npm run -s cli -- <command>`. */
import { homedir } from 'node:os';
import process from 'node:process';
import { text } from 'node:stream/consumers';
import { createApplication } from './application.ts';
import { runCommandLine } from './commandLine/runCommandLine.ts';
import { createChromiumDesktop } from './desktop/chromiumDesktop.ts';
import { findChromium } from './desktop/findChromium.ts';
import { browserFolder, defaultRoot } from './desktop/programFolder.ts';
import { systemClock } from './clock.ts';

process.exitCode = await runCommandLine(process.argv.slice(2), {
  environment: process.env,
  readInput: () => text(process.stdin),
  print: (json) => process.stdout.write(`${json}\n`),
  say: (sentence) => process.stderr.write(`${sentence}\n`),
  defaultRoot: defaultRoot(process.platform, process.env, homedir()),
  startApplication: async (root) =>
    createApplication({
      // Only documents in PDF need the browser; everything else works where there is none.
      desktop: createChromiumDesktop({
        executable: findChromium(process.platform, process.env),
        profileFolder: browserFolder(root),
      }),
      root,
      clock: systemClock(),
    }),
});
