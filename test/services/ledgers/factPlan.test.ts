import { describe, expect, it } from 'vitest';
import { planFacts, type StoredFact } from '#electron/services/ledgers/factPlan.ts';
import type { FactTrack, LooseValues } from '#shared/ledger/definition.ts';

const track: FactTrack = {
  ledger: 'placement',
  subject: 'pupil',
  copies: { room: 'room' },
  since: 'since',
  until: 'until',
};
const today = '2026-11-24';

function fact(id: string, room: string, from: string, to: string | null): StoredFact {
  return { id, from, to, copies: { room } };
}

/** The facts after a save as `room from–to`, or the field at which it is refused. */
function after(
  facts: readonly StoredFact[],
  before: LooseValues | null,
  now: LooseValues,
): string[] | string {
  const plan = planFacts(track, { before, after: now, facts, today });
  if ('problem' in plan) return plan.problem.path;
  const spans = new Map(facts.map((one) => [one.id, { from: one.from, to: one.to, copies: one.copies }]));
  plan.steps.forEach((step, index) => {
    spans.set(step.kind === 'create' ? `new${index}` : step.id, step.span);
  });
  return [...spans.values()]
    .toSorted((a, b) => a.from.localeCompare(b.from))
    .map(({ copies, from, to }) => `${String(copies['room'])} ${from}–${to ?? ''}`);
}

const values = (
  room: string | null,
  since: string | null = null,
  until: string | null = null,
): LooseValues => ({
  room,
  since,
  until,
});

describe('a new record', () => {
  it.each([
    ['begins on its day', values('A', '2025-09-01'), ['A 2025-09-01–']],
    ['begins today without a day', values('A'), ['A 2026-11-24–']],
    ['is closed when it has ended', values('A', '2025-09-01', '2026-07-10'), ['A 2025-09-01–2026-07-10']],
    ['of one day holds that day', values('A', '2026-07-10', '2026-07-10'), ['A 2026-07-10–2026-07-10']],
    ['that ended before it began is refused', values('A', '2026-07-11', '2026-07-10'), 'until'],
    [
      'that ended on a known day and began on an unknown one leaves no fact',
      values('A', null, '2026-07-10'),
      [],
    ],
    ['without values leaves no fact', values(null, '2025-09-01'), []],
  ])('%s', (_story, now, expected) => {
    expect(after([], null, now)).toEqual(expected);
  });
});

describe('a record with an open fact', () => {
  const open = [fact('1', 'A', '2025-09-01', null)];
  const before = values('A', '2025-09-01');
  it.each([
    ['stays as it is when nothing tracked changed', before, ['A 2025-09-01–']],
    [
      'ends the day before the change',
      values('B', '2026-03-01'),
      ['A 2025-09-01–2026-02-28', 'B 2026-03-01–'],
    ],
    ['is corrected by a change on its first day', values('B', '2025-09-01'), ['B 2025-09-01–']],
    ['is corrected by a change before its first day', values('B', '2025-08-01'), ['B 2025-09-01–']],
    ['changes today when the day was cleared', values('B'), ['A 2025-09-01–2026-11-23', 'B 2026-11-24–']],
    ['follows a corrected first day', values('A', '2025-08-25'), ['A 2025-08-25–']],
    ['is ended by the end', values('A', '2025-09-01', '2026-07-10'), ['A 2025-09-01–2026-07-10']],
    ['refuses an end before it began', values('A', '2025-09-01', '2025-08-31'), 'until'],
    ['ends yesterday when the values were cleared', values(null, '2025-09-01'), ['A 2025-09-01–2026-11-23']],
  ])('%s', (_story, now, expected) => {
    expect(after(open, before, now)).toEqual(expected);
  });
});

describe('a record whose fact has ended', () => {
  const ended = [fact('1', 'A', '2024-09-01', '2025-07-10')];
  const before = values('A', '2024-09-01', '2025-07-10');
  it.each([
    ['is open again when the end was a mistake', values('A', '2024-09-01'), ['A 2024-09-01–']],
    [
      'begins anew when the person came back',
      values('A', '2026-03-01'),
      ['A 2024-09-01–2025-07-10', 'A 2026-03-01–'],
    ],
    ['moves its end', values('A', '2024-09-01', '2025-06-30'), ['A 2024-09-01–2025-06-30']],
    ['begins anew elsewhere', values('B', '2026-03-01'), ['A 2024-09-01–2025-07-10', 'B 2026-03-01–']],
    [
      'is corrected when the values are, after the end',
      values('B', null, '2025-07-10'),
      ['B 2024-09-01–2025-07-10'],
    ],
  ])('%s', (_story, now, expected) => {
    expect(after(ended, before, now)).toEqual(expected);
  });
});

describe('a record with a longer history', () => {
  const facts = [fact('1', 'A', '2024-09-01', '2025-08-31'), fact('2', 'B', '2025-09-01', null)];
  const before = values('B', '2025-09-01');
  it.each([
    [
      'lets the fact before follow a later beginning',
      '2025-10-01',
      ['A 2024-09-01–2025-09-30', 'B 2025-10-01–'],
    ],
    [
      'lets the fact before give way to an earlier one',
      '2025-03-01',
      ['A 2024-09-01–2025-02-28', 'B 2025-03-01–'],
    ],
    ['refuses to push the fact before out of existence', '2024-09-01', 'since'],
  ])('%s', (_story, since, expected) => {
    expect(after(facts, before, values('B', since))).toEqual(expected);
  });
});
