import { describe, expect, test } from 'vitest';
import {
  feeAccountOf,
  standardOn,
  type FeeCase,
  type FeeRules,
  type FeeStandard,
  type FeeTerm,
} from '#shared/domain/afterSchool/fees.ts';
import { addDays, weekdayOf } from '#shared/kernel/plainDate.ts';

/** Twenty weeks of five days: 100 planned days, from Monday 2026-08-31 on. */
const term: FeeTerm = {
  firstTeachingOn: '2026-08-31',
  days: Array.from({ length: 140 }, (_, index) => addDays('2026-08-31', index))
    .map((date) => ({ date, weekday: weekdayOf(date) }))
    .filter(({ weekday }) => weekday <= 5),
  lessonsPerDay: 2,
  standards: [],
  planFee: 30_000,
};
const rules: FeeRules = { reducedPercent: 50, refundFromAbsentDays: 5, signUpDays: 7 };
const everyDay: FeeCase = {
  grade: 3,
  feeClass: '全额',
  weekdays: [1, 2, 3, 4, 5],
  appliedOn: '2026-08-28',
  withdrawnOn: null,
  absentDays: 0,
  paid: 0,
  refunded: 0,
};
function standard(changes: Partial<FeeStandard>): FeeStandard {
  return { stage: '小学', basis: '每学期', amount: 30_000, from: '2026-09-01', to: null, ...changes };
}

describe('what a pupil owes for a term', () => {
  test.each<[string, Partial<FeeCase>, Partial<FeeTerm>, number]>([
    ['the fee of the plan', {}, {}, 30_000],
    ['half', { feeClass: '减半' }, {}, 15_000],
    ['nothing', { feeClass: '免收' }, {}, 0],
    [
      'the standard in force, not the plan',
      {},
      { standards: [standard({ amount: 20_000, from: '2026-08-01' })] },
      20_000,
    ],
    ['the plan while the standard has not begun', {}, { standards: [standard({ amount: 20_000 })] }, 30_000],
    [
      'the standard of the other stage does not count',
      {},
      { standards: [standard({ stage: '初中', from: '2026-01-01', amount: 1 })] },
      30_000,
    ],
    [
      'junior pupils by theirs',
      { grade: 7 },
      { standards: [standard({ stage: '初中', from: '2026-01-01', amount: 12_345 })] },
      12_345,
    ],
    [
      'by lesson: 1.50 yuan × 2 × 100 days',
      {},
      { standards: [standard({ basis: '每课时', amount: 150, from: '2026-01-01' })] },
      30_000,
    ],
    [
      'by lesson, three days a week',
      { weekdays: [1, 2, 4] },
      { standards: [standard({ basis: '每课时', amount: 150, from: '2026-01-01' })] },
      18_000,
    ],
    [
      'by month: six months have days',
      {},
      { standards: [standard({ basis: '每月', amount: 4_000, from: '2026-01-01' })] },
      24_000,
    ],
    ['withdrawn after 40 of 100 days', { withdrawnOn: '2026-10-26' }, {}, 12_000],
    ['withdrawn before the first day', { withdrawnOn: '2026-08-31' }, {}, 0],
    ['withdrawn on the last day: that day is out', { withdrawnOn: '2027-01-15' }, {}, 29_700],
    ['signed up within the first week', { appliedOn: '2026-09-07' }, {}, 30_000],
    ['signed up a day later', { appliedOn: '2026-09-08' }, {}, 28_200],
    ['came after ten days', { appliedOn: '2026-09-14' }, {}, 27_000],
    ['half, and withdrawn after 40 days', { feeClass: '减半', withdrawnOn: '2026-10-26' }, {}, 6_000],
    ['four days away are too few', { absentDays: 4 }, {}, 30_000],
    ['five days away come back', { absentDays: 5 }, {}, 28_500],
    ['away more days than enrolled', { absentDays: 50, withdrawnOn: '2026-09-07' }, {}, 0],
    ['a fee of 0 is normal', {}, { planFee: 0 }, 0],
    ['no planned day, no fee', { weekdays: [] }, {}, 0],
  ])('%s', (_what, ofCase, ofTerm, due) => {
    const account = feeAccountOf({ ...everyDay, ...ofCase }, { ...term, ...ofTerm }, rules);
    expect(account.due).toBe(due);
    expect(account.standard - account.reduction - account.outside - account.absence).toBe(due);
  });

  test('arrears and what is to be given back', () => {
    expect(feeAccountOf({ ...everyDay, paid: 10_000 }, term, rules).balance).toBe(20_000);
    expect(feeAccountOf({ ...everyDay, paid: 30_000, withdrawnOn: '2026-10-26' }, term, rules).balance).toBe(
      -18_000,
    );
    expect(
      feeAccountOf({ ...everyDay, paid: 30_000, refunded: 18_000, withdrawnOn: '2026-10-26' }, term, rules)
        .balance,
    ).toBe(0);
  });

  test('a school without refunds for absence', () => {
    expect(
      feeAccountOf({ ...everyDay, absentDays: 90 }, term, { ...rules, refundFromAbsentDays: 0 }).due,
    ).toBe(30_000);
  });
});

describe('the standard in force', () => {
  const old = standard({ amount: 1, from: '2024-01-01', to: '2026-08-31' });
  const current = standard({ amount: 2, from: '2026-09-01' });
  test.each([
    ['2023-12-31', undefined],
    ['2024-01-01', 1],
    ['2026-08-31', 1],
    ['2026-09-01', 2],
  ])('on %s: %s', (on, amount) => {
    expect(standardOn([old, current], '小学', on)?.amount).toBe(amount);
  });
});
