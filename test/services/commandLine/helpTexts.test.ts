import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commands } from '#electron/commandLine/commands/index.ts';
import { commandLine, type CommandLine } from './commandLine.ts';

let line: CommandLine;
beforeAll(() => {
  line = commandLine();
});
afterAll(() => line.remove());

describe('help', () => {
  it('lists every command of the README', async () => {
    const overview = await line.run(['--help'], { password: null });
    expect(overview).toMatchObject({ code: 0, json: undefined });
    expect(await line.run([], { password: null })).toMatchObject({ code: 0, words: overview.words });
    const listed = [...overview.words.matchAll(/^ {2}(\w+) /gmu)].map(([, name]) => name);
    expect(listed.toSorted()).toEqual(
      'add backup check demo export health import init ledgers records report reports restore search'.split(
        ' ',
      ),
    );
  });

  for (const command of commands) {
    it(`of ${command.name} stands on stderr, in English, and names each of its options once`, async () => {
      const { code, json, words } = await line.run([command.name, '--help'], { password: null });
      expect({ code, json }).toEqual({ code: 0, json: undefined });
      const named = [...words.matchAll(/^ {2}--([\w-]+) +(\S.*)$/gmu)];
      expect(named.map(([, option]) => option).toSorted()).toEqual(
        [
          ...new Set([...Object.keys(command.options), 'account', 'data', 'help', 'password-stdin']),
        ].toSorted(),
      );
      for (const [, option = '', help] of named)
        if (option in command.options) expect(help).toBe(command.options[option]?.help);
      // School types are the only Chinese: they are what is to be typed.
      const english = words.replace(/^ {2}--type .*$/gmu, '');
      expect(english).not.toMatch(/\p{Script=Han}/u);
      expect(words).toContain(`usage: npm run -s cli -- ${command.name}`);
    });
  }
});

describe('wrong use', () => {
  it.each([
    [['fly'], '没有“fly”这个命令'],
    [['health', '--fast'], '没有 --fast 选项'],
    [['records', '--ledger'], '--ledger 后面缺少内容'],
    [['import', 'a.xlsx', '--dry-run=yes'], '--dry-run 后面不带内容'],
    [['import', 'a.xlsx', 'b.xlsx'], '多出了“b.xlsx”'],
    [['import'], '请写要导入的文件'],
    [['restore'], '请写备份文件夹'],
    [['demo'], '缺少 --out'],
    [['demo', '--out', 'x', '--data', 'y'], '不用 --data'],
  ])('%j says what is wrong in Chinese, then how it is used, with exit code 2', async (words, sentence) => {
    const refused = await line.run(words);
    expect(refused).toMatchObject({ code: 2, json: undefined });
    const [first = '', ...rest] = refused.words.split('\n\n');
    expect(first).toContain(sentence);
    expect(rest.join('')).not.toBe('');
  });
});
