import { describe, expect, test } from 'vitest';
import { excellentLimit } from '#shared/domain/partyLife/memberReview.ts';
import { monthlyPartyFee } from '#shared/domain/partyLife/partyFee.ts';
import { decisionKindOf, hasQuorum, isPassed } from '#shared/domain/partyLife/quorum.ts';
import { createParameters } from '#shared/domain/parameters/index.ts';

describe('presence', () => {
  test.each([
    ['resolution', 20, 10, true],
    ['resolution', 20, 9, false],
    ['resolution', 21, 10, false],
    ['resolution', 21, 11, true],
    ['admission', 20, 10, false],
    ['admission', 20, 11, true],
    ['admission', 21, 11, true],
    ['committee', 5, 3, true],
    ['committee', 5, 2, false],
    ['committee', 4, 2, true],
    ['election', 25, 20, true],
    ['election', 25, 19, false],
    ['election', 24, 20, true],
    ['organisation', 7, 4, true],
    ['organisation', 7, 3, false],
    ['organisationAppointment', 7, 4, false],
    ['organisationAppointment', 7, 5, true],
    ['organisationAppointment', 6, 4, true],
    ['principal', 5, 3, true],
    ['principal', 5, 2, false],
    ['democraticLife', 9, 6, true],
    ['democraticLife', 9, 5, false],
    ['resolution', 0, 0, false],
  ] as const)('%s, due %i, present %i: %s', (kind, due, present, expected) =>
    expect(hasQuorum(kind, due, present)).toBe(expected),
  );
});

describe('passing', () => {
  test.each([
    ['resolution', 20, 10, 10, false],
    ['resolution', 20, 11, 11, true],
    ['admission', 21, 11, 11, true],
    ['resolution', 15, 12, 8, true],
    ['resolution', 15, 12, 7, false],
    ['committee', 5, 3, 3, true],
    ['committee', 5, 4, 2, false],
    ['election', 25, 20, 11, true],
    ['election', 25, 20, 10, false],
    ['organisation', 7, 5, 4, true],
    ['organisationAppointment', 7, 5, 3, false],
    ['principal', 5, 5, 5, undefined],
    ['democraticLife', 5, 5, 5, undefined],
  ] as const)('%s, due %i, present %i, for %i: %s', (kind, due, present, inFavour, expected) =>
    expect(isPassed(kind, due, present, inFavour)).toBe(expected),
  );
});

test.each([
  ['支部党员大会', '一般决议', 'resolution'],
  ['支部党员大会', '接收预备党员', 'admission'],
  ['支部党员大会', '延长或取消预备期', 'admission'],
  ['支部党员大会', '选举', 'election'],
  ['支部委员会会议', '接收预备党员', 'committee'],
  ['民主生活会', '一般决议', 'democraticLife'],
] as const)('%s on %s is counted as %s', (meeting, vote, kind) =>
  expect(decisionKindOf(meeting, vote)).toBe(kind),
);

describe('Party fees in 分', () => {
  const shipped = createParameters();
  test.each([
    [300_000, '在职', 1_500],
    [300_001, '在职', 3_000],
    [500_000, '在职', 5_000],
    [500_001, '在职', 7_500],
    [1_000_000, '在职', 15_000],
    [1_000_001, '在职', 20_000],
    [500_000, '离退休', 2_500],
    [500_001, '离退休', 5_000],
    [0, '无固定收入', 20],
  ] as const)('base %i, %s: %i', (base, situation, fee) =>
    expect(monthlyPartyFee(base, situation, shipped, '2026-11-01')).toBe(fee),
  );

  test('a new rate holds from its month on', () => {
    const changed = createParameters([{ id: 'partyFeeRates', validFrom: '2026-10-01', value: [1, 1, 1, 1] }]);
    expect(monthlyPartyFee(1_000_000, '在职', changed, '2026-09-30')).toBe(15_000);
    expect(monthlyPartyFee(1_000_000, '在职', changed, '2026-10-01')).toBe(10_000);
  });
});

test('of 17 members at most 5 are excellent; of 18, six', () => {
  expect([excellentLimit(17, 3), excellentLimit(18, 3), excellentLimit(2, 3)]).toEqual([5, 6, 0]);
});
