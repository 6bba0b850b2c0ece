import { beforeAll, describe, expect, it } from 'vitest';
import { casePaperKinds } from '#shared/domain/ethics/casePapers.ts';
import { createUuid } from '#shared/kernel/ids.ts';
import { accessibilityProblems } from '../support/accessibility.ts';
import { openSchoolWindow } from '../support/schoolWindow.ts';

/** The ethics screens in a real browser: a complaint taken to its sanction, and what the gate and the person's file then say. */

const window = await openSchoolWindow();
const { page } = window;
let accused: string;

const newId = (): string => createUuid(Date.now(), crypto.getRandomValues(new Uint8Array(10)));

async function choose(label: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: label }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
}
async function takeStep(
  event: string,
  day: string,
  answers: Readonly<Record<string, string>> = {},
): Promise<void> {
  await choose('办理事项', event);
  await page.getByLabel('办理日期').first().fill(day);
  for (const [label, answer] of Object.entries(answers)) await choose(label, answer);
  await page.getByRole('button', { name: `办理“${event}”` }).click();
  await page.getByRole('region', { name: '办理经过' }).getByText(event, { exact: true }).waitFor();
}

describe('before anything is there', () => {
  it('the case board and the list of people say how to begin', async () => {
    await window.go('/ethics/cases');
    await page.getByText('还没有投诉举报。').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await window.go('/ethics/people');
    await page.getByText('还没有教职工').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
  });
});

describe('a case', () => {
  beforeAll(async () => {
    const teacher = { sex: '女', staffKind: '专任教师', hiredOn: '2015-09-01' };
    accused = await window.add('staff', { ...teacher, name: '周被查', staffNumber: 'T001', subject: '数学' });
    await window.add('staff', { ...teacher, name: '李正', staffNumber: 'T002', subject: '语文' });
    await window.add('staff', { ...teacher, name: '李正', staffNumber: 'T003', subject: '英语' });
    await window.add('ethicsAppraisal', { staff: accused, grade: '合格', signedOn: '2026-01-10' }, '2025');
    await window.add(
      'ethicsCase',
      {
        number: '2026-07',
        receivedOn: '2026-11-02',
        channel: '来信',
        named: '匿名',
        staff: accused,
        violation: 'V10 有偿补课',
        summary: '周末在家补课。',
        papers: casePaperKinds
          .filter((kind) => kind !== '送达回证')
          .map((kind) => ({ id: newId(), kind, madeOn: null, place: null })),
      },
      '2026',
      'draft',
    );
  });

  it('goes from the board through its steps; a refusal says what is wrong', async () => {
    await window.go('/ethics/cases');
    await page.getByRole('link', { name: '2026-07' }).click();
    await page.getByRole('heading', { name: '案件 2026-07' }).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await takeStep('受理', '11-03');
    await takeStep('听取陈述', '11-05');
    await takeStep('作出结论', '11-10', { 调查结论: '属实' });
    await takeStep('提出处理建议', '11-11', { 处理: '警告' });

    await choose('办理事项', '作出处理决定');
    await choose('决定机关', '学校');
    await page.getByRole('button', { name: '办理“作出处理决定”' }).click();
    await page.getByText('警告处分不能由学校决定').waitFor();
    await takeStep('作出处理决定', '11-20', { 决定机关: '县教育局' });

    await choose('办理事项', '送达');
    await page.getByText('办理前案卷里还缺：送达回证。').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
  });
});

describe('the gate', () => {
  it('blocks the person under sanction, lets namesakes be chosen, and keeps the result', async () => {
    await window.go('/ethics/gate');
    await page.getByRole('textbox', { name: '名单' }).fill('周被查、李正\n没有此人');
    await page.getByRole('button', { name: '核对 3 人' }).click();
    const result = page.getByRole('region', { name: '核对结果' });
    await result.getByText('通过 0 人，不通过 1 人，需研究 0 人，待选择 2 人').waitFor();
    await result.getByText('受警告处分，处分期到2027年5月20日').waitFor();
    await result.getByText('教职工名单里没有这个人').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await expect.poll(() => page.getByRole('button', { name: '保存并打印' }).isDisabled()).toBe(true);

    await choose('选择是哪一位李正', '李正（T003 · 英语）');
    await result.getByText('没有师德考核结果').waitFor();
    await page.getByRole('textbox', { name: '名单' }).fill('周被查');
    await page.getByRole('button', { name: '核对 1 人' }).click();
    await result.getByText('不通过 1 人，需研究 0 人').waitFor();
    await page.getByRole('button', { name: '保存并打印' }).click();
    await page.getByRole('heading', { name: '2026年评优表彰师德审核' }).waitFor();
    await page.getByRole('link', { name: '师德审核意见表' }).waitFor();
  });
});

describe('the person', () => {
  it('is found by initials, and the file tells what runs and what is missing', async () => {
    await window.go('/ethics/people');
    await page.getByRole('textbox', { name: '查找教职工' }).fill('zbc');
    await page.getByRole('list', { name: '教职工' }).getByText('周被查').click();
    await page.getByRole('heading', { name: '周被查的师德档案' }).waitFor();
    await page.getByText('警告处分期内，到2027年5月20日（还没有送达）').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.getByRole('button', { name: '去登记：没有准入查询' }).click();
    await page.locator('#field-checkedOn').waitFor();
    await expect.poll(() => page.locator('#field-staff').inputValue()).toBe('周被查');
  });
});
