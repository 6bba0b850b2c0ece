import { beforeAll, expect, test } from 'vitest';
import { accessibilityProblems } from '../support/accessibility.ts';
import { openSchoolWindow } from '../support/schoolWindow.ts';

const window = await openSchoolWindow();
let branch: string;

beforeAll(async () => {
  branch = await window.add('branch', {
    name: '中共山丹县清泉学校第一支部委员会',
    shortName: '第一党支部',
    foundedOn: '2020-01-01',
  });
});

test('a branch and a year are chosen side by side, and stay when one of them changes', async () => {
  const { page } = window;
  await window.go('/reports?name=branchHandbook');
  await page.getByText('请在上面选一条“党支部”').waitFor();
  await page.getByLabel('选择党支部').fill('第一');
  await page.getByRole('option', { name: /第一党支部/u }).click();
  const preview = page.frameLocator('iframe[title="党支部工作手册预览"]');
  await preview.getByRole('heading', { name: '二十三、年度工作总结' }).waitFor();
  expect(await accessibilityProblems(page)).toEqual([]);
  await page.getByRole('button', { name: /上一|前一/u }).click();
  await preview.getByText('2025年', { exact: true }).first().waitFor();
  expect(new URL(page.url()).hash + new URL(page.url()).search).toContain(`recordId=${branch}`);
});
