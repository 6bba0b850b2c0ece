import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { amountFor, correctionLines, payLines, rateOn } from '#shared/domain/afterSchool/pay/payLines.ts';
import { lockObstacles, payeesOf } from '#shared/domain/afterSchool/pay/payMonth.ts';
import { slot } from './schoolFacts.ts';

const rates = [
  { role: '授课', from: '2026-08-01', to: '2026-10-15', amount: 4000 },
  { role: '授课', from: '2026-10-16', to: null, amount: 4550 },
  { role: '看护', from: '2026-08-01', to: null, amount: 2500 },
] as const;
const duty = (role: '授课' | '看护' | '安保', hours: number, staffId: string | null = 's1') => ({
  staffId,
  externalId: staffId === null ? 'e1' : null,
  role,
  hours,
});

describe('rates', () => {
  test.each([
    ['2026-10-15', 4000],
    ['2026-10-16', 4550],
    ['2026-07-31', undefined],
  ])('on %s', (on, expected) => {
    expect(rateOn(rates, '授课', on)).toBe(expected);
  });
  test.each([
    [1.5, 2501, 3752],
    [0.1, 5, 1],
    [-1, 4000, -4000],
    [2.3, 4550, 10_465],
    [0, 4000, 0],
  ])('%d hours at %d', (hours, rate, expected) => {
    expect(amountFor(hours, rate)).toBe(expected);
  });
});

describe('lines of a month', () => {
  const slots = [
    slot('a', '2026-10-15', { staffing: [duty('授课', 2), duty('看护', 1.5, 's2')] }),
    slot('b', '2026-10-16', { staffing: [duty('授课', 1.1), duty('授课', 2, null)] }),
    slot('c', '2026-10-19', { staffing: [duty('授课', 1.1)] }),
    slot('d', '2026-10-20', { confirmed: false }),
    slot('e', '2026-10-21', { cancelled: true }),
    slot('f', '2026-10-22', { kind: '晚自习' }),
    slot('g', '2026-11-02'),
  ];
  test('only held service, split by role and rate', () => {
    const { lines, withoutRate } = payLines(slots, rates, '2026-10');
    expect(withoutRate).toEqual([]);
    expect(
      lines.map((one) => [one.staffId ?? one.externalId, one.role, one.hours, one.rate, one.amount]),
    ).toEqual([
      ['s1', '授课', 2, 4000, 8000],
      ['s2', '看护', 1.5, 2500, 3750],
      ['s1', '授课', 2.2, 4550, 10_010],
      ['e1', '授课', 2, 4550, 9100],
    ]);
  });
  test('a role without a rate is named, not paid by guess', () => {
    const guarded = [slot('a', '2026-10-15', { staffing: [duty('安保', 2)] })];
    expect(payLines(guarded, rates, '2026-10')).toEqual({
      lines: [],
      withoutRate: [{ role: '安保', on: '2026-10-15' }],
    });
    expect(lockObstacles('2026-10', guarded, payLines(guarded, rates, '2026-10'), '2026-11-01')).toEqual([
      '2026年10月15日有安保课时，没有执行中的安保补助标准，请先登记标准。',
    ]);
  });
  test.each([
    [
      '2026-10-30',
      [
        '2026年10月还没有过完，2026年10月31日以后再月结。',
        '有 1 场还没有确认开展，请先确认，没开展的注明停课。',
      ],
    ],
    ['2026-10-31', ['有 1 场还没有确认开展，请先确认，没开展的注明停课。']],
  ])('may not be locked on %s', (today, expected) => {
    expect(lockObstacles('2026-10', slots, payLines(slots, rates, '2026-10'), today)).toEqual(expected);
  });
  test('a person’s month, and the difference to the one before', () => {
    const { lines } = payLines(slots, rates, '2026-10');
    const before = [{ ...lines[0]!, ofMonth: '2026-09', amount: 20_000 }];
    const [first, second] = payeesOf('2026-10', lines, before);
    expect(first).toMatchObject({
      payeeId: 's1',
      byRole: { 授课: 4.2 },
      hours: 4.2,
      amount: 18_010,
      difference: -1990,
    });
    expect(second).toMatchObject({ payeeId: 's2', difference: 3750 });
    expect(payeesOf('2026-10', lines, null)[0]?.difference).toBeNull();
  });
});

describe('corrections', () => {
  const line = {
    staffId: 's1',
    externalId: null,
    role: '授课',
    ofMonth: '2026-10',
    hours: 10,
    rate: 4000,
    amount: 40_000,
  } as const;
  test('nothing when nothing changed', () => {
    expect(correctionLines([line], [line])).toEqual([]);
  });
  test('a rate set too late gives back the old and pays the new', () => {
    expect(
      correctionLines([line], [{ ...line, rate: 4500, amount: 45_000 }]).map(({ hours, rate, amount }) => [
        hours,
        rate,
        amount,
      ]),
    ).toEqual([
      [10, 4500, 45_000],
      [-10, 4000, -40_000],
    ]);
  });
  test('whatever is changed, paid and corrected together make what is due', () => {
    const hours = fc.integer({ min: 0, max: 200 }).map((tenths) => tenths / 10);
    const lines = fc.array(
      fc.record({ person: fc.constantFrom('s1', 's2', 's3'), hours, rate: fc.constantFrom(4000, 4550) }),
      { maxLength: 8 },
    );
    const settle = (all: readonly { person: string; hours: number; rate: number }[]) =>
      [...Map.groupBy(all, ({ person, rate }) => `${person} ${rate}`).values()].map((own) => {
        const total = Math.round(own.reduce((sum, each) => sum + each.hours * 10, 0)) / 10;
        const { person, rate } = own[0] ?? { person: '', rate: 0 };
        return { ...line, staffId: person, hours: total, rate, amount: amountFor(total, rate) };
      });
    fc.assert(
      fc.property(lines, lines, (before, after) => {
        const [paid, due] = [settle(before), settle(after)];
        const sum = (all: readonly { readonly amount: number }[]) =>
          all.reduce((total, { amount }) => total + amount, 0);
        expect(sum(paid) + sum(correctionLines(paid, due))).toBe(sum(due));
      }),
    );
  });
});
