import { beforeAll, describe, expect, it } from 'vitest';
import { accessibilityProblems } from '../support/accessibility.ts';
import { openSchoolWindow } from '../support/schoolWindow.ts';

/** A 民主评议 of a branch of nine in a real browser on 2026-11-24, from its start to the report. */

const window = await openSchoolWindow();
const { page } = window;
let home: string;
let members: readonly string[];
const names = ['李强', '王芳', '孙立', '周敏', '吴刚', '郑洁', '冯涛', '陈静', '褚明'];

beforeAll(async () => {
  home = await window.add('branch', {
    name: '山丹县测试学校第一党支部',
    shortName: '第一党支部',
    foundedOn: '2010-01-01',
  });
  const made: string[] = [];
  for (const name of names)
    made.push(
      await window.add('partyMember', {
        name,
        sex: '男',
        branch: home,
        status: name === '褚明' ? '预备党员' : '正式党员',
        rollSince: '2015-09-01',
      }),
    );
  members = made;
  for (const [who, post] of [
    [members[0], '书记'],
    [members[1], '组织委员'],
  ])
    await window.add('committeePost', { branch: home, member: who, post, from: '2024-01-01' });
});

const main = () => page.getByRole('main');
const panel = (name: string) => main().getByRole('region', { name, exact: true });
const step = async (name: string) => {
  await main()
    .getByRole('navigation', { name: '步骤' })
    .getByRole('link', { name: new RegExp(`^${name}`) })
    .click();
  await panel(name).waitFor();
};
const votes = (name: string) => main().getByRole('textbox', { name });
const saved = async () => {
  await page.keyboard.press('Control+s');
  await main().getByText('已保存', { exact: true }).waitFor();
};

describe('the year of a branch', () => {
  it('begins with what is owed', async () => {
    await window.go('/area/partyLife');
    await main().getByRole('link', { name: '组织生活会和民主评议', exact: true }).click();
    await main().getByText('还没有开始，最迟 2027-03-31 前召开会议').first().waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await main().getByRole('button', { name: '开始民主评议党员：第一党支部' }).click();
    await page.getByRole('article', { name: '第一党支部2026年度民主评议党员' }).waitFor();
  });

  it('records plan and study in place', async () => {
    await panel('方案报批').getByText('还没有登记方案报批日期').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.locator('#field-theme').fill('对照党章找差距');
    await page.locator('#field-plannedOn').fill('2026-11-20');
    await page.locator('#field-planFiledOn').fill('2026-11-05');
    await page.locator('#field-planApprovedOn').fill('2026-11-08');
    await page.locator('#field-planApprovedOn').press('Tab');
    await saved();
    await panel('方案报批').getByText('2026-11-05 完成').waitFor();
    await step('学习动员');
    await page.locator('#field-studyOn').fill('2026-11-12');
    await page.locator('#field-studyCount').fill('1');
    await saved();
  });

  it('takes self and mutual grades, and asks before they are left unsaved', async () => {
    await step('个人自评');
    await panel('个人自评').getByText('还有 8 人没有自评').waitFor();
    await main().getByRole('button', { name: '没填的都填“合格”，再改个别人' }).click();
    await main().getByRole('combobox', { name: '李强 自评' }).selectOption('优秀');
    await main()
      .getByRole('link', { name: /^党员互评/ })
      .click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: '保存并离开' }).click();
    await dialog.waitFor({ state: 'detached' });
    await panel('党员互评').getByText('还有 8 人没有互评').waitFor();
    await main().getByRole('button', { name: '没填的都填“合格”，再改个别人' }).click();
    await saved();
    expect(await accessibilityProblems(page)).toEqual([]);
  });
});

