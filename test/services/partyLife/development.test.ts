import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkHandlers } from '#electron/services/checks/checkHandlers.ts';
import { areaChecks } from '#electron/services/areaChecks.ts';
import { findingsOn } from '#test/support/findingsOn.ts';
import { developmentHandlers } from '#electron/services/partyLife/developmentHandlers.ts';
import { allRecords, getRecord } from '#electron/store/records/records.ts';
import { historyOf } from '#electron/store/records/revisions.ts';
import { developmentSteps, storedStepName } from '#shared/domain/membership/developmentSteps.ts';
import { staff } from '#shared/ledgers/base/staff.ts';
import { branch } from '#shared/ledgers/partyLife/branch.ts';
import { governanceMeeting } from '#shared/ledgers/partyLife/governanceMeeting.ts';
import { leadingGroupPost } from '#shared/ledgers/partyLife/leadingGroupPost.ts';
import { memberDevelopment } from '#shared/ledgers/partyLife/memberDevelopment.ts';
import { partyGroup } from '#shared/ledgers/partyLife/partyGroup.ts';
import { partyMeeting } from '#shared/ledgers/partyLife/partyMeeting.ts';
import { partyMember } from '#shared/ledgers/partyLife/partyMember.ts';
import { partyMembership } from '#shared/ledgers/partyLife/partyMembership.ts';
import { failureOf, valueOf } from '../../support/temporarySchool.ts';
import { officeOf, type Office } from '../officeCalls.ts';
import { head, schoolOffice, type SchoolOffice } from '../schoolOffice.ts';

/** Today is 2026-11-24. */
let school: SchoolOffice;
let office: Office;
let home: string;
let members: string[];
beforeEach(() => {
  school = schoolOffice();
  office = officeOf(school, (app) => ({ ...developmentHandlers(app), ...checkHandlers(app, areaChecks) }));
  home = school.add(branch, { name: '第一支部委员会', shortName: '第一党支部', foundedOn: '2019-09-01' });
  members = ['李强', '王芳', '孙立'].map((name) =>
    school.add(partyMember, { name, sex: '男', status: '正式党员', branch: home, rollSince: '2020-01-01' }),
  );
});
afterEach(() => {
  school.remove();
});

const clerk = () => school.person('李党务', 'partyAffairs');
const step = (name: string, doneOn: string, more: Record<string, unknown> = {}) => ({
  id: school.newId(),
  step: name,
  doneOn,
  papersReady: true,
  ...more,
});

function applicant(steps: readonly Record<string, unknown>[], more: Record<string, unknown> = {}): string {
  return school.add(memberDevelopment, {
    name: '周立',
    bornOn: '1995-03-05',
    branch: home,
    post: '数学教师',
    tags: ['学科骨干'],
    contacts: members.slice(0, 2),
    steps,
    ...more,
  });
}
const cultivated = () => [
  step('1 递交入党申请书', '2025-01-31'),
  step('2 党组织派人谈话', '2025-02-28'),
  step('3 推荐和确定入党积极分子', '2025-11-30'),
  step('4 上级党委备案', '2025-12-05'),
  step('5 指定培养联系人', '2025-12-05'),
  step('6 培养教育考察', '2025-12-05', { papersReady: false }),
];

async function dossier(id: string, on?: string) {
  return valueOf(await office.as(clerk())('development.dossier', { id, ...(on ? { on } : {}) }));
}

describe('the board', () => {
  it('puts everybody where the steps say, with the next step and the day it may be taken', async () => {
    const id = applicant(cultivated());
    applicant([step('1 递交入党申请书', '2026-10-20')], { name: '吴敏' });
    const board = valueOf(await office.as(clerk())('development.board', {}));
    expect(board.columns.map(({ state, cards }) => [state, cards.map(({ name }) => name)])).toEqual([
      ['申请人', ['吴敏']],
      ['积极分子', ['周立']],
      ['发展对象', []],
      ['预备党员', []],
      ['正式党员', []],
    ]);
    expect(board.columns[1]?.cards[0]).toMatchObject({
      id,
      branch: '第一党支部',
      hint: '数学教师、学科骨干',
      next: { number: 7, standing: 'tooEarly', words: '最早 2026-11-30，还有 6 天' },
      inspection: { standing: 'overdue' },
      missingPapers: 0,
    });
    expect(board.columns[0]?.cards[0]?.next).toMatchObject({
      number: 2,
      standing: 'overdue',
      words: '应在 2026-11-20 前，已超过 4 天',
    });
  });

  it('shows a past day as it was then, and who has gone another way', async () => {
    applicant(cultivated(), { endedOn: '2026-03-01', endReason: '转出' });
    const now = valueOf(await office.as(clerk())('development.board', {}));
    expect(now.columns.flatMap(({ cards }) => cards)).toEqual([]);
    expect(now.ended).toMatchObject([{ name: '周立', state: '转出', endedOn: '2026-03-01' }]);
    const then = valueOf(await office.as(clerk())('development.board', { on: '2025-02-28' }));
    expect(then.columns[0]?.cards.map(({ name }) => name)).toEqual(['周立']);
  });

  it('is nobody’s business without the right for Party life', async () => {
    const id = applicant(cultivated());
    const teaching = office.as(school.person('陈教务', 'teaching'));
    expect(failureOf(await teaching('development.board', {})).kind).toBe('forbidden');
    const reader = office.as(school.person('查阅员', 'reader'));
    expect(valueOf(await reader('development.dossier', { id })).name).toBe('周立');
    const seventh = { id, step: 7, on: '2026-11-24', papersReady: true, meeting: null, baseRevision: 1 };
    expect(failureOf(await reader('development.recordStep', seventh)).kind).toBe('forbidden');
  });
});

