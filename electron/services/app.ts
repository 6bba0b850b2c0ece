import type { Clock } from '../clock.ts';
import type { Desktop } from '../desktop/desktop.ts';
import type { JobRunner } from '../jobs/jobRunner.ts';
import type { SchoolFolder } from '../store/schoolFolder.ts';
import type { Session } from './accounts/session.ts';
import type { Jobs } from './jobs.ts';

/** What every use case may lean on; made once by the composition root (`main.ts`, `cli.ts`, tests). */
export interface App {
  readonly desktop: Desktop;
  readonly clock: Clock;
  readonly folder: SchoolFolder;
  readonly jobs: JobRunner<Jobs>;
  readonly session: Session;
}
