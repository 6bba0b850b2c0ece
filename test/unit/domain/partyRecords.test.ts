import { describe, expect, test } from 'vitest';
import type { MeetingFact, PartyLifeFacts } from '#shared/domain/partyLife/facts.ts';
import { fixedPartyDay } from '#shared/domain/partyLife/partyDay.ts';
import { createSchoolCalendar } from '#shared/kernel/calendar.ts';
import { attendance, find, sentences } from './partyRule.ts';
import { meeting, memberIds, membership, partyLife, vote } from './schoolFacts.ts';

const held = (changes: Partial<MeetingFact>, more: Partial<PartyLifeFacts> = {}) =>
  partyLife({ meetings: [meeting('d', changes)], ...more });

describe('the fixed day of 主题党日', () => {
  test.each([
    [{ kind: 'dayOfMonth', day: 15 }, '2026-02', '2026-02-15'],
    [{ kind: 'dayOfMonth', day: 31 }, '2026-02', '2026-02-28'],
    [{ kind: 'dayOfMonth', day: 31 }, '2026-04', '2026-04-30'],
    [{ kind: 'weekday', ordinal: 1, weekday: 5 }, '2026-05', '2026-05-01'],
    [{ kind: 'weekday', ordinal: 2, weekday: 5 }, '2026-11', '2026-11-13'],
    [{ kind: 'weekday', ordinal: 'last', weekday: 1 }, '2026-11', '2026-11-30'],
    [{ kind: 'weekday', ordinal: 'last', weekday: 5 }, '2026-11', '2026-11-27'],
  ] as const)('%j in %s is %s', (rule, month, day) => expect(fixedPartyDay(rule, month)).toBe(day));

  test.each([
    ['2026-11-15', null, 0],
    ['2026-11-12', null, 0],
    ['2026-11-18', null, 0],
    // The 15th is a Sunday: measured from the Monday too.
    ['2026-11-19', null, 0],
    ['2026-11-20', null, 1],
    ['2026-11-11', null, 1],
    // 15 February lies in the holidays of 春节, the first working day after them is the 24th.
    ['2026-02-27', null, 0],
    ['2026-03-02', '2026-02', 1],
    // Held in November, kept for October: measured from October's day.
    ['2026-11-15', '2026-10', 1],
  ] as const)('held on %s for %s: %i', (heldOn, period, count) =>
    expect(find('PTY-07', held({ type: '主题党日', heldOn, period }))).toHaveLength(count),
  );

  test('a branch without a fixed day is not measured, another kind of meeting neither', () => {
    const branches = partyLife().branches.map((branch) => ({ ...branch, partyDay: null }));
    expect(find('PTY-07', held({ type: '主题党日', heldOn: '2026-11-30' }, { branches }))).toEqual([]);
    expect(find('PTY-07', held({ heldOn: '2026-11-30' }))).toEqual([]);
  });
});

describe('the theme of 主题党日 is studied first', () => {
  const study = meeting('z', { type: '支部委员会会议', heldOn: '2026-10-01' });
  const day = (changes: Partial<MeetingFact>) =>
    meeting('t', { type: '主题党日', heldOn: '2026-11-15', ...changes });

  test.each([
    ['45 days before', { themeMeetingId: 'z' }, '2026-10-01', []],
    ['46 days before', { themeMeetingId: 'z' }, '2026-09-30', ['warning']],
    ['the same day', { themeMeetingId: 'z' }, '2026-11-15', []],
    ['afterwards', { themeMeetingId: 'z' }, '2026-11-16', ['warning']],
    ['held but not named', {}, '2026-11-05', ['info']],
    ['none', {}, '2026-09-01', ['warning']],
  ] as const)('%s', (_case, changes, committeeOn, severities) => {
    const facts = partyLife({ meetings: [{ ...study, heldOn: committeeOn }, day(changes)] });
    expect(find('PTY-08', facts).map(({ severity }) => severity)).toEqual(severities);
  });

  test('in January the committee of December counts; without a committee nothing is asked', () => {
    const january = day({ heldOn: '2026-01-15', themeMeetingId: 'z' });
    const earlierMeetings = [{ ...study, heldOn: '2025-12-20' }];
    expect(find('PTY-08', partyLife({ meetings: [january], earlierMeetings }))).toEqual([]);
    expect(find('PTY-08', partyLife({ meetings: [day({})], posts: [] }))).toEqual([]);
  });
});

