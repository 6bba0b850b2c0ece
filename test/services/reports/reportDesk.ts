import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createChromiumDesktop } from '#electron/desktop/chromiumDesktop.ts';
import type { Desktop } from '#electron/desktop/desktop.ts';
import type { Caller } from '#electron/ipc/handlers.ts';
import { createJobRunner } from '#electron/jobs/jobRunner.ts';
import type { Jobs } from '#electron/services/jobs.ts';
import type { App } from '#electron/services/app.ts';
import type { Session } from '#electron/services/accounts/session.ts';
import type { DesktopEvent } from '#shared/contract/index.ts';
import type { Role } from '#shared/contract/rights.ts';
import { standInDesktop } from '../../support/application.ts';
import { callerOf } from '../../support/callerOf.ts';
import { fillSampleSchool, type SampleSchool } from '../../support/sampleSchoolYear.ts';
import { installedChromium, storyBrowser } from '../../support/storyBrowser.ts';
import { temporarySchool, type TemporarySchool } from '../../support/temporarySchool.ts';

/** The sample school with real job threads and a real browser that prints; dialogs take the prepared answers. */
export interface ReportDesk {
  readonly app: App;
  readonly school: TemporarySchool;
  readonly sample: SampleSchool;
  /** An empty folder that stands in for the stick. */
  readonly stick: string;
  readonly events: DesktopEvent[];
  readonly answers: (string | null)[];
  readonly printed: string[];
  /** Errors thrown inside job threads: bugs. */
  readonly crashes: unknown[];
  as(...roles: Role[]): Caller;
  close(): Promise<void>;
}

export function reportDesk(): ReportDesk {
  const school = temporarySchool();
  const sample = fillSampleSchool(school);
  const folder = mkdtempSync(join(tmpdir(), 'reports-'));
  const stick = mkdtempSync(join(folder, 'stick-'));
  const events: DesktopEvent[] = [];
  const answers: (string | null)[] = [];
  const printed: string[] = [];
  const crashes: unknown[] = [];
  const browser = createChromiumDesktop({
    executable: installedChromium(),
    profileFolder: join(folder, 'profile'),
    sharedBrowser: storyBrowser,
  });
  const desktop: Desktop = {
    ...standInDesktop(events, answers),
    pdfFromHtml: browser.pdfFromHtml.bind(browser),
    print: async (html) => {
      printed.push(html);
    },
  };
  const caller = (...roles: Role[]): Caller =>
    callerOf(school, { ...school.account, roles, active: true, createdAt: school.clock.now() });
  const jobs = createJobRunner<Jobs>({
    worker: new URL('../../../electron/worker.ts', import.meta.url),
    clock: school.clock,
    store: () => ({ root: school.folder.root, dataKey: school.dataKey }),
    onProgress: (progress) => events.push({ type: 'job.progress', ...progress }),
    onWritten: () => undefined,
    onCrash: (_name, error) => crashes.push(error),
  });
  const session: Pick<Session, 'state'> = {
    state: () => ({
      stage: 'noSchool',
      desktop: { kind: 'chromium', version: '0.1.0', keyStore: false },
    }),
  };
  return {
    // Reports and submissions ask the session for the program's version only.
    app: { desktop, clock: school.clock, folder: school.folder, jobs, session: session as Session },
    school,
    sample,
    stick,
    events,
    answers,
    printed,
    crashes,
    as: caller,
    async close() {
      await browser.quit();
      school.remove();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
