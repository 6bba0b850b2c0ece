import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ledgers } from '#shared/ledgers/index.ts';
import { commandLine, type CommandLine } from './commandLine.ts';

let line: CommandLine;
beforeAll(async () => {
  line = commandLine();
  await line.newSchool();
});
afterAll(() => line.remove());

const person = (name: string, more: Readonly<Record<string, unknown>> = {}) => ({
  values: { name, sex: '女', staffKind: '专任教师', ...more },
});
const lines = (...records: readonly unknown[]): string =>
  records.map((record) => (typeof record === 'string' ? record : JSON.stringify(record))).join('\n');
const countOf = async (ledger: string): Promise<number> =>
  ((await line.done(['records', '--ledger', ledger])) as { total: number }).total;

describe('ledgers', () => {
  it('gives every definition with its fields, without a school and a password', async () => {
    const found = (await line.done(['ledgers'], { password: null, data: '/does/not/exist' })) as {
      id: string;
      fields: Record<string, { label: string }>;
    }[];
    expect(found.map(({ id }) => id)).toEqual(ledgers.map(({ id }) => id));
    expect(found.find(({ id }) => id === 'partyMeeting')?.fields).toMatchObject({
      branch: { kind: 'reference', target: 'branch', required: true },
      attendance: { kind: 'details', fields: { member: { target: 'partyMember' } } },
    });
  });
});

describe('add', () => {
  it('writes all lines at once and answers with their ids, given ones kept', async () => {
    const id = '01938000-0000-7000-8000-0000000000c1';
    const before = await countOf('staff');
    const added = await line.run(['add', '--ledger', 'staff'], {
      input: `${lines({ id, ...person('单欣怡') }, '', person('欧阳娜娜'))}\r\n`,
    });
    expect(added).toMatchObject({ code: 0, json: { ledger: 'staff', added: 2 } });
    expect(added.words).toContain('已写入 2 条');
    const { ids } = added.json as { ids: string[] };
    expect(ids[0]).toBe(id);
    expect(await countOf('staff')).toBe(before + 2);
  });

  it('takes the password and the lines from the same standard input', async () => {
    const before = await countOf('staff');
    const added = await line.run(['add', '--ledger', 'staff', '--password-stdin'], {
      password: null,
      input: `测试密码-2026\n${lines(person('赵明'))}\n`,
    });
    expect(added).toMatchObject({ code: 0, json: { added: 1 } });
    expect(await countOf('staff')).toBe(before + 1);
  });

  it('writes none when one line has a problem, and names line and field of every problem', async () => {
    const before = await countOf('staff');
    const refused = await line.run(['add', '--ledger', 'staff'], {
      input: lines(
        person('好老师'),
        person('坏日期', { bornOn: '2026-13-40' }),
        '{"values": 半条',
        person('错字段', { nmae: '张' }),
        person('', { sex: '不详' }),
      ),
    });
    expect(refused.code).toBe(3);
    const { problems } = (refused.json as { refused: { problems: { line: number; path: string }[] } })
      .refused;
    expect(problems.map((problem) => [problem.line, problem.path])).toEqual([
      [2, 'bornOn'],
      [3, ''],
      [4, 'nmae'],
      [5, 'sex'],
    ]);
    expect(refused.words).toContain('一条也没有写入');
    expect(await countOf('staff')).toBe(before);
  });

  it('knows the names inside detail rows, and counts lines after the password line', async () => {
    const input = lines({ period: '2026-11', values: { attendance: [{ memmber: randomUUID() }] } });
    const refused = await line.run(['add', '--ledger', 'partyMeeting', '--password-stdin'], {
      password: null,
      input: `测试密码-2026\n${input}`,
    });
    expect(refused).toMatchObject({
      code: 3,
      json: { refused: { problems: [{ line: 1, path: 'attendance.0.memmber' }] } },
    });
  });

  it('refuses the same id twice, a reference to nobody and an input without a line', async () => {
    const before = await countOf('staff');
    const id = '01938000-0000-7000-8000-0000000000c2';
    const twice = await line.run(['add', '--ledger', 'staff'], {
      input: lines({ id, ...person('钱小红') }, { id, ...person('孙国庆') }),
    });
    expect(twice).toMatchObject({ code: 3, json: { refused: { problems: [{ line: 2 }] } } });
    expect(await countOf('staff')).toBe(before);
    const nobody = {
      values: { name: '一班', grade: 1, homeroomTeacher: '01938000-0000-7000-8000-0000000000ff' },
    };
    expect(await line.run(['add', '--ledger', 'schoolClass'], { input: lines(nobody) })).toMatchObject({
      code: 3,
      json: { refused: { problems: [{ line: 1, path: 'homeroomTeacher' }] } },
    });
    expect(await line.run(['add', '--ledger', 'staff'], { input: '\n\n' })).toMatchObject({ code: 3 });
  });

  it('needs a ledger that exists', async () => {
    expect(await line.run(['add'])).toMatchObject({ code: 2, json: undefined });
    const unknown = await line.run(['add', '--ledger', 'teachers']);
    expect(unknown).toMatchObject({ code: 2, json: undefined });
    expect(unknown.words).toContain('teachers');
  });
});

