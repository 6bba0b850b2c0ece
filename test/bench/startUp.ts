import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createApplication } from '#electron/application.ts';
import { createChromiumDesktop } from '#electron/desktop/chromiumDesktop.ts';
import { installedChromium } from '../support/storyBrowser.ts';
import { clockOf } from '#electron/clock.ts';
import { success } from '#shared/kernel/result.ts';
import { buildRenderer } from '../../build/scripts/build.ts';
import { openBenchSchool } from './benchSchool.ts';
import { compare } from './measure.ts';
import type { ScenarioContext, ScenarioResult } from './run.ts';

const runs = 5;
const emptyPage =
  '<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>空</title><main>空</main></html>';

/** From the start of the program to the unlock screen, beside the same browser showing an empty page. */
export async function startUp(context: ScenarioContext): Promise<ScenarioResult> {
  const executable = installedChromium();
  const renderer = join(import.meta.dirname, '../../dist/renderer');
  await buildRenderer();
  const folder = join(context.folder, 'start');
  openBenchSchool(folder).store.close();
  const empty = join(folder, 'empty');
  mkdirSync(empty, { recursive: true });
  writeFileSync(join(empty, 'index.html'), emptyPage);

  const newDesktop = () => createChromiumDesktop({ executable, profileFolder: join(folder, 'profile') });
  /** The page holds something to read; a blank page or a waiting sign has no main part. */
  const whenShown = async (desktop: ReturnType<typeof newDesktop>): Promise<void> => {
    await desktop.page().waitForFunction(() => document.querySelector('main')?.textContent !== undefined);
  };
  const closers: (() => Promise<void>)[] = [];
  const figure = await compare({
    label: 'unlock screen shown',
    runs,
    ours: async () => {
      const desktop = newDesktop();
      const application = createApplication({
        desktop,
        root: join(folder, '学校'),
        clock: clockOf(() => new Date().toISOString()),
      });
      closers.push(() => application.close());
      await desktop.openWindow({
        title: '校园台账',
        rendererFolder: renderer,
        handle: application.handle,
        stateFile: join(folder, 'window.json'),
        headless: true,
      });
      await whenShown(desktop);
    },
    bare: async () => {
      const desktop = newDesktop();
      closers.push(() => desktop.quit());
      await desktop.openWindow({
        title: '空',
        rendererFolder: empty,
        handle: async () => success(null),
        stateFile: join(folder, 'window.json'),
        headless: true,
      });
      await whenShown(desktop);
    },
    afterEach: async () => {
      for (const close of closers.splice(0)) await close();
    },
  });
  return {
    title: 'Start-up',
    notes: [
      'Ours: `createApplication` on a school, the window of the Chromium desktop (headless), until the unlock screen stands there.',
      'Bare: the same browser, started and fed the same way, until an empty page stands there. Starting Node and loading the modules of the main process are in neither.',
    ],
    figures: [figure],
  };
}
