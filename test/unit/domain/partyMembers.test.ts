import { describe, expect, test } from 'vitest';
import type {
  AttendanceFact,
  CandidateFact,
  ElectionFact,
  FeeFact,
  MeetingFact,
  PartyLifeFacts,
  StudyFact,
} from '#shared/domain/partyLife/facts.ts';
import { studyAccounts } from '#shared/domain/partyLife/studyHours.ts';
import { createParameters } from '#shared/domain/parameters/index.ts';
import { attendance, find, sentences, today } from './partyRule.ts';
import { meeting, memberIds, membership, partyLife } from './schoolFacts.ts';

describe('committee and groups', () => {
  const withPosts = (names: readonly string[]) =>
    partyLife({
      posts: names.map((post, index) => ({
        branchId: 'b1',
        memberId: `m${index + 1}`,
        post: post as '书记',
        groupId: null,
        from: '2024-01-01',
        to: null,
      })),
    });
  const four = ['书记', '组织委员', '宣传委员', '纪检委员'];

  test.each([
    [four, undefined],
    [[...four, '青年委员', '统战委员', '副书记'], undefined],
    [[...four, '青年委员', '统战委员', '副书记', '组织委员'], '有委员 8 人，应为 3 至 7 人'],
    [['书记', '组织委员'], '有委员 2 人，应为 3 至 7 人，宣传委员、纪检委员空缺'],
    [['书记', '副书记'], undefined],
  ])('posts %j: %s', (posts, problem) => {
    const found = sentences(find('PTY-45', withPosts(posts)));
    if (problem === undefined) expect(found).toEqual([]);
    else expect(found[0]).toContain(problem);
  });

  test.each([
    ['2026-12-31', '2026-06-30', []],
    ['2026-11-23', '2026-06-30', ['error']],
    ['2026-12-31', '2027-12-31', []],
  ])('extended until %s after a term that ended on %s', (extendedUntil, termEndsOn, severities) => {
    const branches = partyLife().branches.map((branch) => ({ ...branch, extendedUntil, termEndsOn }));
    const found = find('PTY-46', partyLife({ branches })).filter(({ severity }) => severity === 'error');
    expect(found.map(({ severity }) => severity)).toEqual(severities);
  });

  const grouped = (count: number, changes: Partial<PartyLifeFacts> = {}) =>
    partyLife({
      memberships: memberIds.map((id, index) =>
        membership(id, { groupId: index < 4 + count && index >= 4 ? 'g1' : null }),
      ),
      ...changes,
    });
  test.each([
    ['three members', grouped(3), undefined],
    ['two members', grouped(2), '只有 2 名党员'],
    ['no leader', grouped(3, { posts: [] }), '没有登记组长'],
    [
      'a leader on probation',
      partyLife({
        memberships: memberIds.map((id) => membership(id, id === 'm5' ? { status: '预备党员' } : {})),
      }),
      '组长党员戊不是本支部的正式党员',
    ],
    [
      'nobody a full member',
      partyLife({
        memberships: memberIds.map((id) =>
          membership(id, ['m1', 'm5'].includes(id) ? { groupId: null } : { status: '预备党员' }),
        ),
      }),
      '没有正式党员',
    ],
  ] as const)('a group with %s', (_case, facts, problem) => {
    const found = sentences(find('PTY-47', facts));
    if (problem === undefined) expect(found).toEqual([]);
    else expect(found[0]).toContain(problem);
  });
});

describe('elections by ballot', () => {
  const candidate = (changes: Partial<CandidateFact> = {}): CandidateFact => ({
    memberId: 'm4',
    post: '支部委员',
    inFavour: 11,
    against: 9,
    abstained: 0,
    elected: true,
    ...changes,
  });
  const election = (changes: Partial<ElectionFact>) =>
    partyLife({
      meetings: [
        meeting('d', {
          electorsDue: 25,
          electorsPresent: 20,
          ballotsIssued: 20,
          ballotsReturned: 20,
          candidates: [candidate()],
          ...changes,
        }),
      ],
    });

  test.each([
    ['PTY-21', {}, undefined],
    ['PTY-21', { electorsPresent: 19 }, '五分之四'],
    ['PTY-21', { candidates: [candidate({ inFavour: 10 })] }, '党员丁得票 10 张，没有超过实到 20 人的半数'],
    ['PTY-21', { candidates: [candidate({ inFavour: 10, elected: false })] }, undefined],
    ['PTY-21', { electorsDue: null }, '请补填'],
    ['PTY-21', { candidates: [], electorsPresent: 1 }, undefined],
    ['PTY-22', {}, undefined],
    ['PTY-22', { ballotsIssued: 21 }, '多于实到有选举权的 20 人'],
    ['PTY-22', { ballotsReturned: 21 }, '选举无效'],
    ['PTY-22', { candidates: [candidate({ against: 10 })] }, '党员丁的各种票合计多于收回的选票'],
    ['PTY-22', { ballotsReturned: 19, candidates: [candidate()] }, '合计多于收回的选票'],
  ] as const)('%s with %j: %s', (rule, changes, problem) => {
    const found = sentences(find(rule, election(changes)));
    if (problem === undefined) expect(found).toEqual([]);
    else expect(found).toEqual([expect.stringContaining(problem)]);
  });
});