describe('recording a step', () => {
  const record = (id: string, more: Record<string, unknown> = {}) =>
    office.as(clerk())('development.recordStep', {
      id,
      step: 7,
      on: '2026-11-24',
      papersReady: false,
      meeting: null,
      baseRevision: 1,
      ...more,
    });

  it('is refused too early, in the future, out of turn and twice, each with its sentence', async () => {
    const id = applicant(cultivated());
    const early = failureOf(await record(id));
    expect(early.problems).toEqual([{ path: 'on', sentence: '太早：培养教育满 1 年，最早2026年11月30日。' }]);
    expect(failureOf(await record(id, { on: '2026-11-25' })).sentence).toContain('日期还没有到');
    expect(failureOf(await record(id, { step: 8 })).sentence).toContain('请先登记第7步“确定发展对象”');
    expect(failureOf(await record(id, { step: 4 })).kind).toBe('conflict');
    expect((await dossier(id)).revision).toBe(1);
  });

  it('goes through as it was, and the rule then finds it', async () => {
    const id = applicant(cultivated());
    const after = valueOf(await record(id, { asItWas: true }));
    expect(after.steps[6]).toMatchObject({ on: '2026-11-24', standing: 'done' });
    expect(after.findings[0]).toMatchObject({ severity: 'error' });
    expect(after.findings[0]?.sentence).toContain('太早');
    expect(after.nextStep).toBe(8);
    expect(school.written.at(-1)).toContain('member_development');
  });

  it('does not overwrite what somebody saved meanwhile', async () => {
    const id = applicant(cultivated());
    valueOf(school.edit(memberDevelopment, id, { remark: '补充' }));
    expect(failureOf(await record(id, { asItWas: true })).kind).toBe('conflict');
  });

  it('offers the meetings of the right kind at which it may have been taken, newest first', async () => {
    const id = applicant(cultivated());
    const meeting = (type: string, heldOn: string, state: 'finished' | 'draft' = 'finished') =>
      school.add(
        partyMeeting,
        {
          type,
          title: `${heldOn}${type}`,
          branch: home,
          heldOn,
          startsAt: '15:00',
          endsAt: '16:00',
          place: '会议室',
          host: members[0],
          recorder: members[1],
        },
        { period: heldOn.slice(0, 7), state },
      );
    const older = meeting('支部委员会会议', '2026-10-12');
    const newer = meeting('支部委员会会议', '2026-11-12');
    meeting('支部委员会会议', '2026-11-20', 'draft');
    meeting('党课', '2026-11-13');
    const offered = valueOf(await office.as(clerk())('development.meetings', { id, step: 7 }));
    expect(offered.map((one) => one.id)).toEqual([newer, older]);
    expect(valueOf(await office.as(clerk())('development.meetings', { id, step: 8 }))).toEqual([]);
  });
});

