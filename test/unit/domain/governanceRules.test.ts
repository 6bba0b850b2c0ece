import { describe, expect, test } from 'vitest';
import type { GovernanceFacts, GovernanceMeetingFact, TopicFact } from '#shared/domain/governance/facts.ts';
import { governanceRules } from '#shared/domain/rules/governanceRules.ts';
import { createParameters } from '#shared/domain/parameters/index.ts';
import type { ParameterOverride } from '#shared/domain/parameters/index.ts';
import { runRules, type Finding } from '#shared/domain/rules/rule.ts';
import { calendar } from './schoolFacts.ts';

const today = '2026-11-24';
const staffIds = ['s1', 's2', 's3', 's4', 's5', 's6', 's7'];

function topic(changes: Partial<TopicFact> = {}): TopicFact {
  return {
    id: 't1',
    number: 1,
    name: '教学楼维修',
    topicClass: '重要项目安排',
    major: true,
    amount: null,
    communicatedOn: '2026-10-10',
    touchesStaff: false,
    staffOpinion: null,
    decision: '同意',
    decidedAtId: null,
    owner: '教师乙',
    dueOn: '2026-12-20',
    closedOn: null,
    recused: '',
    ...changes,
  };
}

function meeting(changes: Partial<GovernanceMeetingFact> = {}): GovernanceMeetingFact {
  return {
    id: 'g1',
    kind: '学校党组织会议',
    title: '第12次党组织会议',
    heldOn: '2026-10-12',
    hostId: 's1',
    attendance: staffIds.map((staffId) => ({ staffId, capacity: '班子成员', present: true })),
    topics: [topic()],
    speeches: [...staffIds].reverse().map((staffId) => ({ topic: 1, staffId })),
    ...changes,
  };
}

function governance(
  meetings: readonly GovernanceMeetingFact[],
  changes: Partial<GovernanceFacts> = {},
): GovernanceFacts {
  return {
    meetings,
    leadingGroup: [],
    staff: staffIds.map((id, index) => ({ id, name: `教师${'甲乙丙丁戊己庚'.charAt(index)}` })),
    studies: [],
    terms: [],
    calendar,
    ...changes,
  };
}

function find(
  ruleId: string,
  facts: GovernanceFacts,
  on = today,
  overrides: readonly ParameterOverride[] = [],
): readonly Finding[] {
  const rule = governanceRules.filter(({ id }) => id === ruleId);
  expect(rule).toHaveLength(1);
  return runRules(rule, facts, createParameters(overrides), on);
}
const words = (findings: readonly Finding[]): string => findings.map(({ sentence }) => sentence).join('\n');
const present = (count: number) =>
  staffIds.map((staffId, index) => ({ staffId, capacity: '班子成员' as const, present: index < count }));

test('a careful meeting breaks no rule, and there are nine rules', () => {
  expect(runRules(governanceRules, governance([meeting()]), createParameters(), today)).toEqual([]);
  expect(governanceRules.map(({ id }) => id)).toEqual(
    Array.from({ length: 9 }, (_, index) => `GOV-0${index + 1}`),
  );
});

describe('presence', () => {
  test.each([
    ['学校党组织会议', '教育教学', 4, 0],
    ['学校党组织会议', '教育教学', 3, 1],
    ['学校党组织会议', '重要干部任免', 4, 1],
    ['学校党组织会议', '重要干部任免', 5, 0],
    ['校长办公会议', '重要干部任免', 3, 0],
  ] as const)('GOV-01: %s on %s with %i of 7: %i', (kind, topicClass, count, expected) =>
    expect(
      find(
        'GOV-01',
        governance([meeting({ kind, attendance: present(count), topics: [topic({ topicClass })] })]),
      ),
    ).toHaveLength(expected),
  );

  test.each([
    ['校长办公会议', 4, 0],
    ['校长办公会议', 3, 1],
    ['学校党组织会议', 1, 0],
  ] as const)('GOV-02: %s with %i of 7: %i', (kind, count, expected) =>
    expect(find('GOV-02', governance([meeting({ kind, attendance: present(count) })]))).toHaveLength(
      expected,
    ),
  );

  test('those due are the members of the group on the day; people sitting in never count', () => {
    const group = (to: string | null) =>
      staffIds.map((staffId) => ({
        staffId,
        group: '党组织班子' as const,
        from: '2024-01-01',
        to: ['s5', 's6', 's7'].includes(staffId) ? to : null,
      }));
    const three = meeting({
      attendance: [
        ...['s1', 's2', 's3'].map((staffId) => ({ staffId, capacity: '班子成员' as const, present: true })),
        ...['s8', 's9'].map((staffId) => ({ staffId, capacity: '列席' as const, present: true })),
      ],
      topics: [topic({ topicClass: '教育教学' })],
    });
    expect(words(find('GOV-01', governance([three], { leadingGroup: group(null) })))).toContain(
      '班子成员 7 人，到会 3 人',
    );
    expect(find('GOV-01', governance([three], { leadingGroup: group('2026-10-11') }))).toEqual([]);
    expect(find('GOV-01', governance([three], { leadingGroup: group('2026-10-12') }))).toHaveLength(1);
  });
});

