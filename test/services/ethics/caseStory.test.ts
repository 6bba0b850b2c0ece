import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import PizZip from 'pizzip';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportProfiles } from '#shared/contract/files.ts';
import { querySchema } from '#shared/contract/ledgers.ts';
import type { CaseView } from '#shared/contract/ethics.ts';
import type { CaseEvent } from '#shared/domain/ethics/caseEvents.ts';
import { casePaperKinds } from '#shared/domain/ethics/casePapers.ts';
import type { StepValues } from '#shared/domain/ethics/caseStep.ts';
import { createUuid } from '#shared/kernel/ids.ts';
import { emptyValues, fieldsOf } from '#shared/ledger/schema.ts';
import { ethicsCase } from '#shared/ledgers/ethics/ethicsCase.ts';
import { findLedger } from '#shared/ledgers/index.ts';
import { startWindowless, firstSchool, type WindowlessApplication } from '../../support/application.ts';
import { failureOf, valueOf } from '../../support/temporarySchool.ts';

/** A named complaint in the whole program: its steps, the gate around it, and where the complainant's words may not turn up. */

const canaries = ['金丝雀举报人', '金丝雀电话', '金丝雀证据', '金丝雀笔录'] as const;
let program: WindowlessApplication;
let accused: string;
let handler: string;
let caseId: string;

const newId = (): string => createUuid(Date.now(), crypto.getRandomValues(new Uint8Array(10)));

async function add(
  ledger: string,
  values: Record<string, unknown>,
  period: string | null = null,
  state: 'draft' | 'finished' = 'finished',
): Promise<string> {
  const definition = findLedger(ledger);
  if (!definition) throw new Error(`no ledger ${ledger}`);
  const id = newId();
  valueOf(
    await program.call('ledger.save', {
      ledger,
      id,
      values: { ...emptyValues(definition), ...values },
      period,
      state,
      baseRevision: null,
    }),
  );
  return id;
}
async function take(event: CaseEvent, on: string, values: StepValues = {}): Promise<CaseView> {
  return valueOf(await program.call('ethics.takeStep', { id: caseId, event, on, values }));
}
async function gateOn(on: string, purpose: '评优表彰' | '职称评聘' = '评优表彰') {
  const { rows } = valueOf(
    await program.call('ethics.gate', { entries: [{ typed: '周被查' }], purpose, on }),
  );
  return rows[0]?.answer;
}

beforeAll(async () => {
  program = startWindowless();
  valueOf(await program.call('session.createSchool', { ...firstSchool }));
  const teacher = { sex: '女', staffKind: '专任教师', hiredOn: '2015-09-01' };
  accused = await add('staff', { ...teacher, name: '周被查', staffNumber: 'T001' });
  handler = await add('staff', { ...teacher, name: '李承办', staffNumber: 'T002' });
  await add('ethicsAppraisal', { staff: accused, grade: '合格', signedOn: '2026-01-10' }, '2025');
  caseId = await add(
    'ethicsCase',
    {
      number: '2026-07',
      receivedOn: '2026-03-02',
      channel: '来信',
      named: '实名',
      complainant: canaries[0],
      complainantContact: canaries[1],
      staff: accused,
      handler,
      violation: 'V10 有偿补课',
      summary: '周末在家补课。',
      evidence: canaries[2],
      statements: [{ id: newId(), on: '2026-03-06', of: '家长', person: null, content: canaries[3] }],
      papers: casePaperKinds.map((kind) => ({ id: newId(), kind, madeOn: null, place: null })),
    },
    '2026',
    'draft',
  );
});
afterAll(() => program.remove());

