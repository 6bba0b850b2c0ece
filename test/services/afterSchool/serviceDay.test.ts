import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { serviceDayHandlers } from '#electron/services/afterSchool/day/serviceDayHandlers.ts';
import { allRecords, getRecord } from '#electron/store/records/records.ts';
import { historyOf } from '#electron/store/records/revisions.ts';
import type { SessionDesk } from '#shared/contract/serviceDay.ts';
import { presentRow, withRollState } from '#shared/domain/afterSchool/rollCall.ts';
import { withWay } from '#shared/domain/afterSchool/handover.ts';
import { serviceAttendance } from '#shared/ledgers/afterSchool/serviceAttendance.ts';
import { serviceHandover } from '#shared/ledgers/afterSchool/serviceHandover.ts';
import { serviceSlot } from '#shared/ledgers/afterSchool/serviceSlot.ts';
import { serviceSafetyRound } from '#shared/ledgers/afterSchool/serviceSafetyRound.ts';
import { pupil } from '#shared/ledgers/base/pupil.ts';
import { failureOf, valueOf } from '../../support/temporarySchool.ts';
import { officeOf, type Office } from '../officeCalls.ts';
import { head, schoolOffice, type SchoolOffice } from '../schoolOffice.ts';
import { enterRollCallTerm, servicePeriod, type RollCallTerm } from './rollCallTerm.ts';

const group = '三年级作业辅导';

