import { describe, expect, test } from 'vitest';
import type { CampaignFact, MeetingFact, PartyLifeFacts, TalkFact } from '#shared/domain/partyLife/facts.ts';
import { talkMatrix } from '#shared/domain/partyLife/talkMatrix.ts';
import { attendance, find, sentences } from './partyRule.ts';
import { campaign, meeting, memberIds, membership, partyLife } from './schoolFacts.ts';

const held = (changes: Partial<MeetingFact>, more: Partial<PartyLifeFacts> = {}) =>
  partyLife({ meetings: [meeting('o', changes)], ...more });

describe('the season of 组织生活会', () => {
  test.each([
    ['2026-10-01', 0],
    ['2026-09-30', 1],
    ['2026-03-31', 0],
    ['2026-04-01', 1],
  ])('held on %s: %i', (heldOn, count) =>
    expect(find('PTY-10', held({ type: '组织生活会', heldOn }))).toHaveLength(count),
  );
});

describe('grades and ballots', () => {
  const review = (
    rows: readonly (readonly [string, '合格' | '不评等次' | null, number | null])[],
    reviewBallots: number | null,
  ) =>
    held({
      type: '民主评议党员',
      period: '2026',
      reviewBallots,
      grades: rows.map(([memberId, grade, ballots]) => ({ memberId, grade, ballots })),
    });

  test.each([
    ['all counted', [['m1', '合格', 8]], 8, []],
    ['one ballot too few', [['m1', '合格', 7]], 8, ['收回测评票 8 张，党员甲的四种票合计不等于这个数']],
    [
      'no number of ballots: members against each other',
      [
        ['m1', '合格', 8],
        ['m2', '合格', 7],
      ],
      null,
      ['党员乙的四种票合计不等于这个数'],
    ],
    ['nothing counted', [['m1', '合格', null]], 8, []],
    ['no grade', [['m1', null, null]], 8, ['没有给党员甲评定等次']],
  ] as const)('%s', (_case, rows, ballots, expected) => {
    const found = sentences(find('PTY-14', review(rows, ballots)));
    expect(found).toHaveLength(expected.length);
    expected.forEach((words, index) => expect(found[index]).toContain(words));
  });

  test('a probationary member without grade is right', () => {
    const memberships = memberIds.map((id) => membership(id, id === 'm1' ? { status: '预备党员' } : {}));
    expect(find('PTY-14', { ...review([['m1', null, null]], 8), memberships })).toEqual([]);
  });
});

