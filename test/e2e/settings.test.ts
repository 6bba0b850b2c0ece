import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Locator } from 'playwright-core';
import { accessibilityProblems } from '../support/accessibility.ts';
import { firstSchool } from '../support/application.ts';
import { openSchoolWindow } from '../support/schoolWindow.ts';

/** The settings in a real browser on the real program: a clerk sets the school up for colleagues and for what the county asks. */

const window = await openSchoolWindow();
const { page, folder } = window;

beforeAll(async () => {
  const branch = await window.add('branch', {
    name: '山丹县测试学校党支部',
    shortName: '支部',
    foundedOn: '2010-01-01',
  });
  for (const name of ['赵明', '钱小红', '孙国庆', '李晓'])
    await window.add('partyMember', {
      name,
      sex: '女',
      branch,
      status: '正式党员',
      admittedOn: '2010-07-01',
      rollSince: '2015-09-01',
    });
});

const pages = (): Locator => page.getByRole('navigation', { name: '设置' });
const areas = (): Locator => page.getByRole('navigation', { name: '主要栏目' });
const openPage = async (name: string): Promise<void> => pages().getByRole('link', { name }).click();
const heading = (name: string): Promise<void> => page.getByRole('heading', { level: 1, name }).waitFor();
const button = (name: string): Locator => page.getByRole('button', { name, exact: true });
const unlock = async (name: string, password: string): Promise<void> => {
  await page.getByRole('button', { name }).click();
  await page.getByLabel('密码', { exact: true }).fill(password);
  await button('打开').click();
};

describe('the school', () => {
  it('gets its new name at once, and asks before something typed is lost', async () => {
    await areas().getByRole('link', { name: '设置' }).click();
    await heading('学校');
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.getByLabel('学校全称').fill('山丹县东乐九年制学校');
    await openPage('校历');
    const dialog = page.getByRole('dialog');
    await dialog.getByText('还有没保存的内容').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await dialog.getByRole('button', { name: '继续填写' }).click();
    await dialog.waitFor({ state: 'detached' });
    await expect.poll(() => page.getByLabel('学校全称').inputValue()).toBe('山丹县东乐九年制学校');
    await page.keyboard.press('Control+s');
    await page.getByText('已保存').waitFor();
    await page.getByRole('banner').getByText('山丹县东乐九年制学校').waitFor();
  });

  it('says beside the field what is wrong, and what another type of school changes', async () => {
    const minutes = page.getByLabel('多久没有操作就锁定');
    await minutes.fill('300');
    await page.keyboard.press('Tab');
    await page.getByText('请填 1 至 240 之间的整数。').waitFor();
    await expect.poll(() => minutes.getAttribute('aria-invalid')).toBe('true');
    await minutes.fill('20');

    await page.getByLabel('学校类型').fill('gjzx');
    await page.keyboard.press('Enter');
    await page.getByText(/由“九年一贯制学校”改为“高级中学”。不再显示“课后服务/).waitFor();
    await page.getByLabel('学校类型').fill('jnyg');
    await page.keyboard.press('Enter');
    await page.getByText(/改为“高级中学”/).waitFor({ state: 'detached' });
    await button('保存').click();
    await page.getByText('已保存').waitFor();
    expect(await window.call('settings.get', {})).toMatchObject({ idleMinutes: 20 });
  });

  it('shows everything larger as soon as a size is chosen, and takes a second backup place', async () => {
    const size = () => page.evaluate('getComputedStyle(document.documentElement).fontSize');
    expect(await size()).toBe('16px');
    await button('很大 150%').click();
    await expect.poll(size).toBe('24px');
    expect(await page.evaluate('document.documentElement.scrollWidth - window.innerWidth')).toBe(0);
    expect(await accessibilityProblems(page)).toEqual([]);
    await button('标准 100%').click();
    await expect.poll(size).toBe('16px');

    window.answers.push(folder);
    await button('选择文件夹…').click();
    await page.getByText(folder).waitFor();
    await button('保存').click();
    await page.getByText('已保存').waitFor();
    expect(await window.call('settings.get', {})).toMatchObject({ backupFolder: folder, largeFont: 100 });
    await button('不用第二位置').click();
    await button('保存').click();
    await page.getByText('没有设置，只备份在这台电脑上。').waitFor();
  });
});