describe('decisions', () => {
  const principal = (changes: Partial<TopicFact>) =>
    meeting({ id: 'x1', kind: '校长办公会议', topics: [topic({ decision: '提交党组织会议', ...changes })] });

  test.each([
    [[meeting({ topics: [topic({ decision: null })] })], 1],
    [[meeting({ topics: [topic({ decision: '暂缓' })] })], 0],
    [[principal({})], 1],
    [[principal({ decision: '暂缓' })], 0],
    [[principal({ topicClass: '教育教学', major: false })], 0],
    [[principal({ topicClass: '教育教学', major: true })], 1],
    [[principal({}), meeting()], 0],
    [[principal({ name: '购置课桌' }), meeting()], 1],
    [[principal({ name: '购置课桌', decidedAtId: 'g1' }), meeting()], 0],
    [[principal({ decidedAtId: 'g1' }), meeting({ topics: [topic({ decision: null })] })], 2],
  ])('GOV-03, case %#: %i', (meetings, count) =>
    expect(find('GOV-03', governance(meetings))).toHaveLength(count),
  );

  test.each([
    [5_000_000, '行政后勤', false, 1],
    [4_999_999, '行政后勤', false, 0],
    [5_000_000, '大额度资金使用', false, 0],
    [5_000_000, '重要项目安排', true, 0],
    [null, '行政后勤', false, 0],
  ] as const)('GOV-04: %s 分 for %s, marked %s: %i', (amount, topicClass, major, count) =>
    expect(
      find('GOV-04', governance([meeting({ topics: [topic({ amount, topicClass, major })] })])),
    ).toHaveLength(count),
  );

  test('GOV-04: the threshold of the day of the meeting holds', () => {
    const facts = governance([
      meeting({ topics: [topic({ amount: 3_000_000, topicClass: '行政后勤', major: false })] }),
    ]);
    const threshold = (validFrom: string) => [{ id: 'bigAmountThreshold', validFrom, value: 20_000 }];
    expect(words(find('GOV-04', facts, today, threshold('2026-10-12')))).toContain('金额 30,000.00 元');
    expect(find('GOV-04', facts, today, threshold('2026-10-13'))).toEqual([]);
  });

  test.each([
    ['2026-10-12', true, 0],
    ['2026-10-13', true, 1],
    [null, true, 1],
    [null, false, 0],
  ])('GOV-05: talked on %s, major %s: %i', (communicatedOn, major, count) =>
    expect(
      find(
        'GOV-05',
        governance([
          meeting({
            topics: [topic({ communicatedOn, major, topicClass: major ? '重大事项决策' : '其他' })],
          }),
        ]),
      ),
    ).toHaveLength(count),
  );

  test.each([
    [true, null, 1],
    [true, '2026-09-28 教代会通过', 0],
    [false, null, 0],
  ])('GOV-06: touches staff %s, opinion %s: %i', (touchesStaff, staffOpinion, count) =>
    expect(
      find('GOV-06', governance([meeting({ topics: [topic({ touchesStaff, staffOpinion })] })])),
    ).toHaveLength(count),
  );

  test.each([
    ['2026-11-24', null, '同意', 0],
    ['2026-11-23', null, '同意', 1],
    ['2026-11-23', null, '原则同意', 1],
    ['2026-11-23', '2026-11-23', '同意', 0],
    ['2026-11-23', null, '不同意', 0],
    [null, null, '同意', 0],
  ] as const)('GOV-07: due %s, closed %s, %s: %i', (dueOn, closedOn, decision, count) =>
    expect(
      find('GOV-07', governance([meeting({ topics: [topic({ dueOn, closedOn, decision })] })])),
    ).toHaveLength(count),
  );
});

describe('study and speeches', () => {
  const modes = ['集中引导学', '宣讲辅导学', '研讨交流学', '党务培训学', '实践观摩学'];
  const terms = [
    { period: '2025-2026-2', startsOn: '2026-02-27', endsOn: '2026-07-10' },
    { period: '2026-2027-1', startsOn: '2026-08-31', endsOn: '2027-01-15' },
  ];

  test('GOV-08: all five modes in the term that is over', () => {
    const studied = (on: string, ...left: string[]) =>
      governance([], {
        terms,
        studies: modes.filter((mode) => !left.includes(mode)).map((mode) => ({ mode, on })),
      });
    expect(find('GOV-08', studied('2026-07-10'))).toEqual([]);
    expect(words(find('GOV-08', studied('2026-03-01', '党务培训学')))).toBe(
      '2025—2026学年第二学期的学习没有用到党务培训学。',
    );
    expect(find('GOV-08', studied('2026-07-11'))).toHaveLength(1);
    expect(find('GOV-08', studied('2026-03-01'), '2026-07-10')).toEqual([]);
  });

  const spoken = (...ids: string[]) => ids.map((staffId) => ({ topic: 1, staffId }));
  test.each([
    [spoken('s2', 's3', 's4', 's5', 's6', 's7', 's1'), ''],
    [spoken('s1', 's2', 's3', 's4', 's5', 's6', 's7'), '主要负责人教师甲应最后表态'],
    [spoken('s3', 's4', 's5', 's6', 's7', 's1'), '没有教师乙的发言记录'],
    [[], '没有教师甲、教师乙、教师丙等7人的发言记录'],
  ])('GOV-09, case %#: %s', (speeches, sentence) => {
    const found = words(find('GOV-09', governance([meeting({ speeches })])));
    if (sentence === '') expect(found).toBe('');
    else expect(found).toContain(sentence);
  });

  test('GOV-09: who stays away or is absent need not speak, nor anybody on a small matter', () => {
    const away = meeting({
      topics: [topic({ recused: '教师乙' })],
      speeches: spoken('s3', 's4', 's5', 's6', 's1'),
      attendance: present(6),
    });
    expect(find('GOV-09', governance([away]))).toEqual([]);
    const small = meeting({ topics: [topic({ major: false, topicClass: '行政后勤' })], speeches: [] });
    expect(find('GOV-09', governance([small]))).toEqual([]);
  });
});
