import { truncateSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readWorkbookFile } from '#electron/documents/readWorkbook.ts';
import { checkCharacterOf } from '#shared/kernel/identityNumber.ts';
import { accessibilityProblems } from '../support/accessibility.ts';
import { firstSchool } from '../support/application.ts';
import { openSchoolWindow } from '../support/schoolWindow.ts';
import { valueOf } from '../support/temporarySchool.ts';

/** What keeps the records safe and lets them out: backups, recycle bin, export and statistics, in a real window. */

interface Pupil {
  readonly name: string;
  readonly sex: string;
  readonly identityNumber: string;
  readonly phone: string;
}
const pupils = ['王小明', '李雪', '欧阳晨', '赵天佑'].map((name, index) =>
  pupil(name, index < 3 ? '女' : '男', index + 1),
);
const window = await openSchoolWindow();
const { page, folder } = window;

function pupil(name: string, sex: string, number: number): Pupil {
  const digits = `62072520150${number}1500${number}`;
  return {
    name,
    sex,
    identityNumber: digits + checkCharacterOf(digits),
    phone: `1390936000${number}`,
  };
}

const addBranch = (name: string): Promise<string> =>
  window.add('branch', { name, shortName: name, foundedOn: '2010-01-01' });

async function branchNames(): Promise<unknown[]> {
  const { rows } = await window.call('ledger.list', { query: { ledger: 'branch' }, page: 0, pageSize: 50 });
  return rows.map((row) => row.values.name).sort();
}

async function importPupils(newcomers: readonly Pupil[]): Promise<void> {
  const text = [
    ['姓名', '性别', '身份证号', '监护人电话', '家庭住址'].join('\t'),
    ...newcomers.map((each) =>
      [each.name, each.sex, each.identityNumber, each.phone, '山丹县清泉镇北滩村3社'].join('\t'),
    ),
  ].join('\n');
  const { importId, sheets } = await window.call('import.paste', { ledger: 'pupil', text });
  const [sheet] = sheets;
  if (!sheet) throw new Error('nothing was pasted');
  const preview = await window.call('import.preview', {
    importId,
    jobId: randomUUID(),
    sheet: sheet.sheet,
    ledger: 'pupil',
    mapping: [...sheet.mapping],
  });
  expect(preview.counts).toMatchObject({ new: newcomers.length, problem: 0 });
  await window.call('import.commit', { importId, jobId: randomUUID(), skipProblems: false });
}

async function restoreFirst(reason: string): Promise<void> {
  const row = page.getByRole('row').filter({ hasText: reason }).first();
  await row.getByRole('button', { name: /^恢复/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: '恢复', exact: true }).click();
}

async function unlock(): Promise<void> {
  await page.getByLabel('密码', { exact: true }).fill(firstSchool.password);
  await page.getByRole('button', { name: '打开', exact: true }).click();
  await page.getByRole('navigation', { name: '主要栏目' }).waitFor();
}

beforeAll(async () => {
  await addBranch('第一党支部');
  await importPupils(pupils);
});

