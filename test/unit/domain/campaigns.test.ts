import { describe, expect, test } from 'vitest';
import { campaignStanding, nextCampaignStep } from '#shared/domain/partyLife/campaignStanding.ts';
import { campaignSteps, type CampaignStepKey } from '#shared/domain/partyLife/campaignSteps.ts';
import type { CampaignFact, PartyLifeFacts, ReviewFact, TalkFact } from '#shared/domain/partyLife/facts.ts';
import { countProblems, proposeGrades, type BallotCount } from '#shared/domain/partyLife/reviewCount.ts';
import { createParameters } from '#shared/domain/parameters/index.ts';
import { fieldsOf } from '#shared/ledger/schema.ts';
import { partyCampaign } from '#shared/ledgers/partyLife/partyCampaign.ts';
import { attendance } from './partyRule.ts';
import { campaign, meeting, memberIds, membership, partyLife } from './schoolFacts.ts';
import { campaignKinds } from '#shared/domain/partyLife/words.ts';

const parameters = createParameters();
const standing = (fact: CampaignFact, facts: Partial<PartyLifeFacts> = {}, today = '2026-11-24') =>
  campaignStanding(fact, { facts: partyLife({ campaigns: [fact], ...facts }), parameters, today });
const stepOf = (
  key: CampaignStepKey,
  changes: Partial<CampaignFact>,
  facts: Partial<PartyLifeFacts> = {},
  today = '2026-11-24',
) => {
  const found = standing(campaign(changes), facts, today).find(({ step }) => step.key === key);
  if (!found) throw new Error(`no step ${key}`);
  return found;
};
const ballots = (changes: Partial<BallotCount> = {}) => ({
  reviewVoters: 8,
  ballotsIssued: 8,
  ballotsReturned: 8,
  ballotsSpoiled: 0,
  ...changes,
});
const row = (memberId: string, changes: Partial<ReviewFact> = {}): ReviewFact => ({
  memberId,
  selfGrade: '合格',
  peerGrade: '合格',
  excellentVotes: 0,
  qualifiedVotes: 8,
  basicVotes: 0,
  unqualifiedVotes: 0,
  grade: '合格',
  ...changes,
});

describe('the steps', () => {
  test.each(campaignKinds)('%s are recorded in fields that the ledger has', (kind) => {
    const fields = campaignSteps(kind).flatMap((step) => step.fields);
    expect(fields.filter((field) => !fieldsOf(partyCampaign)[field])).toEqual([]);
    const kinds = new Set<string>(partyCampaign.fields.files.kinds.map((each) => each));
    const attached = campaignSteps(kind).flatMap(({ papers }) =>
      papers.flatMap((paper) => paper.attachment ?? []),
    );
    expect(attached.filter((each) => !kinds.has(each))).toEqual([]);
  });

  test.each([
    ['组织生活会', 8],
    ['民主评议党员', 8],
    ['组织生活会和民主评议', 13],
    ['民主生活会', 9],
  ] as const)('%s has %i', (kind, count) => expect(campaignSteps(kind)).toHaveLength(count));

  test('a new campaign may begin with its plan; the meeting waits for what comes before', () => {
    const all = standing(campaign());
    expect(nextCampaignStep(all)?.step.key).toBe('plan');
    expect(all.find(({ step }) => step.key === 'meeting')).toMatchObject({
      state: 'later',
      dueOn: '2027-03-31',
      waitsFor: ['plan', 'study', 'opinions', 'talks', 'selfCheck'],
    });
  });
});

