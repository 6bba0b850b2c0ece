import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { servicePayHandlers } from '#electron/services/afterSchool/pay/servicePayHandlers.ts';
import { removeFromLedger } from '#electron/services/ledgers/removeRecords.ts';
import { restoreToRevision } from '#electron/services/ledgers/restoreRecords.ts';
import { allRecords, getRecord } from '#electron/store/records/records.ts';
import { historyOf } from '#electron/store/records/revisions.ts';
import { servicePayMonth } from '#shared/ledgers/afterSchool/servicePayMonth.ts';
import { serviceSlot } from '#shared/ledgers/afterSchool/serviceSlot.ts';
import { failureOf, schoolId, valueOf } from '../../support/temporarySchool.ts';
import { officeOf, type Office } from '../officeCalls.ts';
import { head, schoolOffice, type SchoolOffice } from '../schoolOffice.ts';
import { enterRollCallTerm, servicePeriod, type RollCallTerm } from './rollCallTerm.ts';

const days = ['2026-10-14', '2026-10-15', '2026-10-19', '2026-11-02'];

describe('the month’s pay', () => {
  let school: SchoolOffice;
  let office: Office;
  let entered: RollCallTerm;
  beforeEach(async () => {
    school = schoolOffice();
    office = officeOf(school, servicePayHandlers);
    entered = await enterRollCallTerm(
      (definition, values, period) => school.add(definition, values, { period }),
      days,
    );
  });
  afterEach(() => school.remove());

  const call = (account = head()) => office.as(account);
  const month = async (name: string) => valueOf(await call()('servicePay.month', { month: name }));
  const slotOf = (key: string) => entered.slots[key] ?? '';
  function confirm(...which: readonly string[]): void {
    for (const [key, id] of Object.entries(entered.slots))
      if (which.some((day) => key.startsWith(day)))
        valueOf(school.edit(serviceSlot, id, { confirmed: true }, { period: servicePeriod }));
  }
  /** Plain arithmetic over the stored sessions, without the program's own functions. */
  function byHand(name: string): number {
    const rates = (role: string, day: string): number =>
      role === '授课' ? (day <= '2026-10-15' ? 4000 : 4550) : role === '看护' ? 2500 : 2000;
    return allRecords(school.store.read, serviceSlot)
      .filter(({ values }) => values.heldOn.startsWith(name) && values.confirmed === true)
      .flatMap(({ values }) =>
        values.staffing.map((row) => (row.hours ?? 0) * rates(row.role, values.heldOn)),
      )
      .reduce((sum, amount) => sum + amount, 0);
  }

  test('counts confirmed sessions by the rate of their day, and names what keeps it open', async () => {
    confirm('2026-10-14', '2026-10-19');
    const october = await month('2026-10');
    expect(october.standing).toBe('open');
    expect(october.obstacles).toEqual(['有 2 场还没有确认开展，请先确认，没开展的注明停课。']);
    expect(october.unconfirmedDays).toEqual(['2026-10-15']);
    const teacher = october.payees.find(({ name }) => name === '王春梅');
    expect(teacher).toMatchObject({ byRole: { 授课: 4 }, hours: 4, amount: 2 * 4000 + 2 * 4550 });
    expect(october.lines.filter(({ role }) => role === '授课').map(({ rate }) => rate)).toEqual([4000, 4550]);
    expect(october.payees.reduce((sum, { amount }) => sum + amount, 0)).toBe(byHand('2026-10'));
    expect(failureOf(await call()('servicePay.lock', { month: '2026-10', taxes: [] })).sentence).toBe(
      october.obstacles[0],
    );
    expect((await month('2026-11')).obstacles[0]).toBe('2026年11月还没有过完，2026年11月30日以后再月结。');
  });

  test('a locked month holds its sessions; only the head locks and unlocks', async () => {
    confirm('2026-10');
    const clerk = school.person('王办事', 'teaching');
    const refused = await call(clerk)('servicePay.lock', { month: '2026-10', taxes: [] });
    expect(failureOf(refused).kind).toBe('forbidden');
    const taxes = [{ payeeId: entered.staff['王春梅'] ?? '', tax: 550 }];
    valueOf(await call()('servicePay.lock', { month: '2026-10', taxes }));
    const locked = await month('2026-10');
    expect(locked).toMatchObject({ standing: 'locked', lockedBy: '马校长', pending: [] });
    expect(locked.payees.find(({ name }) => name === '王春梅')?.tax).toBe(550);
    const [stored] = allRecords(school.store.read, servicePayMonth);
    expect(stored?.values.totalAmount).toBe(byHand('2026-10'));

    const id = slotOf('2026-10-14 三年级作业辅导');
    const edit = school.edit(serviceSlot, id, { confirmed: false }, { period: servicePeriod });
    expect(failureOf(edit).sentence).toMatch(/^2026年10月的课时补助已经月结/u);
    const moved = slotOf('2026-11-02 三年级作业辅导');
    const intoLocked = school.edit(serviceSlot, moved, { heldOn: '2026-10-30' }, { period: servicePeriod });
    expect(failureOf(intoLocked).kind).toBe('conflict');
    const write = school.store.write.bind(school.store);
    const removed = write(school.change({ reason: '误登' }), (w) =>
      removeFromLedger(w, serviceSlot, [id], head()),
    );
    expect(failureOf(removed).kind).toBe('conflict');
    const context = { today: '2026-11-24', schoolId, account: head() };
    const restored = write(school.change(), (w) => restoreToRevision(w, serviceSlot, id, 1, context));
    expect(failureOf(restored).kind).toBe('conflict');
    expect(failureOf(school.edit(servicePayMonth, stored?.id ?? '', { lockedBy: '别人' })).kind).toBe(
      'conflict',
    );

    valueOf(await call()('servicePay.unlock', { month: '2026-10', reason: '标准录错' }));
    expect(await month('2026-10')).toMatchObject({ standing: 'unlocked', unlockedBecause: '标准录错' });
    valueOf(school.edit(serviceSlot, id, { confirmed: false }, { period: servicePeriod }));
  });

  test('a correction after the lock is paid with the next month', async () => {
    confirm('2026-10', '2026-11');
    valueOf(await call()('servicePay.lock', { month: '2026-10', taxes: [] }));
    const slotId = slotOf('2026-10-14 三年级作业辅导');
    const [session] = valueOf(await call()('servicePay.sessions', { on: '2026-10-14' })).filter(
      (each) => each.slotId === slotId,
    );
    const teacher = session?.people.find(({ role }) => role === '授课');
    const hours = [{ rowId: teacher?.rowId ?? '', hours: 1 }];
    valueOf(await call()('servicePay.correct', { slotId, hours, reason: '只上了一课时' }));
    const history = historyOf(school.store.read, 'serviceSlot', slotId);
    expect(history.map(({ reason }) => reason)).toContain('月结后更正：只上了一课时');

    const october = await month('2026-10');
    expect(october.payees.find(({ name }) => name === '王春梅')?.hours).toBe(6);
    expect(october.pending).toMatchObject([{ role: '授课', hours: -1, rate: 4000, amount: -4000 }]);
    school.setNow('2026-12-01T02:00:00.000Z');
    const november = await month('2026-11');
    expect(november.payees.find(({ name }) => name === '王春梅')).toMatchObject({
      hours: 2,
      corrections: -4000,
      amount: 2 * 4550 - 4000,
    });
    valueOf(await call()('servicePay.lock', { month: '2026-11', taxes: [] }));
    expect((await month('2026-10')).pending).toEqual([]);
    expect(
      failureOf(await call()('servicePay.unlock', { month: '2026-10', reason: '再改一次' })).sentence,
    ).toMatch(/^2026年11月已经月结/u);
    // Paid once: December owes nothing any more.
    expect((await month('2026-12')).lines).toEqual([]);
    expect(getRecord(school.store.read, serviceSlot, slotId)?.values.staffing[0]?.hours).toBe(1);
  });
});
