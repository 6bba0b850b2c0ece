import { beforeAll, expect, it } from 'vitest';
import { accessibilityProblems } from '../support/accessibility.ts';
import { openSchoolWindow } from '../support/schoolWindow.ts';

/** The meeting form in a real browser: presence and majority are judged while the numbers are typed. */

const window = await openSchoolWindow();
const { page } = window;

beforeAll(async () => {
  const id = await window.add(
    'partyMeeting',
    {
      type: '支部党员大会',
      title: '十一月支部党员大会',
      heldOn: '2026-11-23',
      votes: [
        {
          id: crypto.randomUUID(),
          matter: '接收王某某为预备党员',
          kind: '接收预备党员',
          mode: '无记名投票',
          dueVoters: 20,
          presentVoters: 10,
          against: 0,
          abstained: 0,
        },
      ],
    },
    '2026-11',
    'draft',
  );
  await window.go(`/ledger/partyMeeting/${id}/edit`);
});

/** Types into a cell of the first vote; the columns stand in the order of the definition, after the row's number. */
async function type(column: string, text: string): Promise<void> {
  const grid = page.getByRole('grid', { name: '表决情况' });
  const place = (await grid.getByRole('columnheader').allInnerTexts()).findIndex((word) =>
    word.startsWith(column),
  );
  const row = grid.getByRole('row').nth(1);
  await row.locator('td, th').nth(place).click();
  const cell = grid.getByRole('textbox', { name: `第 1 行 ${column}` });
  await cell.fill(text);
  await page.keyboard.press('Tab');
}

it('says that half of those due is too few to admit somebody', async () => {
  await page.getByText('应有超过半数有表决权的党员到会，不能表决').waitFor();
  expect(await accessibilityProblems(page)).toEqual([]);
});

it('tells how many votes are needed once enough are present, and judges those typed', async () => {
  await type('实到有表决权', '12');
  await page.getByText('至少 11 票').waitFor();
  await type('赞成', '10');
  await page.getByText('没有超过应到 20 人的半数（至少 11 票），应为未通过').waitFor();
  await type('赞成', '11');
  await page.getByText('已超过应到 20 人的半数（至少 11 票），应为通过').waitFor();
  expect(await accessibilityProblems(page)).toEqual([]);
});
