import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import PizZip from 'pizzip';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { querySchema } from '#shared/contract/ledgers.ts';
import type { CaseEvent } from '#shared/domain/ethics/caseEvents.ts';
import type { CasePaperKind } from '#shared/domain/ethics/casePapers.ts';
import type { StepValues } from '#shared/domain/ethics/caseStep.ts';
import type { GatePurpose } from '#shared/domain/ethics/gatePurposes.ts';
import { ethicsCase } from '#shared/ledgers/ethics/ethicsCase.ts';
import { fieldsOf } from '#shared/ledger/schema.ts';
import { accessibilityProblems } from '../support/accessibility.ts';
import { openSchoolWindow, type SchoolWindow } from '../support/schoolWindow.ts';

/**
 * Two school years of teacher ethics at a school of 120: a named complaint that is proved and ends with a warning that is
 * appealed against and lifted, an anonymous one that isn't, what the gate says meanwhile, and at the end a hunt for the words of the locked fields.
 */

const canary = {
  person: '金丝雀家长',
  phone: '金丝雀号码',
  evidence: '金丝雀证据',
  words: '金丝雀笔录',
} as const;
const canaries = Object.values(canary);
let window: SchoolWindow;
let page: Page;
let people: readonly string[] = [];
let named: string;
let anonymous: string;
let papers: string;
const complaints: string[] = [];

beforeAll(async () => {
  window = await openSchoolWindow({ now: '2024-09-02T01:00:00.000Z' });
  page = window.page;
  papers = join(window.root, '..', '文书');
  mkdirSync(papers);
  await page.setViewportSize({ width: 1366, height: 768 });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
});
afterAll(async () => {
  await window.close();
  expect(complaints).toEqual([]);
});

/** Morning of a day in China. */
const at = (day: string): void => window.setNow(`${day}T01:30:00.000Z`);

async function step(id: string, event: CaseEvent, on: string, values: StepValues = {}): Promise<void> {
  at(on);
  await window.call('ethics.takeStep', { id, event, on, values });
}
async function file(id: string, madeOn: string, ...kinds: CasePaperKind[]): Promise<void> {
  at(madeOn);
  for (const kind of kinds) await window.call('ethics.filePaper', { id, kind, madeOn, place: '师德柜1号盒' });
}
async function gate(purpose: GatePurpose, on: string, ...typed: string[]) {
  const { rows } = await window.call('ethics.gate', {
    entries: typed.map((name) => ({ typed: name, staffId: null })),
    purpose,
    on,
  });
  return rows;
}
/** Changes some fields of a case, as in its form. */
async function fill(id: string, values: Readonly<Record<string, unknown>>): Promise<void> {
  const { record } = await window.call('ledger.get', { ledger: 'ethicsCase', id });
  await window.call('ledger.save', {
    ledger: 'ethicsCase',
    id,
    values: { ...record.values, ...values },
    period: record.period,
    state: record.state,
    baseRevision: record.revision,
  });
}

