import type { Result } from '../../../shared/kernel/result.ts';
import type { JobContext } from '../../jobs/job.ts';
import { produceReport, type ProducedReport, type ReportOrder } from './produceReport.ts';

/** `produceReport` in a worker thread, for reports over many records. */
export function produceReportJob(
  { accountName, ...order }: ReportOrder & { readonly accountName: string },
  context: JobContext,
): Promise<Result<ProducedReport>> {
  return produceReport(context.store().read, order, {
    today: context.clock.today(),
    accountName,
    progress: (phrase, done, total) => context.progress(phrase, done, total),
  });
}
