import { join } from 'node:path';
import { mkdirSync, writeFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { InputOf } from '#shared/contract/index.ts';
import { createUuid } from '#shared/kernel/ids.ts';
import { emptyValues } from '#shared/ledger/schema.ts';
import { findLedger } from '#shared/ledgers/index.ts';
import { firstSchool, startWindowless, type WindowlessApplication } from '../../support/application.ts';
import { failureOf, valueOf } from '../../support/temporarySchool.ts';

/** Pledges of everybody, people on leave, and questionnaires whose sheets come from files, good ones and bad ones. */

let program: WindowlessApplication;
let folder: string;
const people: string[] = [];
const pledge: InputOf<'ethics.campaign'> = {
  campaign: '师德承诺书',
  period: '2026-2027',
  occasion: null,
};

async function add(ledger: string, values: Record<string, unknown>, period: string | null = null) {
  const definition = findLedger(ledger);
  if (!definition) throw new Error(`no ledger ${ledger}`);
  const id = createUuid(Date.now(), crypto.getRandomValues(new Uint8Array(10)));
  valueOf(
    await program.call('ledger.save', {
      ledger,
      id,
      values: { ...emptyValues(definition), ...values },
      period,
      state: 'finished',
      baseRevision: null,
    }),
  );
  return id;
}
const missingOf = async (staffId: string): Promise<readonly string[]> =>
  valueOf(await program.call('ethics.personFile', { staffId })).missing.map(({ sentence }) => sentence);

beforeAll(async () => {
  program = startWindowless();
  valueOf(await program.call('session.createSchool', { ...firstSchool }));
  folder = join(program.root, '..', '答卷');
  mkdirSync(folder);
  for (const name of ['教师甲', '教师乙', '教师丙'])
    people.push(
      await add('staff', { name, sex: '女', staffKind: '专任教师', hiredOn: '2015-09-01', subject: '语文' }),
    );
});
afterAll(() => program.remove());

describe('pledges', () => {
  it('are entered for several people at once; those who have one are passed over', async () => {
    const record = (staffIds: string[]) =>
      program.call('ethics.recordSigned', { about: pledge, signedOn: '2026-09-02', staffIds, witness: null });
    expect(valueOf(await record([people[0]!]))).toBe(1);
    expect(valueOf(await record([people[0]!, people[0]!]))).toBe(0);
    const view = valueOf(await program.call('ethics.campaign', pledge));
    expect(view.count).toMatchObject({ due: 3, signed: 1, missing: 2 });
  });

  it('are not missed of who is on leave: on the page, the wall, among the findings and in the file alike', async () => {
    const wallOf = async () => {
      const { wall } = valueOf(await program.call('ethics.plan', { schoolYear: '2026-2027' }));
      const cells = wall.rows.find(({ label }) => label === '师德承诺书')?.cells ?? [];
      return cells.filter(({ required }) => required > 0).map(({ done, required }) => [done, required]);
    };
    expect(await wallOf()).toEqual([[1, 3]]);
    expect(await missingOf(people[1]!)).toContain('没有2026—2027学年的承诺书');
    await add(
      'ethicsExcuse',
      { staff: people[1], campaign: '师德承诺书', reason: '产假', notedOn: '2026-09-10' },
      '2026-2027',
    );
    const view = valueOf(await program.call('ethics.campaign', pledge));
    expect(view.count).toMatchObject({ due: 2, signed: 1, missing: 1, excused: 1 });
    expect(await wallOf()).toEqual([[1, 2]]);
    expect(await missingOf(people[1]!)).not.toContain('没有2026—2027学年的承诺书');
  });

  it('of an earlier year are missed too where others have one', async () => {
    expect((await missingOf(people[2]!)).join()).not.toContain('2024');
    await add('ethicsPledge', { staff: people[0], signedOn: '2024-09-03', version: '2024年版' }, '2024-2025');
    expect(await missingOf(people[2]!)).toContain('没有2024—2025学年的承诺书');
    expect((await missingOf(people[0]!)).join()).not.toContain('2024');
  });
});

describe('a questionnaire', () => {
  const read = (name: string, id: string) =>
    program.call('ethics.readSurveySheets', { id, jobId: randomUUID(), path: join(folder, name) });
  let id: string;

  it('takes sheets from a file: words, letters and numbers; what can’t be read is told by row', async () => {
    id = await add(
      'ethicsSurvey',
      {
        title: '家长问卷',
        audience: '家长',
        grouping: '班级',
        startsOn: '2026-11-02',
        questions: [
          { id: randomUUID(), text: '老师关心爱护学生' },
          { id: randomUUID(), text: '老师不收受礼品礼金' },
        ],
      },
      '2026-2027-1',
    );
    writeFileSync(
      join(folder, '答卷.csv'),
      '班级,第1题,第2题\n一班,很满意,A\n一班,4,不满意\n一班,,B\n,A,A\n一班,五,A\n,,\n',
    );
    const found = valueOf(await read('答卷.csv', id));
    expect(found?.sheets).toEqual([
      { group: '一班', answers: [0, 0] },
      { group: '一班', answers: [0, 3] },
      { group: '一班', answers: [null, 1] },
    ]);
    expect(found?.problems.map((sentence) => sentence.replace(/^“.*?”/u, ''))).toEqual([
      '第 5 行没有填写班级，这份没有读入。',
      '第 6 行第 1 题的答案“五”认不出来，这份没有读入。',
    ]);
    // Reading adds nothing.
    expect(valueOf(await program.call('ethics.survey', { id })).sheets).toBe(0);
  });

  it('shows no result while so few answered that they could be known', async () => {
    const sheets = [{ group: '一班', answers: [0, 0] }];
    const few = valueOf(await program.call('ethics.addSurveySheets', { id, sheets }));
    expect(few).toMatchObject({ suppressed: true, satisfiedPercent: null });
    const more = Array.from({ length: 9 }, () => ({ group: '一班', answers: [0, 3] }));
    const enough = valueOf(await program.call('ethics.addSurveySheets', { id, sheets: more }));
    expect(enough).toMatchObject({ suppressed: false, sheets: 10 });
  });

  it('refuses sheets of other questions and files without questions', async () => {
    const wrong = await program.call('ethics.addSurveySheets', {
      id,
      sheets: [{ group: '一班', answers: [0] }],
    });
    expect(failureOf(wrong).sentence).toContain('每份答卷应有 2 题');
    writeFileSync(join(folder, '别的.csv'), '姓名,电话\n张三,1\n');
    expect(failureOf(await read('别的.csv', id)).sentence).toContain('没有找到答卷');
    expect(failureOf(await read('答卷.csv', randomUUID())).sentence).toContain('没有找到这份问卷');
  });
});
