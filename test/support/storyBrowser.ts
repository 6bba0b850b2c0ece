import { findChromium } from '#electron/desktop/findChromium.ts';
import { startHeadlessBrowser } from '#electron/desktop/chromiumDesktop.ts';
import type { Browser } from 'playwright-core';

let running: Promise<Browser> | undefined;

/** Path of the browser of this PC. Throws when there is none: `npm test` installs one before. */
export function installedChromium(): string {
  const executable = findChromium(process.platform, process.env);
  if (executable === null) throw new Error('No Chromium, Chrome or Edge is installed.');
  return executable;
}

/**
 * One headless browser for all stories of this process; each works in a context of its own, and the browser ends with
 * the process.
 */
export async function storyBrowser(): Promise<Browser> {
  if (!(await running?.catch(() => null))?.isConnected()) running = startHeadlessBrowser(installedChromium());
  return running!;
}
