import { describe, expect, it } from 'vitest';
import { accessibilityProblems } from '../support/accessibility.ts';
import { openSchoolWindow } from '../support/schoolWindow.ts';

/** The year plan in a real browser: from no branch to a plan that is moved, printed and written up, on 2026-11-24. */

const window = await openSchoolWindow();
const { page } = window;

const day = (date: string) => page.locator(`[data-date="${date}"]`);
const item = (name: string) => page.getByRole('button', { name: new RegExp(`，${name}，`, 'u') });
const bar = () => page.getByRole('status');

describe('making the plan', () => {
  it('is reached from the area of Party life and, without a branch, says how to begin', async () => {
    await window.go('/area/partyLife');
    await page.getByRole('main').getByRole('link', { name: '年度计划', exact: true }).click();
    await page.getByText('还没有党支部').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.getByRole('link', { name: '登记党支部' }).waitFor();
  });

  it('proposes what the branch owes, shows the exemption with its reason and takes what is left ticked', async () => {
    await window.add(
      'term',
      {
        name: '2026—2027学年第一学期',
        season: '第一学期',
        startsOn: '2026-08-31',
        firstTeachingOn: '2026-08-31',
        lastTeachingOn: '2027-01-15',
        endsOn: '2027-01-18',
      },
      '2026-2027-1',
    );
    const branch = await window.add('branch', {
      name: '山丹县测试学校第一党支部',
      shortName: '一支部',
      foundedOn: '2010-01-01',
      partyDayOfMonth: 15,
    });
    const posts = { 赵明: '书记', 钱芳: '组织委员', 孙立: '宣传委员' };
    const members: string[] = [];
    for (const [name, post] of Object.entries(posts)) {
      const member = await window.add('partyMember', {
        name,
        sex: '男',
        branch,
        status: '正式党员',
        rollSince: '2015-09-01',
      });
      await window.add('committeePost', { branch, member, post, from: '2020-01-01' });
      members.push(member);
    }
    await window.add(
      'partyMeeting',
      {
        type: '支部委员会会议',
        title: '11月支委会',
        branch,
        heldOn: '2026-11-05',
        startsAt: '16:30',
        endsAt: '17:30',
        place: '三楼会议室',
        host: members[0],
        recorder: members[1],
      },
      '2026-11',
    );
    await window.add(
      'partyExemption',
      { branch, type: '主题党日', reason: '校舍加固，停止集中活动' },
      '2026-12',
    );

    await window.go('/party/plan?month=2026-12');
    await page.getByText('一支部2026年还没有计划').waitFor();
    await page.getByText('2026年12月主题党日：校舍加固，停止集中活动').waitFor();
    await page.getByRole('button', { name: '生成计划' }).click();
    const dialog = page.getByRole('dialog', { name: '一支部：生成2026年计划' });
    await dialog.getByRole('button', { name: '加入 6 项' }).waitFor();
    await dialog.getByText('校舍加固').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await dialog.getByRole('checkbox', { name: '加入2026年第4季度党课' }).uncheck();
    await dialog.getByRole('button', { name: '加入 5 项' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByText('一支部 2026年：共 5 项').waitFor();
    await expect.poll(() => day('2026-12-04').innerText()).toContain('16:30 支委会');
  });

  it('has nothing to add a second time but what was left out', async () => {
    await page.getByRole('button', { name: '生成计划' }).click();
    const dialog = page.getByRole('dialog', { name: '一支部：生成2026年计划' });
    await dialog.getByRole('button', { name: '加入 1 项' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: '生成计划' }).click();
    await dialog.getByText('没有要加的').waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
  });

  it('says that there is no plan of last year to copy', async () => {
    await page.getByRole('button', { name: '沿用2025年计划' }).click();
    const dialog = page.getByRole('dialog', { name: '一支部：沿用2025年的计划' });
    await dialog.getByText('一支部2025年没有计划，不能沿用').waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
  });
});

describe('the month', () => {
  it('marks days by sign and word and is clean for a reader', async () => {
    await window.go('/party/plan?month=2026-10');
    await page.getByRole('table', { name: '2026年10月计划' }).waitFor();
    await expect.poll(() => day('2026-10-01').innerText()).toContain('国庆节 休');
    await expect.poll(() => day('2026-10-10').innerText()).toContain('班');
    await expect.poll(() => day('2026-10-12').innerText()).toContain('课');
    await expect.poll(() => day('2026-10-01').getAttribute('aria-label')).toContain('国庆节放假');
    expect(await accessibilityProblems(page)).toEqual([]);
  });

  it('moves an item by keyboard, warns before the drop and puts it back with Esc', async () => {
    await window.go('/party/plan?month=2026-12');
    await page.getByRole('table', { name: '2026年12月计划' }).waitFor();
    await item('2026年12月支委会').focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowRight');
    await bar().getByText('2026年12月支委会 → 2026年12月5日 星期六').waitFor();
    await bar().getByText('星期六，不上班。').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await bar().getByText('改日期').waitFor();
    await expect.poll(() => day('2026-12-04').innerText()).toContain('支委会');
    await expect
      .poll(() => page.evaluate('document.activeElement.getAttribute("aria-label")'))
      .toContain('12月支委会');

    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowDown');
    await bar().getByText('这一天合适').waitFor();
    await page.keyboard.press('Space');
    await bar().getByText('已把“2026年12月支委会”改到2026年12月11日。').waitFor();
    await expect.poll(() => day('2026-12-11').innerText()).toContain('支委会');
    await expect
      .poll(() => page.evaluate('document.activeElement.getAttribute("aria-label")'))
      .toContain('12月支委会');
  });

  it('follows an item carried into the next month, past the end of its window', async () => {
    await page.keyboard.press('Space');
    for (let week = 0; week < 3; week += 1) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowRight');
    await page.getByRole('table', { name: '2027年1月计划' }).waitFor();
    await bar().getByText('超出期限：应在 2026-12-01 至 2026-12-31 之间。').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('table', { name: '2026年12月计划' }).waitFor();
    await expect.poll(() => day('2026-12-11').innerText()).toContain('支委会');
  });

  it('moves an item with the mouse and takes it back', async () => {
    const from = await item('2026年12月支委会').boundingBox();
    const to = await day('2026-12-17').boundingBox();
    if (!from || !to) throw new Error('not on the screen');
    await page.mouse.move(from.x + 20, from.y + 8);
    await page.mouse.down();
    await page.mouse.move(from.x + 40, from.y + 30, { steps: 4 });
    await page.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 4 });
    await bar().getByText('2026年12月17日 星期四').waitFor();
    await page.mouse.up();
    await bar().getByText('改到2026年12月17日').waitFor();
    await expect.poll(() => day('2026-12-17').innerText()).toContain('支委会');
    await page.getByRole('button', { name: '撤销' }).click();
    await day('2026-12-11').getByText('支委会').waitFor();
    await expect.poll(() => day('2026-12-17').innerText()).not.toContain('支委会');
  });

  it('opens the record of what was held, and a filled new one for what is planned', async () => {
    await window.go('/party/plan?month=2026-11');
    await page.getByRole('link', { name: '16:30 支委会，11月支委会，已开' }).click();
    await page.getByRole('article', { name: '11月支委会' }).waitFor();
    await window.go('/party/plan?month=2026-12');
    await item('2026年12月支委会').focus();
    await page.keyboard.press('Enter');
    await page.locator('#field-title').waitFor();
    await expect.poll(() => page.locator('#field-title').inputValue()).toBe('2026年12月支委会');
    await expect.poll(() => page.locator('#field-heldOn').inputValue()).toContain('2026-12-11');
    await expect.poll(() => page.locator('#field-place').inputValue()).toBe('三楼会议室');
  });
});