describe('the case', () => {
  it('is on the board with the clock that runs', async () => {
    const [row] = valueOf(await program.call('ethics.cases', {}));
    expect(row).toMatchObject({
      number: '2026-07',
      staffName: '周被查',
      state: '已登记',
      next: { step: '受理决定', dueOn: '2026-03-09', state: 'overdue' },
    });
  });

  it('goes its way step by step, and refuses what comes too early', async () => {
    const early = failureOf(
      await program.call('ethics.takeStep', { id: caseId, event: '送达', on: '2026-03-03', values: {} }),
    );
    expect(early.sentence).toBe(
      '案件现在是“已登记”，不能办理“送达”。现在可以办理：紧急上报、受理、不予受理。',
    );
    await take('受理', '2026-03-04');
    await take('听取陈述', '2026-03-10');
    await take('作出结论', '2026-03-20', { conclusion: '属实' });
    await take('答复举报人', '2026-03-23');
    await take('提出处理建议', '2026-03-24', { handling: '警告' });
    const wrong = failureOf(
      await program.call('ethics.takeStep', {
        id: caseId,
        event: '作出处理决定',
        on: '2026-04-01',
        values: { decidedBy: '学校' },
      }),
    );
    expect(wrong.sentence).toContain('警告处分不能由学校决定');
    await take('作出处理决定', '2026-04-01', { decidedBy: '县教育局' });
    const delivered = await take('送达', '2026-04-03', { appealRouteTold: true });
    expect(delivered).toMatchObject({ state: '执行中', effectFrom: '2026-04-01', handling: '警告' });
    expect(delivered.clocks.map(({ step, state }) => `${step} ${state}`)).toEqual([
      '受理决定 done',
      '调查结论 done',
      '答复举报人 done',
      '申请复核 expired',
    ]);
  });

  it('blocks honours while it runs, and lets pass before and after', async () => {
    expect((await gateOn('2026-03-01'))?.outcome).toBe('pass');
    expect((await gateOn('2026-03-15'))?.outcome).toBe('decision');
    expect(await gateOn('2026-09-10')).toMatchObject({ outcome: 'blocked', blockedUntil: '2026-10-01' });
    expect((await gateOn('2026-09-10', '职称评聘'))?.outcome).toBe('decision');
    expect((await gateOn('2026-10-02'))?.outcome).toBe('pass');
  });

  it('is lifted and closed, which locks it; every step stands in its history', async () => {
    await take('解除处分', '2026-10-08');
    const closed = await take('归档', '2026-10-12');
    expect(closed).toMatchObject({ state: '已归档', steps: [] });
    expect(closed.timeline.map(({ event }) => event)).toEqual([
      '登记',
      '受理',
      '听取陈述',
      '作出结论',
      '答复举报人',
      '提出处理建议',
      '作出处理决定',
      '送达',
      '解除处分',
      '归档',
    ]);
    expect(closed.timeline.at(-1)?.by).toBe(firstSchool.accountName);
    const { record } = valueOf(await program.call('ledger.get', { ledger: 'ethicsCase', id: caseId }));
    expect(record.state).toBe('finished');
    expect(record.values['complainant']).toBe(canaries[0]);
  });
});

describe('the person', () => {
  it('has a file over the years that says what is missing', async () => {
    const file = valueOf(await program.call('ethics.personFile', { staffId: accused }));
    expect(file.name).toBe('周被查');
    const lines = file.sections.flatMap(({ title, entries }) =>
      entries.map(({ label, detail }) => `${title}|${label}|${detail}`),
    );
    expect(lines).toEqual(['师德考核|合格|', '投诉与处理|V10 有偿补课|调查结论：属实　处理：警告']);
    expect(file.running).toEqual([]);
    expect(file.missing.map(({ sentence }) => sentence)).toEqual([
      '没有2026—2027学年的承诺书',
      '没有准入查询',
    ]);
  });

  it('is chosen by hand where two have one name', async () => {
    const other = await add('staff', {
      name: '周被查',
      staffNumber: 'T009',
      sex: '男',
      staffKind: '工勤人员',
    });
    const ask = async (typed: string, staffId: string | null) =>
      valueOf(await program.call('ethics.gate', { entries: [{ typed, staffId }], purpose: '评优表彰' }))
        .rows[0];
    const open = await ask('周 被查', null);
    expect(open).toMatchObject({ person: null, answer: null });
    expect(open?.choices.map(({ hint }) => hint)).toEqual(expect.arrayContaining(['T001', 'T009']));
    expect((await ask('周被查', other))?.answer).toMatchObject({ outcome: 'decision' });
    expect((await ask('T001', null))?.person?.id).toBe(accused);
    expect(await ask('没有此人', null)).toMatchObject({ person: null, choices: [] });
  });

  it('and the check is kept as a record', async () => {
    const id = newId();
    valueOf(
      await program.call('ethics.keepGate', {
        id,
        title: '2026年县优秀教师推荐',
        staffIds: [accused],
        purpose: '评优表彰',
        on: '2026-09-10',
      }),
    );
    const { record } = valueOf(await program.call('ledger.get', { ledger: 'gateCheck', id }));
    expect(record.values['rows']).toMatchObject([
      {
        outcome: '不通过',
        until: '2026-10-01',
        reasons:
          '受警告处分，处分期到2026年10月1日（教师〔2018〕18号《中小学教师违反职业道德行为处理办法（2018年修订）》）',
      },
    ]);
  });

  it('names come from a sheet with a column 姓名', async () => {
    const path = join(program.root, '..', '名单.csv');
    writeFileSync(path, '2026年推荐名单\n序号,姓名,备注\n1,周被查,\n2,李承办,\n合计,,\n');
    const named = valueOf(await program.call('ethics.gateNames', { jobId: randomUUID(), path }));
    expect(named?.names).toEqual(['周被查', '李承办']);
  });
});

