import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { afterSchoolHandlers } from '#electron/services/afterSchool/afterSchoolHandlers.ts';
import { allRecords } from '#electron/store/records.ts';
import { greedyRoster } from '#shared/domain/afterSchool/roster/greedyRoster.ts';
import { serviceSlot } from '#shared/ledgers/afterSchool/serviceSlot.ts';
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
    expect(accepted).toEqual({ created: 60, changed: 0 });
    expect(office.events).toEqual([{ type: 'records.changed', ledgers: ['serviceSlot'] }]);
    const again = valueOf(await call('roster.board', week));
    const order = (a: { needId: string }, b: { needId: string }) => a.needId.localeCompare(b.needId);
    expect(again.roster.toSorted(order)).toEqual(roster.toSorted(order));
    expect(again.problem.locked).toEqual(roster.slice(0, 1));
    expect(valueOf(await call('roster.accept', { ...week, roster, locked: roster.slice(0, 1) }))).toEqual({
      created: 0,
      changed: 0,
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
});