describe('the list and what follows from the plan', () => {
  it('shows the year in lines, with the way to write up and to change each', async () => {
    await window.go('/party/plan?month=2026-12');
    await page.getByRole('button', { name: '列表' }).click();
    await page.getByRole('table', { name: '2026年计划' }).waitFor();
    await expect.poll(() => page.getByRole('row').count()).toBe(7);
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.getByRole('link', { name: '改计划：2026年12月支委会' }).click();
    await page.locator('#field-plannedOn').waitFor();
  });

  it('is printed as a document of the year', async () => {
    await window.go('/party/plan?month=2026-12');
    await page.getByRole('link', { name: '打印计划' }).click();
    const paper = page.frameLocator('iframe');
    await paper.getByText('2026年度组织生活计划').first().waitFor();
    await paper.getByText('2026年12月11日 星期五').waitFor();
    await paper.getByText('2026年12月主题党日（校舍加固，停止集中活动）').waitFor();
  });

  it('reminds on the dashboard of what is near', async () => {
    await window.go('/');
    const due = page.getByRole('region', { name: /要办的事/u });
    await due.getByText('“一支部 2026年第4季度党课”明天开').waitFor();
  });

  it('has room for its words in the largest font', async () => {
    await window.call('settings.save', { ...(await window.call('settings.get', {})), largeFont: 150 });
    await window.go('/party/plan?month=2026-12');
    await page.reload();
    await page.getByRole('table', { name: '2026年12月计划' }).waitFor();
    expect(
      await page.evaluate(() => {
        const work = document.getElementById('work');
        return work ? work.scrollWidth - work.clientWidth : -1;
      }),
    ).toBe(0);
    expect(await accessibilityProblems(page)).toEqual([]);
  });
});
