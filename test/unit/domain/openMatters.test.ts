import { expect, test } from 'vitest';
import { makeUpDueOn, matterStanding } from '#shared/domain/partyLife/openMatters.ts';
import { createParameters } from '#shared/domain/parameters/index.ts';

const shipped = createParameters();

test.each([
  ['2026-11-24', null, 'dueSoon'],
  ['2026-11-23', null, 'overdue'],
  ['2026-12-01', null, 'dueSoon'],
  ['2026-12-02', null, 'open'],
  [null, null, 'undated'],
  ['2026-10-01', '2026-11-24', 'closed'],
  ['2026-10-01', '2026-11-25', 'overdue'],
  [null, '2026-11-20', 'closed'],
] as const)('due %s, closed %s: %s on 2026-11-24', (dueOn, closedOn, standing) =>
  expect(matterStanding({ dueOn, closedOn }, shipped, '2026-11-24')).toBe(standing),
);

test('an absentee has thirty days', () => expect(makeUpDueOn('2026-01-31', shipped)).toBe('2026-03-02'));
