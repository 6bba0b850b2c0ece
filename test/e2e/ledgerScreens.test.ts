import { beforeAll, describe, expect, it, vi } from 'vitest';
import { accessibilityProblems } from '../support/accessibility.ts';
import { openSchoolWindow } from '../support/schoolWindow.ts';

/** The ledger screens in a real browser on the real program: a meeting written, finished, corrected and found again. */

const memberNames = ['赵明', '钱小红', '孙国庆', '李晓', '单欣怡', '欧阳娜娜'];
const window = await openSchoolWindow();
const { page } = window;
let branch: string;

beforeAll(async () => {
  branch = await window.add('branch', {
    name: '山丹县测试学校第一党支部',
    shortName: '一支部',
    foundedOn: '2010-01-01',
  });
  for (const name of memberNames)
    await window.add('partyMember', {
      name,
      sex: '女',
      branch,
      status: '正式党员',
      admittedOn: '2010-07-01',
      rollSince: '2015-09-01',
    });
  await window.add('partyMember', {
    name: '已转出',
    sex: '男',
    branch,
    status: '正式党员',
    admittedOn: '2001-07-01',
    rollSince: '2015-09-01',
    rollUntil: '2026-03-01',
  });
});

async function focusOn(selector: string): Promise<void> {
  await page.locator(`${selector}:focus`).waitFor();
}
/** Types into the box that has the focus, and goes on with Enter to the box of `next`. */
async function fill(text: string, next: string): Promise<void> {
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
  await focusOn(`#field-${next}`);
}
/** As `fill`, for pickers: waits until the list offers something. */
async function pick(text: string, title: string, next: string): Promise<void> {
  await page.keyboard.type(text);
  await page.getByRole('option', { name: title }).first().waitFor();
  await page.keyboard.press('Enter');
  await focusOn(`#field-${next}`);
}

