import type { SubmissionDocument } from '../../../shared/contract/reports.ts';
import { failure, success, type Result } from '../../../shared/kernel/result.ts';
import type { JobContext } from '../../jobs/job.ts';
import type { ReportContext } from '../reports/report.ts';
import { findReport } from '../reports/reports.ts';
import type { ReadHandle } from '../../store/handles.ts';
import { documentsOf, findTask, type TaskFile } from './submissionTasks.ts';

interface DescriptionOrder {
  readonly taskId: string;
  readonly period: string;
  readonly accountName: string;
}

/** Fills every document of a task without turning it into a file: who and what would leave. */
export function describeSubmissionJob(
  { taskId, period, accountName }: DescriptionOrder,
  context: JobContext,
): Result<readonly SubmissionDocument[]> {
  const task = findTask(taskId);
  if (!task) return failure('notFound', '没有这项上报任务，请返回上报页重新选择。');
  const { read } = context.store();
  const reportContext = { today: context.clock.today(), accountName };
  return success(
    documentsOf(read, task, period).map(({ file, recordId }) =>
      describe(read, file, { period: recordId === null ? period : null, recordId }, reportContext),
    ),
  );
}

function describe(
  h: ReadHandle,
  { report: name, formats }: TaskFile,
  scope: { readonly period: string | null; readonly recordId: string | null },
  context: ReportContext,
): SubmissionDocument {
  const report = findReport(name);
  if (!report) throw new Error(`A task names an unknown report: ${name}`);
  const made = report.make(h, scope, context);
  const known = { report: name, recordId: scope.recordId, formats };
  if (!made.ok)
    return {
      ...known,
      title: report.label,
      personCount: 0,
      sensitiveColumns: [],
      problems: [],
      refusal: made.failure.sentence,
    };
  const { name: title, personCount, sensitiveColumns, problems } = made.value;
  return { ...known, title, personCount, sensitiveColumns, problems, refusal: null };
}
