import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import { exportProfiles, type SheetRecognition } from '../../../shared/contract/files.ts';
import { failure, success } from '../../../shared/kernel/result.ts';
import { WrongUse, type Command } from '../command.ts';

const importCommand: Command = {
  name: 'import',
  summary: 'import a sheet of an xlsx, xls or csv file; with --dry-run only look',
  words: 'one',
  usage: 'FILE [--sheet NAME] [--ledger ID] [--period P] [--dry-run] [--skip-problems]',
  options: {
    sheet: { kind: 'value', help: 'sheet to import (default: the one recognised best)' },
    ledger: { kind: 'value', help: 'ledger to fill (default: recognised by the headers)' },
    period: { kind: 'value', help: 'period of the records where the sheet has no such column' },
    'dry-run': { kind: 'flag', help: 'write nothing, only report' },
    'skip-problems': { kind: 'flag', help: 'import the good rows when others have problems' },
  },
  run: async (context) => {
    const [file] = context.words;
    if (file === undefined) throw new WrongUse('请写要导入的文件。');
    const opened = await context.open();
    if (!opened.ok) return opened;
    const { call } = opened.value;
    const ledger = context.option('ledger');
    const source = await call('import.choose', {
      jobId: randomUUID(),
      path: resolve(file),
      ...(ledger ? { ledger } : {}),
    });
    if (!source.ok) return source;
    if (source.value === null) return failure('fileProblem', '没有可以导入的内容。');
    const wanted = context.option('sheet');
    const sheet = pickSheet(source.value.sheets, wanted);
    if (!sheet && wanted !== undefined) {
      const names = source.value.sheets.map((each) => `“${each.sheet}”`).join('、');
      return failure('notFound', `文件里没有名为“${wanted}”的工作表，有 ${names}。`);
    }
    const target = ledger ?? sheet?.ledger;
    if (!sheet || !target) {
      return failure('invalidInput', '认不出表格对应哪个台账。请用 --sheet 和 --ledger 指明。');
    }
    const preview = await call('import.preview', {
      importId: source.value.importId,
      jobId: randomUUID(),
      sheet: sheet.sheet,
      ledger: target,
      mapping: [...sheet.mapping],
      period: context.option('period') ?? null,
    });
    if (!preview.ok) return preview;
    const { counts, problems } = preview.value;
    context.say(
      `新增 ${counts.new}，修改 ${counts.changed}，相同 ${counts.same}，有问题 ${counts.problem}。`,
    );
    const seen = { sheet: sheet.sheet, ledger: target, counts, problems };
    if (context.flag('dry-run')) return success({ ...seen, written: false });
    if (counts.problem > 0 && !context.flag('skip-problems')) {
      return failure(
        'invalidInput',
        `有 ${counts.problem} 行有问题，没有写入。改好后再导入，或加 --skip-problems 只导入没有问题的行。`,
        problems.map((each) => ({
          path: `${each.sheet}!${each.row} ${each.column}`,
          sentence: each.sentence,
        })),
      );
    }
    const batch = await call('import.commit', {
      importId: source.value.importId,
      jobId: randomUUID(),
      skipProblems: context.flag('skip-problems'),
    });
    return batch.ok ? success({ ...seen, written: true, batch: batch.value }) : batch;
  },
};

function pickSheet(
  sheets: readonly SheetRecognition[],
  wanted: string | undefined,
): SheetRecognition | undefined {
  if (wanted !== undefined) return sheets.find(({ sheet }) => sheet === wanted);
  return sheets.toSorted((a, b) => b.confidence - a.confidence)[0];
}

const formats = { xlsx: 'xlsx', csv: 'csvUtf8', 'csv-gb18030': 'csvGb18030', pdf: 'pdf' } as const;

const exportCommand: Command = {
  name: 'export',
  summary: 'export a ledger as a sheet; purpose and recipient are logged',
  usage: '--ledger ID --out FILE [--format F] [--profile P] [--period P] --purpose WORDS --recipient NAME',
  options: {
    ledger: { kind: 'value', help: 'id of the ledger' },
    out: { kind: 'value', help: 'file to write' },
    format: { kind: 'value', help: `${Object.keys(formats).join(' | ')} (default xlsx)` },
    profile: { kind: 'value', help: `${exportProfiles.join(' | ')} (default upward)` },
    period: { kind: 'value', help: 'only records counting for this period' },
    purpose: { kind: 'value', help: 'what for' },
    recipient: { kind: 'value', help: 'for whom' },
  },
  run: async (context) => {
    const formatName = context.option('format') ?? 'xlsx';
    const format = Object.entries(formats).find(([name]) => name === formatName)?.[1];
    const profileName = context.option('profile') ?? 'upward';
    const profile = exportProfiles.find((each) => each === profileName);
    if (!format) throw new WrongUse(`--format 应是 ${Object.keys(formats).join('、')}。`);
    if (!profile) throw new WrongUse(`--profile 应是 ${exportProfiles.join('、')}。`);
    const input = {
      query: { ledger: context.required('ledger'), period: context.option('period') ?? null },
      jobId: randomUUID(),
      format,
      profile,
      purpose: context.required('purpose'),
      recipient: context.required('recipient'),
      path: resolve(context.required('out')),
    };
    const opened = await context.open();
    return opened.ok ? opened.value.call('export.ledger', input) : opened;
  },
};

export const fileCommands: readonly Command[] = [importCommand, exportCommand];
