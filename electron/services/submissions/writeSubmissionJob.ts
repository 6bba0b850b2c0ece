import type { Result } from '../../../shared/kernel/result.ts';
import type { JobContext } from '../../jobs/job.ts';
import { writeSubmissionFolder, type SubmissionContent } from './writeSubmissionFolder.ts';

/** `writeSubmissionFolder` in a worker thread: sticks are slow, and the person may cancel. */
export function writeSubmissionJob(
  content: SubmissionContent,
  context: JobContext,
): Promise<Result<{ readonly folder: string }>> {
  return writeSubmissionFolder(content, (phrase, done, total) => {
    context.progress(phrase, done, total);
  });
}