describe('hours of study', () => {
  const study = (hours: number, changes: Partial<StudyFact> = {}): StudyFact => ({
    id: `s${hours}`,
    mode: '集中引导学',
    branchId: 'b1',
    heldOn: '2026-03-10',
    period: '2026',
    training: true,
    participants: memberIds.map((memberId) => ({ memberId, hours })),
    ...changes,
  });
  const accountOf = (facts: PartyLifeFacts, memberId: string, on = today) =>
    studyAccounts(facts, 'b1', createParameters(), on).find((account) => account.memberId === memberId);

  test('meetings count for those present or who made up, study records by their own hours', () => {
    const meetings = [
      meeting('d1', { studyHours: 2 }),
      meeting('d2', { studyHours: 1.5, attendance: attendance(['m1'], [{ memberId: 'm4' }]) }),
      meeting('d3', {
        studyHours: 1,
        attendance: attendance(['m1'], [{ memberId: 'm4', madeUpOn: '2026-11-20' }]),
      }),
      meeting('d4', { studyHours: 4, period: '2025', heldOn: '2026-01-14' }),
    ];
    const studies = [
      study(8),
      study(4, { participants: [{ memberId: 'm4', hours: 3.5 }], training: false }),
      study(6, { period: '2025' }),
    ];
    const facts = partyLife({ meetings, studies });
    expect(accountOf(facts, 'm1')).toMatchObject({ leader: true, hours: 12.5, target: 56, trainings: 1 });
    expect(accountOf(facts, 'm4')).toMatchObject({ leader: false, hours: 14.5, target: 32, trainings: 1 });
    expect(accountOf({ ...facts, year: 2025 }, 'm4')).toMatchObject({ hours: 10 });
  });

  test.each([
    ['2026-01-31', 0],
    ['2026-02-01', 2.5],
    ['2026-11-24', 26.5],
    ['2026-12-31', 32],
    ['2027-03-01', 32],
  ])('on %s a member should have reached %d', (on, onPace) =>
    expect(accountOf(partyLife(), 'm4', on)?.onPace).toBe(onPace),
  );

  test('who came in September owes the months since', () => {
    const memberships = memberIds.map((id) => membership(id, id === 'm4' ? { from: '2026-08-20' } : {}));
    expect(accountOf(partyLife({ memberships }), 'm4')).toMatchObject({ target: 10.5, onPace: 5 });
  });

  test('behind during the year is a reminder, short after it a warning', () => {
    const enough = partyLife({ studies: [study(56)] });
    expect(find('PTY-48', enough)).toEqual([]);
    expect(find('PTY-48', enough, '2027-02-01')).toEqual([]);
    const thin = partyLife({ studies: [study(31.5)] });
    expect(find('PTY-48', thin)).toMatchObject([{ severity: 'info' }]);
    const after = find('PTY-48', thin, '2027-01-01');
    expect(after).toMatchObject([{ severity: 'warning' }]);
    expect(sentences(after)[0]).toMatch(/党员\S 31.5\/\d+.*等 8 人的学时没有达到要求/);
  });

  test('leaders need a 集中培训 by the end of the year', () => {
    const untrained = partyLife({ studies: [study(56, { training: false })] });
    expect(find('PTY-48', untrained)).toEqual([]);
    expect(sentences(find('PTY-48', untrained, '2027-01-01'))).toEqual([
      '2026年 第一党支部：党员甲、党员乙、党员丙没有参加集中培训。',
    ]);
  });
});

