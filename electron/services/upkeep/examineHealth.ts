import type { HealthReport } from '../../../shared/contract/upkeep.ts';
import { success } from '../../../shared/kernel/result.ts';
import type { Job } from '../../jobs/job.ts';
import { checkHealth } from '../../store/health.ts';

/** Job: looks at file, revisions, attachments and search index of the open school. */
export const examineHealth: Job<null, HealthReport> = (_, context) => {
  context.progress('正在检查资料', 0, 0);
  return success(checkHealth(context.store()));
};