describe('the superior’s approval', () => {
  const dayOf: Readonly<Record<number, string>> = { 15: '2025-10-20', 16: '2025-11-05' };
  const until = (last: number) =>
    developmentSteps
      .filter(({ number }) => number <= last)
      .map((one) =>
        step(storedStepName(one), dayOf[one.number] ?? (one.number < 15 ? '2024-03-01' : '2025-12-01')),
      );
  const record = (id: string, number: number, on: string, baseRevision: number) =>
    office.as(clerk())('development.recordStep', {
      id,
      step: number,
      on,
      papersReady: true,
      meeting: null,
      asItWas: true,
      baseRevision,
    });
  const membershipsOf = (member: string) =>
    allRecords(school.store.read, partyMembership, { where: { member } })
      .map(({ values }) => [values.status, values.from, values.to])
      .toSorted();

  it('puts a new member on the roll and later gives the vote, each with its day, in one transaction', async () => {
    const person = school.add(staff, {
      name: '周立',
      sex: '女',
      staffKind: '专任教师',
      hiredOn: '2015-09-01',
    });
    const id = applicant(until(16), { staff: person, sponsors: members.slice(0, 2) });
    const admitted = valueOf(await record(id, 17, '2025-11-20', 1));
    const { memberId } = admitted.roll;
    expect(admitted.roll).toMatchObject({ words: '预备党员，2025-11-20 起', pending: null });
    if (memberId === null) throw new Error('Nobody was put on the roll');
    expect(getRecord(school.store.read, partyMember, memberId)?.values).toMatchObject({
      name: '周立',
      staff: person,
      sex: '女',
      admittedOn: '2025-10-20',
      introducers: '李强、王芳',
      status: '预备党员',
    });
    expect(membershipsOf(memberId)).toEqual([['预备党员', '2025-11-20', null]]);
    expect(school.written.at(-1)).toEqual(
      expect.arrayContaining(['member_development', 'party_member', 'party_membership']),
    );

    let revision = admitted.revision;
    for (const [number, on] of [
      [18, '2025-12-01'],
      [19, '2025-12-01'],
      [20, '2025-12-10'],
      [21, '2025-12-01'],
      [22, '2026-10-10'],
      [23, '2026-10-25'],
    ] as const)
      revision = valueOf(await record(id, number, on, revision)).revision;
    expect(membershipsOf(memberId)).toEqual([['预备党员', '2025-11-20', null]]);
    valueOf(await record(id, 24, '2026-11-20', revision));
    expect(getRecord(school.store.read, partyMember, memberId)?.values).toMatchObject({
      status: '正式党员',
      confirmedOn: '2026-10-20',
    });
    expect(membershipsOf(memberId)).toEqual([
      ['正式党员', '2026-11-20', null],
      ['预备党员', '2025-11-20', '2026-11-19'],
    ]);
    expect(historyOf(school.store.read, 'partyMember', memberId)).toHaveLength(2);
  });

  it('puts the new member into the 党小组 named at step 19, from its day on', async () => {
    const group = school.add(partyGroup, { name: '第一党小组', branch: home, foundedOn: '2019-09-01' });
    const elsewhere = school.add(branch, {
      name: '第二支部委员会',
      shortName: '第二党支部',
      foundedOn: '2019-09-01',
    });
    const foreign = school.add(partyGroup, {
      name: '二支部小组',
      branch: elsewhere,
      foundedOn: '2019-09-01',
    });
    const id = applicant(until(16), { sex: '女' });
    const admitted = valueOf(await record(id, 17, '2025-11-20', 1));
    expect(admitted.groups).toEqual([{ id: group, name: '第一党小组' }]);
    const join = (partyGroupId: string) =>
      office.as(clerk())('development.recordStep', {
        id,
        step: 19,
        on: '2025-12-01',
        papersReady: true,
        meeting: null,
        partyGroup: partyGroupId,
        asItWas: true,
        baseRevision: admitted.revision,
      });
    expect(failureOf(await join(foreign)).problems).toMatchObject([{ path: 'partyGroup' }]);
    expect((await dossier(id)).revision).toBe(admitted.revision);
    valueOf(await join(group));
    const memberId = admitted.roll.memberId ?? '';
    expect(
      allRecords(school.store.read, partyMembership, { where: { member: memberId } })
        .map(({ values }) => [values.partyGroup, values.from, values.to])
        .toSorted(),
    ).toEqual([
      [null, '2025-11-20', '2025-11-30'],
      [group, '2025-12-01', null],
    ]);
  });

  it('writes neither step nor roll where the roll refuses', async () => {
    const id = applicant(until(16));
    const refused = failureOf(await record(id, 17, '2025-11-20', 1));
    expect(refused.sentence).toContain('党员名册要填性别');
    expect((await dossier(id)).revision).toBe(1);
  });

  it('brings the roll up to a dossier that was imported', async () => {
    const id = applicant([...until(16), step('17 上级党委审批', '2025-11-20')], { sex: '男' });
    expect((await dossier(id)).roll).toMatchObject({ memberId: null });
    expect((await dossier(id)).roll.pending).toContain('党员名册里还没有');
    const after = valueOf(await office.as(clerk())('development.enterOnRoll', { id }));
    expect(after.roll.pending).toBeNull();
    const again = valueOf(await office.as(clerk())('development.enterOnRoll', { id }));
    expect(again.revision).toBe(after.revision);
  });
});

