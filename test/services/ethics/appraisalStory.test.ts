import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RoundBoard, ScorePreview } from '#shared/contract/appraisal.ts';
import { exportProfiles } from '#shared/contract/files.ts';
import { createUuid } from '#shared/kernel/ids.ts';
import { emptyValues } from '#shared/ledger/schema.ts';
import { findLedger } from '#shared/ledgers/index.ts';
import { readWorkbookFile } from '#electron/documents/readWorkbook.ts';
import type { OutputCell } from '#electron/documents/writeWorkbook.ts';
import { firstSchool, startWindowless, type WindowlessApplication } from '../../support/application.ts';
import { writeRatedSheets, type RatedSheet } from '../../support/ratedSheets.ts';
import { failureOf, valueOf } from '../../support/temporarySchool.ts';

/** A round of appraisals in the whole program: real Excel sheets go out and come back, good ones and hostile ones. */

let program: WindowlessApplication;
let folder: string;
const newId = (): string => createUuid(Date.now(), crypto.getRandomValues(new Uint8Array(10)));
const roundId = newId();
const people: { id: string; number: string; name: string }[] = [];

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
const board = async (): Promise<RoundBoard> =>
  valueOf(await program.call('appraisal.board', { id: roundId }));
const personOn = (view: RoundBoard, name: string) => view.people.find((one) => one.name === name)!;

const handIn = (name: string, sheets: readonly RatedSheet[]): Promise<string> =>
  writeRatedSheets(join(folder, name), sheets);
const code = (part: string): string => `PJ${roundId.slice(-8).toUpperCase()}-${part}`;
const rowsOf = (scores: (name: string, index: number) => readonly OutputCell[]): OutputCell[][] =>
  people.map(({ number, name }, index) => [index + 1, number, name, '数学', ...scores(name, index)]);
async function read(path: string, from: 'file' | 'folder' = 'file'): Promise<ScorePreview> {
  const preview = valueOf(
    await program.call('appraisal.readSheets', { id: roundId, jobId: randomUUID(), from, path }),
  );
  if (!preview) throw new Error('the dialog was closed');
  return preview;
}
async function bringIn(path: string, from: 'file' | 'folder' = 'file'): Promise<RoundBoard> {
  const { previewId, problems } = await read(path, from);
  expect(problems).toEqual([]);
  return valueOf(await program.call('appraisal.importSheets', { id: roundId, previewId }));
}

beforeAll(async () => {
  program = startWindowless();
  valueOf(await program.call('session.createSchool', { ...firstSchool }));
  folder = join(program.root, '..', '评分表');
  mkdirSync(folder, { recursive: true });
  for (let index = 1; index <= 10; index += 1) {
    const number = `T${String(index).padStart(3, '0')}`;
    const name = `教师${'甲乙丙丁戊己庚辛壬癸'.charAt(index - 1)}`;
    people.push({
      id: await add('staff', {
        name,
        staffNumber: number,
        sex: '女',
        staffKind: '专任教师',
        subject: '数学',
        hiredOn: '2015-09-01',
      }),
      number,
      name,
    });
  }
  await add('staff', {
    name: '教师新',
    staffNumber: 'T011',
    sex: '女',
    staffKind: '专任教师',
    hiredOn: '2025-09-01',
  });
  await add(
    'ethicsCase',
    {
      number: '2025-01',
      receivedOn: '2025-03-01',
      channel: '来信',
      named: '匿名',
      staff: people[9]!.id,
      violation: 'V10 有偿补课',
      summary: '补课。',
      acceptedOn: '2025-03-02',
      acceptance: '受理',
      concludedOn: '2025-03-20',
      conclusion: '属实',
      handling: '记过',
      decidedBy: '县教育局',
      decidedOn: '2025-04-10',
      effectFrom: '2025-04-10',
    },
    '2025',
    'draft',
  );
});
afterAll(() => program.remove());