describe('党费', () => {
  const fee = (memberId: string, month: string, changes: Partial<FeeFact> = {}): FeeFact => ({
    id: `${memberId}/${month}`,
    memberId,
    branchId: 'b1',
    month,
    situation: '在职',
    base: 500_000,
    due: 5_000,
    paid: 5_000,
    paidOn: `${month}-10`,
    reduced: false,
    arrearsReason: null,
    ...changes,
  });
  const months = Array.from({ length: 10 }, (_, index) => `2026-${String(index + 1).padStart(2, '0')}`);
  const all = months.flatMap((month) => memberIds.map((id) => fee(id, month)));
  const changed = (changes: Partial<FeeFact>) =>
    partyLife({ fees: all.map((one) => (one.id === 'm4/2026-10' ? { ...one, ...changes } : one)) });

  test.each([
    [{}, undefined],
    [{ base: 500_001, due: 7_500, paid: 7_500 }, undefined],
    [{ base: 500_001 }, '应为 75.00 元'],
    [{ due: 4_000, paid: 4_000 }, '应为 50.00 元'],
    [{ due: 4_000, paid: 4_000, reduced: true }, undefined],
    [{ situation: '离退休', due: 2_500, paid: 2_500 }, undefined],
    [{ situation: '无固定收入', base: 0, due: 20, paid: 20 }, undefined],
    [{ paid: 4_900 }, '2026年10月 第一党支部的党员丁党费没有交齐'],
    [{ paid: 0, paidOn: null }, '党员丁党费没有交齐'],
  ] as const)('a line with %j: %s', (changes, problem) => {
    const found = sentences(find('PTY-49', changed(changes)));
    if (problem === undefined) expect(found).toEqual([]);
    else expect(found).toEqual([expect.stringContaining(problem)]);
  });

  test('the month under way is not judged, a school that keeps no fees is not nagged', () => {
    expect(find('PTY-49', partyLife({ fees: all }), '2026-11-30')).toEqual([]);
    expect(find('PTY-49', partyLife({ fees: all }), '2026-12-01')).toHaveLength(1);
    expect(find('PTY-49', partyLife())).toEqual([]);
  });

  test('who came within the month owes from the next one', () => {
    const memberships = memberIds.map((id) => membership(id, id === 'm8' ? { from: '2026-10-02' } : {}));
    const fees = all.filter(({ memberId }) => memberId !== 'm8');
    expect(find('PTY-49', partyLife({ fees, memberships }))).toEqual([]);
  });

  const without = (from: string) => ({
    fees: all.filter(({ memberId, month }) => memberId !== 'm4' || month < from),
  });
  test.each([
    ['2026-09', undefined],
    ['2026-08', 'warning'],
    ['2026-05', 'error'],
    ['2026-06', 'warning'],
  ])('nothing paid from %s on', (from, severity) =>
    expect(find('PTY-50', partyLife(without(from))).map((finding) => finding.severity)).toEqual(
      severity ? [severity] : [],
    ),
  );

  function monthly(state: Partial<AttendanceFact>, count: number): MeetingFact[] {
    return months.map((month, index) =>
      meeting(`d${index}`, {
        heldOn: `${month}-12`,
        attendance:
          index >= months.length - count ? attendance(memberIds.slice(0, 7), [state]) : attendance(memberIds),
      }),
    );
  }
  test.each([
    [{ state: '无故缺席' }, 2, undefined],
    [{ state: '无故缺席' }, 3, 'warning'],
    [{ state: '无故缺席' }, 6, 'error'],
    [{ state: '病假' }, 3, 'warning'],
    [{ state: '病假', approvedBy: '党员甲' }, 10, undefined],
    [{ state: '无故缺席', madeUpOn: '2026-11-01' }, 10, undefined],
    [{ state: '不计应到' }, 10, undefined],
  ] as const)('%j for %i months', (state, count, severity) =>
    expect(
      find('PTY-50', partyLife({ meetings: monthly(state, count) })).map((finding) => finding.severity),
    ).toEqual(severity ? [severity] : []),
  );

  test('months are counted back across the turn of the year', () => {
    const absent = attendance(memberIds.slice(0, 7), [{ state: '无故缺席' }]);
    const facts = partyLife({
      year: 2027,
      meetings: [meeting('n1', { heldOn: '2027-01-12', attendance: absent })],
      earlierMeetings: ['2026-11-12', '2026-12-12'].map((heldOn) =>
        meeting(heldOn, { heldOn, attendance: absent }),
      ),
    });
    expect(sentences(find('PTY-50', facts, '2027-02-01'))[0]).toContain('连续 3 个月没有参加组织生活');
    expect(find('PTY-50', facts, '2027-01-31')).toEqual([]);
  });
});
