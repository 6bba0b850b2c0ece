import { describe, expect, test } from 'vitest';
import {
  committeeOn,
  groupsOn,
  hasCommitteeOn,
  holdersOn,
  rollOn,
  votingMembersOn,
} from '#shared/domain/partyLife/roll.ts';
import type { PartyLifeFacts } from '#shared/domain/partyLife/facts.ts';
import { partyObligations } from '#shared/domain/partyLife/obligations.ts';
import { createParameters } from '#shared/domain/parameters/index.ts';
import type { ParameterOverride } from '#shared/domain/parameters/index.ts';
import { partyLifeRules } from '#shared/domain/rules/partyLifeRules.ts';
import { findingKey } from '#shared/domain/rules/rule.ts';
import { createSchoolCalendar } from '#shared/kernel/calendar.ts';
import { attendance, find, sentences, today } from './partyRule.ts';
import { meeting, memberIds, membership, partyLife, vote } from './schoolFacts.ts';

describe('the roll of a day', () => {
  const memberships = [
    membership('m1'),
    membership('m2', { to: '2026-06-30' }),
    membership('m2', { branchId: 'b2', from: '2026-07-01' }),
    membership('m3', { status: '预备党员', from: '2026-03-01', to: '2027-02-28' }),
    membership('m3', { from: '2027-03-01' }),
    membership('m4'),
  ];
  const sanctions = [{ memberId: 'm4', kind: '留党察看1年' as const, from: '2026-01-01', to: '2026-12-31' }];

  test.each([
    ['2026-06-30', ['m1', 'm2', 'm3', 'm4'], ['m1', 'm2']],
    ['2026-07-01', ['m1', 'm3', 'm4'], ['m1']],
    ['2026-02-28', ['m1', 'm2', 'm4'], ['m1', 'm2']],
    ['2027-03-01', ['m1', 'm4', 'm3'], ['m1', 'm3', 'm4']],
  ])('%s', (on, roll, voting) => {
    expect(
      rollOn(memberships, 'b1', on)
        .map(({ memberId }) => memberId)
        .sort(),
    ).toEqual([...roll].sort());
    expect([...votingMembersOn(memberships, sanctions, 'b1', on)].sort()).toEqual(voting);
  });

  test('committee, posts and groups have their days too', () => {
    const { posts } = partyLife({
      posts: [
        { branchId: 'b1', memberId: 'm1', post: '书记', groupId: null, from: '2020-01-01', to: '2026-05-31' },
        { branchId: 'b1', memberId: 'm2', post: '书记', groupId: null, from: '2026-06-01', to: null },
        {
          branchId: 'b1',
          memberId: 'm2',
          post: '组织委员',
          groupId: null,
          from: '2020-01-01',
          to: '2026-05-31',
        },
        { branchId: 'b1', memberId: 'm5', post: '党小组组长', groupId: 'g1', from: '2020-01-01', to: null },
      ],
    });
    expect(committeeOn(posts, 'b1', '2026-05-31')).toEqual(['m1', 'm2']);
    expect(committeeOn(posts, 'b1', '2026-06-01')).toEqual(['m2']);
    expect([hasCommitteeOn(posts, 'b1', '2026-05-31'), hasCommitteeOn(posts, 'b1', '2026-06-01')]).toEqual([
      true,
      false,
    ]);
    expect(holdersOn(posts, 'b1', '书记', '2026-06-01')).toEqual(['m2']);
    const groups = [
      { id: 'g1', name: '一组', branchId: 'b1', foundedOn: '2026-02-01', endedOn: '2026-08-31' },
    ];
    expect(
      ['2026-01-31', '2026-02-01', '2026-08-31', '2026-09-01'].map((on) => groupsOn(groups, 'b1', on).length),
    ).toEqual([0, 1, 1, 0]);
  });
});

