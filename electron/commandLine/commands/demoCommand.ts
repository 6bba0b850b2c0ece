import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { SubmissionReceipt } from '../../../shared/contract/reports.ts';
import { failure, success, type Result } from '../../../shared/kernel/result.ts';
import { demoAccount, makeDemo } from '../../services/demo/makeDemo.ts';
import { demoPeriods } from '../../services/demo/demoCalendar.ts';
import { WrongUse, type Command, type OpenSchool } from '../command.ts';

const purpose = '演示';
const recipient = '山丹县教育局（演示）';

export const demoCommand: Command = {
  name: 'demo',
  summary: 'make the demo school with its Excel files, reports and submission folder',
  usage: '--out DIR',
  options: {
    out: { kind: 'value', help: 'new folder: school/ (data), excel/ (files), usb/ (reports, submission)' },
  },
  run: async (context) => {
    const out = resolve(context.required('out'));
    if (context.option('data') !== undefined)
      throw new WrongUse('demo 命令的数据放在 --out 文件夹里，不用 --data。');
    if (existsSync(join(out, 'school')))
      return failure('conflict', `“${out}”里已经有演示学校。请先删除，或换一个文件夹。`);
    const startedAt = performance.now();
    const say = (sentence: string): void => {
      const seconds = Math.round((performance.now() - startedAt) / 1000);
      context.say(`${String(seconds).padStart(3)} 秒  ${sentence}`);
    };
    const school = await context.start(join(out, 'school'));
    const made = await makeDemo({
      call: school.call,
      filesFolder: join(out, 'excel'),
      onProgress: (phrase, done, total) => say(`[${done}/${total}] ${phrase}`),
    });
    if (!made.ok) return made;
    const handedUp = await handUp(school, join(out, 'usb'), say);
    if (!handedUp.ok) return handedUp;
    const found = await school.call('checks.findings', {});
    if (!found.ok) return found;
    const { missing } = handedUp.value;
    if (missing) say(`没有做成的 PDF：${missing.names.join('、')}。${missing.sentence}`);
    say(`检查发现 ${found.value.length} 条。账号“${demoAccount.name}”，密码 ${demoAccount.password}`);
    return success({
      data: join(out, 'school'),
      account: demoAccount,
      imported: made.value.imported,
      findings: found.value.length,
      ...handedUp.value,
    });
  },
};

interface HandedUp {
  readonly reports: readonly string[];
  readonly submissions: readonly string[];
  /** PDF files that this PC could not make, and why. */
  readonly missing: SubmissionReceipt['missing'];
}

/** The term's reports and one submission folder per task, on what stands for the stick. */
async function handUp(
  { call }: OpenSchool,
  usb: string,
  say: (sentence: string) => void,
): Promise<Result<HandedUp>> {
  const reportsFolder = join(usb, '报表');
  mkdirSync(reportsFolder, { recursive: true });
  const catalogue = await call('reports.catalogue', {});
  if (!catalogue.ok) return catalogue;
  const reports: string[] = [];
  const notMade: string[] = [];
  let reason = '';
  for (const report of catalogue.value) {
    if (report.scope.kind !== 'period' || report.scope.of?.required === true) continue;
    const kinds = report.scope.periods;
    const period = demoPeriods.find(({ kind }) => kinds.includes(kind))?.period;
    const format = report.formats[0];
    if (period === undefined || format === undefined) continue;
    const path = join(reportsFolder, `${report.label}_${period}.${format}`);
    const saved = await call('reports.save', { name: report.name, period, format, purpose, recipient, path });
    if (!saved.ok && saved.failure.kind === 'unavailable') {
      notMade.push(report.label);
      reason = saved.failure.sentence;
      continue;
    }
    if (!saved.ok) return saved;
    say(`报表：${report.label}`);
    reports.push(path);
  }
  const tasks = await call('submission.tasks', {});
  if (!tasks.ok) return tasks;
  const submissions: string[] = [];
  for (const task of tasks.value) {
    const written = await call('submission.write', {
      jobId: randomUUID(),
      taskId: task.id,
      period: task.period,
      target: usb,
      purpose,
      recipient,
    });
    if (!written.ok) return written;
    say(`上报包：${task.label}，${written.value.files.length} 个文件`);
    submissions.push(written.value.folder);
    const { missing } = written.value;
    if (missing) {
      notMade.push(...missing.names);
      reason = missing.sentence;
    }
  }
  return success({
    reports,
    submissions,
    missing: notMade.length > 0 ? { names: notMade, sentence: reason } : null,
  });
}