describe('谈心谈话', () => {
  const talk = (first: string, second: string, changes: Partial<TalkFact> = {}): TalkFact => ({
    id: `${first}-${second}`,
    ledger: 'partyTalk',
    heldOn: '2026-06-01',
    period: '2026',
    memberIds: [first, second],
    ...changes,
  });
  // Committee m1, m2, m3; the others are m4 to m8.
  const committee = [talk('m1', 'm2'), talk('m3', 'm1'), talk('m2', 'm3')];
  const withMembers = ['m4', 'm5', 'm6', 'm7', 'm8'].map((id) => talk('m1', id));
  const among = [talk('m4', 'm5'), talk('m6', 'm7'), talk('m8', 'm4')];
  const all = [...committee, ...withMembers, ...among];

  test('a full year lacks nothing', () => {
    for (const rule of ['PTY-15', 'PTY-16', 'PTY-17'])
      expect(find(rule, partyLife({ talks: all }), '2027-01-05')).toEqual([]);
  });

  test.each([
    ['PTY-15', talk('m3', 'm1'), '还有 1 对委员没有谈心谈话：党员甲和党员丙'],
    ['PTY-16', talk('m1', 'm6'), '党员己还没有委员与之谈心谈话'],
    ['PTY-17', talk('m8', 'm4'), '党员辛还没有与其他党员谈心谈话'],
  ])('%s notices that %o is missing', (rule, missing, words) => {
    const talks = all.filter(({ id }) => id !== missing.id);
    const found = find(rule, partyLife({ talks }), '2027-01-05');
    expect(sentences(found)).toEqual([expect.stringContaining(words)]);
    expect(found[0]).toMatchObject({ severity: 'warning', remedy: { ledger: 'partyTalk', period: '2026' } });
  });

  test('a reminder from September, a warning after the year', () => {
    const asked = (on: string) => find('PTY-15', partyLife(), on).map(({ severity }) => severity);
    expect([asked('2026-09-01'), asked('2026-09-02'), asked('2026-12-31'), asked('2027-01-01')]).toEqual([
      [],
      ['info'],
      ['info'],
      ['warning'],
    ]);
  });

  test('the year it is kept for counts, not the day', () => {
    const late = all.map((one) => (one.id === 'm1-m2' ? { ...one, heldOn: '2027-01-10' } : one));
    expect(find('PTY-15', partyLife({ talks: late }), '2027-01-05')).toHaveLength(1);
    expect(find('PTY-15', partyLife({ talks: late }), '2027-02-01')).toHaveLength(1);
    const lastYears = all.map((one) => (one.id === 'm1-m2' ? { ...one, period: '2025' } : one));
    expect(find('PTY-15', partyLife({ talks: lastYears }), '2027-02-01')).toHaveLength(1);
  });

  test('the matrix knows both directions and who is still missing', () => {
    const matrix = talkMatrix(
      partyLife({ talks: [talk('m5', 'm1'), talk('m4', 'm5')] }),
      'b1',
      2026,
      '2026-11-24',
    );
    expect(matrix.talksOf('m1', 'm5')).toHaveLength(1);
    expect(matrix.committeePairsMissing).toHaveLength(3);
    expect(matrix.withoutCommittee).toEqual(['m4', 'm6', 'm7', 'm8']);
    expect(matrix.withoutPeer).toEqual(['m6', 'm7', 'm8']);
  });
});

describe('整改 and 民主生活会', () => {
  const item = { content: '学习不经常', ownerId: 'm2', dueOn: '2026-11-23', closedOn: null };

  test.each([
    [{ closedOn: '2026-11-20' }, 0],
    [{}, 1],
    [{ dueOn: '2026-11-24' }, 0],
    [{ dueOn: null }, 1],
    [{ dueOn: null, closedOn: '2026-11-20' }, 0],
  ])('a point %j: %i', (changes, count) =>
    expect(
      find('PTY-51', partyLife({ campaigns: [campaign({ rectifications: [{ ...item, ...changes }] })] })),
    ).toHaveLength(count),
  );

  const life = (present: number, absent: number, campaigns: readonly CampaignFact[]) =>
    held(
      {
        type: '民主生活会',
        heldOn: '2026-10-31',
        attendance: attendance(
          Array.from({ length: present }, (_, index) => `p${index}`),
          Array.from({ length: absent }, (_, index) => ({ memberId: `a${index}` })),
        ),
      },
      { campaigns },
    );
  const reported = (reportedOn: string | null) => [
    campaign({ kind: '民主生活会', meetingId: 'o', reportedOn }),
  ];

  test.each([
    ['two thirds, in time', 6, 3, '2026-11-15', 0],
    ['five of nine', 5, 4, '2026-11-15', 1],
    ['a day late', 6, 3, '2026-11-16', 1],
    ['never reported', 6, 3, null, 1],
    ['both', 5, 4, null, 2],
  ] as const)('%s', (_case, present, absent, reportedOn, count) =>
    expect(find('PTY-53', life(present, absent, reported(reportedOn)))).toHaveLength(count),
  );

  test('on the fifteenth day the report is not late yet', () => {
    expect(find('PTY-53', life(6, 3, []), '2026-11-15')).toEqual([]);
    expect(find('PTY-53', life(6, 3, []), '2026-11-16')).toHaveLength(1);
  });
});
