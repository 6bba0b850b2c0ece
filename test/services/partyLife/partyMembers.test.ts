import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { memberHandlers } from '#electron/services/partyLife/memberHandlers.ts';
import { getRecord } from '#electron/store/records/records.ts';
import { branch } from '#shared/ledgers/partyLife/branch.ts';
import { committeePost } from '#shared/ledgers/partyLife/committeePost.ts';
import { partyFee } from '#shared/ledgers/partyLife/partyFee.ts';
import { partyMeeting } from '#shared/ledgers/partyLife/partyMeeting.ts';
import { partyMember } from '#shared/ledgers/partyLife/partyMember.ts';
import { partySanction } from '#shared/ledgers/partyLife/partySanction.ts';
import { partyStudy } from '#shared/ledgers/partyLife/partyStudy.ts';
import { partyTalk } from '#shared/ledgers/partyLife/partyTalk.ts';
import { failureOf, valueOf } from '../../support/temporarySchool.ts';
import { officeOf, type Office } from '../officeCalls.ts';
import { schoolOffice, type SchoolOffice } from '../schoolOffice.ts';

/** A branch of five on 2026-11-24: 李强 secretary, 王芳 organiser, 孙立, 周敏 and 吴刚, who came on 15 March. */
let school: SchoolOffice;
let office: Office;
let home: string;
let li: string;
let wang: string;
let sun: string;
let zhou: string;
let wu: string;
beforeEach(() => {
  school = schoolOffice();
  office = officeOf(school, memberHandlers);
  home = school.add(branch, { name: '第一支部委员会', shortName: '第一党支部', foundedOn: '2019-09-01' });
  const member = (name: string, rollSince: string, feeBase: number | null) =>
    school.add(partyMember, { name, sex: '男', status: '正式党员', branch: home, rollSince, feeBase });
  li = member('李强', '2020-01-01', 600_000);
  wang = member('王芳', '2020-01-01', 400_000);
  sun = member('孙立', '2020-01-01', 300_000);
  zhou = member('周敏', '2020-01-01', null);
  wu = member('吴刚', '2026-03-15', 500_000);
  const post = (who: string, name: string) =>
    school.add(committeePost, { branch: home, member: who, post: name, from: '2024-01-01' });
  post(li, '书记');
  post(wang, '组织委员');
});
afterEach(() => {
  school.remove();
});

const clerk = () => school.person('李党务', 'partyAffairs');
const fees = async (year = 2026) => valueOf(await office.as(clerk())('members.fees', { year }));
const page = async (id: string, year = 2026) =>
  valueOf(await office.as(clerk())('members.page', { id, year }));

const cell = (member: string, month: string, more: Record<string, unknown> = {}) => ({
  member,
  month,
  paid: null,
  paidOn: null,
  arrearsReason: null,
  baseRevision: null,
  ...more,
});
const save = (...cells: ReturnType<typeof cell>[]) =>
  office.as(clerk())('members.saveFees', { branch: home, cells });

function talk(talker: string, partner: string, heldOn = '2026-05-06'): string {
  return school.add(
    partyTalk,
    { branch: home, talker, partner, heldOn, kind: '党员之间', content: '谈工作' },
    { period: '2026' },
  );
}

function meeting(values: Record<string, unknown>, period = '2026-06'): string {
  return school.add(
    partyMeeting,
    {
      type: '党课',
      title: '六月党课',
      branch: home,
      heldOn: '2026-06-10',
      startsAt: '15:00',
      endsAt: '16:00',
      place: '会议室',
      host: li,
      recorder: wang,
      ...values,
    },
    { period },
  );
}
const attends = (member: string, state: string, more: Record<string, unknown> = {}) => ({
  id: school.newId(),
  member,
  state,
  ...more,
});

