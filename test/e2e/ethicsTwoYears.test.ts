import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import PizZip from 'pizzip';
import { beforeAll, describe, expect, it } from 'vitest';
import { querySchema } from '#shared/contract/ledgers.ts';
import type { CaseEvent } from '#shared/domain/ethics/caseEvents.ts';
import type { CasePaperKind } from '#shared/domain/ethics/casePapers.ts';
import type { StepValues } from '#shared/domain/ethics/caseStep.ts';
import type { GatePurpose } from '#shared/domain/ethics/gatePurposes.ts';
import { ethicsCase } from '#shared/ledgers/ethics/ethicsCase.ts';
import { annualAssessment } from '#shared/ledgers/ethics/annualAssessment.ts';
import { emptyValues, fieldsOf } from '#shared/ledger/schema.ts';
import type { RoundStep } from '#shared/domain/ethics/round/roundSteps.ts';
import type { OutputCell } from '#electron/documents/writeWorkbook.ts';
import { accessibilityProblems } from '../support/accessibility.ts';
import { writeRatedSheets } from '../support/ratedSheets.ts';
import { openSchoolWindow } from '../support/schoolWindow.ts';

/**
 * Two school years of teacher ethics at a school of 120: two appraisals with scores from sheets and a tie at the cap, a named complaint that is proved and ends with a warning that is
 * appealed against and lifted, an anonymous one that isn't, what the gate says meanwhile, and at the end a hunt for the words of the locked fields.
 */

const canary = {
  person: '金丝雀家长',
  phone: '金丝雀号码',
  evidence: '金丝雀证据',
  words: '金丝雀笔录',
} as const;
const canaries = Object.values(canary);
const numbers = Array.from({ length: 120 }, (_, index) => String(index + 1).padStart(3, '0'));
const nameOf = (index: number): string => (index === 6 ? '周老师' : `教师${numbers[index]}`);
const window = await openSchoolWindow({ now: '2024-09-02T01:00:00.000Z' });
const { page } = window;
let people: readonly string[] = [];
let named: string;
let anonymous: string;
let papers: string;