describe('the words of the complainant', () => {
  const clean = (text: string): void => {
    for (const canary of canaries) expect(text.includes(canary), canary).toBe(false);
  };

  it('are in no list, board, search, finding, person file or other answer', async () => {
    const answers: unknown[] = [
      await program.call('ledger.list', { query: { ledger: 'ethicsCase' }, page: 0, pageSize: 50 }),
      await program.call('ledger.latest', { ledger: 'ethicsCase' }),
      await program.call('ethics.cases', {}),
      await program.call('ethics.case', { id: caseId }),
      await program.call('ethics.personFile', { staffId: accused }),
      await program.call('checks.dashboard', {}),
      await program.call('checks.findings', {}),
      await program.call('ledger.lookup', { ledger: 'ethicsCase', text: '2026' }),
    ];
    clean(JSON.stringify(answers));
    for (const canary of ['金丝雀', ...canaries])
      expect(valueOf(await program.call('search.everywhere', { text: canary, limit: 20 }))).toEqual([]);
  });

  it('are in no export, whatever the profile and the columns asked for', async () => {
    const columns = Object.keys(fieldsOf(ethicsCase));
    for (const profile of exportProfiles)
      for (const format of ['xlsx', 'csvUtf8'] as const) {
        const path = join(program.root, '..', `${profile}.${format}`);
        valueOf(
          await program.call('export.ledger', {
            query: querySchema.parse({ ledger: 'ethicsCase' }),
            jobId: randomUUID(),
            format,
            profile,
            purpose: '检查是否泄露',
            recipient: '本校',
            columns,
            path,
          }),
        );
        const bytes = readFileSync(path);
        const text = format === 'xlsx' ? unzipped(bytes) : bytes.toString('utf8');
        expect(text.length).toBeGreaterThan(20);
        clean(text);
      }
  });

  it('are in no log: looks and exports are written down without them', async () => {
    const { store } = program.app.session.current() ?? {};
    if (!store) throw new Error('locked');
    const rows = (table: string): unknown[] => store.read.db.prepare(`SELECT * FROM ${table}`).all();
    expect(JSON.stringify(rows('access_log'))).toContain('查看：投诉举报与案件的受限内容');
    expect(rows('export_log')).toHaveLength(exportProfiles.length * 2);
    for (const table of [
      'access_log',
      'export_log',
      'search_entry',
      'search_text',
      'recent_choice',
      'setting',
    ])
      clean(JSON.stringify(rows(table)));
  });

  it('are in no file of the school’s folder, backups and program log included', async () => {
    valueOf(await program.call('backup.create', { jobId: randomUUID(), target: 'usual' }));
    const files = filesIn(program.root);
    expect(files.some((file) => file.endsWith('school.ledger'))).toBe(true);
    for (const file of files) {
      const bytes = readFileSync(file);
      for (const canary of canaries)
        for (const encoding of ['utf8', 'utf16le'] as const)
          expect(bytes.includes(Buffer.from(canary, encoding)), `${file} ${canary}`).toBe(false);
    }
  });
});

function unzipped(bytes: Uint8Array): string {
  const zip = new PizZip(bytes);
  return Object.values(zip.files)
    .filter((entry) => !entry.dir)
    .map((entry) => entry.asText())
    .join('\n');
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile());
}