describe('the calendar', () => {
  it('shows the year at a glance, and says plainly that a year is not there yet', async () => {
    await openPage('校历');
    await page.getByRole('cell', { name: '2026-10-01 星期四，放假，国庆节' }).waitFor();
    await page.getByText('还没有登记学期。').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await button('看 2027 年').click();
    await page.getByText(/还没有 2027 年的放假安排/).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
  });

  it('takes a later year from a file, and nothing from a file of another kind', async () => {
    const wrong = join(folder, '名单.json');
    writeFileSync(wrong, '{"姓名":"张三"}');
    window.answers.push(wrong);
    await button('导入放假安排…').click();
    await page.getByText(/这个文件不是放假安排/).waitFor();

    const file = join(folder, '2027.json');
    const day = (date: string, name: string, isOffDay = true) => ({ date, name, isOffDay });
    const days = [
      day('2027-01-01', '元旦'),
      day('2027-01-03', '元旦', false),
      day('2027-10-01', '国庆节'),
      day('2027-10-02', '国庆节'),
    ];
    writeFileSync(file, JSON.stringify({ year: 2027, days }));
    window.answers.push(file);
    await button('导入放假安排…').click();
    await page.getByText(/已导入 2027 年的放假安排，共 4 天/).waitFor();
    await page.getByText(/还没有 2027 年的放假安排/).waitFor({ state: 'detached' });
    await page.getByText('10-01 至 10-02').waitFor();
  });

  it('marks the days with lessons, also on a make-up day whose timetable is chosen', async () => {
    const dates = {
      startsOn: '2026-08-30',
      firstTeachingOn: '2026-08-31',
      lastTeachingOn: '2027-01-08',
      endsOn: '2027-01-15',
    };
    await window.add('term', { name: '2026—2027学年第一学期', season: '第一学期', ...dates }, '2026-2027-1');
    await page.getByRole('cell', { name: '2027-01-04 星期一，上课' }).waitFor();
    await page.getByRole('cell', { name: '2027-01-03 星期日，调休上班，元旦', exact: true }).waitFor();
    await page.getByLabel('2027-01-03 按哪天的课表上课').selectOption('星期五');
    await page.getByRole('cell', { name: '2027-01-03 星期日，调休上班，元旦，按星期五的课表上课' }).waitFor();
    const [, madeUp] = await window.call('calendar.days', { year: 2027 });
    expect(madeUp?.followWeekday).toBe(5);
    expect(await accessibilityProblems(page)).toEqual([]);
  });
});

describe('parameters', () => {
  const found = '有党员 4 人，一般不超过 3 人';
  const findings = async (on: string) =>
    (await window.call('checks.findings', { on, area: 'partyLife' })).filter(({ sentence }) =>
      sentence.includes(found),
    );

  it('say what each is for, which rules read it, and refuse what it cannot be', async () => {
    await openPage('参数');
    await page.getByLabel('查找参数').fill('dzbrs');
    await page.getByRole('link', { name: '党支部人数上限' }).click();
    await page.getByRole('cell', { name: 'PTY-43' }).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.getByLabel('新的值').fill('很多');
    await page.keyboard.press('Tab');
    await page.getByText('“党支部人数上限”应为 0 至 500 的数字。').waitFor();
    await page.getByLabel('新的值').fill('50');
  });

  it('take a new value from a day on with the keyboard alone, and the check finds by it from that day', async () => {
    expect(await findings('2026-11-24')).toEqual([]);
    await page.getByRole('textbox', { name: '从哪天起' }).focus();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('11-01');
    await page.keyboard.press('Enter');
    await page.keyboard.type('3');
    await page.keyboard.press('Enter');
    await page.keyboard.type('县委教育工委〔2026〕9 号');
    await page.keyboard.press('Control+s');
    await page.getByRole('cell', { name: /县委教育工委〔2026〕9 号（王办事/ }).waitFor();
    await page.getByRole('table', { name: '各个时期的值' }).getByText('2026-11-01').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);

    expect(await findings('2026-10-31')).toEqual([]);
    expect(await findings('2026-11-01')).toHaveLength(1);
    await areas().getByRole('link', { name: '工作台' }).click();
    await page.getByText(found).first().waitFor();
  });

  it('stand beside the rules, each with its gravity and its basis', async () => {
    await areas().getByRole('link', { name: '设置' }).click();
    await openPage('参数');
    await page.getByRole('link', { name: '检查规则' }).click();
    await page.getByLabel('查找规则').fill('PTY-43');
    const rule = page.getByRole('row', { name: /PTY-43/ });
    await expect.poll(() => rule.innerText()).toContain('请核对');
    await expect.poll(() => rule.innerText()).toContain('《中国共产党支部工作条例（试行）》');
    expect(await accessibilityProblems(page)).toEqual([]);
    await rule.getByRole('link', { name: '党支部人数上限' }).click();
    await heading('党支部人数上限');
  });
});

