import type { UseQueryResult } from '@tanstack/react-query';
import type { SubmissionDocument, SubmissionTask } from '../../shared/contract/reports.ts';
import { useCall } from '../client.ts';

/** The documents of a task; the steps share one answer. */
export function useDocuments({
  id,
  period,
}: SubmissionTask): UseQueryResult<readonly SubmissionDocument[], Error> {
  return useCall('submission.documents', { taskId: id, period });
}
