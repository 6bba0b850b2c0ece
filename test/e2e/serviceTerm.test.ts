import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readWorkbook } from '#electron/documents/readWorkbook.ts';
import type { DemoFile } from '#electron/services/demo/demoSheet.ts';
import { writeDemoFile } from '#electron/services/demo/writeDemoFile.ts';
import type { ImportPreview } from '#shared/contract/files.ts';
import type { RosterOutcome, SolvedRoster } from '#shared/domain/afterSchool/roster/outcome.ts';
import type { Roster } from '#shared/domain/afterSchool/roster/problem.ts';
import { verifyRoster } from '#shared/domain/afterSchool/roster/verifyRoster.ts';
import { accessibilityProblems } from '../support/accessibility.ts';
import { openSchoolWindow } from '../support/schoolWindow.ts';
import { basketball, rateOf, serviceTerm, serviceTermFiles, stranger } from '../support/serviceTermFiles.ts';
import { valueOf } from '../support/temporarySchool.ts';

/**
 * A term of "5+2" from its Excel files to its pay sheet: 36 classes, 1,400 pupils, 60 teachers. What is wrong in a file is named at
 * its cell and nothing else is lost; the sums of the pay sheet are reckoned again from the sessions and from the sheet's own cells.
 */

const { period } = serviceTerm;
const week = { period, from: '2026-11-16', to: '2026-11-20' } as const;
const days = ['2026-11-16', '2026-11-17', '2026-11-18', '2026-11-19', '2026-11-20'];
const files = serviceTermFiles();
const window = await openSchoolWindow();
const { page, folder } = window;
let accepted: Roster;
let absent = '';

/** Takes a file in as the wizard does; rows with problems are left out when some are expected. */
async function bringIn(
  file: DemoFile,
  expected: { readonly problems?: number; readonly period?: string } = {},
): Promise<readonly (ImportPreview & { readonly created: number })[]> {
  const path = valueOf(await writeDemoFile(folder, file));
  const brought = [];
  for (const { sheet: name, ledger } of file.imports) {
    const source = await window.call('import.choose', { jobId: randomUUID(), path });
    const sheet = source?.sheets.find((each) => each.sheet === name) ?? source?.sheets[0];
    if (!source || !sheet) throw new Error(`${file.name}: no sheet ${name}`);
    expect(sheet.ledger, name).toBe(ledger);
    const { importId } = source;
    const preview = await window.call('import.preview', {
      importId,
      jobId: randomUUID(),
      sheet: sheet.sheet,
      ledger,
      mapping: [...sheet.mapping],
      period: expected.period ?? null,
    });
    expect(preview.counts.problem, JSON.stringify(preview.problems.slice(0, 3))).toBe(expected.problems ?? 0);
    const { created } = await window.call('import.commit', {
      importId,
      jobId: randomUUID(),
      skipProblems: preview.counts.problem > 0,
    });
    brought.push({ ...preview, created });
  }
  return brought;
}

function lengthOf(file: DemoFile): number {
  return file.sheets[0]?.rows.length ?? 0;
}

function solved(outcome: RosterOutcome): SolvedRoster {
  if (outcome.kind !== 'solved') throw new Error(JSON.stringify(outcome).slice(0, 500));
  return outcome;
}

async function solve(previous: Roster): Promise<SolvedRoster> {
  return solved(
    await window.call('roster.solve', { ...week, jobId: randomUUID(), locked: [], previous, seconds: 15 }),
  );
}

describe('the files of the school', () => {
  it('bring 60 teachers, 36 classes and 1,400 pupils', async () => {
    for (const file of files.base) await bringIn(file);
    const count = async (ledger: string) =>
      (await window.call('ledger.list', { query: { ledger }, page: 0, pageSize: 1 })).total;
    expect(await Promise.all(['staff', 'schoolClass', 'pupil'].map(count))).toEqual([60, 36, 1400]);
  });

  it('are refused where periods of the plan overlap, at the cell, and taken once it is put right', async () => {
    const [first] = await bringIn(files.plan(false), { problems: 1 });
    expect(first?.problems).toMatchObject([
      {
        sheet: '时段',
        row: 3,
        column: 'C 开始',
        sentence: '第2时段（17:00—18:20）和第1时段（16:30—17:20）时间重叠，请调整。',
      },
    ]);
    const [right] = await bringIn(files.plan(true));
    expect(right?.created).toBe(1);
    await bringIn(files.courses);
    await bringIn(files.rates);
    await bringIn(files.timetable, { period });
  });

  it('name a teacher who isn’t on the staff at his cell; the others come in, his row can be saved', async () => {
    const path = valueOf(await writeDemoFile(folder, files.teachers));
    await window.go('/import/serviceTeacher');
    window.answers.push(path);
    await page.getByRole('button', { name: '选择表格文件…' }).click();
    await page.getByRole('button', { name: '看看结果' }).click();
    await page.getByText('有问题 1 行').waitFor();
    await page.getByText(stranger).first().waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    const problems = join(folder, '问题行.xlsx');
    window.answers.push(problems);
    await page.getByRole('button', { name: '另存有问题的行…' }).click();
    await page.getByText('1 行已另存').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    const cells = valueOf(await readWorkbook(readFileSync(problems))).sheets.flatMap(({ rows }) =>
      rows.flat(),
    );
    expect(cells).toContain(stranger);
    await page.getByRole('button', { name: `导入其余 ${lengthOf(files.teachers) - 1} 行` }).click();
    await page.getByText(`新增 ${lengthOf(files.teachers) - 1} 条，更新 0 条。`).waitFor();
  });

  it('name a session on a day outside the term', async () => {
    const [sessions] = await bringIn(files.sessions, { problems: 1 });
    expect(sessions?.created).toBe(1);
    expect(sessions?.problems.filter(({ severity }) => severity === 'error')).toMatchObject([
      {
        row: 3,
        column: 'B 日期',
        sentence:
          '2027年3月1日不在2026—2027学年第一学期（2026年8月30日至2027年1月22日）内，请核对日期或所属期。',
      },
    ]);
  });
});

