import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { createUuid } from '#shared/kernel/ids.ts';
import { emptyValues } from '#shared/ledger/schema.ts';
import { accessibilityProblems } from '../support/accessibility.ts';
import { openSchoolWindow, type SchoolWindow } from '../support/schoolWindow.ts';
import { enterRosterTerm, rosterPeriod } from '../services/afterSchool/rosterTerm.ts';

/** A clerk has a week rostered, gives one duty to somebody else with a reason, and saves it for the week. */

let window: SchoolWindow;
let page: Page;
const complaints: string[] = [];

beforeAll(async () => {
  window = await openSchoolWindow();
  page = window.page;
  await page.setViewportSize({ width: 1366, height: 768 });
  page.on('pageerror', (error) => complaints.push(error.message));
});
afterAll(async () => {
  await window.close();
  expect(complaints).toEqual([]);
});

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

  await page.getByRole('button', { name: '保存排班' }).click();
  await page.getByText('已保存：新增 30 场，更改 0 场。').waitFor();
  const week = { period: rosterPeriod, from: '2026-11-23', to: '2026-11-27' };
  const board = await window.call('roster.board', week);
  expect(board.roster).toHaveLength(30);
  expect(board.problem.locked).toHaveLength(1);
});
