import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { _electron as electron } from 'playwright-core';
import { build, mergeConfig } from 'vite';
import { findElectron } from '../../build/scripts/findElectron.ts';
import electronConfig from '../../build/vite.electron.config.ts';

/** Starts the real Electron binary on our desktop adapter; see `desktopContract.test.ts` for what is asked of it. */
export async function startElectronProbe(folder: string, rendererFolder: string) {
  const executablePath = findElectron();
  if (executablePath === null) throw new Error('the Electron binary is not installed');
  const main = fileURLToPath(new URL('electronProbeMain.ts', import.meta.url));
  for (const mode of ['main', 'preload']) {
    const config = electronConfig({ mode, command: 'build' });
    const input = mode === 'main' ? { rolldownOptions: { input: { main } } } : {};
    await build(
      mergeConfig(config, {
        configFile: false,
        logLevel: 'warn',
        build: { outDir: join(folder, 'electron'), ...input },
      }),
    );
  }
  const application = await electron.launch({
    executablePath,
    args: [join(folder, 'electron', 'main.js'), ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
    env: { ...process.env, LEDGER_PROBE_RENDERER: rendererFolder },
  });
  const page = await application.firstWindow();
  await page.waitForLoadState('load');
  const calls: { readonly channel: string; readonly input: unknown }[] = [];
  const readCalls = async () => {
    const made = await application.evaluate(() => globalThis.ledgerProbe?.calls ?? []);
    calls.splice(0, calls.length, ...made);
  };
  return {
    calls,
    async evaluate(expression: string): Promise<unknown> {
      const value: unknown = await page.evaluate(expression);
      await readCalls();
      return value;
    },
    async pdf(html: string): Promise<Uint8Array> {
      const content = await application.evaluate(async (_, text) => {
        const pdf = await globalThis.ledgerProbe?.desktop.pdfFromHtml(text);
        return Buffer.from(pdf?.ok ? pdf.value : []).toString('base64');
      }, html);
      return Buffer.from(content, 'base64');
    },
    drives: async () =>
      application.evaluate(async () => (await globalThis.ledgerProbe?.desktop.drives()) ?? []),
    send: () => application.evaluate(() => globalThis.ledgerProbe?.desktop.send({ type: 'session.changed' })),
    stop: () => application.close(),
  };
}
