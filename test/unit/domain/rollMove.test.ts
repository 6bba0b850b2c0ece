import { expect, test } from 'vitest';
import type { DevelopmentPerson } from '#shared/domain/membership/developmentFacts.ts';
import { rollMove, type RollEntry, type RollMove } from '#shared/domain/membership/rollMove.ts';
import { onTheWay } from './developmentSamples.ts';

const probationary: RollEntry = { status: '预备党员', until: null };
const full: RollEntry = { status: '正式党员', until: null };

/** The sample was voted in on 2025-10-20, approved on 2025-11-20, confirmed by the superior on 2026-11-20. */
const cases: readonly [string, DevelopmentPerson, RollEntry | null, RollMove | null][] = [
  ['voted in only: not yet on the roll', onTheWay(15), null, null],
  [
    'approved: on the roll from the approval, in the Party from the vote',
    onTheWay(17),
    null,
    { kind: 'admit', admittedOn: '2025-10-20', since: '2025-11-20' },
  ],
  ['already there', onTheWay(17), probationary, null],
  ['voted to full membership only', onTheWay(23), probationary, null],
  [
    'confirmed: 党龄 from the end of probation, the vote from the approval',
    onTheWay(24),
    probationary,
    { kind: 'confirm', admittedOn: '2025-10-20', confirmedOn: '2026-10-20', since: '2026-11-20' },
  ],
  [
    'confirmed after an extension',
    onTheWay(
      24,
      { 23: '2027-04-25', 24: '2027-05-20' },
      { extensions: [{ decidedOn: '2026-10-22', months: 6 }] },
    ),
    probationary,
    { kind: 'confirm', admittedOn: '2025-10-20', confirmedOn: '2027-04-20', since: '2027-05-20' },
  ],
  ['confirmed and there', onTheWay(25), full, null],
  ['confirmed, but transferred out', onTheWay(25), { status: '预备党员', until: '2026-11-21' }, null],
  [
    'probation ended without membership',
    onTheWay(21, {}, { endedOn: '2026-11-10', endReason: '取消预备党员资格' }),
    probationary,
    { kind: 'cancel', until: '2026-11-10' },
  ],
  [
    'moved elsewhere: no matter of the vote',
    onTheWay(21, {}, { endedOn: '2026-11-10', endReason: '转出' }),
    probationary,
    null,
  ],
];

test.each(cases)('%s', (_what, person, entry, expected) => expect(rollMove(person, entry)).toEqual(expected));
