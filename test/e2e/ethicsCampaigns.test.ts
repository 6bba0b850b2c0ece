import { beforeAll, describe, expect, it } from 'vitest';
import { accessibilityProblems } from '../support/accessibility.ts';
import { openSchoolWindow } from '../support/schoolWindow.ts';

/** The campaign screens in a real browser: pledges signed in one go, a questionnaire counted, zero reports, honours. */

const window = await openSchoolWindow();
const { page } = window;
let survey: string;
const people = ['王一', '李二', '赵三'];

beforeAll(async () => {
  await window.add(
    'term',
    {
      name: '2026年秋季学期',
      season: '第一学期',
      startsOn: '2026-09-01',
      endsOn: '2027-01-22',
      firstTeachingOn: '2026-09-01',
      lastTeachingOn: '2027-01-15',
    },
    '2026-2027-1',
  );
  const ids = await Promise.all(
    people.map((name, index) =>
      window.add('staff', {
        name,
        sex: '女',
        staffKind: '专任教师',
        staffNumber: `T00${index}`,
        hiredOn: '2015-09-01',
      }),
    ),
  );
  await window.add('ethicsAppraisal', { staff: ids[0], grade: '优秀', signedOn: '2026-01-10' }, '2025');
  await window.add(
    'ethicsAward',
    {
      staff: ids[1],
      name: '师德标兵',
      level: '县级',
      grantedOn: '2026-09-10',
      noticeFrom: '2026-09-01',
      noticeTo: '2026-09-03',
    },
    '2026',
  );
  survey = await window.add(
    'ethicsSurvey',
    {
      title: '秋季家长问卷',
      audience: '家长',
      grouping: '全校',
      startsOn: '2026-11-09',
      questions: ['师德满意', '教学满意'].map((text, index) => ({
        id: `01a20fff-c09b-740b-9808-f8e3bb618e3${index}`,
        text,
      })),
    },
    '2026-2027-1',
  );
});

describe('pledges', () => {
  it('all but one are entered with the keyboard, and the one is named until a reason is given', async () => {
    await window.go('/ethics/campaigns');
    await page.getByText('应签 3 人，已签 0 人，未签 3 人（逾期 3 人）').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.getByRole('checkbox', { name: '赵三已签' }).focus();
    await page.keyboard.press('Space');
    const save = page.getByRole('button', { name: '登记已签 2 人' });
    await save.focus();
    await page.keyboard.press('Enter');
    await page.getByText('应签 3 人，已签 2 人，未签 1 人（逾期 1 人）').waitFor();
    await page.getByText('签订率 66.6%').waitFor();
    await page.getByRole('button', { name: '已签 2', exact: true }).click();
    await page.getByRole('link', { name: /附扫描件\s*：王一/u }).waitFor();
    await page.getByRole('button', { name: '未签 1', exact: true }).click();
    await page.getByRole('link', { name: /说明原因\s*：赵三/u }).click();
    await expect.poll(() => page.locator('#field-staff').inputValue()).toBe('赵三');
  });
});

describe('a questionnaire', () => {
  it('counts typed sheets, shows nothing while there are too few, then the distribution', async () => {
    await window.go(`/ethics/surveys/${survey}`);
    await page.getByText('还没有录入答卷。').waitFor();
    const box = page.getByRole('textbox', { name: '答卷' });
    await box.fill('44\n4');
    await page.getByText('第 2 行有 1 个数字，应为 2 个。').waitFor();
    await box.fill('44\n43');
    await page.getByRole('button', { name: '录入 2 份' }).click();
    await page.getByText('收回的答卷不足 5 份').waitFor();
    await box.fill('44\n31\n40');
    await page.getByRole('button', { name: '录入 3 份' }).click();
    await page.getByText('满意率 88.9%').waitFor();
    await page.getByRole('img', { name: '第 1 题：很满意 4，满意 1，基本满意 0，不满意 0' }).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
  });
});

describe('the yearly plan', () => {
  it('is completed to the minimum, and a zero report is recorded with one click', async () => {
    await window.go('/ethics/plan');
    await page.getByRole('button', { name: /^补齐 \d+ 项$/u }).click();
    await page.getByRole('region', { name: '计划清单' }).waitFor();
    await page.getByRole('button', { name: '登记零报告：2026年9月' }).click();
    await page.getByRole('button', { name: '登记零报告：2026年9月' }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: '登记零报告：2026年10月' }).waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
  });
});

describe('honours', () => {
  it('say why somebody should be next and where the public notice was too short', async () => {
    await window.go('/ethics/honours');
    const next = page.getByRole('region', { name: '推荐建议' });
    await next.getByText('师德考核优秀1次 +5；在本校工作11年 +2').waitFor();
    await expect.poll(() => next.getByText('李二').count()).toBe(0);
    await page.getByText('3 个工作日，应 5 个').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
  });
});