describe('host and recorder', () => {
  test.each([
    ['支部党员大会', 'm1', 0],
    ['支部党员大会', 'm3', 0],
    ['支部党员大会', 'm4', 1],
    ['支部委员会会议', 'm4', 1],
    ['党小组会', 'm5', 0],
    ['党小组会', 'm1', 1],
    ['党课', 'm8', 0],
  ] as const)('%s chaired by %s: %i', (type, hostId, count) =>
    expect(find('PTY-27', held({ type, hostId, groupId: type === '党小组会' ? 'g1' : null }))).toHaveLength(
      count,
    ),
  );

  test('the post of the day decides, not that of today', () => {
    const posts = partyLife().posts.map((post) =>
      post.post === '书记' ? { ...post, to: '2026-06-30' } : post,
    );
    expect(find('PTY-27', held({ heldOn: '2026-06-30' }, { posts }))).toEqual([]);
    expect(sentences(find('PTY-27', held({ heldOn: '2026-07-01' }, { posts })))[0]).toContain(
      '由党员甲主持，应由书记主持',
    );
  });

  test.each([
    [{}, undefined],
    [{ recorderId: 'm1' }, '同一个人'],
    [{ attendance: attendance(memberIds.slice(1), [{ memberId: 'm1' }]) }, '主持人党员甲登记为缺席'],
    [{ attendance: attendance(['m1'], [{ memberId: 'm2' }]) }, '记录人党员乙登记为缺席'],
    // 党务干事 keeps the minutes of a committee without belonging to it.
    [{ type: '支部委员会会议', attendance: attendance(['m1', 'm3']) }, undefined],
    [{ type: '谈心谈话', recorderId: 'm1' }, undefined],
  ] as const)('case %#: %s', (changes, problem) => {
    const found = sentences(find('PTY-28', held(changes)));
    if (problem === undefined) expect(found).toEqual([]);
    else expect(found[0]).toContain(problem);
  });
});

describe('length and entry', () => {
  test.each([
    ['16:30', '16:49', 1],
    ['16:30', '16:50', 0],
    ['14:00', '19:00', 0],
    ['14:00', '19:01', 1],
    ['16:30', '16:30', 1],
    ['16:30', '16:00', 1],
  ])('%s to %s: %i', (startsAt, endsAt, count) =>
    expect(find('PTY-29', held({ startsAt, endsAt }))).toHaveLength(count),
  );

  test('a finished record of tomorrow is refused, one of today not', () => {
    expect(sentences(find('PTY-29', held({ heldOn: '2026-11-25' })))[0]).toContain('还没有到日期');
    expect(find('PTY-29', held({ heldOn: '2026-11-24' }))).toEqual([]);
  });

  const entered = (ats: readonly string[], heldOn = '2026-11-02') =>
    partyLife({
      meetings: ats.map((createdAt, index) =>
        meeting(`d${index}`, { heldOn, createdAt: createdAt === '' ? null : createdAt }),
      ),
    });
  const at = (time: string) => `2026-11-10T${time}:00.000Z`;

  test.each([
    ['four in a row', [at('01:00'), at('01:20'), at('01:40'), at('02:10')], 1],
    ['three in a row', [at('01:00'), at('01:20'), at('01:40')], 0],
    ['a pause of 31 minutes', [at('01:00'), at('01:20'), at('01:51'), at('02:10')], 0],
    ['one of them imported', [at('01:00'), at('01:20'), at('01:40'), ''], 0],
  ] as const)('%s: %i', (_case, ats, count) => expect(find('PTY-33', entered(ats))).toHaveLength(count));

  test('old means more than seven days, by the day in China', () => {
    const four = [at('01:00'), at('01:01'), at('01:02'), at('01:03')];
    expect(find('PTY-33', entered(four, '2026-11-03'))).toEqual([]);
    const late = four.map((instant) => instant.replace('T01', 'T16'));
    expect(find('PTY-33', entered(late, '2026-11-03'))).toHaveLength(1);
    expect(sentences(find('PTY-33', entered(four)))[0]).toContain('第一党支部 4 条 7 天以前的会议');
  });
});

