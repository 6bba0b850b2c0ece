import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { FindingView } from '../../../shared/contract/checks.ts';
import type { SubmissionReceipt } from '../../../shared/contract/reports.ts';
import { formatPeriod, isPeriod } from '../../../shared/kernel/periods.ts';
import { failure, success, type Result } from '../../../shared/kernel/result.ts';
import { safeFileName, safeFolderName } from '../../documents/fileNames.ts';
import type { Caller } from '../../ipc/handlers.ts';
import type { JobSeries } from '../../jobs/jobRunner.ts';
import { addExport } from '../../store/tables/exportLog.ts';
import type { App } from '../app.ts';
import { schoolOf } from '../school/schoolOf.ts';
import { bytesOf, formOf, produce } from '../reports/reportHandlers.ts';
import { findReport } from '../reports/reports.ts';
import { rangeOf } from '../reports/reportPeriod.ts';
import { logName } from './handOvers.ts';
import { writeManifest } from './manifest.ts';
import { blockingFindings } from './readiness.ts';
import { schoolKeyOf } from './schoolKey.ts';
import { documentsOf, findTask, type TaskDefinition } from './submissionTasks.ts';
import { realDisk } from './submissionDisk.ts';
import { clearUp, standingWords } from './writeSubmissionFolder.ts';

export interface SubmissionOrder {
  readonly jobId: string;
  readonly taskId: string;
  readonly period: string;
  /** Existing folder, usually the root of a stick. */
  readonly target: string;
  readonly purpose: string;
  readonly recipient: string;
}

interface MadeFile {
  readonly name: string;
  readonly report: string;
  readonly rows: number;
  readonly bytes: Uint8Array;
  readonly sha256: string;
}

/**
 * Makes every report of a task and carries the folder to the stick, signed by the school; each file gets a line in the
 * export log. Open findings do not hinder it (an honest late report is better than none) but are named in the manifest.
 */
export async function submit(
  app: App,
  caller: Caller,
  order: SubmissionOrder,
): Promise<Result<SubmissionReceipt>> {
  const task = findTask(order.taskId);
  if (!task) return failure('notFound', '没有这项上报任务，请返回上报页重新选择。');
  if (!isPeriod(order.period, task.kinds))
    return failure('invalidInput', `“${task.label}”不按这个时期上报，请重新选择时期。`);
  // Making the documents takes a while; a stick that is not there is better told at once.
  if (!(await realDisk.exists(order.target)))
    return failure(
      'fileProblem',
      `没有找到“${order.target}”，U 盘可能已拔出，什么都没有写。请插好 U 盘，或换一个文件夹。`,
    );
  return app.jobs.inSeries(order.jobId, (series) => carryOut(app, caller, task, order, series));
}

async function carryOut(
  app: App,
  caller: Caller,
  task: TaskDefinition,
  order: SubmissionOrder,
  series: JobSeries,
): Promise<Result<SubmissionReceipt>> {
  const made = await makeFiles(app, caller, task, order, series);
  if (!made.ok) return untouched(made);
  const school = schoolOf(caller.store.read);
  const folderName = safeFolderName(`${school.values.name}_${task.label}_${formatPeriod(order.period)}`);
  const { files: madeFiles, missing } = made.value;
  const { store } = caller;
  const open = await blockingFindings(store, task, rangeOf(store.read, order.period), app.clock.today());
  if (!open.ok) return untouched(open);
  const manifestText = manifestOf(app, caller, task, order, madeFiles, open.value);
  const content = { target: order.target, folderName, manifestText };
  const attempt = order.jobId.replaceAll('-', '').slice(-12);
  const files = madeFiles.map(({ name, bytes }) => ({ name, bytes }));
  const written = await app.jobs.run(
    'writeSubmission',
    { ...content, attempt, files },
    { jobId: order.jobId },
  );
  if (!written.ok) {
    if (written.failure.kind === 'fileProblem' || written.failure.kind === 'damaged') return written;
    // A thread that was ended could not clear up after itself, and may have been at its very end.
    const standing = await clearUp(content);
    if (standing !== 'new')
      return failure(written.failure.kind, `${written.failure.sentence}${standingWords[standing]}`);
  }
  const folder = join(order.target, folderName);
  logFiles(caller, task, order, folder, madeFiles);
  return success({
    folder,
    files: madeFiles.map(({ name, bytes, sha256 }) => ({ name, bytes: bytes.length, sha256 })),
    missing,
    verifiedAt: app.clock.now(),
  });
}