describe('the first school year', () => {
  it('a school of 120 reports month by month that nothing happened, and appraises everybody', async () => {
    const numbers = Array.from({ length: 120 }, (_, index) => String(index + 1).padStart(3, '0'));
    const nameOf = (number: string): string => (number === '007' ? '周老师' : `教师${number}`);
    await paste('staff', null, [
      ['姓名', '工号', '性别', '人员类别', '到校日期', '任教学科'],
      ...numbers.map((number) => [nameOf(number), `T${number}`, '女', '专任教师', '2015-09-01', '数学']),
    ]);
    const query = querySchema.parse({ ledger: 'staff', sort: [{ field: 'staffNumber', direction: 'asc' }] });
    const { rows } = await window.call('ledger.list', { query, page: 0, pageSize: 200 });
    people = rows.map(({ id }) => id);
    expect(people).toHaveLength(120);
    at('2025-01-10');
    await paste('ethicsAppraisal', '2024', [
      ['教师姓名', '考核等次', '本人签字日期', '状态'],
      ...numbers.map((number) => [nameOf(number), '合格', '2025-01-08', '已完成']),
    ]);
    for (const month of ['2024-09', '2024-10', '2024-11', '2024-12'])
      await window.add(
        'ethicsActivity',
        { element: '惩处', kind: '零报告', title: `${month}师德零报告`, heldOn: `${month}-28` },
        month,
      );
    const activities = await window.call('ledger.list', {
      query: querySchema.parse({ ledger: 'ethicsActivity' }),
      page: 0,
      pageSize: 50,
    });
    expect(activities.total).toBe(4);
  });

  it('a parent complains: taken down in a short form, with the number proposed', async () => {
    at('2025-03-03');
    await window.go('/ethics/cases/new');
    await page.getByRole('heading', { name: '登记投诉举报' }).waitFor();
    await expect.poll(() => page.locator('#field-number').inputValue()).toBe('2025-01');
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.getByRole('button', { name: '登记', exact: true }).click();
    await page.getByText('请选择被反映人').first().waitFor();

    await choose('来源', '来信');
    await page.getByRole('radio', { name: '实名' }).check();
    await page.locator('#field-complainant').fill(canary.person);
    await page.locator('#field-complainantContact').fill(canary.phone);
    await page.locator('#field-staff').fill('周老师');
    await page.getByRole('option', { name: '周老师' }).first().click();
    await choose('事项类别', 'V10 有偿补课');
    await page.locator('#field-happened').fill('2025年1月至2月，教师住所');
    await page.locator('#field-summary').fill('反映周末在家中为学生补课并收费。');
    await page.locator('#field-evidence').fill(canary.evidence);
    await page.getByRole('button', { name: '登记', exact: true }).click();
    await page.getByRole('heading', { name: '案件 2025-01' }).waitFor();
    named = page.url().split('/').at(-1) ?? '';
    expect(await page.content()).not.toContain(canary.person);
  });

  it('the file is printed and put together on the case page; a missing paper refuses the step', async () => {
    const file = page.getByRole('region', { name: '案卷材料' });
    await page.getByRole('button', { name: '办理“受理”' }).click();
    await page.getByText('办理“受理”前，案卷里要有登记表。').waitFor();
    await file.getByRole('button', { name: '放入案卷：登记表' }).click();
    await file.getByRole('textbox', { name: '存放处' }).fill('师德柜1号盒');
    await file.getByRole('button', { name: '放入', exact: true }).click();
    await file.getByText('2025-03-03 师德柜1号盒').waitFor();
    await page.getByRole('button', { name: '办理“受理”' }).click();
    await page.getByRole('region', { name: '办理经过' }).getByText('受理', { exact: true }).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);

    await file.getByRole('link', { name: '查看打印：投诉举报登记表' }).click();
    await page.getByRole('heading', { name: '投诉举报登记表' }).waitFor();
    await expect
      .poll(() => page.frameLocator('iframe').first().locator('body').innerText())
      .toContain(canary.person);
    await window.go(`/ethics/cases/${named}`);
    await page
      .getByRole('region', { name: '查看留痕' })
      .getByText('制作文书：投诉举报登记表')
      .first()
      .waitFor();
  });

  it('it is proved, decided by the bureau, reviewed and appealed in time', async () => {
    await fill(named, {
      handler: people[0],
      investigators: [people[0], people[1]],
      investigationPlan: `先问${canary.person}，再与学生谈话。`,
      statements: [
        { id: randomUUID(), on: '2025-03-06', of: '家长', person: canary.person, content: canary.words },
      ],
      factsFound: '周末在家中为六名学生补课，收费三千八百四十元，已退还',
      defence: `承认事实。${canary.words}`,
      defenceAnswer: '退还费用的情节予以采纳。',
      decisionNumber: '山教发〔2025〕12号',
    });
    await file(named, '2025-03-06', '受理决定', '调查方案', '调查笔录');
    await step(named, '听取陈述', '2025-03-10');
    await file(named, '2025-03-12', '陈述笔录', '调查报告');
    await step(named, '作出结论', '2025-03-14', { conclusion: '属实' });
    await step(named, '答复举报人', '2025-03-18');
    await step(named, '提出处理建议', '2025-03-20', { handling: '警告' });
    await file(named, '2025-03-20', '处理建议');
    const refused = await window.application.call('ethics.takeStep', {
      id: named,
      event: '作出处理决定',
      on: '2025-03-20',
      values: { decidedBy: '学校' },
    });
    expect(refused).toMatchObject({ ok: false });
    await step(named, '作出处理决定', '2025-04-01', { decidedBy: '县教育局' });
    await file(named, '2025-04-03', '处理决定书', '送达回证');
    await step(named, '送达', '2025-04-03', { appealRouteTold: true, deliveredHow: '直接送达' });
    // The 30th day, 3 May, lies in the May holidays: the period ends on the first working day after them.
    await step(named, '申请复核', '2025-05-06');
    await file(named, '2025-05-30', '复核决定书');
    await step(named, '复核决定', '2025-05-30', { result: '维持' });
    await step(named, '提出申诉', '2025-06-20');
    await file(named, '2025-08-01', '申诉决定书');
    await step(named, '申诉决定', '2025-08-01', { result: '维持' });
    const view = await window.call('ethics.case', { id: named });
    expect(view.clocks.map(({ step: name, state }) => `${name} ${state}`)).toEqual([
      '受理决定 done',
      '调查结论 done',
      '答复举报人 done',
      '申请复核 done',
      '复核决定 done',
      '提出申诉 done',
      '申诉决定 done',
    ]);
  });

  it('the gate lets pass before, blocks during, and says so of a pasted list', async () => {
    expect((await gate('评优表彰', '2025-03-01', '周老师'))[0]?.answer?.outcome).toBe('pass');
    expect((await gate('评优表彰', '2025-03-20', '周老师'))[0]?.answer?.outcome).toBe('decision');
    expect((await gate('评优表彰', '2025-09-10', '周老师'))[0]?.answer).toMatchObject({
      outcome: 'blocked',
      blockedUntil: '2025-10-01',
    });
    const rows = await gate('培养项目', '2025-09-10', '教师001', 'T007', '没有此人');
    expect(rows.map(({ person, answer }) => `${person?.name ?? '？'} ${answer?.outcome ?? '—'}`)).toEqual([
      '教师001 pass',
      '周老师 blocked',
      '？ —',
    ]);
  });
});

