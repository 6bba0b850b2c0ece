import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { isPlainDate } from '../../../shared/kernel/plainDate.ts';
import { failure, success, type Result } from '../../../shared/kernel/result.ts';
import { areas } from '../../../shared/ledger/definition.ts';
import { WrongUse, type Command } from '../command.ts';

const checkCommand: Command = {
  name: 'check',
  summary: 'findings of the compliance rules, as on any day',
  usage: '[--on YYYY-MM-DD] [--area AREA]',
  options: {
    on: { kind: 'value', help: 'the day to look from (default today)' },
    area: { kind: 'value', help: areas.join(' | ') },
  },
  run: async (context) => {
    const on = context.option('on');
    if (on !== undefined && !isPlainDate(on)) throw new WrongUse('--on 后面应是日期，如 2026-11-24。');
    const areaName = context.option('area');
    const area = areas.find((each) => each === areaName);
    if (areaName !== undefined && !area) throw new WrongUse(`--area 应是 ${areas.join('、')}。`);
    const opened = await context.open();
    if (!opened.ok) return opened;
    const found = await opened.value.call('checks.findings', {
      ...(on ? { on } : {}),
      ...(area ? { area } : {}),
    });
    if (found.ok) context.say(`共 ${found.value.length} 条。`);
    return found;
  },
};

const reportsCommand: Command = {
  name: 'reports',
  summary: 'reports that can be made',
  usage: '',
  options: {},
  run: async (context) => {
    const opened = await context.open();
    return opened.ok ? opened.value.call('reports.catalogue', {}) : opened;
  },
};

const reportCommand: Command = {
  name: 'report',
  summary: 'make a report into a folder',
  words: 'one',
  usage:
    'NAME [--period P] [--record ID] --out DIR [--format docx|xlsx|pdf] --purpose WORDS --recipient NAME',
  options: {
    period: { kind: 'value', help: 'period it is about' },
    record: { kind: 'value', help: 'record it is made from, or (beside a period) narrowed to' },
    out: { kind: 'value', help: 'folder to write into' },
    format: { kind: 'value', help: "default: the report's first format" },
    purpose: { kind: 'value', help: 'what for' },
    recipient: { kind: 'value', help: 'for whom' },
  },
  run: async (context) => {
    const [name] = context.words;
    if (name === undefined) throw new WrongUse('请写报表名称，用 reports 命令查看。');
    const folder = resolve(context.required('out'));
    const purpose = context.required('purpose');
    const recipient = context.required('recipient');
    const period = context.option('period') ?? null;
    const opened = await context.open();
    if (!opened.ok) return opened;
    const catalogue = await opened.value.call('reports.catalogue', {});
    if (!catalogue.ok) return catalogue;
    const report = catalogue.value.find((each) => each.name === name);
    if (!report) return failure('notFound', `没有名为“${name}”的报表，用 reports 命令查看。`);
    const wanted = context.option('format') ?? report.formats[0];
    const format = report.formats.find((each) => each === wanted);
    if (!format) throw new WrongUse(`“${report.label}”的格式应是 ${report.formats.join('、')}。`);
    const made = makeFolder(folder);
    if (!made.ok) return made;
    const saved = await opened.value.call('reports.save', {
      name,
      period,
      recordId: context.option('record') ?? null,
      format,
      purpose,
      recipient,
      folder,
    });
    return saved.ok ? success(saved.value) : saved;
  },
};

function makeFolder(path: string): Result<null> {
  try {
    mkdirSync(path, { recursive: true });
    return success(null);
  } catch {
    return failure('fileProblem', `文件夹“${path}”建不起来。请检查这个位置，或换一个文件夹。`);
  }
}

export const reportCommands: readonly Command[] = [checkCommand, reportsCommand, reportCommand];
