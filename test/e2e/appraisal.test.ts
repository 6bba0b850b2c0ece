import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readWorkbookFile } from '#electron/documents/readWorkbook.ts';
import type { OutputCell } from '#electron/documents/writeWorkbook.ts';
import { accessibilityProblems } from '../support/accessibility.ts';
import { writeRatedSheets } from '../support/ratedSheets.ts';
import { openSchoolWindow } from '../support/schoolWindow.ts';
import { valueOf } from '../support/temporarySchool.ts';

/** A round of thirty teachers in a real browser: sheets out and in, a tie at the cap, notice, signatures, filing. */

const window = await openSchoolWindow();
const { page, folder } = window;
let code: string;
const surnames = [...'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏'];
const people = surnames.map((surname, index) => ({
  name: `${surname}老师`,
  number: `T${String(index + 1).padStart(3, '0')}`,
}));

/** Totals: five above, then three of one total for the last place of a fifth of thirty, the others below. */
const scoreOf = (index: number): number => (index < 5 ? 98 - index : index < 8 ? 92 : index < 28 ? 85 : 65);

beforeAll(async () => {
  for (const { name, number } of people)
    await window.add('staff', {
      name,
      staffNumber: number,
      sex: '女',
      staffKind: '专任教师',
      subject: '语文',
      hiredOn: '2015-09-01',
    });
  await window.add('staff', {
    name: '新到校',
    staffNumber: 'T900',
    sex: '男',
    staffKind: '专任教师',
    hiredOn: '2025-10-08',
  });
});

async function choose(label: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: label }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

/** A filled sheet; the panel's and the others' have the same form. */
function fill(
  name: string,
  part: string,
  heads: readonly string[],
  cells: (index: number) => readonly OutputCell[],
): Promise<string> {
  return writeRatedSheets(join(folder, name), [
    {
      name: '评分',
      code: `${code}-${part}`,
      heads,
      rows: people.map((person, index) => [index + 1, person.number, person.name, '语文', ...cells(index)]),
    },
  ]);
}

async function finishStep(step: string, day: string): Promise<void> {
  await choose('办理步骤', step);
  await page.getByLabel('完成日期').first().fill(day);
  await page.getByRole('button', { name: `完成“${step}”` }).click();
  await page
    .getByRole('region', { name: '办理步骤' })
    .getByRole('listitem')
    .filter({ hasText: step })
    .getByText('已完成')
    .waitFor();
}

