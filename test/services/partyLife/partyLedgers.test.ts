import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createCheck } from '#electron/services/checks/check.ts';
import { partyLifeChecks } from '#electron/services/partyLife/checks/partyLifeChecks.ts';
import { partyLifeFacts } from '#electron/services/partyLife/checks/partyLifeFacts.ts';
import { getRecord } from '#electron/store/records/records.ts';
import { atOnce } from '#shared/kernel/inPieces.ts';
import type { LooseValues } from '#shared/ledger/definition.ts';
import { staff } from '#shared/ledgers/base/staff.ts';
import { governanceMeeting } from '#shared/ledgers/partyLife/governanceMeeting.ts';
import { branch } from '#shared/ledgers/partyLife/branch.ts';
import { committeePost } from '#shared/ledgers/partyLife/committeePost.ts';
import { partyCampaign } from '#shared/ledgers/partyLife/partyCampaign.ts';
import { partyFee } from '#shared/ledgers/partyLife/partyFee.ts';
import { partyMeeting } from '#shared/ledgers/partyLife/partyMeeting.ts';
import { partyMember } from '#shared/ledgers/partyLife/partyMember.ts';
import { partyMembership } from '#shared/ledgers/partyLife/partyMembership.ts';
import { partyQuarterPlan } from '#shared/ledgers/partyLife/partyQuarterPlan.ts';
import { partyStudy } from '#shared/ledgers/partyLife/partyStudy.ts';
import { partyTalk } from '#shared/ledgers/partyLife/partyTalk.ts';
import { failureOf, valueOf } from '../../support/temporarySchool.ts';
import { schoolOffice, type SaveOptions, type SchoolOffice } from '../schoolOffice.ts';

let office: SchoolOffice;
let home: string;
let members: readonly [string, string, string];
beforeEach(() => {
  office = schoolOffice();
  home = office.add(branch, {
    name: '中共山丹县测试学校第一支部委员会',
    shortName: '第一党支部',
    foundedOn: '2019-09-01',
    termEndsOn: '2028-09-01',
    partyDayWeek: '最后一个',
    partyDayWeekday: '周五',
  });
  const join = (name: string, feeBase: number) =>
    office.add(partyMember, {
      name,
      sex: '男',
      status: '正式党员',
      branch: home,
      rollSince: '2020-01-01',
      feeBase,
    });
  members = [join('李强', 500_000), join('王芳', 500_001), join('赵敏', 300_000)];
  for (const [member, post] of [
    [members[0], '书记'],
    [members[1], '组织委员'],
  ])
    office.add(committeePost, { branch: home, member, post, from: '2025-09-01' });
});
afterEach(() => {
  office.remove();
});

function present(...ids: readonly string[]): readonly LooseValues[] {
  return ids.map((member) => ({ id: office.newId(), member, state: '出席' }));
}

function meeting(changes: LooseValues): LooseValues {
  return {
    type: '支部委员会会议',
    title: '11月支部委员会会议',
    branch: home,
    heldOn: '2026-11-10',
    startsAt: '16:00',
    endsAt: '17:00',
    place: '会议室',
    host: members[0],
    recorder: members[1],
    attendance: present(members[0], members[1]),
    ...changes,
  };
}
const november: SaveOptions = { period: '2026-11' };
const problemsOf = (values: LooseValues) =>
  failureOf(office.save(partyMeeting, meeting(values), november)).problems ?? [];