describe('a day of service', () => {
  let school: SchoolOffice;
  let office: Office;
  let entered: RollCallTerm;
  beforeEach(async () => {
    school = schoolOffice();
    office = officeOf(school, serviceDayHandlers);
    entered = await enterRollCallTerm(
      (definition, values, period) => school.add(definition, values, { period }),
      ['2026-11-23', '2026-11-24', '2026-11-25'],
    );
  });
  afterEach(() => school.remove());

  const call = () => office.as(head());
  const slotOf = (day: string, course = group) => entered.slots[`${day} ${course}`] ?? '';
  const desk = async (slotId: string): Promise<SessionDesk> =>
    valueOf(await call()('serviceDay.session', { slotId }));
  const sheetOf = ({ session, rollCall }: SessionDesk, absent: readonly string[] = []) => ({
    slotId: session.id,
    rows: rollCall.rows.map((row) =>
      absent.some((name) => entered.pupils[name] === row.pupilId) ? withRollState(row, '缺勤') : row,
    ),
    baseRevision: rollCall.revision,
  });

  test('shows the groups, who is on duty, and what is not called yet', async () => {
    const day = valueOf(await call()('serviceDay.read', { on: '2026-11-24' }));
    expect(day.notice).toBeNull();
    expect(day.sessions.map(({ course, due, present }) => ({ course, due, present }))).toEqual([
      { course: '全校值班', due: 0, present: null },
      { course: group, due: 40, present: null },
    ]);
    expect(day.sessions[1]?.people.map(({ name, role }) => `${name}${role}`)).toEqual([
      '王春梅授课',
      '李建国看护',
    ]);
    const holiday = valueOf(await call()('serviceDay.read', { on: '2026-10-01' }));
    expect(holiday.notice).toBe('国庆节放假，不上课。');
  });

  test('a roll call is one record; a correction is its next revision', async () => {
    const first = await desk(slotOf('2026-11-24'));
    expect(first.pupils).toHaveLength(40);
    const saved = valueOf(await call()('serviceDay.saveRollCalls', { sheets: [sheetOf(first, ['马小龙'])] }));
    expect(saved.warnings.map(({ sentence }) => sentence)).toEqual([
      '马小龙缺勤，还没有写原因。',
      '马小龙缺勤，还没有告知家长。',
    ]);
    const again = await desk(slotOf('2026-11-24'));
    expect(again.rollCall.revision).toBe(1);
    const late = failureOf(await call()('serviceDay.saveRollCalls', { sheets: [sheetOf(first)] }));
    expect(late.kind).toBe('conflict');
    valueOf(await call()('serviceDay.saveRollCalls', { sheets: [sheetOf(again, ['马小龙', '王芳'])] }));
    const [record, ...others] = allRecords(school.store.read, serviceAttendance);
    expect(others).toEqual([]);
    expect(record?.values).toMatchObject({ dueCount: 40, presentCount: 38 });
    expect(historyOf(school.store.read, 'serviceAttendance', record?.id ?? '')).toHaveLength(2);
  });

  test('refuses what can’t be, in words, and stores nothing of it', async () => {
    const today = await desk(slotOf('2026-11-24'));
    const [first, ...rest] = today.rollCall.rows;
    if (!first) throw new Error('no pupils');
    const early = { ...withRollState(first, '早退'), leftAt: '12:00' };
    const refused = async (rows: typeof today.rollCall.rows, slotId = today.session.id) =>
      failureOf(await call()('serviceDay.saveRollCalls', { sheets: [{ slotId, rows, baseRevision: null }] }))
        .sentence;
    expect(await refused([early, ...rest])).toBe(
      '安心怡离开的时间 12:00 不在这一场（16:30—18:30）里，请核对。',
    );
    expect(await refused([first, first])).toBe('名单里有学生出现了两次，请删去一行再保存。');
    expect(await refused(today.rollCall.rows, slotOf('2026-11-25'))).toBe(
      '这一场在2026年11月25日，还没有到，不能提前登记。',
    );
    expect(allRecords(school.store.read, serviceAttendance)).toEqual([]);
  });

  test('a pupil without enrolment may be added, with a warning', async () => {
    const guest = school.add(pupil, { name: '赵新', sex: '女' });
    const today = await desk(slotOf('2026-11-24'));
    const rows = [...today.rollCall.rows, presentRow(guest)];
    const saved = valueOf(
      await call()('serviceDay.saveRollCalls', {
        sheets: [{ slotId: today.session.id, rows, baseRevision: null }],
      }),
    );
    expect(saved.warnings).toEqual([
      { pupilId: guest, level: 'warning', sentence: '赵新没有家长申请，先参加后请补登记报名。' },
    ]);
    expect((await desk(today.session.id)).pupils).toHaveLength(41);
  });

  test('hand-over: all as enrolled, except', async () => {
    const slotId = slotOf('2026-11-24');
    expect((await desk(slotId)).handover.rows).toEqual([]);
    valueOf(await call()('serviceDay.saveRollCalls', { sheets: [sheetOf(await desk(slotId), ['马小龙'])] }));
    const today = await desk(slotId);
    expect(today.handover.rows).toHaveLength(39);
    const plan = today.plans.find(({ name }) => name === '王芳');
    const changed = (handling: string | null) =>
      today.handover.rows.map((row) =>
        plan && row.pupilId === plan.pupilId ? { ...withWay(row, '未接', plan, '18:30'), handling } : row,
      );
    const save = async (handling: string | null) =>
      call()('serviceDay.saveHandover', {
        slotId,
        leftAt: '18:30',
        rows: changed(handling),
        baseRevision: null,
      });
    expect(failureOf(await save(null)).sentence).toBe(
      '王芳没有人接，请写明怎样处置（留校看护、联系谁、谁送回）。',
    );
    valueOf(await save('联系父亲，19:00 由父亲接走'));
    const [stored] = allRecords(school.store.read, serviceHandover);
    expect(stored?.values).toMatchObject({
      handedCount: 38,
      waitingCount: 1,
      handedBy: entered.staff['王春梅'],
      leader: entered.staff['孙校长'],
    });
    expect(stored?.values.rows.find((row) => row.pupil === entered.pupils['常乐'])).toMatchObject({
      way: '自行离校',
      receiver: null,
    });
    const day = valueOf(await call()('serviceDay.read', { on: '2026-11-24' }));
    expect(day.sessions.map(({ waiting }) => waiting)).toEqual([null, 1]);
  });

  test('confirms what has its roll call, and says what is left', async () => {
    valueOf(
      await call()('serviceDay.saveRollCalls', { sheets: [sheetOf(await desk(slotOf('2026-11-23')))] }),
    );
    const week = valueOf(await call()('serviceDay.confirm', { from: '2026-11-23', to: '2026-11-29' }));
    // The duty of the whole school has no pupils; Wednesday is still to come.
    expect(week.confirmed).toBe(3);
    expect(week.left.map(({ sentence }) => sentence)).toEqual(['2026-11-24“三年级作业辅导”还没有点名。']);
    expect(
      failureOf(await call()('serviceDay.confirm', { from: '2026-11-26', to: '2026-11-27' })).sentence,
    ).toBe('这些日子还没有到，不能确认开展。');
  });

  test('calls a session off with its reason, and not one that was called', async () => {
    valueOf(
      await call()('serviceDay.saveRollCalls', { sheets: [sheetOf(await desk(slotOf('2026-11-23')))] }),
    );
    const cancel = (day: string) => call()('serviceDay.cancel', { slotIds: [slotOf(day)], reason: '运动会' });
    expect(valueOf(await cancel('2026-11-24'))).toEqual({ cancelled: 1 });
    expect(failureOf(await cancel('2026-11-23')).sentence).toBe(
      '“2026-11-23 三年级作业辅导”已经点名或确认开展，不能改为停课。请先核对。',
    );
    const slot = getRecord(school.store.read, serviceSlot, slotOf('2026-11-24'));
    expect(slot?.values.cancelledReason).toBe('运动会');
    const slotId = slotOf('2026-11-24');
    valueOf(await call()('serviceDay.reinstate', { slotId, reason: '运动会改期' }));
    const again = getRecord(school.store.read, serviceSlot, slotId);
    expect(again?.values.cancelledReason).toBeNull();
    expect(again?.values.staffing.every(({ hours }) => (hours ?? 0) > 0)).toBe(true);
    expect(
      failureOf(await call()('serviceDay.reinstate', { slotId, reason: '再来一次' })).sentence,
    ).toContain('没有停课');
    expect(valueOf(await cancel('2026-11-24'))).toEqual({ cancelled: 1 });
    expect(slot?.values.staffing.map(({ hours }) => hours)).toEqual([0, 0]);
  });

  test('somebody stands in, with whom and why on record; nobody at two places', async () => {
    const slotId = slotOf('2026-11-24');
    const { session } = await desk(slotId);
    const rowId = session.people[0]?.rowId ?? '';
    const found = valueOf(await call()('serviceDay.substitutes', { slotId, rowId }));
    expect(found.map(({ name, busy }) => [name, busy])).toEqual([
      ['张丽', null],
      ['李建国', '已经在这一场'],
      ['孙校长', '同时在“全校值班”'],
    ]);
    const give = (name: string) =>
      call()('serviceDay.substitute', { slotId, rowId, staffId: entered.staff[name] ?? '', reason: '病假' });
    expect(failureOf(await give('孙校长')).sentence).toBe('孙校长同时在“全校值班”，请换一位。');
    valueOf(await give('张丽'));
    expect((await desk(slotId)).session.people[0]).toMatchObject({
      name: '张丽',
      replaces: '王春梅',
      because: '病假',
    });
  });

  test('returned paper of a week is saved at once', async () => {
    const week = valueOf(
      await call()('serviceDay.week', { courseId: entered.courses[group] ?? '', on: '2026-11-25' }),
    );
    expect(week.desks.map(({ session }) => session.heldOn)).toEqual([
      '2026-11-23',
      '2026-11-24',
      '2026-11-25',
    ]);
    const sheets = week.desks.slice(0, 2).map((each) => sheetOf(each, ['常乐']));
    expect(valueOf(await call()('serviceDay.saveRollCalls', { sheets })).saved).toBe(2);
  });

  test('an open hazard stays on the page until it is closed', async () => {
    const id = school.add(
      serviceSafetyRound,
      {
        heldOn: '2026-11-20',
        patrol: entered.staff['张丽'],
        leader: entered.staff['孙校长'],
        facilities: '有隐患',
        attendance: '全部到岗',
        hazard: '操场篮球架松动',
        dueOn: '2026-11-23',
      },
      { period: servicePeriod },
    );
    const matters = async () => valueOf(await call()('serviceDay.read', { on: '2026-11-24' })).openMatters;
    expect((await matters()).map(({ sentence }) => sentence)).toEqual([
      '2026年11月20日巡查的隐患还没有销号：操场篮球架松动，已过整改期限 2026-11-23',
    ]);
    valueOf(school.edit(serviceSafetyRound, id, { closedOn: '2026-11-24' }, { period: servicePeriod }));
    expect(await matters()).toEqual([]);
  });
});
