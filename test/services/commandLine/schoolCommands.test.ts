import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { firstSchool } from '../../support/application.ts';
import { commandLine, type CommandLine } from './commandLine.ts';

let line: CommandLine;
beforeEach(() => {
  line = commandLine();
});
afterEach(() => line.remove());

const init = ['init', '--school', '清泉学校', '--type', '小学', '--account', '王办事'];

describe('init', () => {
  it('makes the school and gives the recovery code this once', async () => {
    const made = await line.run(init);
    expect(made).toMatchObject({
      code: 0,
      json: { recoveryCode: expect.stringMatching(/^\S{20,}$/u) as unknown },
    });
    expect(made.words).toContain('只显示这一次');
    const { recoveryCode } = made.json as { recoveryCode: string };
    expect(JSON.stringify(await line.done(['health']))).not.toContain(recoveryCode);
    expect(await line.done(['records', '--ledger', 'school'])).toMatchObject({
      total: 1,
      rows: [{ values: { name: '清泉学校', type: '小学' } }],
    });
  });

  it('leaves a school that is there already as it is', async () => {
    await line.newSchool();
    const before = readFileSync(join(line.data, 'school.keys'));
    expect(await line.run(init)).toMatchObject({ code: 3, json: { refused: { kind: 'conflict' } } });
    expect(readFileSync(join(line.data, 'school.keys'))).toEqual(before);
  });

  it('refuses a weak password and a school type that there isn’t, and makes nothing', async () => {
    expect(await line.run(init, { password: '123' })).toMatchObject({
      code: 3,
      json: { refused: { kind: 'invalidInput', problems: [{ path: 'password' }] } },
    });
    const wrongType = await line.run([
      'init',
      '--school',
      '清泉学校',
      '--type',
      '大学',
      '--account',
      '王办事',
    ]);
    expect(wrongType).toMatchObject({ code: 2, json: undefined });
    expect(wrongType.words).toContain('九年一贯制学校');
    expect(await line.run(['health'])).toMatchObject({ code: 3, json: { refused: { kind: 'notFound' } } });
  });
});

describe('the password', () => {
  beforeEach(() => line.newSchool());

  it('comes from the environment, or from the first line of standard input', async () => {
    const given = { password: null, input: `${firstSchool.password}\r\n` };
    expect(await line.run(['health', '--password-stdin'], given)).toMatchObject({ code: 0 });
    const asked = await line.run(['health'], given);
    expect(asked).toMatchObject({ code: 2, json: undefined });
    expect(asked.words).toContain('LEDGER_PASSWORD');
  });

  it('that is wrong is told apart from wrong use: exit code 4', async () => {
    const refused = await line.run(['health'], { password: '不是这个密码' });
    expect(refused).toMatchObject({ code: 4, json: { refused: { kind: 'wrongPassword' } } });
    expect(refused.words).toMatch(/密码/u);
  });

  it('needs an account name where several people have one', async () => {
    const { password } = await line.colleague('李党务', 'partyAffairs');
    const asked = await line.run(['reports']);
    expect(asked).toMatchObject({ code: 2, json: undefined });
    expect(asked.words).toContain('李党务');
    expect(await line.run(['reports', '--account', '李党务'], { password })).toMatchObject({ code: 0 });
    expect(await line.run(['reports', '--account', '李党务'])).toMatchObject({ code: 4 });
  });
});

describe('a damaged file', () => {
  it('is reported with exit code 4, and stays as it is', async () => {
    await line.newSchool();
    const path = join(line.data, 'school.ledger');
    const bent = readFileSync(path);
    bent.fill(0x5a, 0, 4096);
    writeFileSync(path, bent);
    const refused = await line.run(['records', '--ledger', 'staff']);
    expect(refused).toMatchObject({ code: 4, json: { refused: { kind: 'damaged' } } });
    expect(refused.words).toMatch(/损坏/u);
    expect(readFileSync(path)).toEqual(bent);
  });

  it('is still there, and the restore says why, when the backup named for it is none', async () => {
    await line.newSchool();
    const { path } = (await line.done(['backup'])) as { path: string };
    writeFileSync(join(line.data, 'school.keys'), '{');
    expect(await line.run(['restore', line.folder])).toMatchObject({
      code: 3,
      json: { refused: { kind: 'fileProblem' } },
    });
    expect(await line.run(['health'])).toMatchObject({ code: 4 });
    await line.done(['restore', path]);
    expect(await line.run(['health'])).toMatchObject({ code: 0 });
  });
});

describe('health', () => {
  it('tells in words what was examined, and as JSON whether all is well', async () => {
    await line.newSchool();
    const report = await line.run(['health']);
    expect(report).toMatchObject({ code: 0, json: { healthy: true } });
    expect(report.words.split('\n').every((each) => each.startsWith('√ '))).toBe(true);
  });
});

describe('backup and restore', () => {
  const people = (): Promise<unknown> => line.done(['records', '--ledger', 'staff']);
  const person = (name: string) => ({ values: { name, sex: '女', staffKind: '专任教师' } });

  it('take the school back to the day of the backup, and keep what was there', async () => {
    await line.newSchool();
    await line.add('staff', person('张明'));
    const stick = join(line.folder, 'U盘');
    const taken = (await line.done(['backup', '--out', stick])) as { path: string; verified: boolean };
    expect(taken).toMatchObject({ verified: true, reason: 'manual' });
    expect(taken.path.startsWith(stick)).toBe(true);

    await line.add('staff', person('李晓'));
    expect(await people()).toMatchObject({ total: 2 });
    // Without a password: the backup brings its own keys.
    const restored = await line.run(['restore', taken.path], { password: null });
    expect(restored).toMatchObject({ code: 0, json: { stage: 'locked' } });
    expect(await people()).toMatchObject({ total: 1, rows: [{ values: { name: '张明' } }] });

    const backups = join(line.data, 'backups');
    const kept = readdirSync(backups).find((name) => {
      const manifest = join(backups, name, 'manifest.json');
      return existsSync(manifest) && readFileSync(manifest, 'utf8').includes('"beforeRestore"');
    });
    await line.done(['restore', join(backups, kept ?? '')]);
    expect(await people()).toMatchObject({ total: 2 });
  });

  it('bring a school to a PC that has none', async () => {
    await line.newSchool();
    await line.add('staff', person('张明'));
    const { path } = (await line.done(['backup'])) as { path: string };
    const other = join(line.folder, '另一台电脑');
    await line.done(['restore', path, '--data', other]);
    expect(await line.done(['records', '--ledger', 'staff', '--data', other])).toMatchObject({ total: 1 });
  });

  it('refuse what is no backup, and a backup that was bent', async () => {
    await line.newSchool();
    expect(await line.run(['restore', line.folder])).toMatchObject({
      code: 3,
      json: { refused: { kind: 'fileProblem' } },
    });
    const { path } = (await line.done(['backup'])) as { path: string };
    const database = join(path, 'school.ledger');
    const bent = readFileSync(database);
    bent.fill(0, 5000, 6000);
    writeFileSync(database, bent);
    expect(await line.run(['restore', path])).toMatchObject({
      code: 4,
      json: { refused: { kind: 'damaged' } },
    });
    expect(await line.run(['health'])).toMatchObject({ code: 0 });
  });
});