describe('the second school year', () => {
  it('the warning is lifted when its period is over, and the file closed', async () => {
    await fill(named, { conduct: '认真履职', liftingNumber: '山教发〔2025〕40号' });
    await file(named, '2025-10-09', '解除决定');
    await step(named, '解除处分', '2025-10-09');
    await printAll(named, '2025-10-09');
    await file(named, '2025-10-20', '归档目录');
    await step(named, '归档', '2025-10-20');
    const view = await window.call('ethics.case', { id: named });
    expect(view.state).toBe('已归档');
    expect(view.papers.filter(({ filed }) => !filed)).toEqual([]);
    expect((await gate('评优表彰', '2025-10-02', '周老师'))[0]?.answer?.outcome).toBe('pass');
  });

  it('an anonymous complaint is not proved: nothing is held against anybody', async () => {
    at('2026-03-02');
    anonymous = await window.call('ethics.nextCaseNumber', { year: 2026 });
    expect(anonymous).toBe('2026-01');
    anonymous = await window.add(
      'ethicsCase',
      {
        number: anonymous,
        receivedOn: '2026-03-02',
        channel: '12345',
        named: '匿名',
        staff: people[41],
        handler: people[0],
        investigators: [people[0], people[1]],
        violation: 'V04 敷衍教学或擅自兼职',
        summary: '反映课堂上使用手机。',
        evidence: canary.evidence,
      },
      '2026',
    );
    await file(anonymous, '2026-03-02', '登记表');
    at('2026-03-03');
    await window.call('ethics.takeStep', { id: anonymous, event: '受理', on: '2026-03-03', values: {} });
    await file(anonymous, '2026-03-10', '受理决定', '调查方案', '调查笔录', '调查报告');
    await step(anonymous, '作出结论', '2026-03-16', { conclusion: '不属实' });
    await step(anonymous, '作出处理决定', '2026-03-17', { handling: '不予处理', decidedBy: '学校' });
    await printAll(anonymous, '2026-03-17');
    await file(anonymous, '2026-03-18', '归档目录');
    await step(anonymous, '归档', '2026-03-18');
    expect((await window.call('ethics.case', { id: anonymous })).state).toBe('已归档');
    expect((await gate('职称评聘', '2026-04-01', '教师042'))[0]?.answer?.outcome).toBe('pass');
  });

  it('the statistics for the superior show no count that points at a person', async () => {
    at('2026-07-01');
    const { html } = await window.call('reports.preview', { name: 'ethicsStatistics', period: '2025' });
    expect(html).toContain('师德师风工作统计表');
    expect(html).toMatch(/有偿补课<\/div><\/td>.*?<div>\*</u);
    expect(html).not.toContain('周老师');
  });
});

