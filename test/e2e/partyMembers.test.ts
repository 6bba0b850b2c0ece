import { describe, expect, it } from 'vitest';
import { accessibilityProblems } from '../support/accessibility.ts';
import { openSchoolWindow } from '../support/schoolWindow.ts';

/** Members in a real browser on 2026-11-24: talks, fees and hours of a branch, and one person on one page. */

const window = await openSchoolWindow();
const { page } = window;
let home: string;
let sun: string;

const main = () => page.getByRole('main');
const cell = (name: string | RegExp) => main().getByRole('textbox', { name });

describe('before there is a branch', () => {
  it('every screen says what to do first', async () => {
    await window.go('/area/partyLife');
    for (const label of ['党员情况', '谈话情况', '党费月表', '学时情况']) {
      await window.go('/area/partyLife');
      await main().getByRole('link', { name: label, exact: true }).click();
      await main().getByText('2026 年还没有党支部').waitFor();
      expect(await accessibilityProblems(page)).toEqual([]);
    }
    await main().getByRole('link', { name: '登记党支部' }).click();
    await page.locator('#field-name').waitFor();
    await page.getByRole('button', { name: '返回' }).click();
  });
});

describe('the fee table', () => {
  it('shows what everybody owes by the bands', async () => {
    home = await window.add('branch', {
      name: '山丹县测试学校第一党支部',
      shortName: '第一党支部',
      foundedOn: '2010-01-01',
    });
    const member = (name: string, feeBase: number | null) =>
      window.add('partyMember', {
        name,
        sex: '男',
        branch: home,
        status: '正式党员',
        rollSince: '2015-09-01',
        feeSituation: '在职',
        feeBase,
      });
    const li = await member('李强', 600_000);
    const wang = await member('王芳', 400_000);
    sun = await member('孙立', 300_000);
    await member('周敏', null);
    for (const [who, post] of [
      [li, '书记'],
      [wang, '组织委员'],
    ])
      await window.add('committeePost', { branch: home, member: who, post, from: '2024-01-01' });
    await window.go('/party/fees?year=2026');
    await cell('李强 9月，应交 90.00 元，未登记').waitFor();
    await cell('周敏 9月，应交 不明，缺基数').waitFor();
    await main().getByText('3000 至 5000 元 1%').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
  });

  it('pays a month as due for all, then exceptions by the keyboard', async () => {
    await main().getByRole('button', { name: '10月全部按应交登记' }).click();
    await cell('李强 10月，应交 90.00 元，已交').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.type('30');
    await cell('王芳 10月，应交 40.00 元，少交').waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Delete');
    await cell('孙立 10月，应交 15.00 元，未登记').waitFor();
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.type('=');
    await cell('孙立 9月，应交 15.00 元，已交').waitFor();
    await main().getByText('有 3 处没保存').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
  });

  it('says at the cell what can’t be read, and keeps what is typed', async () => {
    await page.keyboard.press('ArrowUp');
    await page.keyboard.type('四十');
    await expect.poll(() => cell('王芳 9月').getAttribute('aria-invalid')).toBe('true');
    await page.keyboard.press('Control+s');
    await main().getByText('有 1 个金额看不懂').waitFor();
    await cell('王芳 9月').fill('');
    await main().getByText('有 3 处没保存').waitFor();
  });

  it('does not let a payment day lie ahead, and stores nothing then', async () => {
    await main().getByRole('textbox', { name: '这次填的交纳日期' }).fill('2026-11-30');
    await page.keyboard.press('Control+s');
    await main().getByText('交纳日期还没有到').waitFor();
    await main().getByText('有 3 处没保存').waitFor();
    await main().getByRole('textbox', { name: '这次填的交纳日期' }).fill('11-20');
    await cell('李强 10月').focus();
    await page.keyboard.press('Control+s');
    await main().getByText('已保存 3 条').waitFor();
    await main().getByText('2026-11-20 交').waitFor();
    await cell('孙立 10月，应交 15.00 元，欠交').waitFor();
    const { rows } = await window.call('ledger.list', {
      query: { ledger: 'partyFee', period: '2026' },
      page: 0,
      pageSize: 20,
    });
    expect(rows).toHaveLength(3);
  });

  it('asks before unsaved amounts are left', async () => {
    await cell('孙立 10月').fill('15');
    await main().getByRole('link', { name: '学时', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('有 1 处没有保存').waitFor();
    await dialog.getByRole('button', { name: '不保存，离开' }).click();
    await main().getByRole('heading', { name: '学时', exact: true }).waitFor();
  });
});

describe('the hours', () => {
  it('put first who lacks most, and lead to a record with those on its list', async () => {
    await main().getByText('4 人落后于进度').waitFor();
    const rows = await main().getByRole('table', { name: '学时' }).getByRole('row').allInnerTexts();
    expect(rows[1]).toMatch(/李强|王芳/u);
    expect(rows[3]).toMatch(/0\/32 学时，按进度应有 26.5/u);
    expect(await accessibilityProblems(page)).toEqual([]);
    await main().getByRole('button', { name: '登记学习：孙立' }).click();
    await page.locator('#field-title').fill('秋季学习');
    await page.getByRole('radio', { name: '集中引导学' }).check();
    await page.locator('#field-heldOn').fill('2026-11-10');
    await page.locator('#field-hours').fill('30');
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await page.getByRole('article', { name: '秋季学习' }).waitFor();
    await window.go('/party/hours?year=2026');
    await main().getByText('30/32 学时，跟得上进度').waitFor();
  });
});

describe('the talk matrix', () => {
  it('is walked by arrow keys and opens a talk already filled', async () => {
    await window.go('/party/talks?year=2026');
    await main().getByText('委员之间还缺 1 对：李强和王芳').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await main().getByRole('button', { name: '李强和王芳，两名委员之间还没谈' }).focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label')))
      .toBe('孙立和王芳，还没谈，任谈一位即可');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('#field-talker').inputValue()).toBe('王芳');
    await expect.poll(() => page.locator('#field-partner').inputValue()).toBe('孙立');
    await page.locator('#field-heldOn').fill('2026-11-18');
    await page.locator('#field-content').fill('谈教学和生活。');
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await page.getByRole('article', { name: '孙立' }).waitFor();
    await window.go('/party/talks?year=2026');
    const talked = main().getByRole('button', { name: '孙立和王芳，谈过 1 次：2026-11-18' });
    await talked.click();
    await page.getByRole('article', { name: '孙立' }).waitFor();
  });

  it('shows members among themselves', async () => {
    await window.go('/party/talks?year=2026');
    await main().getByRole('button', { name: '全体之间' }).click();
    await main().getByRole('button', { name: '孙立和周敏，还没谈，任谈一位即可' }).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
  });
});

describe('a member', () => {
  it('is found by initials and shown on one page', async () => {
    await window.go('/party/members?year=2026');
    await main().getByRole('textbox', { name: '查找党员' }).fill('sl');
    await main().getByRole('link', { name: '孙立' }).waitFor();
    await expect.poll(() => main().getByRole('row').count()).toBe(2);
    expect(await accessibilityProblems(page)).toEqual([]);
    await main().getByRole('link', { name: '孙立' }).click();
    await page.getByRole('article', { name: '孙立的党员情况' }).waitFor();
    await main().getByRole('region', { name: '学时' }).getByText('30/32 学时').waitFor();
    await main().getByRole('region', { name: '谈心谈话' }).getByText('2026-11-18 与王芳').waitFor();
    await expect
      .poll(() => main().getByRole('list', { name: '各月党费' }).innerText())
      .toMatch(/9月\s*✓\s*已交\s*15.00\s*10月\s*!\s*欠交/u);
    expect(await accessibilityProblems(page)).toEqual([]);
  });

  it('has one click from what is missing to the form that records it', async () => {
    await main().getByRole('button', { name: '登记党费：2026年10月的党费没有交' }).click();
    await expect.poll(() => page.locator('#field-member').inputValue()).toBe('孙立');
    await page.getByText('2026年10月').first().waitFor();
    await page.getByRole('button', { name: '返回' }).click();
    await window.go(`/party/members/${sun}?year=2026`);
    await main().getByRole('button', { name: '登记党费：党费还有 8 个月没有登记' }).click();
    await cell('孙立 8月，应交 15.00 元，未登记').waitFor();
  });

  it('who is gone is told in words, with a way back', async () => {
    await window.go('/party/members/01938000-0000-7000-8000-000000000000?year=2026');
    await main().getByText('没有找到这位党员').waitFor();
    await main().getByRole('link', { name: '返回党员情况' }).click();
    await main().getByRole('link', { name: '李强' }).waitFor();
  });

  it('and the tables have room in the largest font', async () => {
    await window.call('settings.save', { ...(await window.call('settings.get', {})), largeFont: 150 });
    for (const address of [`/party/members/${sun}`, '/party/fees', '/party/talks', '/party/hours']) {
      await window.go(`${address}?year=2026`);
      await main().getByRole('heading', { level: 1 }).waitFor();
      expect(
        await page.evaluate(() => {
          const work = document.getElementById('work');
          return work ? work.scrollWidth - work.clientWidth : -1;
        }),
      ).toBe(0);
      expect(await accessibilityProblems(page)).toEqual([]);
    }
  });
});