describe('papers and platform', () => {
  test.each([
    [[], 0],
    [['2026-11-10'], 0],
    [['2026-11-10', '2026-11-09', '2026-11-09'], 1],
  ])('photos of %j: %i', (photoDays, count) =>
    expect(find('PTY-37', held({ photoDays }))).toHaveLength(count),
  );

  test.each([
    ['2026-11-10', []],
    ['2026-11-03', []],
    ['2026-11-11', ['warning']],
    [null, ['info']],
  ] as const)('entered on the platform %s', (platformOn, severities) =>
    expect(find('PTY-40', held({ platformOn })).map(({ severity }) => severity)).toEqual(severities),
  );

  test('many without a day are one line a branch', () => {
    const meetings = ['d1', 'd2', 'd3'].map((id) => meeting(id, { platformOn: null, reportedOn: null }));
    expect(sentences(find('PTY-40', partyLife({ meetings })))).toEqual([
      '第一党支部有 3 次会议没有填甘肃党建录入日期，平台须在会前录入，请补填。',
    ]);
    expect(sentences(find('PTY-42', partyLife({ meetings })))).toEqual([
      '第一党支部有 3 次会议过了期限还没有填纪实表上报日期，请补填。',
    ]);
  });

  test.each([
    // 30 September, then the holidays; working days are the 8th, 9th and the make-up Saturday the 10th.
    ['2026-09-30', '2026-10-10', '2026-11-24', 0],
    ['2026-09-30', '2026-10-11', '2026-11-24', 1],
    ['2026-09-30', null, '2026-10-10', 0],
    ['2026-09-30', null, '2026-10-11', 1],
  ])('held %s, reported %s, asked on %s: %i', (heldOn, reportedOn, on, count) =>
    expect(find('PTY-42', held({ heldOn, reportedOn }), on)).toHaveLength(count),
  );

  test('where working days are unknown nothing is claimed', () => {
    const unknown = held({ reportedOn: null }, { calendar: createSchoolCalendar([]) });
    expect(find('PTY-42', unknown)).toEqual([]);
  });
});

describe('quarter plans', () => {
  const filed = (period: string, filedOn: string) => ({ branchId: 'b1', period, filedOn });
  const all = ['2026Q1', '2026Q2', '2026Q3', '2026Q4'].map((period, index) =>
    filed(period, `2026-${String(index * 3 + 1).padStart(2, '0')}-05`),
  );

  test.each([
    ['all in time', all, '2026-11-24', 0],
    ['one on the sixth', [...all.slice(0, 3), filed('2026Q4', '2026-10-06')], '2026-11-24', 1],
    ['none on the fifth', all.slice(0, 3), '2026-10-05', 0],
    ['none on the sixth', all.slice(0, 3), '2026-10-06', 1],
    ['none at all', [], '2026-11-24', 4],
  ])('%s', (_case, quarterPlans, on, count) =>
    expect(find('PTY-41', partyLife({ quarterPlans }), on)).toHaveLength(count),
  );

  test('a branch founded in the quarter owes its plan from the next one on', () => {
    const branches = partyLife().branches.map((branch) => ({ ...branch, foundedOn: '2026-07-02' }));
    expect(find('PTY-41', partyLife({ branches })).map(({ window }) => window?.from)).toEqual(['2026-10-01']);
  });

  test('a county may ask for the tenth', () => {
    const tenth = [{ id: 'quarterPlanDueDay', validFrom: '2026-01-01', value: 10 }];
    const late = [...all.slice(0, 3), filed('2026Q4', '2026-10-09')];
    expect(find('PTY-41', partyLife({ quarterPlans: late }), '2026-11-24', tenth)).toEqual([]);
  });
});

