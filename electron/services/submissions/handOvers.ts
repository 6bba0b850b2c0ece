import { basename, dirname } from 'node:path';
import type { SubmissionLogLine } from '../../../shared/contract/reports.ts';
import { listExports } from '../../store/tables/exportLog.ts';
import type { ReadHandle } from '../../store/handles.ts';
import { submissionTasks, type TaskDefinition } from './submissionTasks.ts';

/** What a task's files are called in the export log, so that its hand-overs can be told from single reports. */
export function logName(task: TaskDefinition, reportLabel: string): string {
  return `${task.label}：${reportLabel}`;
}

/** Submissions of the given tasks that left the school, read from the export log, the last first. */
export function listHandOvers(
  h: ReadHandle,
  mayRead: (task: TaskDefinition) => boolean,
): readonly SubmissionLogLine[] {
  const tasks = submissionTasks.filter(mayRead);
  const found = new Map<string, SubmissionLogLine>();
  for (const line of listExports(h)) {
    const task = tasks.find((each) => line.what.startsWith(logName(each, '')));
    if (!task) continue;
    const folder = folderOf(line.path, task);
    const key = `${line.at} ${folder}`;
    const { at, accountName, recipient, purpose } = line;
    const fileCount = (found.get(key)?.fileCount ?? 0) + 1;
    const [, periodWords = ''] = basename(folder).split(`_${task.label}_`);
    found.set(key, {
      at,
      accountName,
      taskId: task.id,
      periodWords,
      recipient,
      purpose,
      folder,
      fileCount,
    });
  }
  return [...found.values()];
}

/** The submission's folder: files that come one per record lie one folder deeper. */
function folderOf(path: string, task: TaskDefinition): string {
  const folder = dirname(path);
  return task.files.some(({ each }) => each?.folder === basename(folder)) ? dirname(folder) : folder;
}