describe('obligations', () => {
  function state(
    facts: PartyLifeFacts,
    type: string,
    period: string,
    on = today,
    overrides: readonly ParameterOverride[] = [],
  ) {
    return partyObligations(facts, createParameters(overrides), on).find(
      (obligation) => obligation.type === type && obligation.period === period,
    )?.state;
  }
  const committee = { type: '支部委员会会议' } as const;

  test('a year of one branch with committee and one group', () => {
    const all = partyObligations(partyLife(), createParameters(), today);
    const count = (type: string) => all.filter((obligation) => obligation.type === type).length;
    expect(
      ['支部党员大会', '支部委员会会议', '党小组会', '党课', '主题党日', '组织生活会', '民主评议党员'].map(
        count,
      ),
    ).toEqual([4, 12, 12, 4, 12, 1, 1]);
  });

  test.each([
    ['2026-10', '2026-11-24', 'overdue'],
    ['2026-11', '2026-11-22', 'notYet'],
    ['2026-11', '2026-11-23', 'dueSoon'],
    ['2026-11', '2026-11-30', 'dueSoon'],
    ['2026-11', '2026-12-01', 'overdue'],
    ['2026-12', '2026-11-30', 'notYet'],
  ])('支委会 of %s on %s is %s', (period, on, expected) =>
    expect(state(partyLife(), '支部委员会会议', period, on)).toBe(expected),
  );

  test('a record counts by its stored period, else by its day, and never before it was held', () => {
    const stored = partyLife({
      meetings: [meeting('z', { ...committee, period: '2026-10', heldOn: '2026-11-02' })],
    });
    expect(state(stored, '支部委员会会议', '2026-10')).toBe('met');
    expect(state(stored, '支部委员会会议', '2026-11')).toBe('dueSoon');
    const byDay = partyLife({ meetings: [meeting('z', { ...committee, heldOn: '2026-10-31' })] });
    expect(state(byDay, '支部委员会会议', '2026-10')).toBe('met');
    expect(state(byDay, '支部委员会会议', '2026-10', '2026-10-30')).toBe('dueSoon');
    const ofTheYear = partyLife({
      meetings: [meeting('z', { ...committee, period: '2026', heldOn: '2026-10-31' })],
    });
    expect(state(ofTheYear, '支部委员会会议', '2026-10')).toBe('met');
  });

  test('a quarter is met by a record of one of its months, a year by one held in the next spring', () => {
    const facts = partyLife({
      meetings: [
        meeting('d', { period: '2026-08', heldOn: '2026-08-30' }),
        meeting('o', { type: '组织生活会', period: '2025', heldOn: '2026-03-08' }),
      ],
    });
    expect(state(facts, '支部党员大会', '2026Q3')).toBe('met');
    expect(state({ ...facts, year: 2025 }, '组织生活会', '2025')).toBe('met');
    expect(state(facts, '组织生活会', '2026')).toBe('notYet');
    expect(state(facts, '组织生活会', '2026', '2026-12-01')).toBe('dueSoon');
    expect(state(facts, '组织生活会', '2026', '2027-03-31')).toBe('dueSoon');
    expect(state(facts, '组织生活会', '2026', '2027-04-01')).toBe('overdue');
  });

  test('a branch owes nothing for a window in which it began or ended', () => {
    const [branch] = partyLife().branches;
    if (!branch) throw new Error('no branch');
    const born = partyLife({ branches: [{ ...branch, foundedOn: '2026-05-02' }] });
    expect(state(born, '主题党日', '2026-05')).toBe('notDue');
    expect(state(born, '主题党日', '2026-06')).toBe('overdue');
    expect(state(born, '支部党员大会', '2026Q2')).toBe('notDue');
    const ended = partyLife({ branches: [{ ...branch, endedOn: '2026-06-29' }] });
    expect(state(ended, '主题党日', '2026-05')).toBe('overdue');
    expect(state(ended, '主题党日', '2026-06')).toBe('notDue');
  });

  test('without a committee no 支委会 is due', () => {
    expect(state(partyLife({ posts: [] }), '支部委员会会议', '2026-10')).toBe('notDue');
  });

  test('excused by a reasoned exemption or by the county parameter', () => {
    const exempt = partyLife({
      exemptions: [{ branchId: 'b1', groupId: null, type: '支部委员会会议', period: '2026-02' }],
    });
    expect(state(exempt, '支部委员会会议', '2026-02')).toBe('excused');
    expect(state(exempt, '支部委员会会议', '2026-03')).toBe('overdue');
    const months = [{ id: 'exemptMonths', validFrom: '2026-01-01', value: [2, 8] }];
    expect(state(partyLife(), '主题党日', '2026-08', today, months)).toBe('excused');
    expect(state(partyLife(), '支部党员大会', '2026Q3', today, months)).toBe('overdue');
  });
});