beforeAll(async () => {
  papers = join(window.root, '..', '文书');
  mkdirSync(papers);
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
  it('a school of 120 takes its people in', async () => {
    await paste('staff', null, [
      ['姓名', '工号', '性别', '人员类别', '到校日期', '任教学科'],
      ...numbers.map((number, index) => [
        nameOf(index),
        `T${number}`,
        '女',
        '专任教师',
        '2015-09-01',
        '数学',
      ]),
    ]);
    const query = querySchema.parse({ ledger: 'staff', sort: [{ field: 'staffNumber', direction: 'asc' }] });
    const { rows } = await window.call('ledger.list', { query, page: 0, pageSize: 200 });
    people = rows.map(({ id }) => id);
    expect(people).toHaveLength(120);
    for (const [period, season, startsOn, endsOn] of [
      ['2024-2025-1', '第一学期', '2024-09-02', '2025-01-17'],
      ['2024-2025-2', '第二学期', '2025-02-24', '2025-07-11'],
      ['2025-2026-1', '第一学期', '2025-09-01', '2026-01-23'],
      ['2025-2026-2', '第二学期', '2026-03-02', '2026-07-10'],
    ] as const)
      await window.add(
        'term',
        { name: period, season, startsOn, endsOn, firstTeachingOn: startsOn, lastTeachingOn: endsOn },
        period,
      );
  });

  it('reports each month that there was nothing to report', async () => {
    const states = await reportNothing('2024-2025', '2025-01-31');
    expect(states.length).toBeGreaterThan(0);
    expect(new Set(states)).toEqual(new Set(['reported']));
  });

  it('appraises all with scores from sheets; the panel decides who of the tied gets the last places', async () => {
    const id = await bringScoresIn('2024');
    const tied = await window.call('appraisal.board', { id });
    expect(tied).toMatchObject({ appraised: 120, limit: 24 });
    expect(tied.tie).toMatchObject({ total: 93, places: 2, decided: false });
    expect(tied.tie?.staffIds).toEqual(people.slice(22, 27));
    expect(tied.people.filter(({ grade }) => grade === null)).toHaveLength(5);
    await window.go(`/ethics/appraisal/${id}`);
    await page.getByText('优秀不超过 20%，最多 24 人').first().waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await fileRound(id, '2024', people.slice(22, 24));
    expect(await gradesOf('2024')).toEqual({ 优秀: 24, 合格: 95, 不合格: 1 });
    const forms = join(papers, '登记表.docx');
    await window.call('reports.save', {
      jobId: randomUUID(),
      name: 'appraisalForms',
      recordId: id,
      format: 'docx',
      purpose: '本人签字存档',
      recipient: '本校',
      path: forms,
    });
    expect(unzipped(forms).split('考核周期：')).toHaveLength(121);
    // Who is appraised as 优秀 may be honoured, who isn't up to it may not.
    const [good, bad] = await gate('评优表彰', '2025-02-20', '周老师', '教师120');
    expect(good?.answer?.outcome).toBe('pass');
    expect(bad?.answer).toMatchObject({ outcome: 'blocked' });
  });

  it('a parent complains: taken down in a short form, with the number proposed', async () => {
    at('2025-03-03');
    // What changes makes the window ask anew which day it is.
    await window.add(
      'ethicsActivity',
      { element: '教育', kind: '专题学习', title: '三月师德学习', heldOn: '2025-03-03' },
      '2024-2025-2',
    );
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

  it('reports nothing for the months without a complaint', async () => {
    const states = await reportNothing('2024-2025', '2025-08-20');
    expect(states.toSorted()).toEqual(['happened', ...states.slice(1).map(() => 'reported')]);
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

  it('the next appraisal keeps whoever was warned in its year below 优秀, and so does the annual grade', async () => {
    const id = await bringScoresIn('2025');
    const view = await window.call('appraisal.board', { id });
    expect(view.people.find(({ name }) => name === '周老师')).toMatchObject({
      total: 97,
      grade: '合格',
      reasons: ['考核期内受到警告处分，不得评为“优秀”'],
      caseIds: [named],
    });
    expect(view.tie).toMatchObject({ places: 3 });
    await fileRound(id, '2025', people.slice(22, 25));
    expect(await gradesOf('2025')).toEqual({ 优秀: 24, 合格: 95, 不合格: 1 });
    const annual = (grade: string) =>
      window.application.call('ledger.save', {
        ledger: 'annualAssessment',
        id: randomUUID(),
        values: { ...emptyValues(annualAssessment), staff: people[6], grade },
        period: '2025',
        state: 'finished',
        baseRevision: null,
      });
    expect(await annual('优秀')).toMatchObject({ ok: false });
    expect(await annual('合格')).toMatchObject({ ok: true });
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

  it('reports nothing for the months without a complaint', async () => {
    const states = await reportNothing('2025-2026', '2026-08-20');
    expect(states.toSorted()).toEqual(['happened', ...states.slice(1).map(() => 'reported')]);
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
    const personFile = await window.call('ethics.personFile', { staffId: people[6] ?? '' });
    clean(JSON.stringify(personFile), 'person');
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

/** Everybody's total: 22 above, five of one total at the last places of a fifth of 120, the last one below the line. */
const totalOf = (index: number): number => (index < 22 ? 97 : index < 27 ? 93 : index < 119 ? 85 : 50);

/** Opens the round of a year and brings in filled sheets of all parts; the round's id. */
async function bringScoresIn(year: string): Promise<string> {
  at(`${year}-12-02`);
  const id = randomUUID();
  const proposal = await window.call('appraisal.proposal', { period: year });
  await window.call('appraisal.open', {
    id,
    name: `${year}年师德考核`,
    ...proposal,
    people: [...proposal.people],
  });
  const sheets = join(papers, year);
  mkdirSync(sheets);
  const code = `PJ${id.slice(-8).toUpperCase()}`;
  const heads = (raters: number): string[] => Array.from({ length: raters }, (_, index) => `${index + 1}号`);
  const rows = (cells: (index: number) => readonly OutputCell[]): OutputCell[][] =>
    people.map((_one, index) => [index + 1, `T${numbers[index]}`, nameOf(index), '数学', ...cells(index)]);
  for (const [part, raters] of [
    ['互评', 5],
    ['学生测评', 3],
    ['家长测评', 3],
  ] as const)
    await window.call('appraisal.writeSheets', {
      id,
      jobId: randomUUID(),
      part,
      layout: 'together',
      raters,
      path: join(sheets, `..`, `${year}发放${part}.xlsx`),
    });
  const same = (raters: number) => (index: number) => Array.from({ length: raters }, () => totalOf(index));
  await writeRatedSheets(join(sheets, '评分.xlsx'), [
    {
      name: '自评',
      code: `${code}-自评`,
      heads: ['自评分', '自评小结'],
      rows: rows((index) => [totalOf(index), '遵守十项准则。']),
    },
    {
      name: '互评',
      code: `${code}-互评`,
      heads: heads(5),
      rows: rows((index) => same(5)(index).map((score, rater) => (rater === index ? null : score))),
    },
    { name: '学生', code: `${code}-学生`, heads: heads(3), rows: rows(same(3)) },
    { name: '家长', code: `${code}-家长`, heads: heads(3), rows: rows(same(3)) },
  ]);
  await writeRatedSheets(
    join(sheets, '考核组.xlsx'),
    [1, 2].map((number) => ({
      name: `${number}号`,
      code: `${code}-考核组`,
      heads: [...Array.from({ length: 10 }, (_, index) => `${index + 1}.准则`), `${number}号总评`],
      rows: rows((index) => [...Array.from({ length: 10 }, () => totalOf(index) / 10), null]),
    })),
  );
  const preview = await window.call('appraisal.readSheets', {
    id,
    jobId: randomUUID(),
    from: 'folder',
    path: sheets,
  });
  expect(preview?.problems).toEqual([]);
  await window.call('appraisal.importSheets', { id, previewId: preview?.previewId ?? '' });
  return id;
}

/** The panel's decision about the tied, public notice, signatures and filing, in the last weeks of the year. */
async function fileRound(id: string, year: string, granted: readonly string[]): Promise<void> {
  const finish = (step: RoundStep, on: string) => {
    at(on);
    return window.call('appraisal.finishStep', { id, step, on });
  };
  for (const step of ['个人自评', '教师互评', '学生家长测评'] as const) await finish(step, `${year}-12-12`);
  at(`${year}-12-15`);
  await window.call('appraisal.decideTie', {
    id,
    granted: [...granted],
    on: `${year}-12-15`,
    reason: '按日常师德表现研究决定',
  });
  await finish('考核组评定', `${year}-12-15`);
  await window.call('appraisal.startNotice', { id, from: `${year}-12-16`, to: `${year}-12-22` });
  await finish('公示', `${year}-12-23`);
  at(`${year}-12-25`);
  await window.call('appraisal.sign', { id, staffIds: [...people], on: `${year}-12-25` });
  await finish('本人签字', `${year}-12-25`);
  await finish('归档', `${year}-12-29`);
}

/** How many finished forms of a year have each grade. */
async function gradesOf(year: string): Promise<Readonly<Record<string, number>>> {
  const { rows } = await window.call('ledger.list', {
    query: querySchema.parse({ ledger: 'ethicsAppraisal', period: year }),
    page: 0,
    pageSize: 200,
  });
  const counts: Record<string, number> = {};
  for (const { values, state } of rows)
    if (state === 'finished') counts[String(values['grade'])] = (counts[String(values['grade'])] ?? 0) + 1;
  return counts;
}

/** Gives the zero reports that are due by a day; how the periods due by then stand afterwards. */
async function reportNothing(schoolYear: string, until: string): Promise<readonly string[]> {
  at(until);
  const due = async () =>
    (await window.call('ethics.plan', { schoolYear })).zeroReports.filter(({ dueOn }) => dueOn <= until);
  for (const { period, state } of await due())
    if (state === 'missing' || state === 'due') await window.call('ethics.recordZeroReport', { period });
  return (await due()).map(({ state }) => state);
}

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