describe('resolutions and preparation', () => {
  const resolution = (changes: object = {}) => ({
    content: '修订制度',
    ownerId: 'm2',
    dueOn: '2026-11-20',
    closedOn: null,
    ...changes,
  });
  test.each([
    [{ closedOn: '2026-11-20' }, 0],
    [{ dueOn: '2026-11-24' }, 0],
    [{ dueOn: '2026-11-23' }, 1],
    [{ ownerId: null, closedOn: '2026-11-20' }, 1],
    [{ dueOn: null }, 1],
    // As of the day asked for, what was closed later was still open.
    [{ closedOn: '2026-11-25' }, 1],
  ])('%j: %i', (changes, count) =>
    expect(find('PTY-38', held({ resolutions: [resolution(changes)] }))).toHaveLength(count),
  );

  const assembly = (changes: Partial<MeetingFact>) =>
    meeting('d', { votes: [vote({ kind: '接收预备党员' })], ...changes });
  const committee = meeting('z', { type: '支部委员会会议', heldOn: '2026-11-03' });
  test.each([
    ['named', { preparedById: 'z' }, committee, 0],
    ['not named', {}, committee, 1],
    ['held afterwards', { preparedById: 'z' }, { ...committee, heldOn: '2026-11-11' }, 1],
    ['of another branch', { preparedById: 'z' }, { ...committee, branchId: 'b2' }, 1],
    ['an ordinary matter', { votes: [vote()] }, committee, 0],
    [
      'an election by ballot',
      {
        votes: [],
        electorsDue: 8,
        electorsPresent: 8,
        ballotsIssued: 8,
        ballotsReturned: 8,
        candidates: [{ memberId: 'm1', post: '书记', inFavour: 8, against: 0, abstained: 0, elected: true }],
      },
      committee,
      1,
    ],
  ] as const)('a matter of weight, committee %s: %i', (_case, changes, before, count) =>
    expect(find('PTY-39', partyLife({ meetings: [before, assembly(changes)] }))).toHaveLength(count),
  );

  test('a branch without committee decides at once', () => {
    expect(find('PTY-39', partyLife({ meetings: [assembly({})], posts: [] }))).toEqual([]);
  });
});

describe('one text for two', () => {
  const day = meeting('t', { type: '主题党日' });
  const lecture = meeting('k', { type: '党课', body: day.body });

  test('on one day it is one record for two meetings, told once', () => {
    const facts = partyLife({ meetings: [day, lecture] });
    expect(sentences(find('PTY-52', facts))[0]).toContain('和同一天的党课用了同一份内容');
    expect(find('PTY-34', facts)).toEqual([]);
  });

  test.each([
    ['another day', { heldOn: '2026-11-11' }, 0, 1],
    ['another branch', { branchId: 'b2' }, 0, 1],
    ['its own text', { body: meeting('k').body }, 0, 0],
    ['the same kind', { type: '主题党日' }, 0, 1],
  ] as const)('%s', (_case, changes, twice, copied) => {
    const facts = partyLife({ meetings: [day, { ...lecture, ...changes }] });
    expect([find('PTY-52', facts).length, find('PTY-34', facts).length]).toEqual([twice, copied]);
  });

  test('a copy of last year is found, two old ones are last year’s affair', () => {
    const old = meeting('o', { heldOn: '2025-11-10', body: day.body });
    const earlierMeetings = [old, { ...old, id: 'p', heldOn: '2025-10-10' }];
    expect(find('PTY-34', partyLife({ meetings: [day], earlierMeetings }))).toHaveLength(2);
    expect(find('PTY-34', partyLife({ meetings: [meeting('x')], earlierMeetings }))).toEqual([]);
  });
});

test('a probationary member who was confirmed since is counted as on the day', () => {
  const memberships = [
    ...memberIds.slice(0, 7).map((id) => membership(id)),
    membership('m8', { status: '预备党员', from: '2025-03-01', to: '2026-03-09' }),
    membership('m8', { from: '2026-03-10' }),
  ];
  const votes = [vote({ dueVoters: 8 })];
  expect(find('PTY-23', held({ heldOn: '2026-03-09', votes }, { memberships }))).toHaveLength(1);
  expect(find('PTY-23', held({ heldOn: '2026-03-10', votes }, { memberships }))).toEqual([]);
});