describe('cadence rules', () => {
  test('a school without any record lacks what is over, with a way to record it', () => {
    const found = find('PTY-02', partyLife());
    expect(found).toHaveLength(10);
    expect(found[9]).toMatchObject({
      severity: 'error',
      sentence: '2026年10月 第一党支部还没有支委会记录。',
      window: { from: '2026-10-01', to: '2026-10-31' },
      subjectId: 'b1',
      remedy: {
        kind: 'create',
        ledger: 'partyMeeting',
        period: '2026-10',
        values: { type: '支部委员会会议', branch: 'b1' },
      },
    });
    expect(new Set(found.map(findingKey)).size).toBe(10);
  });

  test.each([
    ['PTY-01', 3, '2026年第1季度 第一党支部还没有党员大会记录。'],
    ['PTY-03', 10, '2026年1月 第一党小组还没有党小组会记录。'],
    ['PTY-04', 3, '2026年第1季度 第一党支部还没有党课记录。'],
    ['PTY-06', 10, '2026年1月 第一党支部还没有主题党日记录。'],
    ['PTY-09', 0, undefined],
    ['PTY-11', 0, undefined],
  ])('%s finds %i gaps on an empty ledger', (rule, count, first) => {
    const found = find(rule, partyLife());
    expect(found).toHaveLength(count);
    expect(sentences(found)[0]).toBe(first);
  });

  test('the gap closes with the record, and only for its own branch', () => {
    const held = meeting('z', { type: '支部委员会会议', heldOn: '2026-10-20' });
    expect(find('PTY-02', partyLife({ meetings: [held] }))).toHaveLength(9);
    expect(find('PTY-02', partyLife({ meetings: [{ ...held, branchId: 'b2' }] }))).toHaveLength(10);
  });

  test('a county may ask for two lectures a quarter', () => {
    const facts = partyLife({ meetings: [meeting('k', { type: '党课', heldOn: '2026-08-01' })] });
    const two = [{ id: 'partyLecturesPerQuarter', validFrom: '2026-07-01', value: 2 }];
    expect(sentences(find('PTY-04', facts, today, two))).toContain(
      '2026年第3季度 第一党支部的党课只有 1 次，应有 2 次。',
    );
  });

  test('the secretary lectures once a year: a reminder from September, a warning after the year', () => {
    const lecture = meeting('k', { type: '党课', heldOn: '2026-06-01', lecturerId: 'm1' });
    expect(find('PTY-05', partyLife({ meetings: [lecture] }))).toEqual([]);
    expect(find('PTY-05', partyLife({ meetings: [{ ...lecture, lecturerId: 'm2' }] }))).toMatchObject([
      { severity: 'info' },
    ]);
    expect(find('PTY-05', partyLife(), '2026-09-01')).toEqual([]);
    expect(find('PTY-05', partyLife(), '2026-09-02')).toMatchObject([{ severity: 'info' }]);
    expect(find('PTY-05', partyLife(), '2027-01-01')).toMatchObject([{ severity: 'warning' }]);
  });

  test('the yearly meetings are missed after the grace months', () => {
    expect(sentences(find('PTY-09', partyLife(), '2027-04-01'))).toEqual([
      '2026年 第一党支部还没有组织生活会记录。',
    ]);
    expect(sentences(find('PTY-11', partyLife(), '2027-04-01'))).toEqual([
      '2026年度 第一党支部还没有民主评议党员的记录。',
    ]);
  });
});