describe('the ballots', () => {
  it('belong to a meeting that is named by a click', async () => {
    await window.add(
      'partyMeeting',
      {
        type: '民主评议党员',
        title: '2026年度民主评议党员大会',
        branch: home,
        heldOn: '2026-11-20',
        startsAt: '15:00',
        endsAt: '17:00',
        place: '会议室',
        host: members[0],
        recorder: members[1],
        body: '逐人测评。',
        attendance: members.map((member, index) => ({
          id: `0199${String(index).padStart(4, '0')}-0000-7000-8000-000000000000`,
          member,
          state: '出席',
        })),
      },
      '2026',
    );
    await step('民主测评');
    await main().getByRole('button', { name: '用这条记录：2026-11-20 2026年度民主评议党员大会' }).click();
    await main().getByText('有表决权的党员应到 8 人，实到 8 人，人数符合').waitFor();
  });

  it('are refused when there are more than voters, and nothing typed is lost', async () => {
    await main().getByLabel('参加测评').fill('9');
    await main().getByLabel('发出').fill('10');
    await main().getByText('发出测评票 10 张，比参加测评的 9 人还多').waitFor();
    await main().getByLabel('收回').fill('9');
    await main().getByLabel('废票').fill('0');
    await page.keyboard.press('Control+s');
    await main().getByText('有 1 处需要改正').or(main().getByRole('alert')).first().waitFor();
    await expect.poll(() => main().getByLabel('发出').inputValue()).toBe('10');
    await main().getByLabel('发出').fill('9');
    await expect.poll(() => main().getByText('比参加测评的 9 人还多').count()).toBe(0);
  });

  it('are typed by the keyboard and checked against the valid ones', async () => {
    await votes('李强 优秀票').focus();
    // Of three places the first two are clear; 陈静 and 冯涛 have as many.
    const counts = ['8,1', '7,2', '4,5', '4,5', '2,7', '1,8', '0,9', '0,8'];
    for (const [excellent, qualified] of counts.map((pair) => pair.split(','))) {
      await page.keyboard.type(excellent ?? '');
      await page.keyboard.press('ArrowRight');
      await page.keyboard.type(qualified ?? '');
      await page.keyboard.press('ArrowLeft');
      await page.keyboard.press('Enter');
    }
    await main().getByText('周敏：四种票合计 8 张，有效票是 9 张，还差 1 张').waitFor();
    await votes('周敏 合格票').fill('9');
    await expect
      .poll(() =>
        main()
          .getByText(/：四种票合计 \d/)
          .count(),
      )
      .toBe(0);
    expect(await accessibilityProblems(page)).toEqual([]);
    await saved();
    await panel('民主测评').getByText('2026-11-20 完成').waitFor();
  });
});

describe('the assessment', () => {
  it('leaves a tie at the cap to the branch', async () => {
    await step('组织评定');
    await main().getByText('陈静、冯涛 的优秀票都是 4 张，优秀还剩 1 个名额，请支部决定').waitFor();
    await main().getByRole('button', { name: '按票数建议填入' }).click();
    await main().getByText('优秀 2 人，最多 3 人（9 名党员的 1/3）').waitFor();
    await expect.poll(() => main().getByRole('combobox', { name: '陈静 评定等次' }).inputValue()).toBe('');
    expect(await accessibilityProblems(page)).toEqual([]);
  });

  it('refuses more than the cap', async () => {
    await main().getByRole('combobox', { name: '陈静 评定等次' }).selectOption('优秀');
    await main().getByRole('combobox', { name: '冯涛 评定等次' }).selectOption('优秀');
    await main().getByText('评定优秀 4 人，超过了最多 3 人').waitFor();
    await page.keyboard.press('Control+s');
    await main().getByText('请支部重新评定。没有保存').waitFor();
    await main().getByRole('combobox', { name: '冯涛 评定等次' }).selectOption('合格');
    await main().getByRole('textbox', { name: '评定日期' }).fill('2026-11-23');
    await main().getByRole('combobox', { name: '评定会议' }).selectOption('支部党员大会');
    await saved();
    await panel('组织评定').getByText('2026-11-23 完成').waitFor();
  });

  it('is published and reported, and all steps are done', async () => {
    await step('结果通报');
    await page.locator('#field-publishedOn').fill('2026-11-24');
    await page.locator('#field-publishedOn').press('Tab');
    await saved();
    await step('结果上报');
    await panel('结果上报').getByText('期限 2026-12-05，还有 11 天').waitFor();
    await page.locator('#field-reportedOn').fill('2026-11-24');
    await page.locator('#field-reportedOn').press('Tab');
    await saved();
    await main().getByText('已完成 8 / 8 步').waitFor();
    await main().getByRole('link', { name: '打印情况报告' }).click();
    await page.getByRole('heading', { name: '报表' }).waitFor();
    await window.go('/party/campaigns?year=2026');
    await main().getByText('全部步骤都办完了').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
  });
});

describe('组织生活会', () => {
  it('says who still has to talk, and opens the talk already filled', async () => {
    await main().getByRole('button', { name: '开始组织生活会：第一党支部' }).click();
    await page.getByRole('article', { name: '第一党支部2026年度组织生活会' }).waitFor();
    await step('谈心谈话');
    await panel('谈心谈话').getByText('委员之间还缺 1 对：李强和王芳').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await main().getByRole('button', { name: '李强和王芳，两名委员之间还没谈' }).click();
    await expect.poll(() => page.locator('#field-partner').inputValue()).toBe('王芳');
    await page.getByRole('button', { name: '返回' }).click();
  });
});