describe('records and search', () => {
  it('find people by words, pinyin and initials, page by page', async () => {
    const namesOf = async (...words: string[]) =>
      (
        (await line.done(['records', '--ledger', 'staff', ...words])) as {
          rows: { values: { name: string } }[];
        }
      ).rows.map(({ values }) => values.name);
    expect(await namesOf('--search', 'sxy')).toEqual(['单欣怡']);
    expect(await namesOf('--search', 'ouyang')).toEqual(['欧阳娜娜']);
    const all = await namesOf();
    expect(await namesOf('--size', '1', '--page', '1')).toEqual(all.slice(1, 2));
    expect(await line.done(['search', 'zm', '--limit', '5'])).toMatchObject([
      { ledger: 'staff', title: '赵明' },
    ]);
    expect(await line.done(['search', '查无此人'])).toEqual([]);
  });

  it('are narrowed to a period', async () => {
    const [branch = ''] = await line.add('branch', {
      values: { name: '第一党支部', shortName: '一支部', foundedOn: '2010-01-01' },
    });
    const meeting = (heldOn: string) => ({
      period: heldOn.slice(0, 7),
      state: 'draft',
      values: { type: '支部党员大会', title: `${heldOn}大会`, branch, heldOn },
    });
    await line.add('partyMeeting', meeting('2026-09-10'), meeting('2026-11-10'));
    const listed = (period: string) => line.done(['records', '--ledger', 'partyMeeting', '--period', period]);
    expect(await listed('2026-09')).toMatchObject({ total: 1, rows: [{ values: { heldOn: '2026-09-10' } }] });
    expect(await listed('2026Q4')).toMatchObject({ total: 1, rows: [{ values: { heldOn: '2026-11-10' } }] });
    expect(await listed('2026')).toMatchObject({ total: 2 });
  });

  it('tell a wrong number and surplus words as wrong use, a page size out of range as refused input', async () => {
    expect(await line.run(['records', '--ledger', 'staff', '--page', 'eins'])).toMatchObject({ code: 2 });
    expect(await line.run(['records', 'staff'])).toMatchObject({ code: 2, json: undefined });
    expect(await line.run(['search'])).toMatchObject({ code: 2 });
    expect(await line.run(['records', '--ledger', 'staff', '--size', '501'])).toMatchObject({
      code: 3,
      json: { refused: { kind: 'invalidInput', problems: [{ path: 'pageSize' }] } },
    });
  });
});

describe('the rights of the account', () => {
  it('hold as in the window: read only what may be read, change only what may be changed', async () => {
    const reader = await line.colleague('钱查阅', 'reader');
    const as = (...words: string[]): string[] => [...words, '--account', '钱查阅'];
    expect(await line.run(as('records', '--ledger', 'staff'), reader)).toMatchObject({ code: 0 });
    for (const refused of [
      await line.run(as('records', '--ledger', 'ethicsCase'), reader),
      await line.run(as('add', '--ledger', 'staff'), { ...reader, input: lines(person('不许')) }),
      await line.run(as('backup'), reader),
      await line.run(
        as('export', '--ledger', 'staff', '--out', 'x.xlsx', '--purpose', '核对', '--recipient', '本校'),
        reader,
      ),
    ]) {
      expect(refused).toMatchObject({ code: 3, json: { refused: { kind: 'forbidden' } } });
      expect(refused.words).not.toBe('');
    }
    const found = (await line.done(as('check', '--on', '2026-11-24'), reader)) as { area: string }[];
    expect(found.map(({ area }) => area)).not.toContain('ethics');
  });

  it('are written down: the revision names the account', async () => {
    const party = await line.colleague('李党务', 'partyAffairs');
    const input = lines({ values: { name: '第二党支部', shortName: '二支部', foundedOn: '2020-01-01' } });
    const added = await line.run(['add', '--ledger', 'branch', '--account', '李党务'], { ...party, input });
    expect(added.code).toBe(0);
    const listed = (await line.done(['records', '--ledger', 'branch', '--account', '王办事'])) as {
      rows: { values: { name: string }; createdBy: string }[];
    };
    expect(listed.rows.map(({ values, createdBy }) => [values.name, createdBy])).toEqual([
      ['第一党支部', '王办事'],
      ['第二党支部', '李党务'],
    ]);
  });
});