describe('reviews of members', () => {
  const graded = (grades: Record<string, '优秀' | '合格' | '不评等次' | null>) =>
    partyLife({
      meetings: [
        meeting('p', {
          type: '民主评议党员',
          period: '2026',
          grades: Object.entries(grades).map(([memberId, grade]) => ({ memberId, grade, ballots: null })),
        }),
      ],
    });
  const allQualified = Object.fromEntries(memberIds.map((id) => [id, '合格' as const]));

  test('every member of the day’s roll is on the list', () => {
    expect(find('PTY-11', graded(allQualified))).toEqual([]);
    const seven = Object.fromEntries(memberIds.slice(0, 7).map((id) => [id, '合格' as const]));
    expect(sentences(find('PTY-11', graded(seven)))).toEqual([
      '2026年度 第一党支部的民主评议缺少党员辛，请补上评议结果。',
    ]);
  });

  test('a third of eight is two', () => {
    expect(find('PTY-12', graded({ ...allQualified, m1: '优秀', m2: '优秀' }))).toEqual([]);
    expect(
      sentences(find('PTY-12', graded({ ...allQualified, m1: '优秀', m2: '优秀', m3: '优秀' })))[0],
    ).toContain('最多 2 人');
  });

  test('the base may be those graded', () => {
    const facts = graded({ m1: '优秀', m2: '优秀', m3: '合格', m4: '合格', m5: '合格' });
    expect(find('PTY-12', facts)).toEqual([]);
    expect(
      find('PTY-12', facts, today, [
        { id: 'reviewExcellentBase', validFrom: '2026-01-01', value: '参评党员' },
      ]),
    ).toHaveLength(1);
  });

  test('probationary members get no grade', () => {
    const onProbation = memberIds.map((id) => membership(id, id === 'm8' ? { status: '预备党员' } : {}));
    const with8 = (grade: '合格' | '不评等次' | null) => ({
      ...graded({ ...allQualified, m8: grade }),
      memberships: onProbation,
    });
    expect(find('PTY-13', with8('不评等次'))).toEqual([]);
    expect(find('PTY-13', with8(null))).toEqual([]);
    expect(sentences(find('PTY-13', with8('合格')))[0]).toContain('党员辛');
  });
});

describe('votes', () => {
  const voted = (
    changes: Parameters<typeof vote>[0],
    type: '支部党员大会' | '支部委员会会议' = '支部党员大会',
  ) => partyLife({ meetings: [meeting('d', { type, votes: [vote(changes)] })] });

  test.each([
    ['PTY-18', { dueVoters: 8, presentVoters: 4 }, 0],
    ['PTY-18', { dueVoters: 8, presentVoters: 3 }, 1],
    ['PTY-18', { kind: '接收预备党员', dueVoters: 8, presentVoters: 4 }, 1],
    ['PTY-18', { kind: '接收预备党员', dueVoters: 8, presentVoters: 5 }, 0],
    ['PTY-19', { dueVoters: 8, inFavour: 5 }, 0],
    ['PTY-19', { dueVoters: 8, inFavour: 4 }, 1],
    ['PTY-19', { dueVoters: 8, inFavour: 4, outcome: '未通过' }, 0],
    ['PTY-21', { kind: '选举', dueVoters: 10, presentVoters: 8, inFavour: 5 }, 0],
    ['PTY-21', { kind: '选举', dueVoters: 10, presentVoters: 7, inFavour: 7 }, 1],
    ['PTY-21', { kind: '选举', dueVoters: 10, presentVoters: 8, inFavour: 4 }, 1],
    ['PTY-22', { presentVoters: 8, inFavour: 6, against: 1, abstained: 1 }, 0],
    ['PTY-22', { presentVoters: 8, inFavour: 6, against: 1, abstained: 0 }, 1],
    ['PTY-22', { kind: '接收预备党员', presentVoters: 7, written: 1, inFavour: 8 }, 0],
    ['PTY-23', { dueVoters: 8 }, 0],
    ['PTY-23', { dueVoters: 9 }, 1],
  ] as const)('%s with %j: %i', (rule, changes, count) =>
    expect(find(rule, voted(changes))).toHaveLength(count),
  );

  test('half of three is two in the committee, guests not counted', () => {
    const committee = (present: readonly string[]) =>
      partyLife({ meetings: [meeting('z', { type: '支部委员会会议', attendance: attendance(present) })] });
    expect(find('PTY-20', committee(['m1', 'm2']))).toEqual([]);
    expect(sentences(find('PTY-20', committee(['m1', 'm7', 'm8'])))[0]).toContain('委员 3 人，到会 1 人');
  });
});

