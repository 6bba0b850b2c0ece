import { describe, expect, test } from 'vitest';
import type { FeeFact } from '#shared/domain/partyLife/facts.ts';
import { feeMonths, type FeePayer } from '#shared/domain/partyLife/feeYear.ts';
import { memberAttendance } from '#shared/domain/partyLife/memberAttendance.ts';
import { createParameters } from '#shared/domain/parameters/index.ts';
import { meeting, membership, partyLife } from './schoolFacts.ts';

const parameters = createParameters([]);
const payer: FeePayer = { memberId: 'm1', base: 400_000, situation: '在职' };
const fee = (month: string, changes: Partial<FeeFact> = {}): FeeFact => ({
  id: `${month} ${changes.memberId ?? 'm1'}`,
  memberId: 'm1',
  branchId: 'b1',
  month,
  situation: '在职',
  base: 400_000,
  due: 4000,
  paid: 4000,
  paidOn: `${month}-12`,
  reduced: false,
  arrearsReason: null,
  ...changes,
});
const september = (changes: Parameters<typeof partyLife>[0], one: FeePayer = payer, today = '2026-11-24') =>
  feeMonths(partyLife(changes), 'b1', one, parameters, today)[8];

describe('a month of a member’s fee', () => {
  test.each([
    ['paid in full', [fee('2026-09')], 'paid'],
    ['paid more', [fee('2026-09', { paid: 5000 })], 'paid'],
    ['paid less', [fee('2026-09', { paid: 3999 })], 'short'],
    ['less granted', [fee('2026-09', { paid: 1000, reduced: true })], 'paid'],
    ['recorded without payment', [fee('2026-09', { paid: 0, paidOn: null })], 'arrears'],
    ['others have paid', [fee('2026-09', { memberId: 'm2' })], 'arrears'],
    ['nobody’s entered', [fee('2026-08')], 'unrecorded'],
    ['entered in another branch', [fee('2026-09', { branchId: 'b2' })], 'unrecorded'],
  ])('%s', (_what, fees, state) => {
    expect(september({ fees })?.state).toBe(state);
  });

  test.each([
    ['2026-09-01', null, 'arrears'],
    ['2026-09-02', null, 'partMonth'],
    ['2020-01-01', '2026-09-29', 'partMonth'],
    ['2020-01-01', '2026-09-30', 'arrears'],
    ['2026-10-01', null, 'outside'],
    ['2020-01-01', '2026-08-31', 'outside'],
  ])('on the roll from %s to %s: %s', (from, to, state) => {
    const facts = {
      memberships: [membership('m1', { from, to }), membership('m2')],
      fees: [fee('2026-09', { memberId: 'm2' })],
    };
    expect(september(facts)?.state).toBe(state);
  });

  test('is not over on its last day', () => {
    const fees = [fee('2026-09', { memberId: 'm2' })];
    expect(september({ fees }, payer, '2026-09-30')?.state).toBe('open');
    expect(september({ fees }, payer, '2026-10-01')?.state).toBe('arrears');
  });

  test('is reckoned from the roll’s base until it is recorded, and can’t be without one', () => {
    expect(september({ fees: [] })).toMatchObject({ due: 4000, paid: 0 });
    expect(september({ fees: [] }, { ...payer, base: null })).toMatchObject({ due: null, state: 'noBase' });
    expect(september({ fees: [] }, { ...payer, base: null, situation: '无固定收入' })?.due).toBe(20);
    expect(september({ fees: [fee('2026-09', { due: 3500, paid: 3500 })] })?.due).toBe(3500);
    expect(september({ fees: [fee('2026-09', { due: 0, paid: 0, paidOn: null })] })?.due).toBe(4000);
  });
});

describe('a member’s attendance', () => {
  const row = (state: '出席' | '病假' | '不计应到', madeUpOn: string | null = null) => ({
    memberId: 'm1',
    state,
    approvedBy: null,
    reason: null,
    madeUpOn,
  });
  test('counts what the year asks for; a make-up doesn’t turn an absence into presence', () => {
    const facts = partyLife({
      meetings: [
        meeting('a', { heldOn: '2026-03-02', period: '2026-03', attendance: [row('出席')] }),
        meeting('b', { heldOn: '2026-04-02', period: '2026-04', attendance: [row('病假', '2026-04-20')] }),
        meeting('c', { heldOn: '2026-05-02', period: '2026-05', attendance: [row('病假', '2026-12-01')] }),
        meeting('d', { heldOn: '2026-06-02', period: '2026-06', attendance: [row('不计应到')] }),
        meeting('e', { heldOn: '2026-01-20', period: '2025', attendance: [row('病假')] }),
        meeting('f', { heldOn: '2026-12-02', period: '2026-12', attendance: [row('病假')] }),
      ],
    });
    const found = memberAttendance(facts, 'm1', '2026-11-24');
    expect(found).toMatchObject({ due: 3, present: 1, madeUp: 1 });
    expect(found.absences.map((one) => one.meeting.id)).toEqual(['c', 'b']);
  });
});
