import { beforeAll, expect, it } from 'vitest';
import { accessibilityProblems } from '../support/accessibility.ts';
import { openSchoolWindow } from '../support/schoolWindow.ts';
import { enterRollCallTerm, type RollCallTerm } from '../services/afterSchool/rollCallTerm.ts';

/** An afternoon: the roll is called by keyboard, children are handed over, somebody stands in, the day is confirmed; then the month is paid. */

const window = await openSchoolWindow();
const { page } = window;
let entered: RollCallTerm;
const group = '三年级作业辅导';

beforeAll(async () => {
  entered = await enterRollCallTerm(
    (definition, values, period) => window.add(definition.id, values, period),
    ['2026-10-14', '2026-11-23', '2026-11-24'],
  );
});

/** Presses keys one after the other. */
async function strokes(...keys: readonly string[]): Promise<number> {
  for (const key of keys) await page.keyboard.press(key);
  return keys.length;
}

it('calls the roll of forty with two missing in less than ten key strokes', async () => {
  await window.go('/area/afterSchool');
  await page.getByRole('link', { name: '今日服务', exact: true }).click();
  const open = page.getByRole('button', { name: `点名：${group}` });
  await open.waitFor();
  expect(await accessibilityProblems(page)).toEqual([]);
  await expect.poll(() => open.evaluate((button) => button === document.activeElement)).toBe(true);

  let count = await strokes('Enter');
  const roll = page.getByRole('listbox', { name: '点名名单' });
  await roll.waitFor();
  await expect.poll(() => roll.evaluate((list) => list === document.activeElement)).toBe(true);
  // 12 is 范晓东; 马小龙 by initials.
  count += await strokes('1', '2', 't');
  await page.getByRole('heading', { name: '例外 1 人' }).waitFor();
  count += await strokes('m', 'x', 'Space', 'j');
  await page.getByRole('heading', { name: '例外 2 人' }).waitFor();
  expect(await accessibilityProblems(page)).toEqual([]);
  count += await strokes('Control+s');
  await page.getByText('点名已保存').waitFor();
  expect(count).toBeLessThan(10);

  const slotId = entered.slots[`2026-11-24 ${group}`] ?? '';
  const { rollCall } = await window.call('serviceDay.session', { slotId });
  const away = rollCall.rows.filter(({ state }) => state !== '到');
  expect(away.map(({ pupilId, state }) => [pupilId, state])).toEqual([
    [entered.pupils['范晓东'], '缺勤'],
    [entered.pupils['马小龙'], '请假'],
  ]);
});

it('corrects it: left early, fetched by somebody', async () => {
  await page.getByRole('listbox', { name: '点名名单' }).focus();
  await strokes('4', '0', 'z');
  await expect
    .poll(() => page.getByLabel('离开时间').evaluate((field) => field === document.activeElement))
    .toBe(true);
  await page.getByLabel('离开时间').fill('17:20');
  await page.getByLabel('接走人').fill('李叔叔');
  await page.getByText('王芳由李叔叔接走，不在允许接送的名单内，请核实身份。').waitFor();
  await page.getByRole('button', { name: '保存更正' }).click();
  await page.getByText('点名已保存').waitFor();
  const slotId = entered.slots[`2026-11-24 ${group}`] ?? '';
  await expect
    .poll(async () => (await window.call('serviceDay.session', { slotId })).rollCall.revision)
    .toBe(2);
});

it('hands the children over: all as enrolled, except one', async () => {
  await page.getByRole('button', { name: '离校交接' }).click();
  const list = page.getByRole('listbox', { name: '交接名单' });
  await list.waitFor();
  await list.focus();
  await strokes('1', 'w');
  await page.getByText('安心怡没有人接，请写明怎样处置').waitFor();
  await page.getByLabel('怎样处置').fill('留校看护，联系家长');
  await page.getByText('安心怡没有人接，请写明怎样处置').waitFor({ state: 'detached' });
  await list.focus();
  await page.getByRole('listbox').nth(1).waitFor({ state: 'detached' });
  expect(await accessibilityProblems(page)).toEqual([]);
  await strokes('Control+s');
  await page.getByText('离校交接已保存。').waitFor();
});

it('enters Monday’s paper, lets somebody stand in, and confirms the week', async () => {
  await window.go(`/service/paper?course=${entered.courses[group] ?? ''}&on=2026-11-23`);
  const cell = page.getByRole('gridcell', { name: '安心怡 星期一：到' });
  await cell.click();
  await strokes('q');
  await page.getByRole('gridcell', { name: '安心怡 星期一：缺勤' }).waitFor();
  expect(await accessibilityProblems(page)).toEqual([]);
  await strokes('Control+s');
  await page.getByText('已保存 1 场点名。').waitFor();

  await window.go('/service/day?on=2026-11-24');
  await page.getByRole('button', { name: `换人：${group}的李建国` }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('代班原因').fill('病假');
  await dialog.getByRole('button', { name: '由张丽代班' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByText('张丽（看护，代李建国）').waitFor();
  await page.getByRole('button', { name: '确认本周开展' }).click();
  await page.getByText('已确认 4 场。').waitFor();
});

it('pays October: names what is open, locks, refuses a silent change, corrects, unlocks', async () => {
  for (const name of [group, '全校值班']) {
    const slotId = entered.slots[`2026-10-14 ${name}`] ?? '';
    const { rollCall } = await window.call('serviceDay.session', { slotId });
    if (rollCall.rows.length > 0)
      await window.call('serviceDay.saveRollCalls', {
        sheets: [{ slotId, rows: rollCall.rows, baseRevision: null }],
      });
  }
  await window.go('/service/pay?month=2026-10');
  await page.getByText('有 2 场还没有确认开展').waitFor();
  await window.call('serviceDay.confirm', { from: '2026-10-14', to: '2026-10-14' });
  // 2 × 40 + 1.5 × 25 + 2 × 20
  await page.getByText('3 人，合计 157.50 元').waitFor();
  await page.getByLabel('王春梅扣税').fill('7.5');
  await page.getByText('实发 150.00 元').waitFor();
  expect(await accessibilityProblems(page)).toEqual([]);
  await page.getByRole('button', { name: '月结' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '月结' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.getByText('由张校长月结').or(page.getByText('月结，场次和金额已经锁定')).first().waitFor();

  await page.getByRole('button', { name: '更正课时' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: '哪一天' }).fill('2026-10-14');
  await dialog.getByLabel('哪一场').click();
  await page.getByRole('option', { name: `16:30—18:30 ${group}` }).click();
  await dialog.getByLabel('王春梅更正为').fill('1');
  await dialog.getByLabel('更正原因').fill('只上了一课时');
  await dialog.getByRole('button', { name: '更正' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByText('月结后更正过，差额 -40.00 元').waitFor();
  const november = await window.call('servicePay.month', { month: '2026-11' });
  expect(november.payees.find(({ name }) => name === '王春梅')?.corrections).toBe(-4000);

  await page.getByRole('button', { name: '解锁' }).click();
  await page.getByRole('dialog').getByLabel('为什么解锁').fill('标准录错');
  await page.getByRole('dialog').getByRole('button', { name: '解锁' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.getByText('月结后又解锁：标准录错').waitFor();
});
