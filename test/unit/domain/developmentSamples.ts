import type {
  DevelopmentFacts,
  DevelopmentPerson,
  DevelopmentVoteFact,
} from '#shared/domain/membership/developmentFacts.ts';
import { calendar, memberIds, membership, partyLife } from './schoolFacts.ts';

/** The whole way of an invented person, every limit just kept; rules find nothing on 2026-11-24. */
const wholeWay: Readonly<Record<number, string>> = {
  1: '2024-01-31',
  2: '2024-02-20',
  3: '2024-05-10',
  4: '2024-05-20',
  5: '2024-05-20',
  6: '2024-05-20',
  7: '2025-05-10',
  8: '2025-05-25',
  9: '2025-05-28',
  10: '2025-07-01',
  11: '2025-07-10',
  12: '2025-09-10',
  13: '2025-09-20',
  14: '2025-09-22',
  15: '2025-10-20',
  16: '2025-11-05',
  17: '2025-11-20',
  18: '2025-12-01',
  19: '2025-11-25',
  20: '2025-12-10',
  21: '2025-11-25',
  22: '2026-10-10',
  23: '2026-10-20',
  24: '2026-11-20',
  25: '2026-11-23',
};

/**
 * The person after step `upTo`, with other days for some steps (`null`: not taken) and other facts. What was recorded
 * after the last step is left out as on that day.
 */
export function onTheWay(
  upTo: number,
  days: Readonly<Record<number, string | null>> = {},
  changes: Partial<DevelopmentPerson> = {},
): DevelopmentPerson {
  const taken: Record<number, string | null> = {
    ...Object.fromEntries(Object.entries(wholeWay).filter(([number]) => Number(number) <= upTo)),
    ...days,
  };
  return {
    id: 'p1',
    name: '周立',
    bornOn: '1995-03-05',
    branchId: 'b1',
    steps: Object.entries(taken).flatMap(([number, on]) =>
      on === null ? [] : [{ number: Number(number), on, papersReady: true, meetingId: `meeting${number}` }],
    ),
    inspections: [
      { on: '2024-11-10', phase: '积极分子' },
      { on: '2025-05-08', phase: '积极分子' },
      { on: '2026-04-15', phase: '预备党员' },
      { on: '2026-10-15', phase: '预备党员' },
    ],
    trainings: [{ from: '2025-07-08', to: '2025-07-10', days: 3, hours: 0 }],
    notices: [
      { kind: '接收公示', from: '2025-09-28', to: '2025-10-10' },
      { kind: '转正公示', from: '2026-10-12', to: '2026-10-16' },
    ],
    extensions: [],
    contactIds: ['m3'],
    sponsorIds: ['m1', 'm2'],
    transferredInOn: null,
    timeKept: false,
    plannedLeaveOn: null,
    endedOn: null,
    endReason: null,
    paperKinds: [],
    ...changes,
  };
}

export function admissionVote(changes: Partial<DevelopmentVoteFact> = {}): DevelopmentVoteFact {
  return {
    id: 'v15',
    meetingId: 'meeting15',
    kind: '接收预备党员',
    matter: '接收周立为预备党员',
    candidate: '周立',
    dueVoters: 21,
    presentVoters: 11,
    inFavour: 11,
    outcome: '通过',
    ...changes,
  };
}

export const confirmationVote = admissionVote({
  id: 'v23',
  meetingId: 'meeting23',
  kind: '预备党员转正',
  matter: '周立转正',
});

export function development(
  persons: readonly DevelopmentPerson[],
  changes: Partial<DevelopmentFacts> = {},
): DevelopmentFacts {
  const { members } = partyLife();
  return {
    persons,
    votes: [admissionVote(), confirmationVote],
    members,
    memberships: memberIds.map((id) => membership(id)),
    sanctions: [],
    calendar,
    ...changes,
  };
}
