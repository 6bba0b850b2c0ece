import { decide } from './decisions.ts';
import { add, newId } from './desk.ts';
import { committeeOf, named, rollOf, type Life } from './life.ts';
import { write } from './meetings.ts';
import { feeBaseOf, awayName, rosterNames } from './people.ts';

type Mode = '集中引导学' | '宣讲辅导学' | '研讨交流学' | '党务培训学' | '实践观摩学';
/** In which months study in which mode takes place. */
const studyMonths: Readonly<Record<number, readonly Mode[]>> = {
  3: ['集中引导学'],
  4: ['宣讲辅导学'],
  5: ['研讨交流学'],
  6: ['党务培训学', '实践观摩学'],
  9: ['集中引导学', '研讨交流学'],
  10: ['宣讲辅导学', '党务培训学'],
  11: ['实践观摩学'],
};
const talkMonths = [4, 5, 6, 9, 10, 11];

/** Fees, talks, study and the next quarter's plan, once a month. */
export async function monthlyWork(
  life: Life,
  month: number,
  day: string,
  feeOf: (base: number) => number,
): Promise<void> {
  await payFees(life, day, feeOf);
  for (const mode of studyMonths[month] ?? []) await study(life, mode, day);
  if (talkMonths.includes(month)) await talk(life, talkMonths.indexOf(month), day);
  if (month % 3 === 0 && month < 12) await fileQuarterPlan(life, month / 3 + 1, day);
}

export async function fileQuarterPlan(
  { desk, branch }: Life,
  quarter: number,
  filedOn: string,
): Promise<void> {
  await add(
    desk,
    'partyQuarterPlan',
    {
      title: `2026年第${quarter}季度组织生活计划`,
      branch,
      content: '按月安排支委会、主题党日和党小组会，季末召开党员大会并上党课。',
      filedOn,
      filedTo: '中共山丹县教育局委员会',
    },
    `2026Q${quarter}`,
  );
}

async function payFees(life: Life, day: string, feeOf: (base: number) => number): Promise<void> {
  const month = day.slice(0, 7);
  const cells = rollOf(life, day).map((member) => ({
    member: member.id,
    month,
    paid: feeOf(feeBaseOf(life.members.indexOf(member)) * 100),
    paidOn: day,
    arrearsReason: null,
    baseRevision: null,
  }));
  await life.desk.call('members.saveFees', { branch: life.branch, cells });
}

async function study(life: Life, mode: Mode, day: string): Promise<void> {
  await add(
    life.desk,
    'partyStudy',
    {
      title: `${Number(day.slice(5, 7))}月${mode}`,
      mode,
      branch: life.branch,
      heldOn: day,
      place: '党员活动室',
      hours: 4,
      training: mode === '党务培训学',
      participants: rollOf(life, day).map(({ id, name }) => ({
        id: newId(),
        member: id,
        hours: null,
        remark: name === awayName ? '线上参加' : null,
      })),
      content: '学习了有关篇目并交流了体会。',
    },
    '2026',
  );
}

/** Every two of the committee, every member with one of the committee and with another member: a sixth each time. */
async function talk(life: Life, turn: number, day: string): Promise<void> {
  const committee = committeeOf(life, '2026-12-31');
  const old = life.members.slice(0, rosterNames.length).map(({ id }) => id);
  const others = old.filter((id) => !committee.includes(id));
  const pairs: (readonly [string, string, string])[] = [
    ...committee.flatMap((one, index) =>
      committee.slice(index + 1).map((other) => [one, other, '支委之间'] as const),
    ),
    ...others.map((one, index) => [committee[index % committee.length] ?? '', one, '支委与党员'] as const),
    ...others.map((one, index) => [one, others[(index + 1) % others.length] ?? '', '党员之间'] as const),
  ];
  const size = Math.ceil(pairs.length / talkMonths.length);
  const joined = life.members
    .slice(rosterNames.length)
    .flatMap(({ id }) => [
      [committee[0] ?? '', id, '支委与党员'] as const,
      [others[0] ?? '', id, '党员之间'] as const,
    ]);
  const held = [
    ...pairs.slice(turn * size, (turn + 1) * size),
    ...(turn === talkMonths.length - 1 ? joined : []),
  ];
  for (const [talker, partner, kind] of held)
    await add(
      life.desk,
      'partyTalk',
      {
        heldOn: day,
        place: '党员活动室',
        branch: life.branch,
        talker,
        partner,
        kind,
        content: '围绕教学工作和学习情况交换意见，肯定成绩，指出不足，商定努力方向。',
        opinions: '希望减少重复填表。',
        attitude: '认真听取，表示改进。',
        signed: true,
      },
      '2026',
    );
}

/** 民主生活会 with its campaign, the brand, and the school's two meetings of decision. */
export async function closeYear(life: Life, comeTo: (day: string) => Promise<void>): Promise<void> {
  const { desk, branch } = life;
  const secretary = named(life, '赵建国').id;
  await comeTo('2026-12-24');
  const democratic = await write(
    life,
    {
      type: '民主生活会',
      title: '2026年度领导班子民主生活会',
      branch,
      heldOn: '2026-12-22',
      startsAt: '14:30',
      endsAt: '17:30',
    },
    '2026',
  );
  await write(
    life,
    {
      type: '集中学习',
      title: '年末集中学习',
      branch,
      heldOn: '2026-12-24',
      startsAt: '16:30',
      endsAt: '17:30',
      studyMaterials: '全会公报；《条例》选读',
      studyLeader: secretary,
      studyHours: 1,
      studyMode: '集中引导学',
    },
    '2026-12',
  );
  await decide(life);
  await add(
    desk,
    'partyCampaign',
    {
      kind: '民主生活会',
      branch,
      theme: '带头严于律己',
      owner: secretary,
      planFiledOn: '2026-12-05',
      planApprovedOn: '2026-12-08',
      meeting: democratic,
      reportedOn: '2026-12-29',
    },
    '2026',
  );
  await add(desk, 'partyBrand', {
    name: '红烛先锋',
    branch,
    meaning: '党员教师带头上好课、带好班、帮好人。',
    startedOn: '2024-03-05',
    measures: '党员示范课、学困生结对、志愿服务队。',
    results: '结对帮扶学生 62 名。',
    level: '校级',
    owner: secretary,
  });
}
