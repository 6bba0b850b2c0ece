import type { SubmissionTask } from '../../shared/contract/reports.ts';

/** Where a task of a period is handed over. */
export function submissionAddress({ id, period }: Pick<SubmissionTask, 'id' | 'period'>): string {
  return `/submission?${new URLSearchParams({ task: id, period }).toString()}`;
}