describe('attendance', () => {
  const held = (rows: ReturnType<typeof attendance>, heldOn = '2026-11-10') =>
    partyLife({ meetings: [meeting('d', { attendance: rows, heldOn })] });
  const seven = memberIds.slice(0, 7);

  test('everybody of the roll is accounted for', () => {
    expect(find('PTY-24', held(attendance(memberIds)))).toEqual([]);
    expect(find('PTY-24', held(attendance(seven, [{ state: '不计应到' }])))).toEqual([]);
    expect(sentences(find('PTY-24', held(attendance(seven))))[0]).toContain(
      '应到 7 人，按当天名册应为 8 人：名单里缺少党员辛',
    );
    expect(sentences(find('PTY-24', held(attendance([...memberIds, 'stranger']))))[0]).toContain(
      '不在应到范围',
    );
  });

  test.each([
    [{ state: '病假', approvedBy: '党员甲' }, 0],
    [{ state: '病假' }, 1],
    [{ state: '其他', approvedBy: '党员甲' }, 1],
    [{ state: '其他', approvedBy: '党员甲', reason: '家中有事' }, 0],
    [{ state: '无故缺席', approvedBy: '党员甲' }, 1],
    [{ state: '不计应到' }, 0],
  ] as const)('an absence %j gives %i findings', (row, count) =>
    expect(find('PTY-25', held(attendance(seven, [row])))).toHaveLength(count),
  );

  test.each([
    ['2026-10-25', null, 0],
    ['2026-10-24', null, 1],
    ['2026-10-24', '2026-11-23', 0],
    ['2026-10-24', '2026-11-24', 1],
  ])('absent on %s and made up on %s: %i', (heldOn, madeUpOn, count) =>
    expect(find('PTY-26', held(attendance(seven, [{ madeUpOn }]), heldOn))).toHaveLength(count),
  );
});

describe('times', () => {
  const at = (changes: Parameters<typeof meeting>[1]) => partyLife({ meetings: [meeting('d', changes)] });

  test.each([
    [{ heldOn: '2026-11-10' }, undefined],
    [{ heldOn: '2026-10-02' }, 'warning'],
    [{ heldOn: '2026-10-10' }, undefined],
    [{ heldOn: '2026-11-14' }, 'info'],
    [{ startsAt: '06:59' }, 'warning'],
    [{ startsAt: '07:00' }, undefined],
    [{ endsAt: '21:30' }, undefined],
    [{ endsAt: '21:31' }, 'warning'],
  ] as const)('%j: %s', (changes, severity) =>
    expect(find('PTY-30', at(changes)).map((finding) => finding.severity)).toEqual(
      severity ? [severity] : [],
    ),
  );

  test('days of a year without arrangement are not judged, and that is said', () => {
    const found = find('PTY-30', { ...at({ heldOn: '2026-10-02' }), calendar: createSchoolCalendar([]) });
    expect(sentences(found)).toEqual([
      '2026年的放假安排还没有导入，这一年的会议日期无法核对。请在设置的校历中导入。',
    ]);
  });

  test('nobody is in two meetings at once, unless they are one sitting', () => {
    const first = meeting('d', { place: '一楼' });
    const second = (changes: Parameters<typeof meeting>[1]) =>
      partyLife({
        meetings: [
          first,
          meeting('k', { type: '党课', place: '二楼', startsAt: '17:00', endsAt: '18:00', ...changes }),
        ],
      });
    expect(sentences(find('PTY-31', second({})))[0]).toContain('党员甲、党员乙、党员丙等8人同时出席');
    expect(find('PTY-31', second({ startsAt: '17:30' }))).toEqual([]);
    expect(find('PTY-31', second({ heldTogetherWith: ['d'] }))).toEqual([]);
    expect(find('PTY-31', second({ attendance: [] }))).toEqual([]);
    expect(sentences(find('PTY-31', second({ attendance: [], place: '一楼' })))[0]).toContain('同时在一楼');
  });

  test.each([
    ['2026-09-30', '2026-10-10T15:00:00.000Z', 0],
    ['2026-09-30', '2026-10-10T16:30:00.000Z', 0],
    ['2026-09-30', '2026-10-12T01:00:00.000Z', 1],
    ['2026-09-30', null, 0],
  ])('held %s, entered %s: %i', (heldOn, createdAt, count) =>
    expect(find('PTY-32', at({ heldOn, createdAt }))).toHaveLength(count),
  );
});