describe('two meetings at once', () => {
  const lecture = () =>
    meeting({
      type: '党课',
      title: '党课：守初心',
      startsAt: '16:50',
      endsAt: '17:40',
      place: '报告厅',
      attendance: present(members[1], members[2]),
    });

  it('are refused at the time, with the person’s name and the other meeting', () => {
    office.add(partyMeeting, meeting({}), november);
    const refused = failureOf(office.save(partyMeeting, lecture(), november));
    expect(refused.problems).toEqual([
      {
        path: 'startsAt',
        sentence:
          '王芳在 16:00—17:00 已出席“11月支部委员会会议”，同一人不能同时开两个会。请改时间或出席情况；同场套开的请在“同场开展”中选上那次会议。',
      },
    ]);
  });

  it('are one sitting where one of the two says so', () => {
    const first = office.add(partyMeeting, meeting({}), november);
    expect(office.save(partyMeeting, { ...lecture(), heldTogetherWith: [first] }, november).ok).toBe(true);
    expect(
      office.edit(partyMeeting, first, { place: '二楼会议室' }, { ...november, reason: '更正地点' }).ok,
    ).toBe(true);
  });

  it('may follow each other, may have other people, and may stand in a draft', () => {
    office.add(partyMeeting, meeting({}), november);
    expect(office.save(partyMeeting, lecture(), { ...november, state: 'draft' }).ok).toBe(true);
    expect(office.save(partyMeeting, { ...lecture(), startsAt: '17:00' }, november).ok).toBe(true);
    const others = { ...lecture(), startsAt: '16:40', attendance: present(members[2]), endsAt: '16:55' };
    expect(office.save(partyMeeting, others, november).ok).toBe(true);
  });
});

describe('a Party meeting and a meeting of decision at once', () => {
  const decision = (people: readonly (readonly [string, '班子成员' | '列席'])[]): LooseValues => ({
    kind: '校长办公会议',
    title: '2026年第20次校长办公会议',
    heldOn: '2026-11-10',
    startsAt: '16:30',
    endsAt: '17:30',
    place: '会议室',
    host: people[0]?.[0],
    recorder: people[0]?.[0],
    attendance: people.map(([who, capacity]) => ({
      id: office.newId(),
      staff: who,
      capacity,
      state: '出席',
    })),
  });
  let head: string;
  let guest: string;
  beforeEach(() => {
    head = office.add(staff, { name: '李强', sex: '男', staffKind: '专任教师' });
    guest = office.add(staff, { name: '王芳', sex: '男', staffKind: '专任教师' });
    valueOf(office.edit(partyMember, members[0], { staff: head }));
    valueOf(office.edit(partyMember, members[1], { staff: guest }));
  });
  const clash = (title: string, hours: string) => [
    {
      path: 'startsAt',
      sentence: `李强在 ${hours} 已出席“${title}”，同一人不能同时开两个会。请改时间或出席情况。`,
    },
  ];

  it('is refused whichever is written second', () => {
    office.add(governanceMeeting, decision([[head, '班子成员']]), { period: '2026' });
    expect(problemsOf({})).toEqual(clash('2026年第20次校长办公会议', '16:30—17:30'));
    for (const changes of [{ attendance: present(members[2]) }, { endsAt: '16:30' }])
      expect(office.save(partyMeeting, meeting(changes), november).ok).toBe(true);
  });

  it('is refused for the meeting of decision, but not for those who sit in for one topic', () => {
    office.add(partyMeeting, meeting({}), november);
    const year = { period: '2026' };
    expect(failureOf(office.save(governanceMeeting, decision([[head, '班子成员']]), year)).problems).toEqual(
      clash('11月支部委员会会议', '16:00—17:00'),
    );
    expect(office.save(governanceMeeting, decision([[guest, '列席']]), year).ok).toBe(true);
  });

  it('of tomorrow is not finished yet', () => {
    const tomorrow = { ...decision([[head, '班子成员']]), heldOn: '2026-12-31' };
    const refused = failureOf(office.save(governanceMeeting, tomorrow, { period: '2026' }));
    expect(refused.problems).toMatchObject([{ path: 'heldOn' }]);
  });
});

