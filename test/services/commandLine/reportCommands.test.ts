import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reports } from '#electron/services/reports/reports.ts';
import { commandLine, type CommandLine } from './commandLine.ts';

interface Finding {
  readonly key: string;
  readonly ruleId: string;
  readonly area: string;
  readonly sentence: string;
}

let line: CommandLine;
let meeting: string;
let partyBranch: string;
beforeAll(async () => {
  line = commandLine();
  await line.newSchool();
  const [branch = ''] = await line.add('branch', {
    values: { name: '山丹县测试学校第一党支部', shortName: '一支部', foundedOn: '2020-01-01' },
  });
  partyBranch = branch;
  const member = { sex: '女', branch, status: '正式党员', admittedOn: '2010-07-01', rollSince: '2020-01-01' };
  const members = await line.add(
    'partyMember',
    ...['赵明', '钱小红', '单欣怡'].map((name) => ({ values: { ...member, name } })),
  );
  [meeting = ''] = await line.add('partyMeeting', {
    period: '2026-09',
    values: {
      type: '支部党员大会',
      title: '九月支部党员大会',
      branch,
      heldOn: '2026-09-15',
      startsAt: '14:30',
      endsAt: '16:00',
      place: '会议室',
      host: members[0],
      recorder: members[1],
      topics: '学习文件',
      body: '赵明同志领学，大家讨论。',
      attendance: members.map((id) => ({ member: id, state: '出席' })),
    },
  });
});
afterAll(() => line.remove());

const findings = async (...words: string[]): Promise<Finding[]> =>
  (await line.done(['check', ...words])) as Finding[];

describe('check', () => {
  it('sees the school as on any day: once the quarter is over its meeting is missing, before it wasn’t due', async () => {
    const missingGeneralMeeting = (list: readonly Finding[]) =>
      list.filter(({ sentence }) => sentence.includes('2026年第4季度') && sentence.includes('党员大会'));
    expect(missingGeneralMeeting(await findings('--on', '2026-09-20'))).toEqual([]);
    expect(missingGeneralMeeting(await findings('--on', '2027-01-05')).length).toBeGreaterThan(0);
    // Without a day it is today, 2026-11-24.
    expect(await findings()).toEqual(await findings('--on', '2026-11-24'));
  });

  it('finds in Party life, on every past day, what was overdue by then and nothing of later', async () => {
    const overdue = async (on: string) =>
      (await findings('--on', on, '--area', 'partyLife')).map(({ sentence }) => sentence);
    const ofQuarter = (sentences: readonly string[], quarter: number) =>
      sentences.filter((each) => each.includes(`2026年第${quarter}季度`) && each.includes('党员大会'));
    const april = await overdue('2026-04-10');
    expect(ofQuarter(april, 1)).toHaveLength(1);
    expect(ofQuarter(april, 2)).toEqual([]);
    const october = await overdue('2026-10-10');
    expect(ofQuarter(october, 1)).toHaveLength(1);
    expect(ofQuarter(october, 2)).toHaveLength(1);
    // The third quarter had its meeting on 15 September.
    expect(ofQuarter(october, 3)).toEqual([]);
  });

  it('is narrowed to an area', async () => {
    const all = await findings('--on', '2026-12-31');
    const party = await findings('--on', '2026-12-31', '--area', 'partyLife');
    expect(party.length).toBeGreaterThan(0);
    expect(party).toEqual(all.filter(({ area }) => area === 'partyLife'));
    const said = await line.run(['check', '--on', '2026-12-31', '--area', 'partyLife']);
    expect(said.words).toBe(`共 ${party.length} 条。`);
  });

  it('knows neither a day that isn’t in the calendar nor an area that isn’t one', async () => {
    expect(await line.run(['check', '--on', '2026-02-30'])).toMatchObject({ code: 2, json: undefined });
    expect(await line.run(['check', '--on', '昨天'])).toMatchObject({ code: 2, json: undefined });
    expect(await line.run(['check', '--area', 'sport'])).toMatchObject({ code: 2, json: undefined });
  });
});