describe('accounts', () => {
  it('never lose their last administrator', async () => {
    await openPage('账号');
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.getByRole('link', { name: '王办事' }).click();
    await page.getByRole('checkbox', { name: /^管理员/ }).click();
    await button('保存角色').click();
    await page.getByText(/这是最后一位管理员/).waitFor();
    await expect.poll(() => page.getByRole('button', { name: '停用账号…' }).count()).toBe(0);
    await page.getByRole('checkbox', { name: /^管理员/ }).click();
  });

  it('are made for a colleague, who gets a first password and one role', async () => {
    await page.getByRole('link', { name: '新建账号' }).click();
    await button('建立账号').waitFor();
    await page.keyboard.type('李');
    await page.keyboard.press('Enter');
    await page.getByText('请写姓名（至少 2 个字）。').waitFor();
    await page.getByLabel('姓名').fill('李师德');
    await button('建立账号').click();
    await page.getByText('请至少选一个角色。').waitFor();
    await page.getByRole('checkbox', { name: /^师德/ }).click();
    await page.getByLabel('初始密码', { exact: false }).first().fill('qilianshan26');
    await page.getByLabel('再输一遍初始密码').fill('qilianshan26');
    await page.getByText('很好，不容易被猜到。').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await button('建立账号').click();
    await heading('李师德');
  });

  it('open to a colleague the own areas and no more', async () => {
    await button('锁定').click();
    await unlock('李师德', '不是这个密码');
    await page.getByText(/密码不对，请检查大小写和输入法后再试/).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await unlock('李师德', 'qilianshan26');
    await areas().getByRole('link', { name: '师德师风' }).waitFor();
    const shown = (await areas().getByRole('link').allInnerTexts()).map((text) => text.trim());
    expect(shown.join(' ')).not.toMatch(/党建|课后服务/);

    await areas().getByRole('link', { name: '设置' }).click();
    await heading('校历');
    await expect.poll(() => pages().getByRole('link').allInnerTexts()).toEqual(['校历', '参数', '安全']);
    await window.go('/settings/accounts');
    await page.getByText(/这一页不在您账号的权限内/).waitFor();
  });

  it('change their own password, with a sentence at the field when the old one is wrong', async () => {
    await openPage('安全');
    await page.getByText(/不能免密码打开，每次都要输入密码/).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    const old = page.getByLabel('现在的密码');
    await old.fill('记不清了');
    await page.getByLabel('新密码').first().fill('yanzhishan-2026');
    await page.getByLabel('再输一遍新密码').fill('yanzhishan-2026');
    await button('修改密码').click();
    await page.getByText('原密码不对。', { exact: true }).waitFor();
    await expect.poll(() => old.getAttribute('aria-invalid')).toBe('true');
    await old.fill('qilianshan26');
    await button('修改密码').click();
    await page.getByText('密码已改好，下次打开请用新密码。').waitFor();

    await button('锁定').click();
    await unlock('李师德', 'qilianshan26');
    await page.getByText(/密码不对/).waitFor();
    await unlock('李师德', 'yanzhishan-2026');
    await areas().waitFor();
  });

  it('no longer open anything once they are withdrawn', async () => {
    await button('锁定').click();
    await unlock('王办事', firstSchool.password);
    await areas().getByRole('link', { name: '设置' }).click();
    await openPage('账号');
    await page.getByRole('link', { name: '李师德' }).click();
    await page.getByRole('button', { name: '停用账号…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(/李师德的密码马上作废/).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await dialog.getByRole('button', { name: '停用账号' }).click();
    await page.getByText(/这个账号已停用，不能再打开资料/).waitFor();

    await button('锁定').click();
    await page.getByRole('button', { name: '王办事' }).waitFor();
    await expect.poll(() => page.getByRole('button', { name: '李师德' }).count()).toBe(0);
    const refused = await window.application.call('session.unlock', {
      accountName: '李师德',
      password: 'yanzhishan-2026',
    });
    expect(refused).toMatchObject({ ok: false, failure: { kind: 'wrongPassword' } });
    await unlock('王办事', firstSchool.password);
    await areas().waitFor();
  });

  it('renew the recovery code, which is shown once and not left behind by accident', async () => {
    await areas().getByRole('link', { name: '设置' }).click();
    await openPage('账号');
    await page.getByRole('link', { name: '更换恢复码' }).click();
    await button('更换恢复码').click();
    const code = await page.getByLabel('恢复码', { exact: true }).innerText();
    expect(await accessibilityProblems(page)).toEqual([]);
    await openPage('日志');
    await page.getByRole('dialog').getByText('恢复码抄好了吗？').waitFor();
    await page.getByRole('button', { name: '回去抄好' }).click();
    await page.getByLabel(/最后 5 位/).fill(code.slice(-5));
    await button('已妥善保存，继续').click();
    await heading('账号');
    const opened = await window.call('session.unlockWithRecoveryCode', {
      recoveryCode: code,
      accountName: '王办事',
      newPassword: firstSchool.password,
    });
    expect(opened.stage).toBe('open');
  });
});

describe('the log', () => {
  it('names what has left and every change of the accounts', async () => {
    await window.call('export.ledger', {
      query: { ledger: 'partyMember' },
      jobId: crypto.randomUUID(),
      format: 'csvUtf8',
      profile: 'upward',
      purpose: '年度统计',
      recipient: '县委组织部',
      path: join(folder, '党员.csv'),
    });
    await areas().getByRole('link', { name: '设置' }).click();
    await openPage('日志');
    await page.getByRole('gridcell', { name: '县委组织部' }).waitFor();
    const line = await page.getByRole('row', { name: /县委组织部/ }).innerText();
    for (const word of ['王办事', '年度统计', '上报（按需）', '4', '党员.csv']) expect(line).toContain(word);
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.getByRole('tab', { name: '查看受限内容和管理操作' }).click();
    await page.getByRole('gridcell', { name: '停用账号：李师德' }).waitFor();
    await page.getByRole('gridcell', { name: '更换恢复码' }).waitFor();
    await page.getByRole('gridcell', { name: '新建账号：李师德（师德）' }).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
  });
});