describe('a round of thirty', () => {
  it('begins with the rules of the school and the people of the year', async () => {
    await window.go('/ethics/appraisal');
    await page.getByText('还没有办理过师德考核。').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.getByRole('link', { name: '开始一轮考核' }).first().click();
    await choose('考核周期（年度或学年）', '2025年');
    await page.getByText('参加人员：30 人参加，1 人不参加').waitFor();
    await page.getByText('考核周期内在校不满 6 个月').waitFor();
    await page.getByLabel('自评', { exact: true }).fill('30');
    await page.getByText('权重（合计 110%，应为 100%）').waitFor();
    await choose('考核办法', '幼儿园（自评20、互评30、家长20、考核组30）');
    await page.getByText('权重（合计 100%）').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.getByRole('button', { name: '开始考核（30 人）' }).click();
    await page.getByRole('heading', { name: '2025年师德考核' }).waitFor();
    await page.getByText('优秀不超过 20%，最多 6 人').first().waitFor();
  });

  it('gives out sheets that carry the mark of the round', async () => {
    await page.getByRole('button', { name: '发放评分表' }).click();
    await choose('评分', '互评');
    await choose('样式', '一张汇总，录入纸质评分');
    const path = join(folder, '互评表.xlsx');
    window.answers.push(path);
    await page.getByRole('button', { name: '生成评分表' }).click();
    await page.getByText('已生成：').waitFor();
    const text = JSON.stringify(valueOf(await readWorkbookFile(path)).sheets[0]);
    code = /PJ[0-9A-F]{8}/u.exec(text)?.[0] ?? '';
    expect(code).toHaveLength(10);
    expect(await accessibilityProblems(page)).toEqual([]);
  });

  it('shows what is wrong with filled sheets before anything is stored', async () => {
    const bad = await fill('坏.xlsx', '互评', ['1号', '2号'], (index) => [
      index === 0 ? 900 : index === 1 ? null : 90,
      index === 2 ? '本人' : 90,
    ]);
    window.answers.push(bad);
    await page.getByRole('button', { name: '导入评分' }).click();
    await page.getByRole('button', { name: '选择一个文件', exact: true }).click();
    await page.getByText('“900”超出范围，应为 0 至 100 的数字。').waitFor();
    await page.getByText('第 4 行 E 列').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
  });

  it('takes in a folder of sheets at once', async () => {
    const back = join(folder, '收回');
    mkdirSync(back);
    const raters = [1, 2, 3, 4, 5, 6];
    await fill(
      '收回/互评.xlsx',
      '互评',
      raters.map((rater) => `${rater}号`),
      (index) =>
        raters.map((rater) => (rater + 20 === index ? null : scoreOf(index) - (rater === 6 ? 20 : 0))),
    );
    await fill('收回/家长.xlsx', '家长', ['1号', '2号', '3号'], (index) =>
      [1, 2, 3].map(() => scoreOf(index)),
    );
    await fill('收回/自评.xlsx', '自评', ['自评分', '自评小结'], (index) => [
      scoreOf(index),
      '认真履行职责。',
    ]);
    await fill(
      '收回/考核组.xlsx',
      '考核组',
      [...Array.from({ length: 10 }, (_, index) => `${index + 1}.准则`), '1号总评'],
      (index) => [...Array.from({ length: 10 }, () => scoreOf(index) / 10), null],
    );
    window.answers.push(back);
    await page.getByRole('button', { name: '选择一个文件夹' }).click();
    await page.getByText('收回（4 个文件）').waitFor();
    await page.getByRole('button', { name: '导入', exact: true }).click();
    await page.getByText('已导入：').waitFor();
    await page.getByText(/6号平均 .*比多数人.*低/u).waitFor();
    await page.getByText('收回 6 / 30 份，未交：7号、').waitFor();
    await page.getByRole('region', { name: '导入评分' }).getByRole('button', { name: '收起' }).click();
  });

  it('keeps the save button of a person in reach, and asks before something typed is left', async () => {
    await page.getByRole('link', { name: '赵老师', exact: true }).click();
    await page.getByRole('heading', { name: '赵老师 · 2025年师德考核' }).waitFor();
    const save = page.getByRole('button', { name: '保存', exact: true });
    await expect.poll(async () => (await save.boundingBox())?.y ?? Infinity).toBeLessThan(768);
    await page.getByLabel('考核小组意见').fill('同意定为优秀');
    await page.getByRole('link', { name: '返回看板' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('考核登记里有没保存的修改').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await dialog.getByRole('button', { name: '保存并离开' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('link', { name: '赵老师', exact: true }).click();
    await expect.poll(() => page.getByLabel('考核小组意见').inputValue()).toBe('同意定为优秀');
    await page.getByRole('link', { name: '返回看板' }).click();
    await page.getByRole('region', { name: '考核结果' }).waitFor();
  });

  it('leaves the tie at the cap to the panel', async () => {
    const tie = page.getByRole('region', { name: '同分决定' });
    await tie.getByText('3 人同为').waitFor();
    await finishStep('个人自评', '2025-12-18');
    await finishStep('教师互评', '2025-12-19');
    await finishStep('学生家长测评', '2025-12-19');
    await choose('办理步骤', '考核组评定');
    await page.getByRole('button', { name: '完成“考核组评定”' }).click();
    await page.getByText('优秀名额处有 3 人同分，请考核小组先研究决定').waitFor();
    await tie.getByRole('checkbox', { name: '吴老师评为优秀' }).check();
    expect(await tie.getByRole('checkbox', { name: '郑老师评为优秀' }).isDisabled()).toBe(true);
    await tie.getByLabel('决定日期').first().fill('2025-12-22');
    await tie.getByLabel(/决定的理由/u).fill('班主任工作突出，全组一致同意');
    await tie.getByRole('button', { name: '记下决定（1 人评为优秀）' }).click();
    await tie.getByText('同分已由考核小组决定').waitFor();
    await finishStep('考核组评定', '2025-12-22');
    expect(await accessibilityProblems(page)).toEqual([]);
  });

  it('shows one person with the ten rules, and walks the names by arrow keys', async () => {
    await choose('只看', '优秀');
    await page.getByText('考核结果：6 / 30 人').waitFor();
    await page.getByRole('link', { name: '赵老师', exact: true }).focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '钱老师 · 2025年师德考核' }).waitFor();
    await expect.poll(() => page.getByLabel('1. 坚定政治方向').inputValue()).toBe('9.7');
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.getByRole('link', { name: '返回看板' }).click();
    await page.getByRole('region', { name: '考核结果' }).waitFor();
  });

  it('is published, signed by all and filed', async () => {
    await page.getByLabel('公示开始').first().fill('2025-12-23');
    await page.getByLabel('公示结束（不少于 5 个工作日）').first().fill('2025-12-30');
    await page.getByRole('button', { name: '开始公示' }).click();
    await page.getByText('公示 2025-12-23 至 2025-12-30').waitFor();
    await finishStep('公示', '2025-12-31');
    await page.getByRole('checkbox', { name: '全选' }).check();
    await page.getByLabel('签字日期').first().fill('2025-12-31');
    await page.getByRole('button', { name: '登记 30 人签字' }).click();
    await page.getByRole('button', { name: '登记 0 人签字' }).waitFor();
    await finishStep('本人签字', '2025-12-31');
    await finishStep('归档', '2026-01-04');
    const { rows } = await window.call('ledger.list', {
      query: { ledger: 'ethicsAppraisal', period: '2025' },
      page: 0,
      pageSize: 50,
    });
    expect(rows.filter(({ state }) => state === 'finished')).toHaveLength(30);
    expect(rows.filter(({ values }) => values['grade'] === '优秀')).toHaveLength(6);
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.setViewportSize({ width: 1366, height: 768 });
    await window.go('/ethics/appraisal');
    await page.getByText('已归档 2026-01-04').waitFor();
  });
});
