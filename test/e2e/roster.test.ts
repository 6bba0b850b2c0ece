import { expect, it } from 'vitest';
import { createUuid } from '#shared/kernel/ids.ts';
import { serviceBusyTime } from '#shared/ledgers/afterSchool/serviceBusyTime.ts';
import { emptyValues } from '#shared/ledger/schema.ts';
import { accessibilityProblems } from '../support/accessibility.ts';
import { openSchoolWindow } from '../support/schoolWindow.ts';
import { enterRosterTerm, rosterPeriod } from '../services/afterSchool/rosterTerm.ts';

/** A clerk has a week rostered, gives one duty to somebody else with a reason, and saves it for the week. */

const window = await openSchoolWindow();
const { page } = window;

it('says what is missing before anything is entered', async () => {
  await window.go('/roster');
  await page.getByText('这个学期还没有课后服务方案，请先登记方案和时段。').waitFor();
  expect(await accessibilityProblems(page)).toEqual([]);
});

it('rosters a week, changes hands with a reason, and saves it', async () => {
  await enterRosterTerm(async (definition, values, period) => {
    const id = createUuid(Date.now(), crypto.getRandomValues(new Uint8Array(10)));
    await window.call('ledger.save', {
      ledger: definition.id,
      id,
      values: { ...emptyValues(definition), ...values },
      period,
      state: 'finished',
      baseRevision: null,
    });
    return id;
  });
  await window.go('/area/afterSchool');
  await page.getByRole('link', { name: '排班', exact: true }).click();
  await page.getByText('还有 30 场没有排人。').waitFor();

  await page.getByRole('button', { name: '自动排班' }).click();
  await page.getByText('已排好 30 场').waitFor();
  await page.getByText('每一场都有人。').waitFor();
  expect(await accessibilityProblems(page)).toEqual([]);

  await page.getByRole('button', { name: /周一16:30—17:20“篮球社团”授课/ }).press('Enter');
  const panel = page.getByRole('region', { name: '这一场' });
  await panel.getByLabel('换人原因').fill('去县里培训');
  const substitute = panel.getByRole('button', { name: /^换成/ }).first();
  const name = (await substitute.getAttribute('aria-label'))?.slice(2) ?? '';
  await substitute.press('Enter');
  await panel.getByText(`现在由${name}承担。`).waitFor();
  await panel.getByRole('button', { name: '锁定' }).press('Enter');
  expect(await accessibilityProblems(page)).toEqual([]);

  for (const leave of [
    () => page.getByRole('button', { name: '下一周' }).click(),
    () => page.getByRole('link', { name: '课后服务教师' }).click(),
  ]) {
    await leave();
    await page.getByRole('dialog').getByText('排班有没保存的改动').waitFor();
    await page.getByRole('button', { name: '继续填写' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await panel.getByText(`现在由${name}承担。`).waitFor();
  }

  await page.keyboard.press('Control+s');
  await page.getByText('已保存：新增 30 场，更改 0 场。').waitFor();
  await page.getByRole('button', { name: '下一周' }).click();
  await page.getByText('2026-11-30 至 2026-12-06').waitFor();
  await page.getByRole('button', { name: '上一周' }).click();
  const week = { period: rosterPeriod, from: '2026-11-23', to: '2026-11-27' };
  const board = await window.call('roster.board', week);
  expect(board.roster).toHaveLength(30);
  expect(board.problem.locked).toHaveLength(1);
});

it('moves people by keyboard and mouse, and says what speaks against a place before anything is put there', async () => {
  const status = page.getByRole('status').filter({ hasText: /互换|承担|拿起|拖动|不能换成|没有移动/ });
  const cell = (about: string) => page.getByRole('button', { name: new RegExp(about) });
  const nameAt = async (about: string) =>
    ((await cell(about).getAttribute('aria-label')) ?? '').split('：').at(-1)?.split('，')[0] ?? '';
  const ball = '周二16:30—17:20“篮球社团”授课';
  const homework = '周二16:30—17:20“三年级作业辅导1班”授课';
  const leader = '周二16:30—17:20“全校值班”值班领导';
  const [first, second] = [await nameAt(ball), await nameAt(homework)];

  await cell(ball).focus();
  for (const key of [' ', 'ArrowDown', 'ArrowDown']) await page.keyboard.press(key);
  await status.getByText(/不能换成/).waitFor();
  expect(await accessibilityProblems(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await status.getByText(/^没有移动。/).waitFor();
  expect(await nameAt(ball)).toBe(first);

  await cell(ball).focus();
  for (const key of [' ', 'ArrowDown', 'Escape']) await page.keyboard.press(key);
  expect(await nameAt(ball)).toBe(first);

  const from = await cell(ball).boundingBox();
  const over = await cell(leader).boundingBox();
  const to = await cell(homework).boundingBox();
  if (!from || !over || !to) throw new Error('no cell');
  await page.mouse.move(from.x + 10, from.y + 10);
  await page.mouse.down();
  await page.mouse.move(over.x + 10, over.y + 10, { steps: 4 });
  await status.getByText(`${first}不承担值班领导`).waitFor();
  await page.mouse.move(to.x + 10, to.y + 10, { steps: 4 });
  await status.getByText(`${first}和${second}互换`).waitFor();
  await page.mouse.up();
  await expect.poll(() => nameAt(ball)).toBe(second);
  await page.getByLabel('调整原因').fill('两人商量好互换');
  await page.getByRole('button', { name: '按教师看' }).click();
  await page.getByRole('button', { name: '按班组看' }).click();
  await page.getByRole('button', { name: '保存排班' }).click();
  await page.getByText('已保存：新增 0 场，更改 2 场。').waitFor();
});

it('finds stand-ins for a leave of one day in a plan of several weeks', async () => {
  const board = await window.call('roster.board', {
    period: rosterPeriod,
    from: '2026-11-23',
    to: '2026-12-06',
  });
  const need = board.problem.needs.find(({ day, groupName }) => day === 2 && groupName === '篮球社团');
  const duty = board.roster.find(({ needId }) => needId === need?.id);
  await window.call('ledger.save', {
    ledger: 'serviceBusyTime',
    id: createUuid(Date.now(), crypto.getRandomValues(new Uint8Array(10))),
    values: {
      ...emptyValues(serviceBusyTime),
      staff: duty?.teacherId,
      kind: '请假',
      from: '2026-12-01',
      to: '2026-12-01',
      label: '病假',
    },
    period: rosterPeriod,
    state: 'finished',
    baseRevision: null,
  });
  await window.go('/area/afterSchool');
  await page.getByRole('link', { name: '排班', exact: true }).click();
  await page.getByLabel('排多久').click();
  await page.getByRole('option', { name: '两周' }).click();
  const days = page.getByRole('region', { name: '个别日期的调整' });
  await days
    .getByText(/12月1日（星期二）.*病假/)
    .first()
    .waitFor();
  await days.getByRole('button', { name: '自动找人代班' }).click();
  await days.getByText('来不了的都有人代班或已说明。').waitFor();
  expect(await accessibilityProblems(page)).toEqual([]);
  await page.getByRole('button', { name: '保存排班' }).click();
  await page.getByText('已保存：新增 30 场').waitFor();
});
