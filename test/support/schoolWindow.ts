import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createApplication, type Application } from '#electron/application.ts';
import { createChromiumDesktop } from '#electron/desktop/chromiumDesktop.ts';
import { findChromium } from '#electron/desktop/findChromium.ts';
import { clockOf } from '#electron/services/clock.ts';
import type { Channel, InputOf, OutputOf } from '#shared/contract/index.ts';
import { createUuid } from '#shared/kernel/ids.ts';
import { emptyValues } from '#shared/ledger/schema.ts';
import { findLedger } from '#shared/ledgers/index.ts';
import type { Page } from 'playwright-core';
import { firstSchool } from './application.ts';
import { cheapCost } from './temporarySchool.ts';

const rendererFolder = fileURLToPath(new URL('../../dist/renderer/', import.meta.url));

/** The whole program in a real browser window, with the school of `firstSchool` open, at 2026-11-24 14:30 in China unless told otherwise. */
export interface SchoolWindow {
  readonly page: Page;
  readonly application: Application;
  /** Answers of the next file dialogs, taken from the front. */
  readonly answers: (string | null)[];
  /** Makes a call as the window does and expects it to hold. */
  call<C extends Channel>(channel: C, input: InputOf<C>): Promise<OutputOf<C>>;
  /** Saves a finished record with these values, the others empty; its id. */
  add(ledger: string, values: Readonly<Record<string, unknown>>, period?: string): Promise<string>;
  /** Moves the program's clock without the idle lock that so long a pause would bring on. */
  setNow(instant: string): Promise<void>;
  /** Goes to an address of the frame, such as `/ledger/staff`. */
  go(address: string): Promise<void>;
  close(): Promise<void>;
}

/** @param options `empty` = no school on this PC yet: the window stands at the first start */
export async function openSchoolWindow(
  options: { readonly empty?: boolean; readonly now?: string } = {},
): Promise<SchoolWindow> {
  if (!existsSync(join(rendererFolder, 'index.html')))
    throw new Error('The renderer is not built: npm run build renderer');
  const executable = findChromium(process.platform, process.env);
  if (executable === null) throw new Error('No Chromium, Chrome or Edge is installed.');
  const folder = mkdtempSync(join(tmpdir(), 'ledger-window-'));
  const answers: (string | null)[] = [];
  /** The time to come, once the old one has been told: the idle check of a call reads the clock first, the call itself later. */
  let upcoming: string | null = null;
  let now = options.now ?? '2026-11-24T06:30:00.000Z';
  const desktop = createChromiumDesktop({ executable, profileFolder: join(folder, 'profile'), answers });
  const application = createApplication({
    desktop,
    root: join(folder, '学校'),
    clock: clockOf(() => {
      const told = now;
      [now, upcoming] = [upcoming ?? now, null];
      return told;
    }),
    keyOptions: { cost: cheapCost },
  });

  async function call<C extends Channel>(channel: C, input: InputOf<C>): Promise<OutputOf<C>> {
    const answer = await application.call(channel, input);
    if (!answer.ok)
      throw new Error(
        `${channel}: ${answer.failure.sentence} ${JSON.stringify(answer.failure.problems ?? [])}`,
      );
    return answer.value;
  }

  if (!options.empty) await call('session.createSchool', { ...firstSchool });
  const running = application.runWindow({
    rendererFolder,
    stateFile: join(folder, 'window.json'),
    headless: true,
  });
  await Promise.race([running, windowOpened(() => desktop.page())]);
  const page = desktop.page();
  page.setDefaultTimeout(20_000);
  await (
    options.empty
      ? page.getByRole('heading', { name: '欢迎使用校园台账' })
      : page.getByRole('navigation', { name: '主要栏目' })
  ).waitFor();

  return {
    page,
    application,
    answers,
    call,
    async add(ledger, values, period) {
      const definition = findLedger(ledger);
      if (!definition) throw new Error(`no ledger ${ledger}`);
      const id = createUuid(Date.now(), crypto.getRandomValues(new Uint8Array(10)));
      await call('ledger.save', {
        ledger,
        id,
        values: { ...emptyValues(definition), ...values },
        period: period ?? null,
        state: 'finished',
        baseRevision: null,
      });
      return id;
    },
    async setNow(instant) {
      upcoming = instant;
      await application.call('session.touch', {});
      // Something else may have read the clock in between.
      const { accountName, password } = firstSchool;
      if ((await call('session.state', {})).stage === 'locked')
        await call('session.unlock', { accountName, password });
    },
    async go(address) {
      await page.evaluate((hash) => {
        window.location.hash = hash;
      }, `#${address}`);
    },
    async close() {
      await application.close();
      await running;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function windowOpened(page: () => Page): Promise<void> {
  for (;;) {
    try {
      page();
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
