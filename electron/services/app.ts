import type { Desktop } from '../desktop/desktop.ts';
import type { JobRunner } from '../jobs/jobRunner.ts';
import type { SchoolFolder } from '../store/schoolFolder.ts';
import type { Session } from './accounts/session.ts';

/** The only source of time for services and store; tests and the command line pass their own. */
export interface Clock {
  /** ISO instant in UTC, `2026-11-24T06:30:00.000Z`. */
  readonly now: () => string;
  /** Calendar day in China (UTC+8), `2026-11-24`. */
  readonly today: () => string;
}

/** What every use case may lean on; made once by the composition root (`main.ts`, `cli.ts`, tests). */
export interface App {
  readonly desktop: Desktop;
  readonly clock: Clock;
  readonly folder: SchoolFolder;
  readonly jobs: JobRunner;
  readonly session: Session;
}
