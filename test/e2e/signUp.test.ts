import { expect, it } from 'vitest';
import { accessibilityProblems } from '../support/accessibility.ts';
import { openSchoolWindow } from '../support/schoolWindow.ts';

/** A clerk gives out a term's wishes, lets a pupil go with the effect on the fee, and the next one moves up. */

const period = '2026-2027-1';
const everyDay = ['周一', '周二', '周三', '周四', '周五'];

const window = await openSchoolWindow();
const { page } = window;

it('says what is missing before anything is entered', async () => {
  await window.go('/service/sign-up');
  await page.getByText('这个学期的校历还没有登记，请先登记学期。').waitFor();
  expect(await accessibilityProblems(page)).toEqual([]);
});

it('gives out the wishes, stores nothing before it is confirmed, and shows places and waiting lists', async () => {
  await window.add(
    'term',
    {
      name: '2026—2027学年第一学期',
      season: '第一学期',
      startsOn: '2026-08-27',
      firstTeachingOn: '2026-08-31',
      lastTeachingOn: '2026-12-31',
      endsOn: '2027-01-15',
    },
    period,
  );
  await window.add(
    'servicePlan',
    {
      title: '2026年秋季课后服务方案',
      startsAt: '16:30',
      endsAt: '18:10',
      feePerTerm: 30_000,
      channel: '学校代收',
    },
    period,
  );
  const room = await window.add('schoolClass', { name: '三年级1班', grade: 3 });
  const course = (name: string, values: Readonly<Record<string, unknown>>) =>
    window.add('serviceCourse', { name, gradeFrom: 1, gradeTo: 6, weekdays: everyDay, ...values }, period);
  const basketball = await course('篮球', { kind: '体育', capacity: 2 });
  const choir = await course('合唱', { kind: '艺术', capacity: 1 });
  for (const [index, name] of ['王一', '王二', '王三', '王四', '王五'].entries()) {
    const pupil = await window.add('pupil', {
      name,
      sex: '男',
      schoolClass: room,
      bornOn: '2017-05-06',
      enteredOn: '2024-09-01',
      guardianPhone: `1391234000${index}`,
    });
    if (index === 4) continue;
    await window.add(
      'serviceEnrolment',
      {
        pupil,
        weekdays: everyDay,
        appliedOn: '2026-09-01',
        pickUp: '家长接送',
        feeClass: '全额',
        feePaid: 30_000,
        consentVersion: index === 0 ? null : '2026秋第1版',
        firstWish: basketball,
        secondWish: index === 0 ? choir : null,
      },
      period,
    );
  }
  await window.go('/area/afterSchool');
  await page.getByRole('link', { name: '报名与选课', exact: true }).click();
  await page.getByText('报名 4 人，已有课 0 人，还有 1 名学生没有交表。').waitFor();
  await page.getByRole('button', { name: '没交承诺书 1 人' }).press('Enter');
  await page.getByRole('link', { name: '王一' }).waitFor();
  await page.getByRole('button', { name: '各班进度' }).press('Enter');
  await page.getByRole('cell', { name: '王五' }).waitFor();
  expect(await accessibilityProblems(page)).toEqual([]);

  await page.getByRole('button', { name: '课程名额' }).press('Enter');
  await page.getByRole('button', { name: '分配志愿' }).press('Enter');
  const panel = page.getByRole('region', { name: '分配志愿' });
  await panel.getByLabel('抽签码').fill('20260905');
  await panel.getByRole('button', { name: '试分配' }).press('Enter');
  // Three want basketball only: one of them has to wait, and the one with another wish makes room.
  await panel
    .getByText('4 人填了志愿：第一志愿 2 人，第二志愿 1 人，第三志愿 0 人，没有安排上 1 人。还没有保存。')
    .waitFor();
  await panel.getByText(/“篮球”已满（2\/2，4 人填报）；抽签序号 \d，没有安排上，列入候补。/).waitFor();
  expect(await accessibilityProblems(page)).toEqual([]);
  expect(
    (await window.call('signUp.board', { period })).pupils.every(({ courses }) => courses.length === 0),
  ).toBe(true);
  await panel.getByRole('button', { name: '确认并保存' }).press('Enter');
  await panel.getByText('已保存：3 人安排了课程，2 人在候补。').waitFor();
  await panel.getByRole('button', { name: '关闭' }).press('Enter');
  await page.getByText('报名 4 人，已有课 3 人，还有 1 名学生没有交表。').waitFor();
});

it('withdraws a pupil with the effect on the fee; the first of the waiting list moves up', async () => {
  await page.getByRole('button', { name: /^篮球/ }).press('Enter');
  const panel = page.getByRole('region', { name: '这门课' });
  await panel.getByRole('heading', { name: '候补 2 人' }).waitFor();
  expect(await panel.getByRole('button', { name: /^递补/ }).count()).toBe(0);
  await panel.getByRole('button', { name: /^退出/ }).first().press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByText(/应收从 300\.00 元变为 \d+\.\d\d 元.*应退 \d+\.\d\d 元。/).waitFor();
  expect(await accessibilityProblems(page)).toEqual([]);
  await dialog.getByLabel('退出原因').fill('转学到外县');
  await dialog.getByLabel('退出原因').press('Enter');
  await dialog.waitFor({ state: 'detached' });
  await panel.getByText(/起退出，应退 \d+\.\d\d 元。“篮球”空出 1 个名额，候补第一位是三年级1班王/).waitFor();
  await panel.getByRole('button', { name: /^递补/ }).press('Enter');
  await panel.getByText(/^三年级1班王.递补进“篮球”。/).waitFor();
  await page.getByText('报名 3 人，已有课 3 人，还有 1 名学生没有交表。').waitFor();
  expect(await accessibilityProblems(page)).toEqual([]);
});

it('shows the figures with the base that is chosen beside every share', async () => {
  await window.go('/service/statistics');
  await page.getByText('参加人数 3 ÷ 义务教育阶段在校生 5').waitFor();
  await page.getByRole('button', { name: '不含寄宿生' }).press('Enter');
  await page.getByText('参加的走读生 3 ÷ 义务教育阶段走读生 5').waitFor();
  await page.getByRole('button', { name: '按课程类别' }).press('Enter');
  await page.getByRole('cell', { name: '体育' }).waitFor();
  expect(await accessibilityProblems(page)).toEqual([]);
});