describe('sign-up', () => {
  it('gives out the wishes: of 61 pupils for 40 seats 21 wait, each with the reason', async () => {
    await bringIn(files.signUp);
    await window.go('/service/sign-up');
    await page.getByRole('button', { name: '分配志愿' }).press('Enter');
    const panel = page.getByRole('region', { name: '分配志愿' });
    await panel.getByLabel('抽签码').fill('20260905');
    await panel.getByRole('button', { name: '试分配' }).press('Enter');
    await panel
      .getByText(/名额.*|已满/)
      .first()
      .waitFor();
    await panel.getByRole('button', { name: '确认并保存' }).press('Enter');
    await panel.getByText(/^已保存：\d+ 人安排了课程，\d+ 人在候补。/).waitFor();
    await panel.getByRole('button', { name: '关闭' }).press('Enter');
    const board = await window.call('signUp.board', { period });
    expect(board.pupils).toHaveLength(lengthOf(files.signUp));
    expect(board.warnings.filter((sentence) => sentence.includes('名额'))).toEqual([]);
    const course = board.courses.find(({ name }) => name === basketball.name);
    const wanted = board.pupils.filter(({ wishes }) => wishes[0] === course?.id);
    const waiting = wanted.filter(({ courses }) => courses.length === 0);
    expect([wanted.length, waiting.length]).toEqual([
      basketball.wanted,
      basketball.wanted - basketball.seats,
    ]);
    for (const { waitingFor, reason } of waiting) {
      expect(waitingFor).toEqual([course?.id]);
      expect(reason).toMatch(/“篮球社团”已满（40\/40，61 人填报）；抽签序号 \d+，没有安排上，列入候补。/);
    }
    await page.getByRole('button', { name: /^篮球社团/ }).press('Enter');
    await page.getByRole('heading', { name: '候补 21 人' }).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
  });
});

describe('the roster', () => {
  it('is solved free of clashes and fair, looked at, and accepted', async () => {
    const board = await window.call('roster.board', week);
    expect(board.missing).toEqual([]);
    const outcome = await solve([]);
    expect(outcome.roster).toHaveLength(board.problem.needs.length);
    expect(verifyRoster(board.problem, outcome.roster)).toEqual([]);
    expect(outcome.unfairness).toBeLessThanOrEqual(2);
    accepted = outcome.roster;
    const { created } = await window.call('roster.accept', { ...week, roster: accepted, locked: [] });
    expect(created).toBe(board.problem.needs.length);
  });

  it('moves little when a teacher’s leave is changed', async () => {
    const { problem } = await window.call('roster.board', week);
    const dayOf = new Map(problem.needs.map(({ id, day }) => [id, day]));
    const duty = accepted.find(({ needId }) => dayOf.get(needId) === 3);
    absent = duty?.teacherId ?? '';
    const own = accepted.filter(({ needId, teacherId }) => teacherId === absent && dayOf.get(needId) === 3);
    const leave = (day: string) => ({
      staff: absent,
      kind: '请假',
      weekdays: [],
      startsAt: null,
      endsAt: null,
      from: day,
      to: day,
      label: '事假',
    });
    const id = await window.add('serviceBusyTime', leave('2026-11-27'), period);
    await window.call('ledger.save', {
      ledger: 'serviceBusyTime',
      id,
      values: leave('2026-11-18'),
      period,
      state: 'finished',
      baseRevision: 1,
    });
    const board = await window.call('roster.board', week);
    const outcome = await solve(accepted);
    expect(verifyRoster(board.problem, outcome.roster)).toEqual([]);
    const before = new Map(accepted.map(({ needId, teacherId }) => [needId, teacherId]));
    const moved = outcome.roster.filter(({ needId, teacherId }) => before.get(needId) !== teacherId);
    expect(moved.length).toBeGreaterThanOrEqual(own.length);
    expect(moved.length).toBeLessThanOrEqual(2 * own.length);
    accepted = outcome.roster;
    expect(await window.call('roster.accept', { ...week, roster: accepted, locked: [] })).toMatchObject({
      created: 0,
      changed: moved.length,
    });
    await window.go('/roster');
    await page.getByRole('button', { name: '上一周' }).click();
    await page.getByText(`${week.from} 至`).waitFor();
    await page.getByText('每一场都有人。').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
  });
});