/** Nothing was written yet: the stick holds what it held. */
function untouched(failed: Result<never>): Result<never> {
  if (failed.ok || failed.failure.kind !== 'cancelled') return failed;
  return failure('cancelled', '已停止。还没有往 U 盘写任何内容，原来有的上报包也没有改动。');
}

async function makeFiles(
  app: App,
  caller: Caller,
  task: TaskDefinition,
  order: SubmissionOrder,
  series: JobSeries,
): Promise<Result<{ readonly files: readonly MadeFile[]; readonly missing: SubmissionReceipt['missing'] }>> {
  const unit = schoolOf(caller.store.read).values.name;
  const plan = documentsOf(caller.store.read, task, order.period).flatMap(({ file, recordId }) =>
    file.formats.map((format) => ({ file, format, recordId })),
  );
  const made: MadeFile[] = [];
  const notMade: string[] = [];
  let reason = '';
  for (const [index, { file, format, recordId }] of plan.entries()) {
    const stopped = series.stopped();
    if (stopped) return stopped;
    app.desktop.send({
      type: 'job.progress',
      jobId: order.jobId,
      phrase: `正在生成“${findReport(file.report)?.label ?? file.report}”`,
      done: index,
      total: plan.length,
    });
    const scope = { period: recordId === null ? order.period : null, recordId };
    const produced = await produce(
      app,
      caller,
      { name: file.report, scope, form: formOf(format) },
      order.jobId,
    );
    if (!produced.ok) return produced;
    const base = file.each ? produced.value.name : `${unit}_${produced.value.name}`;
    const name = freeName(made, file.each?.folder, base, format);
    const content = await bytesOf(app, produced.value);
    if (!content.ok) {
      // Where nothing can print, the same report still goes in its other formats.
      if (content.failure.kind !== 'unavailable' || file.formats.length === 1) return content;
      notMade.push(name);
      reason = content.failure.sentence;
      continue;
    }
    const bytes = content.value;
    made.push({
      name,
      report: file.report,
      rows: produced.value.rows,
      bytes,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    });
  }
  return success({ files: made, missing: notMade.length > 0 ? { names: notMade, sentence: reason } : null });
}

/** Two meetings of the same day and title must not fall onto one file; Windows does not tell capitals apart. */
function freeName(
  made: readonly MadeFile[],
  folder: string | undefined,
  base: string,
  extension: string,
): string {
  const taken = new Set(made.map(({ name }) => name.toLowerCase()));
  for (let number = 1; ; number += 1) {
    const file = safeFileName(number === 1 ? base : `${base}_${number}`, extension);
    const name = folder === undefined ? file : `${folder}/${file}`;
    if (!taken.has(name.toLowerCase())) return name;
  }
}

function manifestOf(
  app: App,
  caller: Caller,
  task: TaskDefinition,
  order: SubmissionOrder,
  files: readonly MadeFile[],
  open: readonly FindingView[],
): string {
  const school = schoolOf(caller.store.read);
  const counts = Map.groupBy(open, ({ ruleId }) => ruleId);
  const key = schoolKeyOf(caller);
  return writeManifest(
    {
      format: 'school-ledger-submission',
      formatVersion: 1,
      school: { id: school.id, name: school.values.name, code: school.values.code },
      task: { id: task.id, label: task.label },
      period: order.period,
      programVersion: app.session.state().desktop.version,
      madeAt: app.clock.now(),
      madeBy: caller.account.name,
      recipient: order.recipient,
      openFindings: [...counts].map(([ruleId, findings]) => ({ ruleId, count: findings.length })),
      files: files.map(({ name, bytes, sha256, report }) => ({
        name,
        bytes: bytes.length,
        sha256,
        report,
      })),
    },
    key,
  );
}

function logFiles(
  caller: Caller,
  task: TaskDefinition,
  { purpose, recipient }: SubmissionOrder,
  folder: string,
  files: readonly MadeFile[],
): void {
  caller.change(null, (w) => {
    for (const { name, report, rows, sha256 } of files)
      addExport(w, {
        what: logName(task, findReport(report)?.label ?? report),
        profile: 'upward',
        purpose,
        recipient,
        rows,
        path: join(folder, ...name.split('/')),
        sha256,
      });
  });
}