describe('days', () => {
  test.each([
    ['a plan ten days before', '2026-11-10', '2026-10-31', 'done', 0],
    ['a plan nine days before', '2026-11-10', '2026-11-01', 'done', 1],
    ['none, and its day is over', '2026-12-01', null, 'overdue', 0],
    ['none, a week left', '2026-12-11', null, 'dueSoon', 0],
    ['none, and time enough', '2026-12-31', null, 'open', 0],
  ] as const)('民主生活会: %s', (_case, plannedOn, planFiledOn, state, lateDays) =>
    expect(stepOf('plan', { kind: '民主生活会', plannedOn, planFiledOn })).toMatchObject({ state, lateDays }),
  );

  const sat = meeting('o', { type: '民主生活会', heldOn: '2026-10-31' });
  test.each([
    ['on the fifteenth day', '2026-11-15', '2026-11-24', 'done', 0],
    ['a day late', '2026-11-16', '2026-11-24', 'done', 1],
    ['not yet, last day', null, '2026-11-15', 'dueSoon', 0],
    ['not yet, a day after', null, '2026-11-16', 'overdue', 0],
  ] as const)('report %s', (_case, reportedOn, today, state, lateDays) =>
    expect(
      stepOf('report', { kind: '民主生活会', meetingId: 'o', reportedOn }, { meetings: [sat] }, today),
    ).toMatchObject({ state, lateDays, dueOn: '2026-11-15' }),
  );

  test('a meeting whose planned day has passed is overdue', () => {
    expect(stepOf('meeting', { plannedOn: '2026-11-23' }).state).toBe('overdue');
    expect(stepOf('meeting', { meetingId: 'draft' }).missing).toEqual([
      '选定的会议记录还是草稿，完成后才算数',
    ]);
  });
});

describe('presence', () => {
  const sitting = (type: '民主生活会' | '组织生活会', present: number, due: number) =>
    meeting('o', {
      type,
      heldOn: '2026-10-31',
      attendance: attendance(
        memberIds.slice(0, present),
        memberIds.slice(present, due).map((memberId) => ({ memberId })),
      ),
    });
  test.each([
    [4, 6, 'done'],
    [3, 6, 'overdue'],
    [2, 3, 'done'],
  ] as const)('民主生活会: %i of %i', (present, due, state) =>
    expect(
      stepOf(
        'meeting',
        { kind: '民主生活会', meetingId: 'o', plannedOn: '2026-10-31' },
        { meetings: [sitting('民主生活会', present, due)] },
      ).state,
    ).toBe(state),
  );
  test('a branch that lacks half of its voters is told so', () => {
    const { state, notes } = stepOf(
      'meeting',
      { meetingId: 'o' },
      { meetings: [sitting('组织生活会', 3, 8)] },
    );
    expect(state).toBe('done');
    expect(notes[0]).toMatch(/应到 8 人，实到 3 人，应有半数以上/u);
  });
});

describe('talks', () => {
  const talk = (first: string, second: string, heldOn: string): TalkFact => ({
    id: `${first}${second}`,
    ledger: 'partyTalk',
    heldOn,
    period: null,
    memberIds: [first, second],
  });
  const talks = [
    talk('m1', 'm2', '2026-11-02'),
    talk('m3', 'm2', '2026-11-03'),
    talk('m1', 'm3', '2026-06-01'),
  ];
  test('every two of the leading group, within the campaign', () => {
    const group = { kind: '民主生活会', participantIds: ['m1', 'm2', 'm3'] } as const;
    expect(stepOf('talks', group, { talks }).missing).toEqual([]);
    expect(stepOf('talks', { ...group, talksFrom: '2026-11-01' }, { talks }).missing).toEqual([
      '成员之间还缺 1 对：党员甲和党员丙',
    ]);
  });
});

describe('rectifications', () => {
  const item = { content: '学习不经常', ownerId: 'm2', dueOn: '2026-11-23', closedOn: null };
  const meetings = [meeting('o', { type: '组织生活会', heldOn: '2026-11-01' })];
  test.each([
    ['none listed', [], 'open', ['整改清单还是空的']],
    ['all closed', [{ ...item, closedOn: '2026-11-20' }], 'done', []],
    [
      'one past its day',
      [item],
      'overdue',
      ['1 项整改中还有 1 项没有销号', '“学习不经常”的时限2026年11月23日已过'],
    ],
    ['on its day', [{ ...item, dueOn: '2026-11-24' }], 'dueSoon', ['1 项整改中还有 1 项没有销号']],
  ] as const)('%s', (_case, rectifications, state, missing) =>
    expect(stepOf('rectification', { meetingId: 'o', rectifications }, { meetings })).toMatchObject({
      state,
      missing,
    }),
  );
});

