import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { saveCalendarDay } from '#electron/store/tables/calendarDays.ts';
import { afterSchoolHandlers } from '#electron/services/afterSchool/afterSchoolHandlers.ts';
import { allRecords } from '#electron/store/records/records.ts';
import { proposeExceptions } from '#shared/domain/afterSchool/roster/dated.ts';
import { greedyRoster } from '#test/support/greedyRoster.ts';
import { serviceBusyTime } from '#shared/ledgers/afterSchool/serviceBusyTime.ts';
import { serviceCourse } from '#shared/ledgers/afterSchool/serviceCourse.ts';
import { serviceSlot } from '#shared/ledgers/afterSchool/serviceSlot.ts';
import { externalPerson } from '#shared/ledgers/base/externalPerson.ts';
import { branch } from '#shared/ledgers/partyLife/branch.ts';
import { partyMeeting } from '#shared/ledgers/partyLife/partyMeeting.ts';
import { partyMember } from '#shared/ledgers/partyLife/partyMember.ts';
import { partyPlanItem } from '#shared/ledgers/partyLife/partyPlanItem.ts';
import { failureOf, valueOf } from '../../support/temporarySchool.ts';
import { officeOf, type Office } from '../officeCalls.ts';
import { head, schoolOffice, type SchoolOffice } from '../schoolOffice.ts';
import { enterRosterTerm, rosterPeriod, type RosterTerm } from './rosterTerm.ts';

const week = { period: rosterPeriod, from: '2026-11-23', to: '2026-11-27' };