describe('reports and report', () => {
  const forWhom = ['--purpose', '年度统计', '--recipient', '县教育局'];

  it('lists what can be made', async () => {
    const listed = (await line.done(['reports'])) as { name: string }[];
    expect(listed.map(({ name }) => name)).toEqual(reports.map(({ name }) => name));
  });

  it('makes one over a period and one of a record into a new folder', async () => {
    const out = join(line.folder, '交付', '报表');
    const made = (await line.done([
      'report',
      'partyLifeStatistics',
      '--period',
      '2026',
      '--out',
      out,
      ...forWhom,
    ])) as { path: string; sha256: string };
    expect(readFileSync(made.path).subarray(0, 2).toString()).toBe('PK');
    const minutes = ['report', 'meetingMinutes', '--record', meeting, '--out', out, ...forWhom];
    expect(await line.done([...minutes, '--format', 'docx'])).toMatchObject({
      path: expect.stringMatching(/\.docx$/u) as unknown,
    });
    expect(readdirSync(out)).toHaveLength(2);
  });

  it('makes the papers of a branch: its year as a book, its statistics and its blank forms', async () => {
    const out = join(line.folder, '支部');
    const make = (name: string, ...scope: string[]) =>
      line.done(['report', name, ...scope, '--out', out, ...forWhom]);
    const ofYear = ['--period', '2026', '--record', partyBranch];
    for (const name of ['branchHandbook', 'partyYearStatistics', 'talkList']) await make(name, ...ofYear);
    for (const name of ['talkForm', 'ballotForms', 'reviewBallots'])
      await make(name, '--record', partyBranch);
    for (const name of ['meetingNotice', 'attendanceSheet']) await make(name, '--record', meeting);
    const made = readdirSync(out).join(' ');
    for (const word of [
      '党支部工作手册_一支部_2026',
      '党建工作年度统计表_2026',
      '谈心谈话台账_2026',
      '表决票',
      '民主测评票',
      '会议通知_20260915',
      '签到表_20260915',
    ])
      expect(made).toContain(word);
    const withoutBranch = ['report', 'branchHandbook', '--period', '2026', '--out', out, ...forWhom];
    expect(await line.run(withoutBranch)).toMatchObject({ code: 3, json: { refused: { kind: 'notFound' } } });
  });

  it('of two records of one ledger don’t overwrite each other', async () => {
    const records = (await line.done(['records', '--ledger', 'partyMeeting'])) as {
      rows: { period: string; values: Record<string, unknown> }[];
    };
    const values = records.rows[0]?.values ?? {};
    const [second = ''] = await line.add('partyMeeting', {
      period: '2026-10',
      state: 'draft',
      values: { ...pick(values, 'type', 'branch', 'place'), title: '十月支部党员大会', heldOn: '2026-10-13' },
    });
    const out = join(line.folder, '两份');
    for (const id of [meeting, second])
      await line.done(['report', 'meetingMinutes', '--record', id, '--out', out, ...forWhom]);
    expect(readdirSync(out)).toHaveLength(2);
  });

  it('refuses what can’t be made, and leaves no file', async () => {
    const out = join(line.folder, '空');
    const report = (...words: string[]) => line.run(['report', ...words, '--out', out, ...forWhom]);
    expect(await report('horoscope', '--period', '2026')).toMatchObject({
      code: 3,
      json: { refused: { kind: 'notFound' } },
    });
    expect(await report('partyLifeStatistics', '--period', '2026-2027')).toMatchObject({ code: 3 });
    expect(await report('partyLifeStatistics')).toMatchObject({ code: 3 });
    expect(await report('meetingMinutes', '--record', 'abc')).toMatchObject({ code: 3 });
    expect(await report('partyLifeStatistics', '--period', '2026', '--format', 'odt')).toMatchObject({
      code: 2,
    });
    expect(await line.run(['report'])).toMatchObject({ code: 2 });
    expect(existsSync(out) ? readdirSync(out) : []).toEqual([]);
    const file = join(line.folder, '是文件');
    writeFileSync(file, '');
    const words = ['report', 'partyLifeStatistics', '--period', '2026', '--out', file, ...forWhom];
    expect(await line.run(words)).toMatchObject({ code: 3, json: { refused: { kind: 'fileProblem' } } });
    expect(readFileSync(file, 'utf8')).toBe('');
  });
});

function pick(values: Record<string, unknown>, ...names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(names.map((name) => [name, values[name]]));
}