describe('opening', () => {
  it('proposes everybody, the newly hired one outside with the reason', async () => {
    const proposal = valueOf(await program.call('appraisal.proposal', { period: '2025' }));
    expect(proposal.existing).toBeNull();
    expect(proposal.people.filter(({ included }) => included)).toHaveLength(10);
    expect(proposal.people.find(({ name }) => name === '教师新')).toMatchObject({
      included: false,
      reason: '在校时间不足',
    });
    const { rules } = proposal;
    const start = {
      id: roundId,
      period: '2025',
      name: '2025年师德考核',
      preset: '五方评价',
      outsideRaters: 1,
      people: proposal.people.map(({ staffId, included, reason, note }) => ({
        staffId,
        included,
        reason,
        note,
      })),
    };
    const wrong = await program.call('appraisal.open', {
      ...start,
      rules: { ...rules, weights: [20, 30, 10, 10, 20] },
    });
    expect(failureOf(wrong).sentence).toBe('五项权重合计是 90，应为 100，请调整。');
    const view = valueOf(
      await program.call('appraisal.open', {
        ...start,
        rules: { ...rules, weights: [10, 30, 0, 20, 40], vetoHandlings: '记过、开除' },
      }),
    );
    expect(view).toMatchObject({ appraised: 10, limit: 2, filedOn: null });
    expect(view.excluded.map(({ name, reason }) => [name, reason])).toEqual([['教师新', '在校时间不足']]);
    const parameters = valueOf(await program.call('parameters.list', {}));
    const weights = parameters.find(({ id }) => id === 'appraisalWeights');
    expect(JSON.stringify(weights)).toContain('[10,30,0,20,40]');
  });

  it('refuses a second round of the period', async () => {
    const again = await program.call('appraisal.open', {
      id: newId(),
      period: '2025',
      name: '再来一次',
      rules: (await board()).rules,
      people: [{ staffId: people[0]!.id, included: true }],
    });
    expect(failureOf(again).sentence).toBe('2025年的师德考核已经开始了，请在列表中打开。');
  });

  it('lets somebody be taken out with a reason and in again', async () => {
    const change = { id: roundId, staffId: people[0]!.id };
    const refused = await program.call('appraisal.setPlace', { ...change, included: false });
    expect(failureOf(refused).sentence).toBe('请选择不参加考核的原因。');
    const out = valueOf(
      await program.call('appraisal.setPlace', { ...change, included: false, reason: '长期病假' }),
    );
    expect(out.appraised).toBe(9);
    const back = valueOf(await program.call('appraisal.setPlace', { ...change, included: true }));
    expect(back.appraised).toBe(10);
  });
});

describe('sheets that go out', () => {
  it.each([
    ['互评', 'each', 11, 11],
    ['家长测评', 'together', 6, 1],
    ['考核组', 'each', 2, 2],
    ['自评', 'each', 1, 1],
  ] as const)('%s %s', async (part, layout, raters, sheets) => {
    const path = join(folder, `发放_${part}.xlsx`);
    valueOf(
      await program.call('appraisal.writeSheets', {
        id: roundId,
        jobId: randomUUID(),
        part,
        layout,
        raters,
        path,
      }),
    );
    const workbook = valueOf(await readWorkbookFile(path));
    expect(workbook.sheets).toHaveLength(sheets);
    const text = JSON.stringify(workbook.sheets[0]);
    expect(text).toContain(`表号：${code(part.replace('测评', ''))}`);
    expect(text).not.toContain('教师新');
    const { default: PizZip } = await import('pizzip');
    const xml = new PizZip(readFileSync(path)).file('xl/worksheets/sheet1.xml')?.asText() ?? '';
    expect(xml).toContain('<sheetProtection');
    expect(xml).toContain('type="decimal"');
  });

  it('counts the sheets as given out, and an unfilled one as not handed in', async () => {
    expect((await board()).parts.map(({ part, issued }) => [part, issued])).toEqual([
      ['自评', 0],
      ['互评', 11],
      ['学生测评', 0],
      ['家长测评', 6],
      ['考核组', 2],
    ]);
    const preview = await read(join(folder, '发放_互评.xlsx'));
    expect(preview).toMatchObject({ parts: [], blank: 11, refused: 0, problemCount: 0 });
    const none = await program.call('appraisal.importSheets', { id: roundId, previewId: preview.previewId });
    expect(failureOf(none).sentence).toContain('没有可以导入的评分');
  });
});