describe('the review', () => {
  const meetings = [meeting('o', { type: '民主评议党员', heldOn: '2026-11-20' })];
  const review = (changes: Partial<CampaignFact>) => ({
    kind: '民主评议党员' as const,
    meetingId: 'o',
    ...ballots(),
    reviews: memberIds.map((id) => row(id)),
    assessedOn: '2026-11-21',
    ...changes,
  });
  test('all counted, all graded', () => {
    for (const key of ['selfReview', 'peerReview', 'ballot', 'assessment'] as const)
      expect(stepOf(key, review({}), { meetings })).toMatchObject({ state: 'done', missing: [] });
  });
  test('who is missing is named', () => {
    expect(
      stepOf('selfReview', review({ reviews: memberIds.slice(1).map((id) => row(id)) })).missing,
    ).toEqual(['评议名单缺少党员甲']);
    const open = memberIds.map((id) => row(id, id === 'm2' ? { peerGrade: null, grade: null } : {}));
    expect(stepOf('peerReview', review({ reviews: open })).missing).toEqual(['还有 1 人没有互评：党员乙']);
    expect(stepOf('assessment', review({ reviews: open }), { meetings }).missing).toEqual([
      '还有 1 人没有评定等次：党员乙',
    ]);
  });
  test.each([
    [2, 'done'],
    [3, 'open'],
  ])('%i of eight excellent', (count, state) =>
    expect(
      stepOf(
        'assessment',
        review({ reviews: memberIds.map((id, index) => row(id, index < count ? { grade: '优秀' } : {})) }),
        { meetings },
      ).state,
    ).toBe(state),
  );
  test('a probationary member has no grade', () => {
    const memberships = memberIds.map((id) => membership(id, id === 'm8' ? { status: '预备党员' } : {}));
    expect(stepOf('assessment', review({}), { meetings, memberships }).missing).toEqual([
      '党员辛是预备党员，不评等次',
    ]);
    const right = memberIds.map((id) => row(id, id === 'm8' ? { grade: '不评等次', selfGrade: null } : {}));
    expect(stepOf('assessment', review({ reviews: right }), { meetings, memberships }).missing).toEqual([]);
  });
});

describe('the count', () => {
  const votes = (excellent: number, qualified: number, basic = 0, unqualified = 0) => ({
    excellentVotes: excellent,
    qualifiedVotes: qualified,
    basicVotes: basic,
    unqualifiedVotes: unqualified,
  });
  test.each([
    ['right', ballots(), [votes(3, 5)], []],
    ['more ballots than voters', ballots({ ballotsIssued: 9 }), [votes(3, 5)], ['ballotsIssued']],
    ['more back than out', ballots({ ballotsIssued: 7 }), [], ['ballotsReturned']],
    ['more spoiled than back', ballots({ ballotsSpoiled: 9 }), [], ['ballotsSpoiled']],
    [
      'a spoiled one counts for nobody',
      ballots({ ballotsSpoiled: 1 }),
      [votes(3, 5)],
      ['reviews.0.excellentVotes'],
    ],
    ['one too few', ballots(), [votes(8, 0), votes(3, 4)], ['reviews.1.excellentVotes']],
    ['nothing counted yet', ballots({ ballotsReturned: null }), [votes(3, 4)], []],
  ] as const)('%s', (_case, count, rows, paths) =>
    expect(countProblems(count, rows).map(({ path }) => path)).toEqual(paths),
  );

  const propose = (excellent: readonly number[], limit: number) =>
    proposeGrades(
      excellent.map((count) => ({ ...votes(count, 8 - count), graded: true })),
      limit,
    );
  test.each([
    ['clear', [8, 7, 3, 0], 2, ['优秀', '优秀', '合格', '合格'], 0],
    ['a tie inside the limit', [8, 8, 3], 2, ['优秀', '优秀', '合格'], 0],
    ['a tie at the limit', [8, 4, 4, 1], 2, ['优秀', 'tied', 'tied', '合格'], 1],
    ['all tied', [5, 5, 5], 1, ['tied', 'tied', 'tied'], 1],
    ['fewer than the limit', [3, 0], 2, ['优秀', '合格'], 0],
    ['no place at all', [3, 2], 0, ['合格', '合格'], 0],
  ] as const)('%s', (_case, excellent, limit, grades, placesLeft) =>
    expect(propose(excellent, limit)).toEqual({ grades, limit, placesLeft }),
  );
  test('low grades come before 优秀, and who has no grade is left out', () => {
    const { grades } = proposeGrades(
      [
        { ...votes(3, 0, 0, 5), graded: true },
        { ...votes(3, 0, 3, 2), graded: true },
        { ...votes(4, 0, 2, 2), graded: true },
        { ...votes(8, 0), graded: false },
      ],
      1,
    );
    expect(grades).toEqual(['不合格', '基本合格', '优秀', '不评等次']);
  });
});