describe('the words of the locked fields', () => {
  it('are in no export, log, list, search or index', async () => {
    for (const profile of ['internal', 'upward'] as const) {
      const path = join(papers, `${profile}.xlsx`);
      await window.call('export.ledger', {
        query: querySchema.parse({ ledger: 'ethicsCase' }),
        jobId: randomUUID(),
        format: 'xlsx',
        profile,
        purpose: '检查是否泄露',
        recipient: '本校',
        columns: Object.keys(fieldsOf(ethicsCase)),
        path,
      });
      clean(unzipped(path), profile);
    }
    clean(JSON.stringify(await window.call('ethics.case', { id: named })), 'case page');
    clean(JSON.stringify(await window.call('ethics.personFile', { staffId: people[6] ?? '' })), 'person');
    clean(JSON.stringify(await window.call('export.log', {})), 'export log');
    clean(JSON.stringify(await window.call('access.log', {})), 'access log');
    clean(JSON.stringify(await window.call('checks.findings', {})), 'findings');
    for (const text of ['金丝雀', ...canaries])
      expect(await window.call('search.everywhere', { text, limit: 20 })).toEqual([]);
    const store = window.application.app.session.current()?.store;
    for (const table of ['search_entry', 'search_text', 'recent_choice', 'setting', 'import_batch', 'draft'])
      clean(JSON.stringify(store?.read.db.prepare(`SELECT * FROM ${table}`).all()), table);
  });

  it('are in no file of the school’s folder, raw database, backups and logs included', async () => {
    await window.call('backup.create', { jobId: randomUUID(), target: 'usual' });
    const files = readdirSync(window.root, { recursive: true, encoding: 'utf8' }).map((name) =>
      join(window.root, name),
    );
    expect(files.some((name) => name.endsWith('school.ledger'))).toBe(true);
    for (const path of files.filter((name) => statSync(name).isFile())) {
      clean(path, 'file name');
      const bytes = readFileSync(path);
      for (const word of canaries)
        for (const encoding of ['utf8', 'utf16le'] as const)
          expect(bytes.includes(Buffer.from(word, encoding)), `${path} ${word}`).toBe(false);
    }
  });
});

/** Brings rows in as if they were copied from a spreadsheet, all of them. */
async function paste(ledger: string, period: string | null, rows: readonly string[][]): Promise<void> {
  const text = rows.map((row) => row.join('\t')).join('\n');
  const source = await window.call('import.paste', { ledger, text });
  const [sheet] = source.sheets;
  if (!sheet) throw new Error('nothing was pasted');
  const { importId } = source;
  const { mapping } = sheet;
  await window.call('import.preview', {
    importId,
    jobId: randomUUID(),
    sheet: sheet.sheet,
    ledger,
    mapping: [...mapping],
    period,
  });
  const batch = await window.call('import.commit', { importId, jobId: randomUUID(), skipProblems: false });
  expect(batch.created).toBe(rows.length - 1);
}

async function choose(label: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: label }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

/** Every paper that the program fills for a case, as a Word file; those without locked content hold no word of it. */
async function printAll(id: string, day: string): Promise<void> {
  at(day);
  const { papers: kinds } = await window.call('ethics.case', { id });
  const filled = kinds.flatMap(({ report }) => report ?? []);
  expect(filled.length).toBeGreaterThan(5);
  for (const { name, label, locked } of filled) {
    const path = join(papers, `${id} ${name}.docx`);
    await window.call('reports.save', {
      jobId: randomUUID(),
      name,
      recordId: id,
      format: 'docx',
      purpose: '归入案卷',
      recipient: '本校',
      path,
    });
    const text = unzipped(path);
    expect(text.length, label).toBeGreaterThan(1000);
    if (!locked) clean(text, label);
  }
}

function clean(text: string, where: string): void {
  for (const word of canaries) expect(text.includes(word), `${where}: ${word}`).toBe(false);
}

function unzipped(path: string): string {
  const zip = new PizZip(readFileSync(path));
  return Object.values(zip.files)
    .filter((entry) => !entry.dir)
    .map((entry) => entry.asText())
    .join('\n');
}