describe('what a finished meeting may not say', () => {
  it('that it was held tomorrow; a draft may plan it', () => {
    const tomorrow = { heldOn: '2026-12-31' };
    expect(problemsOf(tomorrow)).toMatchObject([{ path: 'heldOn' }]);
    expect(office.save(partyMeeting, meeting(tomorrow), { ...november, state: 'draft' }).ok).toBe(true);
  });

  const vote = (changes: LooseValues) => ({
    id: office.newId(),
    matter: '发展党员计划',
    kind: '一般决议',
    mode: '举手',
    dueVoters: 3,
    presentVoters: 2,
    inFavour: 2,
    against: 0,
    abstained: 0,
    outcome: '通过',
    ...changes,
  });
  it.each([
    [{ against: 1 }, 'votes.0.inFavour', '合计 3 票，多于参加表决的 2 人'],
    [{ inFavour: 1 }, 'votes.0.inFavour', '没有表态的请计入弃权'],
    [{ presentVoters: 4, inFavour: 4 }, 'votes.0.presentVoters', '不能多于应到'],
    [{ written: 1, inFavour: 3 }, 'votes.0.written', '书面意见只在接收预备党员'],
    [{ kind: '接收预备党员', written: 2, inFavour: 4 }, 'votes.0.written', '实到加书面意见'],
  ])('%j', (changes, path, words) => {
    expect(problemsOf({ votes: [vote(changes)] })).toEqual([
      { path, sentence: expect.stringContaining(words) as string },
    ]);
  });

  it.each([
    [{ electorsPresent: 4 }, 'electorsPresent', '不能多于应到'],
    [{ ballotsIssued: 4, ballotsReturned: 3 }, 'ballotsIssued', '不能多于实到'],
    [{ ballotsIssued: 2, ballotsReturned: 3 }, 'ballotsReturned', '选举无效'],
    [{ against: 1 }, 'candidates.0.inFavour', '各种票合计 4 张，多于收回的选票 3 张'],
  ])('an election with %j', (changes, path, words) => {
    const { against = 0, ...head } = changes as LooseValues;
    const candidates = [{ id: office.newId(), candidate: members[0], inFavour: 3, against, elected: true }];
    const found = problemsOf({
      type: '支部党员大会',
      electorsDue: 3,
      electorsPresent: 3,
      ballotsIssued: 3,
      ballotsReturned: 3,
      candidates,
      ...head,
    });
    expect(found).toContainEqual({ path, sentence: expect.stringContaining(words) as string });
  });
});

describe('one person, one roll', () => {
  it('a second entry for the same member of staff names the first', () => {
    const teacher = office.add(staff, { name: '周明', sex: '男', staffKind: '专任教师' });
    const person = { sex: '男', status: '正式党员', branch: home, staff: teacher };
    office.add(partyMember, { ...person, name: '周明' });
    const [problem] = failureOf(office.save(partyMember, { ...person, name: '周 明' })).problems ?? [];
    expect(problem).toMatchObject({ path: 'staff', sentence: expect.stringContaining('周明') as string });
  });

  it('a membership that overlaps another is refused at its first day', () => {
    const other = office.add(branch, {
      name: '中共山丹县测试学校第二支部委员会',
      shortName: '第二党支部',
      foundedOn: '2019-09-01',
    });
    const twice = { member: members[0], branch: other, status: '正式党员', from: '2026-03-01' };
    expect(failureOf(office.save(partyMembership, twice)).problems).toMatchObject([{ path: 'from' }]);
  });
});