describe('the fees of a branch', () => {
  it('asks from everybody what the whole-amount bands say, from the first full month on the roll', async () => {
    const { payers, bands } = await fees();
    expect(payers.map(({ name, rate }) => [name, rate])).toEqual([
      ['李强', 1.5],
      ['王芳', 1],
      ['孙立', 0.5],
      ['吴刚', 1],
      ['周敏', null],
    ]);
    expect(bands[0]).toBe(
      '在职：3000 元及以下 0.5%，3000 至 5000 元 1%，5000 至 10000 元 1.5%，10000 元以上 2%',
    );
    const states = (name: string) => payers.find((one) => one.name === name)?.cells.map(({ state }) => state);
    expect(states('李强')).toEqual([...Array<string>(10).fill('unrecorded'), 'open', 'open']);
    expect(states('吴刚')).toEqual([
      'outside',
      'outside',
      'partMonth',
      ...Array<string>(7).fill('unrecorded'),
      'open',
      'open',
    ]);
    expect(states('周敏')).toEqual(Array<string>(12).fill('noBase'));
    expect(payers[0]?.cells[9]?.due).toBe(9000);
  });

  it('stores a month for all at once, with base and rate, and shows who has paid short', async () => {
    const { saved } = valueOf(
      await save(
        cell(li, '2026-10', { paid: 9000, paidOn: '2026-10-12' }),
        cell(wang, '2026-10', { paid: 3000, paidOn: '2026-10-12' }),
        cell(sun, '2026-10', { arrearsReason: '长期病假' }),
        cell(wu, '2026-10'),
      ),
    );
    expect(saved).toBe(3);
    expect(school.written.at(-1)).toContain('party_fee');
    const { payers } = await fees();
    const october = payers.map(({ name, cells }) => [name, cells[9]?.state, cells[9]?.due, cells[9]?.paid]);
    expect(october).toEqual([
      ['李强', 'paid', 9000, 9000],
      ['王芳', 'short', 4000, 3000],
      ['孙立', 'arrears', 1500, 0],
      ['吴刚', 'arrears', 5000, 0],
      ['周敏', 'noBase', null, 0],
    ]);
    const record = getRecord(school.store.read, partyFee, payers[0]?.cells[9]?.record?.id ?? '');
    expect(record?.values).toMatchObject({ base: 600_000, rate: 1.5, due: 9000, situation: '在职' });
    expect(payers[2]?.cells[9]?.arrearsReason).toBe('长期病假');
    expect(payers[3]?.cells[9]?.record).toBeNull();
  });

  it('takes a payment back and leaves what is due', async () => {
    valueOf(await save(cell(li, '2026-10', { paid: 9000, paidOn: '2026-10-12' })));
    const before = (await fees()).payers[0]?.cells[9]?.record;
    valueOf(await save(cell(li, '2026-10', { baseRevision: before?.revision ?? 0 })));
    expect((await fees()).payers[0]?.cells[9]).toMatchObject({ state: 'arrears', due: 9000, paid: 0 });
  });

  it('stores nothing when one cell can’t stand, and names person and month', async () => {
    const refused = failureOf(
      await save(
        cell(li, '2026-10', { paid: 9000, paidOn: '2026-10-12' }),
        cell(wang, '2026-11', { paid: 4000, paidOn: '2026-12-01' }),
      ),
    );
    expect(refused.problems).toEqual([
      { path: `${wang}.2026-11`, sentence: '王芳 2026年11月：交纳日期还没有到，请核对。' },
    ]);
    expect((await fees()).payers[0]?.cells[9]?.state).toBe('unrecorded');
  });

  it('does not overwrite what somebody entered meanwhile', async () => {
    valueOf(await save(cell(li, '2026-10', { paid: 9000, paidOn: '2026-10-12' })));
    const refused = failureOf(await save(cell(li, '2026-10', { paid: 5000, paidOn: '2026-10-13' })));
    expect(refused.kind).toBe('conflict');
    expect(refused.sentence).toMatch(/^李强 2026年10月：/u);
    expect((await fees()).payers[0]?.cells[9]?.paid).toBe(9000);
  });

  it('is not for those who may only read', async () => {
    const answer = await office.as(school.person('查阅', 'reader'))('members.saveFees', {
      branch: home,
      cells: [cell(li, '2026-10')],
    });
    expect(failureOf(answer).kind).toBe('forbidden');
  });
});

describe('the talks of a branch', () => {
  it('puts the committee first and names who has not talked', async () => {
    talk(wang, sun);
    talk(sun, zhou);
    const board = valueOf(await office.as(clerk())('members.talks', { year: 2026, branch: home }));
    expect(board.members.map(({ name, committee, posts }) => [name, committee, posts])).toEqual([
      ['李强', true, '书记'],
      ['王芳', true, '组织委员'],
      ['孙立', false, ''],
      ['吴刚', false, ''],
      ['周敏', false, ''],
    ]);
    expect(board.talks).toHaveLength(2);
    expect(board.committeePairsMissing).toEqual([[li, wang]]);
    expect(new Set(board.withoutCommittee)).toEqual(new Set([zhou, wu]));
    expect(board.withoutPeer).toEqual([wu]);
  });

  it('has nothing to show for a school without a branch', async () => {
    const bare = schoolOffice();
    const board = valueOf(await officeOf(bare, memberHandlers).as(clerk())('members.talks', { year: 2026 }));
    expect(board).toMatchObject({ branchId: null, members: [], talks: [] });
    bare.remove();
  });
});