describe('minutes', () => {
  test('a copied text is found with both records', () => {
    const original = meeting('d', { heldOn: '2026-09-10' });
    const copy = meeting('k', { body: original.body, heldOn: '2026-10-10' });
    expect(find('PTY-34', partyLife({ meetings: [original, meeting('k')] }))).toEqual([]);
    expect(find('PTY-34', partyLife({ meetings: [copy, original] }))).toMatchObject([
      { remedy: { id: 'k' }, evidence: [{ id: 'd' }, { id: 'k' }] },
    ]);
  });

  test.each([
    [{ body: '字'.repeat(150), speeches: [{ speakerId: 'm1', text: '' }] }, 1],
    [{ body: '字'.repeat(149), speeches: [{ speakerId: 'm1', text: '好' }] }, 0],
    [{ body: '字'.repeat(148), speeches: [{ speakerId: 'm1', text: '好' }] }, 1],
    [{ type: '主题党日', body: '字'.repeat(150), speeches: [] }, 0],
    [{ type: '谈心谈话', body: '', speeches: [] }, 0],
  ] as const)('case %#: %i findings', (changes, count) =>
    expect(find('PTY-35', partyLife({ meetings: [meeting('d', changes)] }))).toHaveLength(count),
  );

  test.each([
    [{ attachmentKinds: ['签到表', '照片'] }, undefined],
    [{ attachmentKinds: ['签到表'] }, '照片'],
    [{ attachmentKinds: ['签到表', '照片'], type: '党课' }, '讲稿'],
    [{ attachmentKinds: ['签到表', '照片'], votes: [vote({ mode: '无记名投票' })] }, '表决票'],
    [{ attachmentKinds: ['签到表', '照片'], votes: [vote()] }, undefined],
  ] as const)('papers, case %#: %s is missing', (changes, missing) => {
    const found = sentences(find('PTY-36', partyLife({ meetings: [meeting('d', changes)] })));
    if (missing === undefined) expect(found).toEqual([]);
    else expect(found[0]).toContain(missing);
  });
});

describe('structure of branches', () => {
  const sized = (count: number, withCommittee: boolean) =>
    partyLife({
      memberships: Array.from({ length: count }, (_, index) => membership(`n${index}`)),
      ...(withCommittee ? {} : { posts: [] }),
    });

  test.each([
    ['PTY-43', 50, true, 0],
    ['PTY-43', 51, true, 1],
    ['PTY-43', 3, false, 0],
    ['PTY-43', 2, false, 1],
    ['PTY-44', 7, true, 0],
    ['PTY-44', 7, false, 1],
    ['PTY-44', 6, false, 0],
    ['PTY-44', 6, true, 1],
  ] as const)('%s with %i full members, committee %s: %i', (rule, count, committee, expected) =>
    expect(find(rule, sized(count, committee))).toHaveLength(expected),
  );

  test.each([
    ['2027-02-23', undefined],
    ['2027-02-22', 'info'],
    ['2026-11-24', 'info'],
    ['2026-11-23', 'error'],
    [null, 'info'],
  ])('a term that ends on %s: %s', (termEndsOn, severity) => {
    const branches = partyLife().branches.map((branch) => ({ ...branch, termEndsOn }));
    expect(find('PTY-46', partyLife({ branches })).map((finding) => finding.severity)).toEqual(
      severity ? [severity] : [],
    );
  });
});

test('rules have one id each, a source and a label', () => {
  expect(new Set(partyLifeRules.map(({ id }) => id)).size).toBe(partyLifeRules.length);
  for (const rule of partyLifeRules)
    expect([rule.label, rule.basis].every((text) => text.length >= 4)).toBe(true);
});
