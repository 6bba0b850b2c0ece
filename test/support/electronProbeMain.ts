/** Main script of the Electron contract test: our desktop with a handler that only records what arrives. */
import { join } from 'node:path';
import process from 'node:process';
import { createElectronDesktop } from '../../electron/desktop/electronDesktop.ts';
import type { Desktop } from '../../electron/desktop/desktop.ts';
import { success } from '../../shared/kernel/result.ts';

declare global {
  var ledgerProbe: { desktop: Desktop; calls: { channel: string; input: unknown }[] } | undefined;
}

const rendererFolder = process.env.LEDGER_PROBE_RENDERER ?? '';
const desktop = createElectronDesktop({
  preload: join(import.meta.dirname, 'preload.cjs'),
  profileFolder: join(rendererFolder, '..', 'electron-profile'),
});
if (desktop) {
  const calls: { channel: string; input: unknown }[] = [];
  globalThis.ledgerProbe = { desktop, calls };
  void desktop.openWindow({
    rendererFolder,
    title: '校园台账',
    stateFile: join(rendererFolder, '..', 'window.json'),
    headless: true,
    async handle(channel, input) {
      calls.push({ channel, input });
      return success({ channel });
    },
  });
}