describe('sheets that come back', () => {
  it('names sheet, row and column of every problem, and keeps such raters out', async () => {
    const path = await handIn('坏.xlsx', [
      {
        name: '1号',
        code: code('互评'),
        heads: ['1号'],
        rows: rowsOf((_n, index) => [index === 2 ? '优' : index ? 90 : null]),
      },
      {
        name: '2号',
        code: code('互评'),
        heads: ['2号'],
        rows: rowsOf((_n, index) => [index === 3 ? 101 : index ? 90 : null]),
      },
      {
        name: '3号',
        code: code('互评'),
        heads: ['3号'],
        rows: [...rowsOf((_n, index) => [index ? 90 : null]), [11, 'T099', '外人', '', 90]],
      },
      {
        name: '4号',
        code: code('互评'),
        heads: ['4号'],
        rows: rowsOf((_n, index) => [index === 4 ? '９０．５' : index ? 90 : '本人']),
      },
      {
        name: '4号重复',
        code: code('互评'),
        heads: ['4号'],
        rows: rowsOf((_n, index) => [index ? 70 : null]),
      },
      { name: '6号', code: code('互评'), heads: ['6号'], rows: rowsOf(() => [100]) },
      { name: '7号', code: code('互评'), heads: ['7号'], rows: rowsOf(() => [99]) },
      { name: '99号', code: code('互评'), heads: ['99号'], rows: rowsOf((_n, index) => [index ? 90 : null]) },
      { name: '实名', code: code('互评'), heads: ['教师甲'], rows: rowsOf(() => [90]) },
      { name: '别的轮次', code: 'PJ00000000-互评', heads: ['8号'], rows: rowsOf(() => [90]) },
      { name: '没有表号', code: '', heads: ['9号'], rows: rowsOf(() => [90]) },
      { name: '张冠李戴', code: code('互评'), heads: ['10号'], rows: [[1, 'T001', '教师乙', '', 90]] },
      {
        name: '公式',
        code: code('家长'),
        heads: ['1号', '2号'],
        rows: rowsOf((_n, index) => [index, '=1+1']),
      },
    ]);
    const preview = await read(path);
    const told = preview.problems.map(({ sheet, row, column, sentence }) =>
      [sheet, row ?? '', column ?? '', sentence].join('|'),
    );
    expect(told).toEqual([
      '1号|6|E|“优”不是分数，应为 0 至 100 的数字。',
      '2号|7|E|“101”超出范围，应为 0 至 100 的数字。',
      '3号|14|C|本轮考核名单里没有“外人”，请核对姓名，或先在名单中加上。',
      '实名|3||没有找到评分人编号一列（例如“17号”）。评分人只填编号，不写姓名，请恢复表头。',
      '别的轮次|2|A|这张表的表号属于另一轮考核，没有读取。请核对文件是不是拿错了。',
      '没有表号|||这张表没有表号，不是为考核生成的评分表，没有读取。请用“发放评分表”生成的表填写。',
      '张冠李戴|4|C|工号 T001 是教师甲，表里写的是“教师乙”，请核对。',
      ...people.map((_one, index) => `公式|${index + 4}|F|“=1+1”不是分数，应为 0 至 100 的数字。`),
      '4号重复||E|互评 4号在“坏.xlsx”的“4号”里已经有了，同一评分人不能重复计分。',
      '7号||E|7号给名单上每个人都打了分，其中有本人。互评不能给自己打分，请把本人一行清空。',
      '99号||E|互评只发了 11 份表，没有 99号。请核对编号。',
    ]);
    expect(preview.parts).toEqual([
      { part: '互评', raters: 2, scores: 19 },
      { part: '家长测评', raters: 1, scores: 10 },
    ]);
    // A preview writes nothing.
    expect((await board()).parts.every(({ came, done }) => came === 0 && done === 0)).toBe(true);
  });

  it('refuses files that are no sheets, in words', async () => {
    const bad = join(folder, '不是表格.xlsx');
    writeFileSync(bad, Buffer.from('PK\u0003\u0004 nothing'));
    const answer = await program.call('appraisal.readSheets', {
      id: roundId,
      jobId: randomUUID(),
      from: 'file',
      path: bad,
    });
    expect(failureOf(answer).kind).toBe('fileProblem');
    const nowhere = await program.call('appraisal.readSheets', {
      id: roundId,
      jobId: randomUUID(),
      from: 'folder',
      path: join(folder, '没有'),
    });
    expect(failureOf(nowhere).sentence).toContain('文件夹打不开');
  });

  it('takes in a whole folder; few raters are neither counted nor shown', async () => {
    const own = folder;
    folder = join(own, '互评');
    mkdirSync(folder);
    for (const rater of [1, 2])
      await handIn(`互评${rater}.xlsx`, [
        {
          name: '表',
          code: code('互评'),
          heads: [`${rater}号`],
          rows: rowsOf((_n, index) => [index === rater ? null : 88]),
        },
      ]);
    const two = await bringIn(folder, 'folder');
    folder = own;
    expect(personOn(two, '教师甲').parts[1]).toEqual({
      part: '互评',
      score: null,
      raters: 2,
      tooFew: true,
      outliers: 0,
      byHand: false,
    });
    const scores = [95, 94, 93, 93, 93, 85, 80, 80, 65, 96];
    const rest = await handIn('互评其余.xlsx', [
      {
        name: '汇总',
        code: code('互评'),
        heads: ['3号', '4号', '5号', '6号', '7号', '8号'],
        rows: rowsOf((_n, index) =>
          [3, 4, 5, 6, 7, 8].map((rater) =>
            rater === index ? null : rater === 8 ? 20 : (scores[index] ?? 0),
          ),
        ),
      },
    ]);
    const all = await bringIn(rest);
    const peers = all.parts[1]!;
    expect(peers).toMatchObject({ came: 8, done: 10, missingRaters: [9, 10, 11] });
    expect(peers.oddRaters.map(({ number, reason }) => [number, reason])).toContainEqual([
      8,
      expect.stringContaining('8号平均 20 分，比多数人（'),
    ]);
    expect(personOn(all, '教师甲').parts[1]).toMatchObject({ raters: 8, outliers: 1, tooFew: false });
    const twice = await read(rest);
    expect(twice.problems[0]?.sentence).toBe('互评 3号以前已经导入过，同一评分人不能重复计分。');
  });

  it('takes all sheets of a group back with a reason, and in again', async () => {
    const back = valueOf(
      await program.call('appraisal.withdraw', { id: roundId, part: '互评', reason: '8号填反了' }),
    );
    expect(back.parts[1]).toMatchObject({ came: 0, done: 0 });
    const scores = [95, 94, 93, 93, 93, 85, 80, 80, 65, 96];
    const path = await handIn('互评更正.xlsx', [
      {
        name: '汇总',
        code: code('互评'),
        heads: ['1号', '2号', '3号', '4号'],
        rows: rowsOf((_n, index) =>
          [1, 2, 3, 4].map((rater) => (rater === index ? null : (scores[index] ?? 0))),
        ),
      },
      {
        name: '家长',
        code: code('家长'),
        heads: ['1号', '2号', '3号'],
        rows: rowsOf((_n, index) => [scores[index] ?? 0, scores[index] ?? 0, scores[index] ?? 0]),
      },
    ]);
    const view = await bringIn(path);
    expect(view.parts.map(({ part, done }) => [part, done])).toEqual([
      ['自评', 0],
      ['互评', 10],
      ['学生测评', 0],
      ['家长测评', 10],
      ['考核组', 0],
    ]);
    const self = await handIn('自评.xlsx', [
      {
        name: '自评',
        code: code('自评'),
        heads: ['自评分', '自评小结'],
        rows: rowsOf((name, index) => [scores[index] ?? 0, `${name}的小结`]),
      },
    ]);
    await bringIn(self);
    const panel = await handIn(
      '考核组.xlsx',
      [1, 2].map((number) => ({
        name: `${number}`,
        code: code('考核组'),
        heads: [...Array.from({ length: 10 }, (_, index) => `${index + 1}.准则`), `${number}号总评`],
        rows: rowsOf((_n, index) => [...Array.from({ length: 10 }, () => (scores[index] ?? 0) / 10), null]),
      })),
    );
    const done = await bringIn(panel);
    expect(personOn(done, '教师甲')).toMatchObject({ total: 95, rank: 2, grade: '优秀', missing: [] });
    const sheet = valueOf(await program.call('appraisal.person', { id: roundId, staffId: people[0]!.id }));
    expect(sheet.ruleScores).toEqual(Array.from({ length: 10 }, () => 9.5));
    expect(sheet.selfReview).toBe('教师甲的小结');
  });
});

