import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import { schoolTypes } from '../../../shared/kernel/schoolType.ts';
import { success } from '../../../shared/kernel/result.ts';
import { WrongUse, type Command } from '../command.ts';

const initCommand: Command = {
  name: 'init',
  summary: 'make a new school file; the recovery code is printed once',
  usage: '--school NAME --type TYPE --account NAME',
  options: {
    school: { kind: 'value', help: 'full name of the school' },
    type: { kind: 'value', help: schoolTypes.join(' | ') },
    account: { kind: 'value', help: 'name of the first person, who becomes head and administrator' },
  },
  run: async (context) => {
    const typeName = context.required('type');
    const schoolType = schoolTypes.find((each) => each === typeName);
    if (!schoolType) throw new WrongUse(`学校类型应是：${schoolTypes.join('、')}。`);
    const input = {
      schoolName: context.required('school'),
      schoolType,
      accountName: context.required('account'),
      password: await context.password(),
    };
    const { call } = await context.start();
    const made = await call('session.createSchool', input);
    if (!made.ok) return made;
    context.say('学校数据文件已建立。请把恢复码抄写或打印后锁好，它只显示这一次。');
    return success({ recoveryCode: made.value.recoveryCode });
  },
};

const backupCommand: Command = {
  name: 'backup',
  summary: 'make a checked backup, to the usual place or to another folder',
  usage: '[--out DIR]',
  options: { out: { kind: 'value', help: 'folder of a second place, e.g. on a stick' } },
  run: async (context) => {
    const opened = await context.open();
    if (!opened.ok) return opened;
    const folder = context.option('out');
    return opened.value.call('backup.create', {
      jobId: randomUUID(),
      target: folder === undefined ? 'usual' : { folder: resolve(folder) },
    });
  },
};

const restoreCommand: Command = {
  name: 'restore',
  summary: 'replace the school of this folder by a backup; what was there is kept',
  words: 'one',
  usage: 'BACKUP_FOLDER',
  options: {},
  run: async (context) => {
    const [path] = context.words;
    if (path === undefined) throw new WrongUse('请写备份文件夹的位置。');
    const { call } = await context.start();
    const restored = await call('session.openBackup', { path: resolve(path) });
    if (!restored.ok) return restored;
    context.say('已从备份恢复，原来的数据也保留着。');
    return success({ stage: restored.value.stage });
  },
};

const healthCommand: Command = {
  name: 'health',
  summary: 'check file, revisions, attachments and search index',
  usage: '',
  options: {},
  run: async (context) => {
    const opened = await context.open();
    if (!opened.ok) return opened;
    const report = await opened.value.call('health.check', { jobId: randomUUID() });
    if (report.ok)
      for (const line of report.value.lines) context.say(`${line.good ? '√' : '×'} ${line.sentence}`);
    return report;
  },
};

export const schoolCommands: readonly Command[] = [initCommand, backupCommand, restoreCommand, healthCommand];