describe('a meeting', () => {
  it('is entered with the keyboard alone, people by their initials, times and dates as typed', async () => {
    await window.go('/ledger/partyMeeting');
    await page.getByText('这一期还没有记录。').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.getByRole('link', { name: '新建' }).first().focus();
    await page.keyboard.press('Enter');
    await focusOn('#field-type');

    await pick('zbdy', '支部党员大会', 'title');
    await fill('十一月支部党员大会', 'branch');
    await pick('一支', '一支部', 'heldOn');
    // The date stands at today; the box is selected, so typing replaces it.
    await fill('11-23', 'startsAt');
    await fill('1430', 'endsAt');
    await fill('下午4点', 'place');
    await fill('会议室', 'host');
    // Faster than the search: what was offered for the characters before must not be taken.
    await fill('赵明', 'recorder');
    await pick('sxy', '单欣怡', 'topics');
    await page.keyboard.type('学习全会精神');

    await expect.poll(() => page.locator('#field-heldOn').inputValue()).toBe('2026-11-23');
    await expect.poll(() => page.locator('#field-endsAt').inputValue()).toBe('16:00');
    await expect.poll(() => page.getByRole('group', { name: '所属期' }).innerText()).toContain('2026年11月');
  });

  it('says beside the field what is wrong as soon as the field is left', async () => {
    const end = page.locator('#field-endsAt');
    await end.fill('很晚');
    await page.keyboard.press('Tab');
    await page.getByText('不是有效的时间').waitFor();
    await expect.poll(() => end.getAttribute('aria-invalid')).toBe('true');
    await end.fill('1600');
    await page.keyboard.press('Tab');
    await page.getByText('不是有效的时间').waitFor({ state: 'detached' });
  });

  it('has everybody of the branch present at once, and an exception by initials, Space and one letter', async () => {
    await page.getByRole('button', { name: '从名单填入' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('checkbox', { name: '钱小红' }).waitFor();
    await expect.poll(() => dialog.getByRole('checkbox').count()).toBe(memberNames.length);
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.getByRole('button', { name: `填入 ${memberNames.length} 人` }).click();
    await page.getByText(`共 ${memberNames.length} 人：出席 ${memberNames.length}`).waitFor();

    await page.getByLabel('查找党员并标记例外').focus();
    await page.keyboard.type('qxh');
    await page.keyboard.press('Space');
    await page.keyboard.press('s');
    await page.keyboard.press('Enter');
    await page.getByText('出席 5 · 事假 1').waitFor();
    await page.keyboard.type('oynn');
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await page.getByText('出席 4 · 事假 1 · 公差 1').waitFor();
  });

  it('has its agenda written as in a spreadsheet: Enter to the next cell and the next row, and a pasted block', async () => {
    await page.getByRole('button', { name: '添加议程' }).click();
    const grid = page.getByRole('grid', { name: '议程与发言' });
    await grid.getByRole('textbox', { name: '第 1 行 议程' }).waitFor();
    await page.keyboard.type('学习文件');
    await page.keyboard.press('Enter');
    await page.keyboard.type('lx');
    await page.getByRole('option', { name: '李晓' }).waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.type('要点一');
    await page.keyboard.press('Enter');
    await grid.getByRole('row').nth(2).waitFor();
    await page.keyboard.type('讨论');
    await grid.getByRole('textbox').evaluate((cell) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', '讨论评优\t孙国庆\n表决\t查无此人\n');
      cell.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    });
    await page.getByText('有 1 格没有认出').waitFor();
    const rows = await grid.getByRole('row').allInnerTexts();
    expect(rows).toHaveLength(4);
    expect(rows[1]).toMatch(/学习文件\s+李晓\s+要点一/);
    expect(rows[2]).toContain('孙国庆');
  });

  it('shows all problems once on top, each with a jump to its field, and keeps what is typed', async () => {
    await page.locator('#field-place').fill('');
    await page.getByRole('button', { name: '完成', exact: true }).click();
    await page.getByText('有 1 处需要改一改').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.getByRole('button', { name: '地点' }).click();
    await focusOn('#field-place');
    await page.keyboard.type('二楼会议室');
  });

  it('comes back after a crash from what was kept by itself', async () => {
    await page.getByText('没保存的内容已自动留底').waitFor();
    // On a slow machine the words may still be about an earlier rest of the typing.
    await expect
      .poll(async () => (await window.call('draft.list', { ledger: 'partyMeeting' }))[0]?.values.place)
      .toBe('二楼会议室');
    await page.reload();
    await page.getByText('上次有未保存的内容，已为您恢复').waitFor();
    await expect.poll(() => page.locator('#field-place').inputValue()).toBe('二楼会议室');
    await expect.poll(() => page.locator('#field-host').inputValue()).toBe('赵明');
    await page.getByText('出席 4 · 事假 1 · 公差 1').waitFor();
  });

  it('is finished, stands beside its list, and is locked', async () => {
    await page.getByRole('button', { name: '完成', exact: true }).click();
    await page.getByRole('tab', { name: '修改历史' }).waitFor();
    const article = page.getByRole('article', { name: '十一月支部党员大会' });
    await expect.poll(() => article.innerText()).toContain('欧阳娜娜');
    await page.getByRole('gridcell', { name: '十一月支部党员大会' }).waitFor();
    await expect.poll(() => article.getByRole('link', { name: '修改' }).count()).toBe(0);
    expect(await accessibilityProblems(page)).toEqual([]);
  });

  it('is reopened with a reason, and leaving with changes asks first', async () => {
    await page.getByRole('button', { name: '重新打开' }).click();
    const confirm = page.getByRole('button', { name: '重新打开并修改' });
    await expect.poll(() => confirm.isDisabled()).toBe(true);
    await page.getByLabel('为什么要改').fill('补充议题');
    await confirm.click();
    await page.locator('#field-topics').fill('学习全会精神，研究评优');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').getByText('还有没保存的内容').waitFor();
    await page.getByRole('button', { name: '继续填写' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await expect.poll(() => page.locator('#field-topics').inputValue()).toBe('学习全会精神，研究评优');
    await page.keyboard.press('Control+s');
    await page.getByText('已保存', { exact: true }).waitFor();
    await page.getByRole('button', { name: '完成', exact: true }).click();
    await page.getByRole('tab', { name: '修改历史' }).waitFor();
  });

  it('tells in its history who changed what and why, and goes back to an earlier state', async () => {
    await page.getByRole('tab', { name: '修改历史' }).click();
    const changes = page.getByRole('table').filter({ hasText: '研究评优' }).first();
    await expect.poll(() => changes.innerText()).toMatch(/议题\s+学习全会精神\s+学习全会精神，研究评优/);
    await page.getByText('原因：补充议题').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.getByRole('button', { name: '恢复到这次' }).last().click();
    await page.getByLabel('为什么恢复').fill('以原记录为准');
    await page.getByRole('button', { name: '恢复', exact: true }).click();
    await page.getByText('恢复到早先的内容').waitFor();
    await page.getByRole('tab', { name: '内容' }).click();
    await expect.poll(() => page.getByRole('article').innerText()).not.toContain('研究评优');
  });

  it('gives the next one place, host and recorder, to be checked', async () => {
    await window.go('/ledger/partyMeeting');
    await page.getByRole('link', { name: '新建' }).click();
    await page.getByText('已沿用上一条的').waitFor();
    await expect.poll(() => page.locator('#field-place').inputValue()).toBe('二楼会议室');
    await expect.poll(() => page.locator('#field-recorder').inputValue()).toBe('单欣怡');
    await expect.poll(() => page.locator('#field-title').inputValue()).toBe('');
  });

  it('has a person who stands there already typed over by another', async () => {
    await page.locator('#field-title').click();
    await page.locator('#field-host').click();
    await pick('sgq', '孙国庆', 'recorder');
    await expect.poll(() => page.locator('#field-host').inputValue()).toBe('孙国庆');
    await page.locator('#field-host').click();
    await fill('李晓', 'recorder');
    await expect.poll(() => page.locator('#field-host').inputValue()).toBe('李晓');
    await page.getByRole('button', { name: '返回' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '不保存，离开' }).click();
  });
});

describe('a list', () => {
  it('searches by pinyin, sorts, filters, and keeps it all in its address', async () => {
    await window.go('/ledger/partyMember');
    await page.getByLabel('在党员名册中查找').fill('oynn');
    await page.getByText('1–1').waitFor();
    expect(page.url()).toContain('q=oynn');
    await page.reload();
    await page.getByRole('gridcell', { name: '欧阳娜娜' }).waitFor();
    await expect.poll(() => page.getByRole('gridcell', { name: '赵明' }).count()).toBe(0);
    await page.getByLabel('在党员名册中查找').fill('');
    await page.getByText('1–7').waitFor();

    await page.getByRole('button', { name: '筛选', exact: true }).click();
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.getByLabel('按哪一栏筛选').locator('..').click();
    await page.getByRole('option', { name: '姓名' }).click();
    await page.getByLabel('姓名包含的文字').fill('国庆');
    await page.keyboard.press('Enter');
    await page.getByText('姓名含“国庆”').waitFor();
    await page.getByText('1–1').waitFor();
  });

  it('keeps a filter as a view of its own', async () => {
    await page.getByRole('button', { name: '视图' }).click();
    await page.getByRole('menuitem', { name: '把现在的筛选和排序存为视图' }).click();
    await page.getByLabel('视图名称').fill('国庆同志');
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await window.go('/ledger/partyMember');
    await page.getByText('1–7').waitFor();
    await page.getByRole('button', { name: '视图' }).click();
    await page.getByRole('menuitem', { name: '国庆同志' }).click();
    await page.getByText('姓名含“国庆”').waitFor();
  });

  it('opens a record by Enter, and goes back to the list as it was', async () => {
    await page.getByRole('gridcell', { name: '孙国庆' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('article', { name: '孙国庆' }).waitFor();
    expect(page.url()).toContain('filters=');
    await page.goBack();
    await page.getByRole('article').waitFor({ state: 'detached' });
    await page.getByText('姓名含“国庆”').waitFor();
  });

  it('turns its pages, and stays on a page that is opened by its address', async () => {
    for (let index = 0; index < 104; index += 1)
      await window.add('partyGroup', { name: `第${index + 1}小组`, branch, foundedOn: '2020-01-01' });
    await window.go('/ledger/partyGroup');
    await page.getByText('1–100').waitFor();
    await page.getByRole('button', { name: '下一页' }).click();
    await page.getByText('101–104').waitFor();
    expect(page.url()).toContain('page=2');
    await page.reload();
    await page.getByText('101–104').waitFor();
    await page.getByRole('button', { name: '上一页' }).click();
    await page.getByText('1–100').waitFor();
    // Nothing of the next stories shall stand under the pointer.
    await page.mouse.move(0, 0);
  });

  it('puts chosen records into the recycle bin', async () => {
    const spare = await window
      .add('externalPerson', { name: '临时人员', kind: '志愿者', sex: '男' })
      .catch(() => null);
    await window.go(spare ? '/ledger/externalPerson' : '/ledger/partyMember');
    await page.getByRole('checkbox', { name: '选择行' }).last().check();
    await page.getByText('已选 1 条').waitFor();
    await page.getByRole('button', { name: '删除', exact: true }).click();
    await page.getByRole('button', { name: '删除 1 条' }).click();
    await page.getByText('1 条已放进回收站').waitFor();
    expect(await window.call('ledger.recycleBin', {})).toHaveLength(1);
  });

  it('stands as it was after one of its records was changed, and after one was removed', async () => {
    await window.go('/ledger/partyGroup?q=104');
    await page.getByRole('gridcell', { name: '第104小组' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: '修改' }).click();
    await page.locator('#field-endedOn').fill('2026-01-31');
    await page.keyboard.press('Control+s');
    await page.getByRole('article', { name: '第104小组' }).getByText('2026-01-31').waitFor();
    expect(page.url()).toContain('?q=104');
    await page.getByRole('button', { name: '删除', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: '删除' }).click();
    await page.waitForURL(/partyGroup\?q=104$/);
    await expect.poll(() => page.getByLabel('在党小组中查找').inputValue()).toBe('104');
  });

  it('is where the way back leads from a record that was just entered', async () => {
    await window.go('/ledger/partyGroup?q=103');
    await page.getByRole('link', { name: '新建' }).click();
    await page.locator('#field-name').fill('临时小组');
    await page.locator('#field-branch').focus();
    await page.keyboard.type('yzb');
    await page.getByRole('option', { name: '一支部' }).first().waitFor();
    await page.keyboard.press('Enter');
    await page.locator('#field-foundedOn').fill('2026-03-01');
    await page.keyboard.press('Control+s');
    await page.getByRole('article', { name: '临时小组' }).waitFor();
    await page.goBack();
    await page.waitForURL(/partyGroup\?q=103$/);
    // Nothing of the next stories shall stand under the pointer.
    await page.mouse.move(0, 0);
  });

  it('takes a block copied from a spreadsheet to the import of that ledger', async () => {
    await window.go('/ledger/staff');
    await page.getByText('还没有记录。').waitFor();
    await page.getByRole('region', { name: '教职工列表' }).evaluate((list) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', '姓名\t性别\n张伟\t男\n');
      list.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    });
    await page.waitForURL(/#\/import\/staff/);
  });
});

describe('the frame', () => {
  it('finds people, records and screens with Ctrl+K', async () => {
    await window.go('/help');
    await page.getByRole('heading', { name: '帮助' }).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.keyboard.press('Control+k');
    await page.keyboard.type('sxy');
    await page.getByRole('option', { name: '单欣怡' }).first().waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.keyboard.press('Control+k');
    await page.keyboard.type('dymc');
    await page.getByRole('option', { name: '党员名册' }).waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL(/#\/ledger\/partyMember/);
  });

  it('shows an area with its wall, whose cells the arrow keys reach', async () => {
    await window.go('/area/partyLife');
    const wall = page.getByRole('grid').first();
    await wall.getByRole('button').first().focus();
    await page.keyboard.press('ArrowRight');
    const label = await page.evaluate('document.activeElement.getAttribute("aria-label")');
    expect(label).toContain('2月');
    expect(await accessibilityProblems(page)).toEqual([]);
  });

  it('opens a new record already filled from a gap on the wall', async () => {
    const gap = page
      .getByRole('grid')
      .first()
      .getByRole('button', { name: /党课.*已逾期/ })
      .first();
    await gap.click();
    await page.locator('#field-type').waitFor();
    await expect.poll(() => page.locator('#field-type').inputValue()).toBe('党课');
    await expect.poll(() => page.locator('#field-branch').inputValue()).toBe('一支部');
    // Where the last meeting of another kind was held says nothing about a lecture.
    await expect.poll(() => page.locator('#field-place').inputValue()).toBe('');
    await page.getByRole('button', { name: '返回' }).click();
  });

  it('has room for its words and its save bar in the largest font', async () => {
    await window.call('settings.save', { ...(await window.call('settings.get', {})), largeFont: 150 });
    await page.reload();
    await window.go('/ledger/partyMeeting/new');
    const save = page.getByRole('button', { name: '完成', exact: true });
    await save.waitFor();
    const box = await save.boundingBox();
    expect(box && box.y + box.height).toBeLessThanOrEqual(768);
    const overflow = await page.evaluate('document.documentElement.scrollWidth - window.innerWidth');
    expect(overflow).toBe(0);
    expect(await accessibilityProblems(page)).toEqual([]);
  });

  it('says why it does not lock while something is still being written', async () => {
    const running = vi.spyOn(window.application.app.jobs, 'running').mockReturnValue(1);
    await page.getByRole('button', { name: '锁定' }).click();
    await page.getByRole('dialog', { name: '还没有锁定' }).getByText('还有任务正在进行').waitFor();
    running.mockRestore();
    await page.getByRole('button', { name: '知道了' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });

  it('locks at once, and nothing of the school stays on the screen', async () => {
    await page.getByRole('button', { name: '锁定' }).click();
    await page.getByRole('navigation', { name: '主要栏目' }).waitFor({ state: 'detached' });
    await expect.poll(() => page.locator('body').innerText()).not.toContain('支部党员大会');
  });
});