describe('the panel', () => {
  it('sees the veto with its case, and the people tied at the cap', async () => {
    const view = await board();
    const vetoed = personOn(view, '教师癸');
    expect(vetoed).toMatchObject({
      total: 96,
      grade: '不合格',
      reasons: ['考核期内受到记过处分，一票否决'],
    });
    expect(vetoed.caseIds).toHaveLength(1);
    // Two places: 95 and 94; the three of 93 are beyond.
    expect(view.tie).toBeNull();
    expect(personOn(view, '教师丙')).toMatchObject({ bandGrade: '优秀', grade: '合格', cap: 'beyond' });
    const sheet = valueOf(await program.call('appraisal.person', { id: roundId, staffId: people[1]!.id }));
    valueOf(
      await program.call('appraisal.savePerson', {
        id: roundId,
        staffId: people[1]!.id,
        selfScore: 94,
        selfReview: sheet.selfReview,
        ruleScores: [...sheet.ruleScores],
        panelScore: null,
        adjustment: -1,
        adjustmentReason: '迟到',
        veto: false,
        vetoReason: null,
        panelOpinion: null,
      }),
    );
    const tied = await board();
    expect(tied.tie).toMatchObject({ total: 93, places: 1, decided: false });
    expect(tied.tie?.staffIds).toHaveLength(4);
    expect(personOn(tied, '教师乙')).toMatchObject({ grade: null, cap: 'tied' });
  });

  it('has to decide about all of them, within the places and with a reason', async () => {
    for (const step of ['个人自评', '教师互评', '学生家长测评'] as const)
      valueOf(await program.call('appraisal.finishStep', { id: roundId, step, on: '2025-12-20' }));
    const early = await program.call('appraisal.finishStep', {
      id: roundId,
      step: '考核组评定',
      on: '2025-12-22',
    });
    expect(failureOf(early).sentence).toContain('优秀名额处有 4 人同分');
    const decide = (granted: string[]) =>
      program.call('appraisal.decideTie', {
        id: roundId,
        granted,
        on: '2025-12-22',
        reason: '按师德表现研究',
      });
    expect(failureOf(await decide([people[1]!.id, people[2]!.id])).sentence).toBe(
      '只有 1 个名额，选了 2 人，请减少。',
    );
    const view = valueOf(await decide([people[2]!.id]));
    expect(view.people.filter(({ grade }) => grade === '优秀').map(({ name }) => name)).toEqual([
      '教师甲',
      '教师丙',
    ]);
    expect(personOn(view, '教师乙').reasons).toEqual([
      '与另外 3 人同为 93 分，余下 1 个优秀名额，考核小组研究评为“合格”',
    ]);
    valueOf(
      await program.call('appraisal.finishStep', { id: roundId, step: '考核组评定', on: '2025-12-22' }),
    );
  });
});