describe('a roster of the school’s records', () => {
  let school: SchoolOffice;
  let office: Office;
  let entered: RosterTerm;
  beforeEach(async () => {
    school = schoolOffice();
    office = officeOf(school, afterSchoolHandlers);
    entered = await enterRosterTerm((definition, values, period) =>
      school.add(definition, values, { period }),
    );
  });
  afterEach(() => school.remove());

  const slots = () => allRecords(school.store.read, serviceSlot);

  test('asks for everybody whom courses and plan need, and knows who is away', async () => {
    const { problem, roster, missing } = valueOf(await office.as(head())('roster.board', week));
    expect(missing).toEqual([]);
    expect(roster).toEqual([]);
    // Two groups and the leader, two periods, five days.
    expect(problem.needs).toHaveLength(30);
    expect(problem.teachers.find(({ name }) => name === '李明')?.busy).toEqual([
      { day: 3, span: { start: '17:00', end: '18:00' }, kind: 'meeting', label: '教研组会议' },
    ]);
    expect(problem.teachers.find(({ name }) => name === '王芳')?.familiarGroups).toEqual([
      entered.courses['三年级作业辅导1班'],
    ]);
  });

  test('is written into the sessions of every teaching day, and read from them again', async () => {
    const call = office.as(head());
    const { problem } = valueOf(await call('roster.board', week));
    const roster = greedyRoster(problem);
    const accepted = valueOf(
      await call('roster.accept', { ...week, to: '2026-12-04', roster, locked: roster.slice(0, 1) }),
    );
    expect(accepted).toEqual({ created: 60, changed: 0, leftOpen: 0 });
    expect(school.written.at(-1)).toContain('service_slot');
    const again = valueOf(await call('roster.board', week));
    const order = (a: { needId: string }, b: { needId: string }) => a.needId.localeCompare(b.needId);
    expect(again.roster.toSorted(order)).toEqual(roster.toSorted(order));
    expect(again.problem.locked).toEqual(roster.slice(0, 1));
    expect(valueOf(await call('roster.accept', { ...week, roster, locked: roster.slice(0, 1) }))).toEqual({
      created: 0,
      changed: 0,
      leftOpen: 0,
    });
  });

  test('counts what was held before the range as load', async () => {
    const call = office.as(head());
    const { problem } = valueOf(await call('roster.board', week));
    valueOf(await call('roster.accept', { ...week, roster: greedyRoster(problem), locked: [] }));
    const next = valueOf(await call('roster.board', { ...week, from: '2026-11-30', to: '2026-12-04' }));
    expect(next.problem.teachers.find(({ name }) => name === '孙校长')?.heldLoad).toBe(10);
  });

  test('leaves sessions alone that were held already', async () => {
    const call = office.as(head());
    const { problem } = valueOf(await call('roster.board', week));
    const roster = greedyRoster(problem);
    valueOf(await call('roster.accept', { ...week, roster, locked: [] }));
    const held = slots().find(({ values }) => values.heldOn === '2026-11-23');
    if (!held) throw new Error('no session');
    valueOf(school.edit(serviceSlot, held.id, { confirmed: true }, { period: rosterPeriod }));
    expect(valueOf(await call('roster.board', week)).settledSlots).toBe(1);
    valueOf(await call('roster.accept', { ...week, roster: [], locked: [] }));
    const left = slots().filter(({ values }) => values.staffing.length > 0);
    expect(left.map(({ id }) => id)).toEqual([held.id]);
  });

  test('keeps the reason why somebody stands in for another', async () => {
    const call = office.as(head());
    const { problem } = valueOf(await call('roster.board', week));
    const need = problem.needs.find(({ day, kind }) => day === 1 && kind === 'teaching');
    const needId = need?.id ?? '';
    const given = (name: string) => [{ needId, teacherId: entered.teachers[name] ?? '' }];
    valueOf(await call('roster.accept', { ...week, roster: given('王芳'), locked: [] }));
    valueOf(
      await call('roster.accept', {
        ...week,
        roster: given('赵强'),
        locked: [],
        replacements: [{ needId, reason: '王芳去县里培训' }],
      }),
    );
    const row = slots()
      .flatMap(({ values }) => values.staffing)
      .find(({ replacedBecause }) => replacedBecause !== null);
    expect(row).toMatchObject({
      staff: entered.teachers['赵强'],
      replaces: entered.teachers['王芳'],
      replacedBecause: '王芳去县里培训',
    });
  });

  test('is refused as a whole when somebody is at two places', async () => {
    const call = office.as(head());
    const { problem } = valueOf(await call('roster.board', week));
    const teacherId = entered.teachers['张丽'] ?? '';
    const together = problem.needs.filter(
      ({ day, period, kind }) => day === 1 && period === '第1时段' && kind === 'teaching',
    );
    const refused = failureOf(
      await call('roster.accept', {
        ...week,
        roster: together.map(({ id }) => ({ needId: id, teacherId })),
        locked: [],
      }),
    );
    expect(refused.sentence).toBe(
      '张丽同时排在周一16:30—17:20“篮球社团”授课和周一16:30—17:20“三年级作业辅导1班”授课，请换一人。没有保存，请改好后再试。',
    );
    expect(slots()).toEqual([]);
  });

  test('says what is missing, and refuses dates the wrong way round', async () => {
    const call = office.as(head());
    const empty = valueOf(await call('roster.board', { ...week, period: '2026-2027-2' }));
    expect(empty.missing[0]).toBe('这个学期还没有课后服务方案，请先登记方案和时段。');
    expect(failureOf(await call('roster.board', { ...week, to: '2026-11-01' })).sentence).toBe(
      '结束日期不能早于开始日期。',
    );
  });

  const twoWeeks = { ...week, to: '2026-12-06' };

  test('keeps the pattern when somebody is on leave for one day, and lets another stand in on that day', async () => {
    const call = office.as(head());
    const before = valueOf(await call('roster.board', twoWeeks));
    const roster = greedyRoster(before.problem);
    const duty = roster.find(({ teacherId }) => teacherId === entered.teachers['王芳']);
    const need = before.problem.needs.find(({ id }) => id === duty?.needId);
    const day = before.teachingDays.find(({ weekday }) => weekday === need?.day);
    if (!duty || !need || !day) throw new Error('no duty');
    school.add(
      serviceBusyTime,
      { staff: entered.teachers['王芳'], kind: '请假', from: day.date, to: day.date, label: '病假' },
      { period: rosterPeriod },
    );
    const board = valueOf(await call('roster.board', twoWeeks));
    expect(board.problem.teachers.find(({ name }) => name === '王芳')?.busy).toEqual([]);
    const exceptions = proposeExceptions(board.problem, roster, board.datedBusy, board.teachingDays);
    expect(exceptions.every(({ date }) => date === day.date)).toBe(true);
    expect(exceptions).not.toEqual([]);

    // Without anybody standing in, nobody is written down: never somebody on leave.
    expect(valueOf(await call('roster.accept', { ...twoWeeks, roster, locked: [] }))).toEqual({
      created: 60,
      changed: 0,
      leftOpen: exceptions.length,
    });
    expect(valueOf(await call('roster.accept', { ...twoWeeks, roster, locked: [], exceptions }))).toEqual({
      created: 0,
      changed: new Set(exceptions.map(({ needId }) => needId.split('|')[2])).size,
      leftOpen: 0,
    });
    const again = valueOf(await call('roster.board', twoWeeks));
    expect(new Set(again.roster.map(({ needId, teacherId }) => `${needId} ${teacherId}`))).toEqual(
      new Set(roster.map(({ needId, teacherId }) => `${needId} ${teacherId}`)),
    );
    expect(again.exceptions).toEqual(exceptions);
    const standIns = slots().flatMap(({ values }) => values.staffing.filter((row) => row.replaces !== null));
    expect(standIns.map(({ replaces }) => replaces)).toEqual(exceptions.map(() => entered.teachers['王芳']));
  });

  test('refuses a stand-in who is away on that date', async () => {
    const call = office.as(head());
    const board = valueOf(await call('roster.board', twoWeeks));
    const need = board.problem.needs.find(({ day, kind }) => day === 3 && kind === 'teaching');
    const teacherId = entered.teachers['李明'] ?? '';
    const refused = failureOf(
      await call('roster.accept', {
        ...twoWeeks,
        roster: [],
        locked: [],
        exceptions: [{ date: '2026-12-02', needId: need?.id ?? '', teacherId, reason: '代班' }],
      }),
    );
    expect(refused.sentence).toContain('12月2日（星期三）16:30—17:20');
    expect(refused.sentence).toContain('李明12月2日（星期三）17:00—18:00教研组会议');
  });

  test('knows the meetings of Party life, held or planned, and who is expected there', async () => {
    const branchId = school.add(branch, {
      name: '中共某小学支部委员会',
      shortName: '小学支部',
      foundedOn: '2015-01-01',
    });
    const member = (name: string) =>
      school.add(partyMember, {
        name,
        sex: '女',
        staff: entered.teachers[name],
        status: '正式党员',
        branch: branchId,
        rollSince: '2020-03-01',
      });
    const members = { 王芳: member('王芳'), 张丽: member('张丽') };
    school.add(
      partyPlanItem,
      {
        title: '十二月主题党日',
        type: '主题党日',
        branch: branchId,
        plannedOn: '2026-12-03',
        startsAt: '17:00',
        endsAt: '18:00',
      },
      { period: '2026-12' },
    );
    school.add(
      partyMeeting,
      {
        type: '支部党员大会',
        title: '四季度党员大会',
        branch: branchId,
        heldOn: '2026-11-24',
        startsAt: '16:30',
        endsAt: '17:30',
        place: '会议室',
        host: members.王芳,
        recorder: members.张丽,
        attendance: [
          { id: '01938000-0000-7000-8000-0000000000b1', member: members.王芳, state: '出席' },
          { id: '01938000-0000-7000-8000-0000000000b2', member: members.张丽, state: '事假' },
        ],
      },
      { period: '2026-11' },
    );
    const board = valueOf(await office.as(head())('roster.board', twoWeeks));
    expect(board.datedBusy).toHaveLength(3);
    expect(board.datedBusy).toEqual(
      expect.arrayContaining([
        {
          teacherId: entered.teachers['王芳'],
          date: '2026-11-24',
          span: { start: '16:30', end: '17:30' },
          kind: 'meeting',
          label: '党员大会',
        },
        ...(['王芳', '张丽'] as const).map((name) => ({
          teacherId: entered.teachers[name],
          date: '2026-12-03',
          span: { start: '17:00', end: '18:00' },
          kind: 'meeting',
          label: '主题党日（计划）',
        })),
      ]),
    );
  });

  test('takes a make-up day into the pattern of the weekday that it follows', async () => {
    school.store.write(school.change(), (w) => {
      saveCalendarDay(w, { date: '2026-10-10', name: '国庆节', isOffDay: false, followWeekday: 3 });
    });
    const range = { ...week, from: '2026-10-08', to: '2026-10-11' };
    const board = valueOf(await office.as(head())('roster.board', range));
    expect(board.teachingDays).toEqual([
      { date: '2026-10-08', weekday: 4 },
      { date: '2026-10-09', weekday: 5 },
      { date: '2026-10-10', weekday: 3 },
    ]);
  });

  test('brings the teacher from outside along, and warns where they would be at two places', async () => {
    const call = office.as(head());
    const external = school.add(externalPerson, {
      name: '周教练',
      kind: '校外机构人员',
      listed: true,
      qualification: '教练员证',
      entryCheckedOn: '2026-08-20',
      entryCheckResult: '无',
    });
    const courses = ['武术社团', '轮滑社团'].map((name) =>
      school.add(
        serviceCourse,
        { name, kind: '体育', gradeFrom: 3, gradeTo: 6, weekdays: ['周一'], external },
        { period: rosterPeriod },
      ),
    );
    const board = valueOf(await call('roster.board', week));
    valueOf(await call('roster.accept', { ...week, roster: [], locked: [] }));
    const taught = slots().filter(({ values }) => courses.includes(values.course));
    expect(taught.map(({ values }) => values.staffing.map((row) => row.external))).toEqual(
      taught.map(() => [external]),
    );
    expect(board.warnings).toEqual(['校外人员周教练周一同时在“武术社团”和“轮滑社团”，请换人或调整时间。']);
  });
});