describe('the week', () => {
  it('is called: one session by the screen, the others at once, and confirmed', async () => {
    await window.go('/service/day?on=2026-11-16');
    await page.getByRole('button', { name: '点名：三年级作业辅导1班' }).first().press('Enter');
    const roll = page.getByRole('listbox', { name: '点名名单' });
    await roll.waitFor();
    await expect.poll(() => roll.evaluate((list) => list === document.activeElement)).toBe(true);
    for (const key of ['2', 'q']) await page.keyboard.press(key);
    await page.getByRole('heading', { name: '例外 1 人' }).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.keyboard.press('Control+s');
    await page.getByText('点名已保存').waitFor();

    const { courses } = await window.call('signUp.board', { period });
    for (const { id } of courses) {
      const { desks } = await window.call('serviceDay.week', { courseId: id, on: week.from });
      const sheets = desks.flatMap(({ session, rollCall: { rows, revision } }) =>
        rows.length === 0 || revision !== null
          ? []
          : [{ slotId: session.id, rows: [...rows], baseRevision: null }],
      );
      if (sheets.length > 0) await window.call('serviceDay.saveRollCalls', { sheets });
    }
    const { confirmed, left } = await window.call('serviceDay.confirm', { from: week.from, to: week.to });
    expect(left).toEqual([]);
    expect(confirmed).toBe(accepted.length);
    // The session that was entered by itself wasn't held.
    const { sessions } = await window.call('serviceDay.read', { on: '2026-11-24' });
    const slotIds = sessions.map(({ id }) => id);
    expect(await window.call('serviceDay.cancel', { slotIds, reason: '音乐教室检修' })).toEqual({
      cancelled: 1,
    });
  });
});

describe('the month', () => {
  it('is locked, and pays what the sessions say: reckoned from them and from the sheet’s own cells', async () => {
    window.setNow('2026-12-01T02:00:00.000Z');
    await window.go('/service/pay?month=2026-11');
    const taxes = page.getByLabel(/扣税$/);
    await taxes.first().focus();
    for (const [key, at] of [
      ['Enter', 1],
      ['ArrowDown', 2],
      ['ArrowUp', 1],
    ] as const) {
      await page.keyboard.press(key);
      await expect.poll(() => taxes.nth(at).evaluate((box) => box === document.activeElement)).toBe(true);
    }
    await page.getByRole('button', { name: '月结' }).click();
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.getByRole('dialog').getByRole('button', { name: '月结' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByText('月结，场次和金额已经锁定').first().waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);

    const due = new Map<string, number>();
    for (const on of days)
      for (const { people } of await window.call('servicePay.sessions', { on }))
        for (const { name, role, hours } of people)
          due.set(name, (due.get(name) ?? 0) + hours * (rateOf[role] ?? Number.NaN));
    expect(due.size).toBeGreaterThan(50);
    const path = join(folder, '补助发放表.xlsx');
    await window.call('reports.save', {
      name: 'paySheet',
      period: '2026-11',
      recordId: null,
      format: 'xlsx',
      purpose: '发放补助',
      recipient: '财务室',
      path,
    });
    const [sheet] = valueOf(await readWorkbook(readFileSync(path))).sheets;
    const head = sheet?.rows.findIndex((row) => row.includes('姓名')) ?? -1;
    const rows = (sheet?.rows ?? []).slice(head + 1).filter((row) => typeof row[0] === 'number');
    const paid = new Map<string, number>();
    for (const [, name, , hours, rate, amount, tax, net] of rows) {
      expect(Number(hours) * Number(rate)).toBeCloseTo(Number(amount), 6);
      expect(Number(amount) - Number(tax ?? 0)).toBeCloseTo(Number(net), 6);
      paid.set(String(name), (paid.get(String(name)) ?? 0) + Number(amount));
    }
    expect(Object.fromEntries(paid)).toEqual(Object.fromEntries(due));
    const totals = sheet?.rows.find((row) => row[0] === '合计') ?? [];
    const sumOf = (column: number) => rows.reduce((sum, row) => sum + Number(row[column] ?? 0), 0);
    for (const column of [3, 5, 7]) expect(Number(totals[column])).toBeCloseTo(sumOf(column), 6);
    const at = sheet?.rows.indexOf(totals) ?? -1;
    for (const place of [`${head + 1},5`, `${head + 1},7`, `${at},3`, `${at},5`, `${at},7`])
      expect(sheet?.formulaCells).toContain(place);
    expect(rows.length).toBe(due.size);
  });
});
