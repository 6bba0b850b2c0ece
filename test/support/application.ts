import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApplication, type Application } from '#electron/application.ts';
import type { Desktop, KeyStore } from '#electron/desktop/desktop.ts';
import type { Clock } from '#electron/clock.ts';
import { clockOf } from '#electron/clock.ts';
import type { DesktopEvent } from '#shared/contract/index.ts';
import { cheapCost } from './temporarySchool.ts';

/** The program without a window: events are kept, dialogs take the prepared answers. */
export interface WindowlessApplication extends Application {
  readonly root: string;
  readonly events: DesktopEvent[];
  /** Answers of the next dialogs, taken from the front; without one the person has closed the dialog. */
  readonly answers: (string | null)[];
  readonly clock: Clock;
  setNow(instant: string): void;
  /** Starts the program anew on the same folder, as after a restart of the PC. */
  restart(): Promise<WindowlessApplication>;
  /** Closes the program and removes its folder. */
  remove(): Promise<void>;
}

export const firstSchool = {
  schoolName: '山丹县测试学校',
  schoolType: '九年一贯制学校',
  accountName: '王办事',
  password: '测试密码-2026',
} as const;

/** Starts the whole program on an empty folder (or a given one), at 2026-11-24 14:30 in China. */
export function startWindowless(
  options: { readonly root?: string; readonly now?: string; readonly keyStore?: KeyStore | null } = {},
): WindowlessApplication {
  const root = options.root ?? join(mkdtempSync(join(tmpdir(), 'ledger-')), '学校');
  let now = options.now ?? '2026-11-24T06:30:00.000Z';
  const clock = clockOf(() => now);
  const events: DesktopEvent[] = [];
  const answers: (string | null)[] = [];
  const desktop = standInDesktop(events, answers, options.keyStore ?? null);
  const application = createApplication({ desktop, root, clock, keyOptions: { cost: cheapCost } });
  return {
    ...application,
    root,
    events,
    answers,
    clock,
    setNow(instant) {
      now = instant;
    },
    async restart() {
      await application.close();
      return startWindowless({ ...options, root, now });
    },
    async remove() {
      await application.close();
      rmSync(join(root, '..'), { recursive: true, force: true });
    },
  };
}

/** A desktop without window and printer. */
export function standInDesktop(
  events: DesktopEvent[],
  answers: (string | null)[],
  keyStore: KeyStore | null = null,
): Desktop {
  const answer = async () => answers.shift() ?? null;
  const nothing = async () => undefined;
  const noPrinter = async () => {
    throw new Error('This desktop has no printer.');
  };
  return {
    kind: 'chromium',
    openWindow: nothing,
    send: (event) => events.push(event),
    closed: nothing,
    quit: nothing,
    chooseFile: answer,
    chooseFolder: answer,
    chooseSavePath: answer,
    showInFolder: nothing,
    drives: async () => [],
    pdfFromHtml: noPrinter,
    print: noPrinter,
    keyStore,
  };
}
