import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commandLine, type CommandLine } from './commandLine.ts';

let line: CommandLine;
beforeAll(async () => {
  line = commandLine();
  await line.newSchool();
});
afterAll(() => line.remove());

const fileOf = (name: string, text: string, encoding = 'utf8'): string => {
  const path = join(line.folder, name);
  writeFileSync(path, iconv.encode(text, encoding));
  return path;
};
const countOf = async (): Promise<number> =>
  ((await line.done(['records', '--ledger', 'staff'])) as { total: number }).total;
const header = '工号,姓名,性别,人员类别,手机';
const forWhom = ['--purpose', '核对', '--recipient', '本校'];

describe('import', () => {
  it('only looks with --dry-run, writes without, and finds nothing new the second time', async () => {
    const path = fileOf(
      '教职工.csv',
      `${header}\nT01,单欣怡,女,专任教师,13909360001\nT02,李晓,男,工勤人员,\n`,
      'gb18030',
    );
    const seen = await line.run(['import', path, '--dry-run']);
    expect(seen).toMatchObject({
      code: 0,
      json: { ledger: 'staff', written: false, counts: { new: 2, changed: 0, same: 0, problem: 0 } },
    });
    expect(seen.words).toContain('新增 2');
    expect(await countOf()).toBe(0);
    expect(await line.done(['import', path])).toMatchObject({
      written: true,
      batch: { ledger: 'staff', created: 2, fileName: '教职工.csv' },
    });
    expect(await countOf()).toBe(2);
    expect(await line.done(['import', path, '--dry-run'])).toMatchObject({
      counts: { new: 0, changed: 0, same: 2, problem: 0 },
    });
  });

  it('is refused as a whole when a row has a problem, unless the good rows are wanted', async () => {
    const before = await countOf();
    const path = fileOf('有错.csv', `${header}\nT03,赵明,男,专任教师,\nT04,钱小红,不详,专任教师,\n`);
    const refused = await line.run(['import', path]);
    expect(refused).toMatchObject({ code: 3, json: { refused: { kind: 'invalidInput' } } });
    const { problems } = (refused.json as { refused: { problems: { path: string }[] } }).refused;
    expect(problems.map((problem) => problem.path)).toEqual([expect.stringMatching(/!3 C 性别$/u)]);
    expect(refused.words).toContain('--skip-problems');
    expect(await countOf()).toBe(before);
    expect(await line.done(['import', path, '--skip-problems'])).toMatchObject({
      written: true,
      batch: { created: 1 },
    });
    expect(await countOf()).toBe(before + 1);
  });

  it('refuses what is no table, is not there or fits no ledger, with a sentence and exit code 3', async () => {
    const before = await countOf();
    for (const words of [
      [join(line.folder, '没有.xlsx')],
      [fileOf('空.xlsx', '')],
      [fileOf('别的.csv', '甲,乙\n1,2\n')],
      [fileOf('表.csv', `${header}\nT05,孙国庆,男,专任教师,\n`), '--sheet', '第二张'],
      [fileOf('表.csv', `${header}\nT05,孙国庆,男,专任教师,\n`), '--ledger', 'teachers'],
    ]) {
      const refused = await line.run(['import', ...words]);
      expect(refused.code, words.join(' ')).toBe(3);
      expect(refused.words.replaceAll('U 盘', '')).toMatch(/^[^A-Z]+。$/u);
    }
    expect(await countOf()).toBe(before);
  });
});

describe('export', () => {
  it('writes the sheet, says its hash, and comes back as nothing changed', async () => {
    for (const [format, name] of [
      ['xlsx', '全部.xlsx'],
      ['csv', '全部.csv'],
      ['csv-gb18030', '全部旧.csv'],
    ] as const) {
      const out = join(line.folder, name);
      const words = [
        'export',
        '--ledger',
        'staff',
        '--out',
        out,
        '--format',
        format,
        '--profile',
        'internal',
      ];
      expect(await line.done([...words, ...forWhom])).toMatchObject({
        path: out,
        rows: 3,
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/u) as unknown,
      });
      expect(await line.done(['import', out, '--ledger', 'staff', '--dry-run'])).toMatchObject({
        counts: { new: 0, changed: 0, same: 3, problem: 0 },
      });
    }
  });

  it('masks what doesn’t leave the school when it goes upward, which is the default', async () => {
    const out = join(line.folder, '上报.csv');
    await line.done(['export', '--ledger', 'staff', '--out', out, '--format', 'csv', ...forWhom]);
    expect(readFileSync(out, 'utf8')).toContain('单欣怡');
    expect(readFileSync(out, 'utf8')).not.toContain('13909360001');
  });

  it('asks for purpose and recipient, and writes nothing into a folder that isn’t there', async () => {
    const out = join(line.folder, '没有的文件夹', '全部.xlsx');
    const words = ['export', '--ledger', 'staff', '--out', out];
    expect(await line.run(words)).toMatchObject({ code: 2, json: undefined });
    expect(await line.run([...words, ...forWhom])).toMatchObject({
      code: 3,
      json: { refused: { kind: 'fileProblem' } },
    });
    expect(existsSync(out)).toBe(false);
    expect(await line.run([...words, ...forWhom, '--format', 'docx'])).toMatchObject({ code: 2 });
    expect(await line.run([...words, ...forWhom, '--profile', 'secret'])).toMatchObject({ code: 2 });
  });
});
