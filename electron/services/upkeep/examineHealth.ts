import type { HealthReport } from '../../../shared/contract/upkeep.ts';
import { success } from '../../../shared/kernel/result.ts';
import type { Job } from '../../jobs/job.ts';
import { checkHealth } from '../../store/health.ts';

/** Job: looks at file, revisions, attachments and search index of the open school. */
export const examineHealth: Job<null, HealthReport> = (_, context) => {
  return success(
    checkHealth(context.store(), (phrase, done, total) => context.progress(phrase, done, total)),
  );
};