describe('the monthly fee', () => {
  const october: SaveOptions = { period: '2026-10' };
  const valuesOf = (values: LooseValues) =>
    valueOf(office.save(partyFee, { branch: home, situation: '在职', ...values }, october)).values;

  it('is reckoned from the roll by the band of its month, what is typed stays', () => {
    expect(valuesOf({ member: members[0] })).toMatchObject({
      base: 500_000,
      rate: 1,
      due: 5_000,
      paid: null,
    });
    expect(valuesOf({ member: members[1], paidOn: '2026-10-12' })).toMatchObject({
      base: 500_001,
      rate: 1.5,
      due: 7_500,
      paid: 7_500,
    });
    expect(valuesOf({ member: members[2], base: 200_000, due: 500, reduction: '家庭困难' })).toMatchObject({
      rate: 0.5,
      due: 500,
    });
  });

  it('without any base waits for one', () => {
    const member = office.add(partyMember, { name: '无基数', sex: '女', status: '正式党员', branch: home });
    expect(valuesOf({ member })).toMatchObject({ base: null, rate: null, due: null });
    expect(failureOf(office.save(partyFee, { branch: home, situation: '在职', member }, october)).kind).toBe(
      'invalidInput',
    );
  });
});

it('the rules see what the new ledgers hold, as on the day', () => {
  const [first, second, third] = members;
  const year: SaveOptions = { period: '2026' };
  const talk = { branch: home, content: '谈工作和生活。', heldOn: '2026-10-12' };
  office.add(partyTalk, { ...talk, talker: first, partner: second, kind: '支委之间' }, year);
  office.add(
    partyMeeting,
    meeting({ type: '谈心谈话', title: '谈心', recorder: third, talkPartner: third, attendance: [] }),
    year,
  );
  office.add(
    partyStudy,
    {
      title: '县级党务培训',
      mode: '党务培训学',
      branch: home,
      heldOn: '2026-04-10',
      hours: 8,
      training: true,
      participants: [
        { id: office.newId(), member: first },
        { id: office.newId(), member: second, hours: 4 },
      ],
    },
    year,
  );
  office.add(
    partyFee,
    { member: first, branch: home, situation: '在职', paid: 5_000, paidOn: '2026-11-05' },
    { period: '2026-10' },
  );
  office.add(
    partyQuarterPlan,
    { title: '第四季度计划', branch: home, filedOn: '2026-10-03' },
    { period: '2026Q4' },
  );
  office.add(
    partyCampaign,
    {
      kind: '组织生活会',
      branch: home,
      rectifications: [{ id: office.newId(), problem: '学习不经常', owner: first, dueOn: '2026-11-01' }],
    },
    year,
  );
  const facts = partyLifeFacts(createCheck(office.store.read, '2026-11-20'), 2026);
  expect(facts.branches[0]?.partyDay).toEqual({ kind: 'weekday', ordinal: 'last', weekday: 5 });
  expect(facts.talks.map(({ ledger, memberIds }) => [ledger, ...memberIds])).toEqual([
    ['partyTalk', first, second],
    ['partyMeeting', first, third],
  ]);
  expect(facts.studies[0]?.participants).toEqual([
    { memberId: first, hours: 8 },
    { memberId: second, hours: 4 },
  ]);
  expect(facts.fees).toMatchObject([{ month: '2026-10', due: 5_000, paid: 5_000 }]);
  expect(facts.quarterPlans).toEqual([{ branchId: home, period: '2026Q4', filedOn: '2026-10-03' }]);

  const rulesOn = (day: string) =>
    new Set(atOnce(partyLifeChecks.find(createCheck(office.store.read, day))).map(({ ruleId }) => ruleId));
  const found = rulesOn('2026-11-20');
  expect(['PTY-15', 'PTY-16'].map((id) => found.has(id))).toEqual([false, false]);
  expect(['PTY-49', 'PTY-51', 'PTY-48'].map((id) => found.has(id))).toEqual([true, true, true]);
  // Before the talk was held it was missing; the rectification was not due yet.
  const earlier = rulesOn('2026-10-11');
  expect(['PTY-15', 'PTY-51'].map((id) => earlier.has(id))).toEqual([true, false]);
  const [paid] = partyLifeFacts(createCheck(office.store.read, '2026-11-04'), 2026).fees;
  expect(paid).toMatchObject({ paid: 0, paidOn: null });
  expect(getRecord(office.store.read, partyFee, paid?.id ?? '')?.values.paid).toBe(5_000);
});