describe('notice, signatures and filing', () => {
  it('asks for enough workdays, then for every signature', async () => {
    const short = await program.call('appraisal.startNotice', {
      id: roundId,
      from: '2025-12-23',
      to: '2025-12-26',
    });
    expect(failureOf(short).sentence).toContain('只有 4 个工作日，公示应不少于 5 个工作日');
    valueOf(
      await program.call('appraisal.startNotice', { id: roundId, from: '2025-12-23', to: '2025-12-29' }),
    );
    const finish = (step: '公示' | '本人签字' | '归档', on: string) =>
      program.call('appraisal.finishStep', { id: roundId, step, on });
    expect(failureOf(await finish('公示', '2025-12-28')).sentence).toContain('公示到2025年12月29日为止');
    expect(failureOf(await finish('归档', '2025-12-30')).sentence).toContain('请先完成：公示、本人签字');
    valueOf(await finish('公示', '2025-12-30'));
    expect(failureOf(await finish('本人签字', '2025-12-31')).sentence).toContain('还有 10 人没有签字');
    valueOf(
      await program.call('appraisal.sign', {
        id: roundId,
        staffIds: people.slice(0, 9).map(({ id }) => id),
        on: '2025-12-31',
      }),
    );
    valueOf(
      await program.call('appraisal.sign', {
        id: roundId,
        staffIds: [people[9]!.id],
        on: null,
        note: '本人拒绝签字，已当面告知结果',
      }),
    );
    valueOf(await finish('本人签字', '2025-12-31'));
    const filed = valueOf(await finish('归档', '2026-01-04'));
    expect(filed.filedOn).toBe('2026-01-04');
    expect(filed.steps.map(({ state }) => state)).toEqual(Array.from({ length: 7 }, () => 'done'));
  });

  it('writes one finished form each, which the gate and the annual assessment follow', async () => {
    const forms = valueOf(
      await program.call('ledger.list', {
        query: { ledger: 'ethicsAppraisal', period: '2025' },
        page: 0,
        pageSize: 50,
      }),
    );
    expect(forms.rows).toHaveLength(10);
    expect(forms.rows.every(({ state }) => state === 'finished')).toBe(true);
    const gate = valueOf(
      await program.call('ethics.gate', {
        entries: [{ typed: '教师癸' }, { typed: '教师甲' }],
        purpose: '评优表彰',
        on: '2026-06-01',
      }),
    );
    expect(gate.rows.map(({ answer }) => answer?.outcome)).toEqual(['blocked', 'pass']);
    const definition = findLedger('annualAssessment')!;
    const annual = (grade: string) =>
      program.call('ledger.save', {
        ledger: 'annualAssessment',
        id: newId(),
        values: { ...emptyValues(definition), staff: people[9]!.id, grade },
        period: '2025',
        state: 'finished',
        baseRevision: null,
      });
    const refused = failureOf(await annual('合格'));
    expect(refused.problems?.map(({ path, sentence }) => `${path}: ${sentence}`)).toEqual([
      'grade: 师德考核不合格，年度考核应为“不合格”，不能填“合格”。依据：教师〔2013〕10号：师德表现一票否决。',
    ]);
    valueOf(await annual('不合格'));
  });

  it('keeps single scores out of every file that leaves, and out of the raw data', async () => {
    for (const profile of exportProfiles) {
      const path = join(folder, `${profile}.csv`);
      valueOf(
        await program.call('export.ledger', {
          query: { ledger: 'appraisalRound', period: '2025' },
          jobId: randomUUID(),
          format: 'csvUtf8',
          profile,
          purpose: '检查',
          recipient: '教育局',
          path,
        }),
      );
      expect(readFileSync(path, 'utf8')).not.toMatch(/\[\d+(\.\d+)?,\d+/u);
    }
    for (const name of readdirSync(program.root, { recursive: true }) as string[]) {
      const path = join(program.root, name);
      if (statSync(path).isFile()) expect(readFileSync(path).includes('教师甲')).toBe(false);
    }
  });

  it('opens again only with a reason; the grades stand until it is filed anew', async () => {
    const staffId = people[0]!.id;
    const locked = await program.call('appraisal.setPlace', {
      id: roundId,
      staffId,
      included: false,
      reason: '其他',
    });
    expect(failureOf(locked).sentence).toContain('请先“重新打开”并写明原因');
    const open = valueOf(await program.call('appraisal.reopen', { id: roundId, reason: '家长测评录入有误' }));
    expect(open.filedOn).toBeNull();
    expect(open.steps.find(({ step }) => step === '考核组评定')?.state).toBe('current');
    expect(personOn(open, '教师癸')).toMatchObject({ grade: '不合格', signedOn: null });
    expect(personOn(open, '教师甲').parts.at(-1)).toMatchObject({ score: 95, byHand: false });
    const gate = valueOf(
      await program.call('ethics.gate', {
        entries: [{ typed: '教师癸' }],
        purpose: '评优表彰',
        on: '2026-06-01',
      }),
    );
    expect(gate.rows[0]?.answer?.outcome).toBe('blocked');
  });
});
