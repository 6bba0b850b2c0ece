import { describe, expect, it } from 'vitest';
import { createUuid } from '#shared/kernel/ids.ts';
import { accessibilityProblems } from '../support/accessibility.ts';
import { openSchoolWindow } from '../support/schoolWindow.ts';

/** Developing members in a real browser: from an empty board to a step recorded, on 2026-11-24. */

const window = await openSchoolWindow();
const { page } = window;

const newId = (): string => createUuid(Date.now(), crypto.getRandomValues(new Uint8Array(10)));

describe('the board', () => {
  it('is reached from the area of Party life and, while empty, says how to begin', async () => {
    await window.go('/area/partyLife');
    await page.getByRole('main').getByRole('link', { name: '发展党员', exact: true }).click();
    await page.getByText('还没有发展党员档案').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.getByRole('link', { name: '新建档案' }).click();
    await page.locator('#field-name').waitFor();
    await page.getByRole('button', { name: '返回' }).click();
  });

  it('shows people by stage, each with the next step and its day in words', async () => {
    const branch = await window.add('branch', {
      name: '山丹县测试学校第一党支部',
      shortName: '一支部',
      foundedOn: '2010-01-01',
    });
    const member = await window.add('partyMember', {
      name: '赵明',
      sex: '男',
      branch,
      status: '正式党员',
      rollSince: '2015-09-01',
    });
    await window.add(
      'partyMeeting',
      {
        type: '支部委员会会议',
        title: '研究发展对象',
        branch,
        heldOn: '2026-11-20',
        startsAt: '15:00',
        endsAt: '16:00',
        place: '会议室',
        host: member,
        recorder: member,
      },
      '2026-11',
    );
    const steps = (days: readonly string[]) =>
      days.map((doneOn, index) => ({
        id: newId(),
        step: [
          '1 递交入党申请书',
          '2 党组织派人谈话',
          '3 推荐和确定入党积极分子',
          '4 上级党委备案',
          '5 指定培养联系人',
          '6 培养教育考察',
        ][index],
        doneOn,
        papersReady: true,
        meeting: null,
        remark: null,
      }));
    const person = { bornOn: '1995-03-05', branch, contacts: [member] };
    await window.add('memberDevelopment', { ...person, name: '欧阳娜娜', steps: steps(['2026-10-08']) });
    await window.add('memberDevelopment', {
      ...person,
      name: '单欣怡',
      steps: steps(['2025-01-08', '2025-01-20', '2025-12-05', '2025-12-08', '2025-12-08', '2025-12-08']),
    });
    await window.go('/party/development');
    const applicants = page.getByRole('region', { name: '申请人 1 人' });
    await expect
      .poll(() => applicants.innerText())
      .toMatch(/欧阳娜娜[\s\S]*2 党组织派人谈话[\s\S]*已逾期[\s\S]*已超过 16 天/u);
    const activists = page.getByRole('region', { name: '积极分子 1 人' });
    await expect
      .poll(() => activists.innerText())
      .toMatch(/单欣怡[\s\S]*7 确定发展对象[\s\S]*还没到时间[\s\S]*最早 2026-12-05，还有 11 天/u);
    expect(await accessibilityProblems(page)).toEqual([]);
  });

  it('opens a dossier by the keyboard', async () => {
    await page.getByRole('link', { name: /欧阳娜娜/u }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('article', { name: '欧阳娜娜的发展党员档案' }).waitFor();
    await expect.poll(() => page.locator('[aria-current=step]').innerText()).toContain('党组织派人谈话');
    expect(await accessibilityProblems(page)).toEqual([]);
  });
});

describe('a dossier', () => {
  it('records the next step with a day as it is typed', async () => {
    await page.getByRole('button', { name: '登记第 2 步', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: '登记第 2 步：党组织派人谈话' });
    const day = dialog.getByLabel('日期', { exact: true });
    await day.fill('11-25');
    await dialog.getByText('日期还没有到').waitFor();
    await expect
      .poll(() => dialog.getByRole('button', { name: '登记', exact: true }).isDisabled())
      .toBe(true);
    await day.fill('11-05');
    await dialog.getByRole('checkbox', { name: '材料已归齐：谈话记录' }).check();
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    const done = page.getByRole('listitem').filter({ hasText: '2. 党组织派人谈话' });
    await expect.poll(() => done.innerText()).toMatch(/2026-11-05[\s\S]*✓ 谈话记录/u);
    await page.getByRole('button', { name: '登记第 3 步', exact: true }).waitFor();
  });

  it('names a day that is too early and writes it down only when told that it was so', async () => {
    await window.go('/party/development');
    await page.getByRole('link', { name: /单欣怡/u }).click();
    await page.getByRole('button', { name: '登记第 7 步', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: '登记第 7 步：确定发展对象' });
    await dialog.getByLabel('支部委员会会议记录').click();
    await page.getByRole('option', { name: '2026-11-20 研究发展对象' }).click();
    await expect.poll(() => dialog.getByLabel('日期', { exact: true }).inputValue()).toBe('2026-11-20');
    await dialog.getByText('太早：培养教育满 1 年，最早2026年12月5日。').waitFor();
    const submit = dialog.getByRole('button', { name: '登记', exact: true });
    await expect.poll(() => submit.isDisabled()).toBe(true);
    expect(await accessibilityProblems(page)).toEqual([]);
    await dialog.getByRole('checkbox', { name: '确实是这一天，照实登记' }).check();
    await submit.click();
    await dialog.waitFor({ state: 'detached' });
    const findings = page.getByRole('region', { name: '检查发现' });
    await findings.getByText('确定为发展对象太早').waitFor();
    await page.getByText('缺：座谈和征求意见记录、确定发展对象的会议记录').waitFor();
    await page.getByRole('link', { name: '研究发展对象' }).click();
    await page.getByRole('article', { name: '研究发展对象' }).waitFor();
  });

  it('is found by initials', async () => {
    await page.keyboard.press('Control+k');
    await page.keyboard.type('oynn');
    await page.getByRole('option', { name: /欧阳娜娜/u }).click();
    await page.getByRole('article', { name: '欧阳娜娜的发展党员档案' }).waitFor();
  });

  it('of somebody who is gone says so and leads back', async () => {
    await window.go(`/party/development/${newId()}`);
    await page.getByText('没有找到这份发展党员档案').waitFor();
    await page.getByRole('link', { name: '返回发展党员' }).click();
    await page.getByRole('region', { name: '积极分子 1 人' }).waitFor();
  });

  it('has room for its words in the largest font', async () => {
    await window.call('settings.save', { ...(await window.call('settings.get', {})), largeFont: 150 });
    await page.reload();
    await page.getByRole('link', { name: /单欣怡/u }).click();
    await page.getByRole('article', { name: '单欣怡的发展党员档案' }).waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth - window.innerWidth')).toBe(0);
    expect(
      await page.evaluate(() => {
        const work = document.getElementById('work');
        return work ? work.scrollWidth - work.clientWidth : -1;
      }),
    ).toBe(0);
    expect(await accessibilityProblems(page)).toEqual([]);
  });
});