describe('the dossier', () => {
  it('says which paper is missing', async () => {
    const id = applicant([step('1 递交入党申请书', '2026-11-01', { papersReady: false })]);
    const [first] = (await dossier(id)).steps;
    expect(first).toMatchObject({ missing: ['入党申请书'], papers: [{ paper: '入党申请书', ready: false }] });
  });

  it('finds an admission by its vote, against the meeting’s own numbers', () => {
    const held = school.add(
      partyMeeting,
      {
        type: '支部党员大会',
        title: '接收预备党员大会',
        branch: home,
        heldOn: '2026-11-20',
        startsAt: '15:00',
        endsAt: '16:00',
        place: '会议室',
        host: members[0],
        recorder: members[1],
        votes: [
          {
            id: school.newId(),
            matter: '接收周立为预备党员',
            kind: '接收预备党员',
            candidate: '周立',
            dueVoters: 20,
            presentVoters: 10,
            inFavour: 10,
            against: 0,
            abstained: 0,
            outcome: '通过',
          },
        ],
      },
      { period: '2026-11' },
    );
    applicant([step('15 支部大会讨论', '2026-11-20', { meeting: held })]);
    const found = findingsOn(school.store.read, { on: '2026-11-24', area: 'partyLife' });
    const vote = found.find(({ ruleId }) => ruleId === 'DEV-12');
    expect(vote?.sentence).toContain('应到 20 人，实到 10 人，应有超过半数');
    expect(vote?.records.map(({ title }) => title)).toEqual(['周立', '接收预备党员大会']);
    expect(
      findingsOn(school.store.read, { on: '2026-11-19', area: 'partyLife' }).some(({ ruleId }) =>
        ruleId.startsWith('DEV'),
      ),
    ).toBe(false);
  });

  it('puts what is due on the dashboard', async () => {
    applicant([step('1 递交入党申请书', '2026-11-01')]);
    const { upcoming } = valueOf(await office.as(clerk())('checks.dashboard', {}));
    expect(upcoming.filter(({ label }) => label.includes('周立'))).toMatchObject([
      { label: '周立：发展党员第 2 步 党组织派人谈话', dueOn: '2026-12-01', state: 'dueSoon' },
    ]);
  });

  it('refuses a step twice and a cultivation contact twice, at the field', () => {
    const twice = [step('1 递交入党申请书', '2026-11-01'), step('1 递交入党申请书', '2026-11-02')];
    const refused = failureOf(
      school.save(memberDevelopment, { name: '周立', bornOn: '1995-03-05', branch: home, steps: twice }),
    );
    expect(refused.problems).toEqual([{ path: 'steps.1.step', sentence: '这一步已经登记过了。' }]);
  });
});

describe('a meeting of the Party organisation on an appointment', () => {
  it('needs two thirds of the group as it was that day', () => {
    const people = ['甲', '乙', '丙', '丁', '戊', '己', '庚'].map((name) =>
      school.add(staff, { name: `赵${name}`, sex: '男', staffKind: '行政人员', hiredOn: '2015-09-01' }),
    );
    for (const person of people)
      school.add(leadingGroupPost, { staff: person, group: '党组织班子', post: '委员', from: '2025-01-01' });
    const id = school.add(
      governanceMeeting,
      {
        kind: '学校党组织会议',
        title: '第12次党组织会议',
        heldOn: '2026-11-10',
        startsAt: '15:00',
        endsAt: '16:00',
        place: '会议室',
        host: people[0],
        recorder: people[1],
        attendance: people.slice(0, 4).map((person) => ({
          id: school.newId(),
          staff: person,
          capacity: '班子成员',
          state: '出席',
        })),
        topics: [
          {
            id: school.newId(),
            name: '教务主任任免',
            topicClass: '重要干部任免',
            major: true,
            communicatedOn: '2026-11-08',
            decision: '同意',
          },
        ],
      },
      { period: '2026', by: head() },
    );
    const found = findingsOn(school.store.read, { on: '2026-11-24', area: 'partyLife' });
    expect(found.find(({ ruleId }) => ruleId === 'GOV-01')).toMatchObject({
      sentence: expect.stringContaining('班子成员 7 人，到会 4 人，应有三分之二以上成员到会') as string,
      remedy: { kind: 'open', ledger: 'governanceMeeting', id },
    });
  });
});
