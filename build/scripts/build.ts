/** `npm run build [renderer|electron]`: renderer to dist/renderer; main, preload and worker to dist/electron. */
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Builds the renderer only: all that the Chromium desktop and the tests need. */
export async function buildRenderer(): Promise<void> {
  await build({ configFile: `${root}build/vite.renderer.config.ts`, logLevel: 'warn' });
}

export async function buildElectron(): Promise<void> {
  for (const mode of ['main', 'preload'])
    await build({ configFile: `${root}build/vite.electron.config.ts`, mode, logLevel: 'warn' });
}

if (import.meta.main) {
  const part = process.argv[2];
  if (part !== 'electron') await buildRenderer();
  if (part !== 'renderer') await buildElectron();
  process.stdout.write('built\n');
}