describe('backups', () => {
  it('begin with one press, and the screen says that there was none and no second place', async () => {
    await window.go('/backups');
    await page.getByText('资料还没有备份过').waitFor();
    await page.getByText('备份都在这台电脑上').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.getByRole('button', { name: '现在备份' }).click();
    await page.getByText('已备份并核对过').waitFor();
    await page.getByText('（今天）').waitFor();
    await page.getByRole('row').filter({ hasText: '手动' }).filter({ hasText: '已核对' }).waitFor();
    await page.getByText('资料还没有备份过').waitFor({ state: 'detached' });
    expect(await window.call('backup.list', {})).toHaveLength(1);
  });

  it('go to a stick too, which can become the second place', async () => {
    const stick = join(folder, 'U盘');
    window.answers.push(stick);
    await page.getByRole('button', { name: '备份到 U 盘' }).click();
    await page.getByText('可以拔出 U 盘了').waitFor();
    await page.getByRole('button', { name: '以后也自动备份到这里' }).click();
    await page.getByText(`第二个备份位置：${stick}`).waitFor();
    expect((await window.call('settings.get', {})).backupFolder).toBe(stick);
    expect(await window.call('backup.list', {})).toHaveLength(2);
  });

  it('come with a check-up in words', async () => {
    await page.getByRole('button', { name: '数据体检' }).click();
    await page.getByText('资料完好').waitFor();
    await page.getByText('修改记录前后相连').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
  });

  it('bring the earlier state back, and keep the replaced one', async () => {
    await addBranch('恢复后应当没有的支部');
    await restoreFirst('手动');
    await page.getByText('请用那时的密码打开').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await unlock();
    await page.getByText('恢复前的资料没有丢').waitFor();
    expect(await branchNames()).toEqual(['第一党支部']);
    await page.getByRole('row').filter({ hasText: '恢复前留存' }).waitFor();

    await restoreFirst('恢复前留存');
    await page.getByText('请用那时的密码打开').waitFor();
    await unlock();
    expect(await branchNames()).toEqual(['恢复后应当没有的支部', '第一党支部']);
  });

  it('that are damaged are refused with a sentence, and nothing changes', async () => {
    window.answers.push(join(folder, '坏了'));
    const taken = await window.call('backup.create', { jobId: randomUUID(), target: 'choose' });
    if (!taken) throw new Error('the dialog was closed');
    truncateSync(join(taken.path, 'school.ledger'), 8192);
    const before = await window.call('backup.list', {});
    window.answers.push(taken.path);
    await page.getByRole('button', { name: '恢复别处的备份' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '恢复', exact: true }).click();
    await page.getByText('这份备份已损坏或不完整').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.getByRole('button', { name: '取消' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect((await window.call('session.state', {})).stage).toBe('open');
    expect(await branchNames()).toEqual(['恢复后应当没有的支部', '第一党支部']);
    expect(await window.call('backup.list', {})).toEqual(before);
  });

  it('are not taken for one when the chosen folder is another', async () => {
    window.answers.push(folder);
    await page.getByRole('button', { name: '恢复别处的备份' }).click();
    await page.getByText('不是备份').waitFor();
  });
});

describe('the recycle bin', () => {
  it('is empty at first, and says what it is for', async () => {
    await window.go('/recycle-bin');
    await page.getByText('回收站是空的').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
  });

  it('finds what was deleted by initials and brings it back', async () => {
    const { rows } = await window.call('ledger.list', { query: { ledger: 'pupil' }, page: 0, pageSize: 9 });
    await window.call('ledger.remove', { ledger: 'pupil', ids: rows.map((row) => row.id) });
    await page.getByRole('gridcell', { name: '欧阳晨' }).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.getByLabel('在回收站中查找').fill('oyc');
    await page.getByRole('gridcell', { name: '李雪' }).waitFor({ state: 'detached' });
    await page.getByRole('checkbox', { name: '选择行' }).check();
    await page.getByRole('button', { name: '找回 1 条' }).click();
    await page.getByText('1 条已找回').waitFor();
    expect(
      (await window.call('ledger.list', { query: { ledger: 'pupil' }, page: 0, pageSize: 9 })).total,
    ).toBe(1);
  });

  it('opens a deleted record, to be looked at and brought back from there', async () => {
    await page.getByLabel('在回收站中查找').fill('');
    await page.getByRole('gridcell', { name: '李雪' }).focus();
    await page.keyboard.press('Enter');
    const article = page.getByRole('article', { name: '李雪' });
    await article.getByText('这条记录在回收站里').waitFor();
    await article.getByRole('button', { name: '找回' }).click();
    await article.getByRole('link', { name: '修改' }).waitFor();
    await window.go('/recycle-bin');
    await page.getByRole('checkbox', { name: '全选行' }).check();
    await page.getByRole('button', { name: '找回 2 条' }).click();
    await page.getByText('回收站是空的').waitFor();
  });
});

describe('statistics', () => {
  const table = () => page.getByRole('table', { name: '班级与性别' });

  it('follow the list and are equal to its records', async () => {
    await window.go('/ledger/pupil');
    await page.getByRole('link', { name: '统计' }).click();
    await table().waitFor();
    await page.getByRole('figure').locator('svg').first().waitFor();
    const count = async (sex: string) =>
      (
        await window.call('ledger.list', {
          query: { ledger: 'pupil', filters: [{ field: 'sex', operator: 'is', value: sex }] },
          page: 0,
          pageSize: 1,
        })
      ).total;
    const boys = String(await count('男'));
    const girls = String(await count('女'));
    await expect
      .poll(() => table().getByRole('row').last().getByRole('cell').allInnerTexts())
      .toEqual([boys, girls, String(pupils.length)]);
    expect(await accessibilityProblems(page)).toEqual([]);
  });

  it('change with the search, which stays when going back', async () => {
    await page.getByLabel('在学生中查找').fill('zty');
    await page.getByText('共 1 条记录').waitFor();
    await expect
      .poll(() => table().getByRole('row').last().getByRole('cell').allInnerTexts())
      .toEqual(['1', '1']);
    await page.getByRole('link', { name: '回到列表' }).click();
    await page.getByText('1–1').waitFor();
    await page.getByLabel('在学生中查找').fill('没有这个人');
    await page.getByText('没有符合条件的记录').waitFor();
    await page.getByRole('link', { name: '统计' }).click();
    await page.getByText('没有可以统计的记录').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
  });

  it('are copied as cells and exported as a workbook', async () => {
    await window.go('/ledger/pupil/statistics');
    await page.getByRole('button', { name: '复制表格 班级与性别' }).click();
    await page.getByText('已复制').waitFor();
    await window.go('/ledger/branch/new');
    const box = page.locator('#field-name');
    await box.focus();
    await page.keyboard.press('Control+v');
    await expect.poll(() => box.inputValue()).toContain('合计');
    await page.getByRole('button', { name: '返回' }).click();
    await page.getByRole('button', { name: '不保存' }).click();

    await window.go('/ledger/pupil/statistics');
    await page.getByRole('button', { name: '导出', exact: true }).click();
    await page.getByLabel('用途').fill('学籍核对');
    await page.getByLabel('交给谁').fill('县教育局');
    expect(await accessibilityProblems(page)).toEqual([]);
    const path = join(folder, '统计.xlsx');
    window.answers.push(path);
    await page.getByRole('button', { name: '导出…' }).click();
    await page.getByText('统计表已导出').waitFor();
    const { sheets } = valueOf(await readWorkbookFile(path));
    const [sheet] = sheets;
    expect(sheet?.rows.find((row) => row.includes('（未填）'))).toEqual([1, '（未填）', 1, 3, 4]);
  });
});

describe('an export', () => {
  it('of a public notice is masked, remembered in the log, and leads to its folder', async () => {
    await window.go('/ledger/pupil');
    await page.getByRole('button', { name: '导出或打印' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('带出 4 条，涉及 4 人').waitFor();
    await expect.poll(() => dialog.getByLabel('交给谁').inputValue()).toBe('县教育局');
    expect(await accessibilityProblems(page)).toEqual([]);
    await dialog.getByRole('radio', { name: '公示/张贴' }).check();
    await dialog.getByText('学生姓名只留姓').waitFor();
    await expect.poll(() => dialog.getByRole('checkbox', { name: '家庭住址' }).isDisabled()).toBe(true);
    await dialog.getByRole('checkbox', { name: '身份证号' }).check();
    await dialog.getByRole('checkbox', { name: '监护人电话' }).check();
    await dialog.getByLabel('用途').fill('分班公示');
    const path = join(folder, '公示.xlsx');
    window.answers.push(path);
    await dialog.getByRole('button', { name: '导出…' }).click();
    await dialog.getByText('已导出 4 条').waitFor();
    await dialog.getByRole('button', { name: '打开所在文件夹' }).waitFor();

    const { sheets } = valueOf(await readWorkbookFile(path));
    const text = JSON.stringify(sheets.map((sheet) => sheet.rows));
    for (const { name, identityNumber, phone } of pupils)
      for (const secret of [name, identityNumber, phone]) expect(text).not.toContain(secret);
    expect(text).not.toContain('北滩村');
    expect(text).toContain('欧**');
    expect(text).toContain('620725********');
    const [line] = await window.call('export.log', {});
    expect(line).toMatchObject({ profile: 'publicNotice', purpose: '分班公示', rows: 4, path });
  });

  it('goes to the printer as well, and asks anew for what leaves only when ticked', async () => {
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('radio', { name: '上报（按需）' }).check();
    await expect.poll(() => dialog.getByRole('checkbox', { name: '身份证号' }).isChecked()).toBe(false);
    await dialog.getByRole('radio', { name: '直接打印' }).check();
    await dialog.getByRole('button', { name: '打印…' }).click();
    await dialog.getByText('已把 4 条交给打印窗口').waitFor();
    const [line] = await window.call('export.log', {});
    expect(line).toMatchObject({ profile: 'upward', path: '打印机' });
    await dialog.getByRole('button', { name: '关闭' }).click();
    await dialog.waitFor({ state: 'detached' });
  });
});

describe('an import', () => {
  it('is undone as a whole from the recycle bin', async () => {
    await importPupils([pupil('钱来迟', '男', 5), pupil('孙后到', '女', 6)]);
    await window.go('/recycle-bin?tab=imports');
    const batch = page.getByRole('row').filter({ has: page.getByRole('cell', { name: '2', exact: true }) });
    await batch.getByRole('button', { name: /^撤销/ }).click();
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.getByRole('dialog').getByRole('button', { name: '撤销', exact: true }).click();
    await page.getByText('已撤销').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    const { total } = await window.call('ledger.list', {
      query: { ledger: 'pupil' },
      page: 0,
      pageSize: 1,
    });
    expect(total).toBe(pupils.length);
  });
});
