import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createApplication, type Application } from '#electron/application.ts';
import { createChromiumDesktop } from '#electron/desktop/chromiumDesktop.ts';
import { clockOf } from '#electron/clock.ts';
import type { Channel, InputOf, OutputOf } from '#shared/contract/index.ts';
import { createUuid } from '#shared/kernel/ids.ts';
import type { RecordState } from '#shared/ledger/definition.ts';
import { emptyValues } from '#shared/ledger/schema.ts';
import { findLedger } from '#shared/ledgers/index.ts';
import type { Page } from 'playwright-core';
import { afterAll, expect } from 'vitest';
import { firstSchool } from './application.ts';
import { installedChromium, storyBrowser } from './storyBrowser.ts';
import { cheapCost } from './temporarySchool.ts';

/** Milliseconds for one step of a page: enough on a PC whose cores are all busy. */
const patience = 60_000;

const rendererFolder = fileURLToPath(new URL('../../dist/renderer/', import.meta.url));

/** The whole program in a real browser window, with the school of `firstSchool` open, at 2026-11-24 14:30 in China unless moved. */
export interface SchoolWindow {
  readonly page: Page;
  readonly application: Application;
  /** Answers of the next file dialogs, taken from the front. */
  readonly answers: (string | null)[];
  /** Makes a call as the window does and expects it to hold. */
  call<C extends Channel>(channel: C, input: InputOf<C>): Promise<OutputOf<C>>;
  /** Saves a record, finished unless told, with these values, the others empty; its id. */
  add(
    ledger: string,
    values: Readonly<Record<string, unknown>>,
    period?: string | null,
    state?: RecordState,
  ): Promise<string>;
  /** Goes to an address of the frame, such as `/ledger/staff`. */
  go(address: string): Promise<void>;
  /** Moves the program's clock to an instant in UTC; the window learns it with its next answers. */
  setNow(instant: string): void;
  /** The folder of the school's data. */
  readonly root: string;
  /** An empty folder for the story's files. */
  readonly folder: string;
}

/**
 * Opens the window of a story, 1366×768, and closes it after the story's last test. A story during which the page has
 * thrown or complained on its console fails then.
 * @param options `empty` = no school on this PC yet: the window stands at the first start
 */
export async function openSchoolWindow(
  options: { readonly empty?: boolean; readonly now?: string } = {},
): Promise<SchoolWindow> {
  if (!existsSync(join(rendererFolder, 'index.html')))
    throw new Error('The renderer is not built: npm run build renderer');
  const place = mkdtempSync(join(tmpdir(), 'ledger-window-'));
  const folder = join(place, '文件');
  mkdirSync(folder);
  const answers: (string | null)[] = [];
  let now = options.now ?? '2026-11-24T06:30:00.000Z';
  const desktop = createChromiumDesktop({
    executable: installedChromium(),
    profileFolder: join(place, 'profile'),
    answers,
    sharedBrowser: storyBrowser,
  });
  const application = createApplication({
    desktop,
    root: join(place, '学校'),
    clock: clockOf(() => now),
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
    stateFile: join(place, 'window.json'),
    headless: true,
  });
  await Promise.race([running, windowOpened(() => desktop.page())]);
  const page = desktop.page();
  page.setDefaultTimeout(patience);
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  afterAll(async () => {
    await application.close();
    await running;
    rmSync(place, { recursive: true, force: true });
    expect(complaints).toEqual([]);
  });
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
    async add(ledger, values, period = null, state = 'finished') {
      const definition = findLedger(ledger);
      if (!definition) throw new Error(`no ledger ${ledger}`);
      const id = createUuid(Date.now(), crypto.getRandomValues(new Uint8Array(10)));
      await call('ledger.save', {
        ledger,
        id,
        values: { ...emptyValues(definition), ...values },
        period,
        state,
        baseRevision: null,
      });
      return id;
    },
    async go(address) {
      await page.evaluate((hash) => {
        window.location.hash = hash;
      }, `#${address}`);
    },
    root: join(place, '学校'),
    folder,
    setNow(instant) {
      now = instant;
      // Whoever works here has not been away meanwhile.
      application.app.session.touch();
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