describe('the hours of a branch', () => {
  it('puts those first who lack most, counting meetings, make-ups and study records', async () => {
    meeting({
      studyHours: 2,
      attendance: [
        attends(li, '出席'),
        attends(sun, '事假', { madeUpOn: '2026-06-20', reason: '外出', approvedBy: '李强' }),
        attends(zhou, '病假'),
      ],
    });
    school.add(
      partyStudy,
      {
        title: '书记培训',
        mode: '党务培训学',
        branch: home,
        heldOn: '2026-07-08',
        hours: 40,
        training: true,
        participants: [{ id: school.newId(), member: li }],
      },
      { period: '2026' },
    );
    const { members } = valueOf(await office.as(clerk())('members.hours', { year: 2026 }));
    expect(members.map(({ name, hours, target, trainings }) => [name, hours, target, trainings])).toEqual([
      ['王芳', 0, 56, 0],
      ['周敏', 0, 32, 0],
      ['孙立', 2, 32, 0],
      ['吴刚', 0, 24, 0],
      ['李强', 42, 56, 1],
    ]);
  });
});

describe('a member on one page', () => {
  it('gathers the year and says what is missing, each with the record to make', async () => {
    const lecture = meeting({
      studyHours: 2,
      attendance: [attends(sun, '病假', { approvedBy: '李强' }), attends(li, '出席')],
    });
    meeting(
      {
        type: '民主评议党员',
        title: '民主评议',
        heldOn: '2026-01-20',
        attendance: [attends(sun, '出席')],
        grades: [{ id: school.newId(), member: sun, grade: '优秀' }],
      },
      '2025',
    );
    talk(sun, zhou);
    school.add(partySanction, { member: sun, kind: '警告', from: '2024-03-01', to: '2025-03-01' });
    valueOf(await save(cell(sun, '2026-08', { paid: 1500, paidOn: '2026-08-12' })));
    valueOf(await save(cell(li, '2026-10', { paid: 9000, paidOn: '2026-10-12' })));

    const sheet = await page(sun);
    expect(sheet.branch?.name).toBe('第一党支部');
    expect(sheet.attendance).toMatchObject({
      due: 1,
      present: 0,
      madeUp: 0,
      absences: [{ meetingId: lecture, state: '病假', approvedBy: '李强', madeUpOn: null }],
    });
    expect(sheet.grades).toMatchObject([{ year: '2025', grade: '优秀' }]);
    expect(sheet.sanctions).toMatchObject([{ kind: '警告', to: '2025-03-01' }]);
    expect(sheet.talks).toMatchObject([{ partner: '周敏', heldOn: '2026-05-06' }]);
    expect(sheet.gaps.map(({ sentence }) => sentence)).toEqual([
      '党费还有 8 个月没有登记',
      '2026年10月的党费没有交',
      '学时 0，按进度应有 26.5，还差 26.5 学时',
      '还没有委员与之谈心谈话',
      '2026-06-10 六月党课：病假，没有补学',
    ]);
    expect(sheet.gaps[0]?.remedy).toEqual({ kind: 'fees' });
    expect(sheet.gaps[1]?.remedy).toEqual({
      kind: 'create',
      ledger: 'partyFee',
      period: '2026-10',
      values: { member: sun, branch: home, situation: '在职' },
    });
    expect(sheet.gaps[3]?.remedy).toMatchObject({
      ledger: 'partyTalk',
      values: { talker: li, partner: sun, kind: '支委与党员' },
    });
    expect(sheet.gaps[4]?.remedy).toEqual({ kind: 'open', ledger: 'partyMeeting', id: lecture });
  });

  it('asks for the base where the fee can’t be reckoned, and for the secretary’s training', async () => {
    expect((await page(zhou)).gaps[0]).toMatchObject({
      action: '填写基数',
      remedy: { kind: 'open', ledger: 'partyMember', id: zhou },
    });
    expect((await page(li)).gaps.map(({ sentence }) => sentence)).toContain(
      '书记和委员每年至少参加 1 次集中培训，还没有记录',
    );
  });

  it('still shows somebody who has left, without asking for anything', async () => {
    valueOf(school.edit(partyMember, wu, { rollUntil: '2026-08-31', relation: '转出' }));
    const sheet = await page(wu);
    expect(sheet.branch).toBeNull();
    expect(sheet.facts).toContainEqual({ label: '党支部', value: '不在册' });
    expect(sheet.gaps).toEqual([]);
  });

  it('is not there for a record that is no member', async () => {
    const answer = await office.as(clerk())('members.page', { id: home, year: 2026 });
    expect(failureOf(answer).sentence).toContain('没有找到这位党员');
  });

  it('is one of a list with the numbers of everybody', async () => {
    valueOf(await save(cell(li, '2026-10', { paid: 9000, paidOn: '2026-10-12' })));
    const { members } = valueOf(await office.as(clerk())('members.roll', { year: 2026 }));
    expect(members.map((one) => [one.name, one.posts, one.arrearsMonths, one.unrecordedMonths])).toEqual([
      ['李强', '书记', 0, 9],
      ['王芳', '组织委员', 1, 9],
      ['孙立', '', 1, 9],
      ['吴刚', '', 1, 6],
      ['周敏', '', 0, 0],
    ]);
    for (const { id, gaps } of members) expect((await page(id)).gaps).toHaveLength(gaps);
  });
});
