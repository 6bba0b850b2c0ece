import { describe, expect, test } from 'vitest';
import { assessmentLimits } from '#shared/domain/ethics/annualAssessment.ts';
import { appealClocks } from '#shared/domain/ethics/complaintClock.ts';
import { periodEndsOn } from '#shared/domain/ethics/dayClock.ts';
import type {
  AssessmentFact,
  CaseFact,
  EthicsFacts,
  HealthCheckFact,
  SelectionFact,
} from '#shared/domain/ethics/facts.ts';
import { sanctionEndsOn } from '#shared/domain/ethics/sanctions.ts';
import { vetoProofs } from '#shared/domain/ethics/vetoEvents.ts';
import { ethicsRules } from '#shared/domain/rules/ethicsRules.ts';
import { createParameters } from '#shared/domain/parameters/index.ts';
import type { ParameterOverride } from '#shared/domain/parameters/index.ts';
import { runRules } from '#shared/domain/rules/rule.ts';
import type { Finding } from '#shared/domain/rules/rule.ts';
import { appraisal, calendar, ethics, ethicsCase } from './schoolFacts.ts';

/** The rules of titles, assessments, reviews and of what comes round, each passing, failing and at its border. */

const today = '2026-11-24';
const shipped = createParameters();

function find(
  ruleId: string,
  facts: EthicsFacts,
  on = today,
  overrides: readonly ParameterOverride[] = [],
): readonly Finding[] {
  const rule = ethicsRules.filter(({ id }) => id === ruleId);
  expect(rule).toHaveLength(1);
  return runRules(rule, facts, createParameters(overrides), on);
}
const assessment = (year: string, grade: AssessmentFact['grade']): AssessmentFact => ({
  id: `y-${year}`,
  staffId: 's1',
  year,
  grade,
});
const selection = (listedOn: string, changes: Partial<SelectionFact> = {}): SelectionFact => ({
  id: 'q1',
  staffId: 's1',
  purpose: '职称评聘',
  name: '一级教师',
  listedOn,
  dropped: false,
  ...changes,
});

describe('periods of natural days', () => {
  test.each([
    ['2026-08-25', 30, '2026-09-24'],
    // The 30th day is a day of the National Day holiday: the next working day counts.
    ['2026-09-01', 30, '2026-10-08'],
    // A Saturday that is a make-up working day ends the period itself.
    ['2026-09-10', 30, '2026-10-10'],
    ['2026-09-11', 30, '2026-10-12'],
    ['2024-01-30', 30, '2024-02-29'],
    // The year after next has no arrangement yet: the counted day stands.
    ['2028-01-30', 30, '2028-02-29'],
  ])('from %s %i days end on %s', (from, days, expected) =>
    expect(periodEndsOn(from, days, calendar)).toBe(expected),
  );
});

describe('ETH-16 review and appeal', () => {
  const asked: Partial<CaseFact> = { deliveredOn: '2025-06-05', reviewAskedOn: '2025-07-04' };
  test('each clock begins where the one before was done', () => {
    const fact = ethicsCase({ ...asked, reviewDecidedOn: '2025-07-20', appealAskedOn: '2025-08-05' });
    expect(appealClocks(fact, calendar, shipped)).toEqual([
      { step: '申请复核', from: '2025-06-05', dueOn: '2025-07-07', doneOn: '2025-07-04' },
      { step: '复核决定', from: '2025-07-04', dueOn: '2025-08-04', doneOn: '2025-07-20' },
      { step: '提出申诉', from: '2025-07-20', dueOn: '2025-08-19', doneOn: '2025-08-05' },
      { step: '申诉决定', from: '2025-08-05', dueOn: '2025-10-09', doneOn: null },
    ]);
    expect(appealClocks(ethicsCase({ deliveredOn: null }), calendar, shipped)).toEqual([]);
  });

  test.each([
    [{}, today, 0],
    [asked, '2025-08-04', 0],
    [asked, '2025-08-05', 1],
    [{ ...asked, reviewAskedOn: '2025-07-08', reviewDecidedOn: '2025-07-20' }, today, 1],
    [{ ...asked, reviewDecidedOn: '2025-07-20', appealAskedOn: '2025-08-05' }, '2025-10-09', 0],
    [{ ...asked, reviewDecidedOn: '2025-07-20', appealAskedOn: '2025-08-05' }, '2025-10-10', 1],
    [
      {
        ...asked,
        reviewDecidedOn: '2025-07-20',
        appealAskedOn: '2025-08-05',
        appealExtendedOn: '2025-09-30',
      },
      '2025-11-03',
      0,
    ],
  ] as const)('%j on %s: %i late', (changes, on, count) =>
    expect(find('ETH-16', ethics({ cases: [ethicsCase(changes)] }), on)).toHaveLength(count),
  );
});

describe('ETH-06 an unqualified appraisal stops the rest', () => {
  const unqualified = (period = '2025') => [appraisal('a1', { grade: '不合格', period })];
  const award = (grantedOn: string) => [{ id: 'w1', staffId: 's1', name: '县优秀教师', grantedOn }];
  test.each([
    ['an assessment that is not 不合格', { assessments: [assessment('2025', '合格')] }, 1],
    ['one that is', { assessments: [assessment('2025', '不合格')] }, 0],
    ['one of another year', { assessments: [assessment('2024', '合格')] }, 0],
    ['an award on the last day of the block', { awards: award('2026-12-30') }, 1],
    ['an award after it', { awards: award('2026-12-31') }, 0],
    ['an award before the period ended', { awards: award('2025-12-30') }, 0],
    ['a name on a title list', { selections: [selection('2026-06-01')] }, 1],
    ['a name that was withdrawn', { selections: [selection('2026-06-01', { dropped: true })] }, 0],
    [
      'the list of the yearly assessment',
      { selections: [selection('2026-06-01', { purpose: '年度考核' })] },
      0,
    ],
    ['somebody else', { selections: [selection('2026-06-01', { staffId: 's2' })] }, 0],
  ])('%s', (_words, changes, count) =>
    expect(find('ETH-06', ethics({ appraisals: unqualified(), ...changes }))).toHaveLength(count),
  );

  test('a school year ends in the year of its second term', () => {
    const facts = ethics({ appraisals: unqualified('2025-2026') });
    expect(find('ETH-06', { ...facts, assessments: [assessment('2026', '合格')] })).toHaveLength(1);
    expect(find('ETH-06', { ...facts, assessments: [assessment('2025', '合格')] })).toEqual([]);
  });

  test('a county may block for longer', () => {
    const facts = ethics({ appraisals: unqualified(), awards: award('2027-06-01') });
    expect(find('ETH-06', facts)).toEqual([]);
    const longer = [{ id: 'unqualifiedBlockMonths', validFrom: '2025-01-01', value: 24 }];
    expect(find('ETH-06', facts, today, longer)).toHaveLength(1);
  });
});

describe('the annual assessment in the year of a sanction', () => {
  const limitsOf = (changes: Partial<CaseFact>, year: number) =>
    assessmentLimits({ appraisals: [], cases: [ethicsCase(changes)] }, year, shipped).map(({ best }) => best);
  const demerit: Partial<CaseFact> = { handling: '记过', effectTo: null };
  const before = { decidedOn: '2022-06-03', effectFrom: '2022-06-03' };
  test.each([
    // The text of 2012, by the day of the decision: while the period lasts.
    [{ ...before, effectTo: '2022-12-03' }, 2022, ['合格']],
    [{ ...before, effectTo: '2022-12-03' }, 2023, []],
    [{ ...demerit, ...before }, 2022, ['基本合格']],
    [{ ...demerit, ...before }, 2023, ['基本合格']],
    [{ ...demerit, ...before }, 2024, []],
    [{ ...before, handling: '降低岗位等级', effectTo: null }, 2024, ['不合格']],
    [{ ...demerit, decidedOn: '2023-11-05', effectFrom: '2023-11-05' }, 2024, ['基本合格']],
    // The text in force since 6 November 2023: no grade, in the year and for 降低岗位等级 in the next one too.
    [{ ...demerit, decidedOn: '2023-11-06', effectFrom: '2023-11-06' }, 2023, ['不定等次']],
    [{ ...demerit, decidedOn: '2023-11-06', effectFrom: '2023-11-06' }, 2024, []],
    [{}, 2025, ['合格']],
    [{}, 2026, []],
    [{ handling: '降低岗位等级', effectTo: null }, 2026, ['不定等次']],
    [{ handling: '降低岗位等级', effectTo: null }, 2027, []],
    [{ handling: '批评教育' }, 2025, []],
    [{ reviewResult: '撤销' }, 2025, []],
  ] as const)('%j in %i: %j', (changes, year, expected) => expect(limitsOf(changes, year)).toEqual(expected));

  test('of two that overlap the stricter comes first', () => {
    const cases = [ethicsCase(), ethicsCase({ id: 'c2', handling: '记过' })];
    const limits = assessmentLimits({ appraisals: [], cases }, 2025, shipped);
    expect(limits.map(({ best }) => best)).toEqual(['不定等次', '合格']);
  });

  test.each([
    ['优秀', {}, 1],
    ['合格', {}, 0],
    ['合格', demerit, 1],
    ['不合格', demerit, 1],
    ['不定等次', demerit, 0],
    ['不定等次', {}, 0],
  ] as const)('ETH-11: grade %s with %j: %i', (grade, changes, count) =>
    expect(
      find('ETH-11', ethics({ cases: [ethicsCase(changes)], assessments: [assessment('2025', grade)] })),
    ).toHaveLength(count),
  );
});

describe('veto', () => {
  const range = { from: '2025-01-01', to: '2025-12-31' };
  test.each([
    [{ violation: 'V05 歧视侮辱虐待伤害学生', handling: '批评教育' }, 1],
    [{ violation: 'V05 歧视侮辱虐待伤害学生', handling: '批评教育', conclusion: '不属实' }, 0],
    [{ violation: 'V05 歧视侮辱虐待伤害学生', handling: '批评教育', concludedOn: '2026-01-01' }, 0],
    [{ violation: 'V10 有偿补课' }, 0],
    [{ handling: '记过' }, 1],
    [{ handling: '记过', reviewResult: '撤销' }, 0],
  ] as const)('%j: %i', (changes, count) =>
    expect(vetoProofs([ethicsCase(changes)], range, shipped)).toHaveLength(count),
  );

  test('the list of the year holds, not a later one', () => {
    const later = createParameters([{ id: 'vetoViolations', validFrom: '2026-01-01', value: 'V10' }]);
    expect(vetoProofs([ethicsCase()], range, later)).toEqual([]);
    const inForce = createParameters([{ id: 'vetoViolations', validFrom: '2025-01-01', value: 'V10' }]);
    expect(vetoProofs([ethicsCase()], range, inForce)).toHaveLength(1);
  });
});

test('a change of the periods of sanctions holds for those that begin under it', () => {
  const changed = createParameters([
    { id: 'sanctionMonths', validFrom: '2026-01-01', value: [12, 18, 24, 24] },
  ]);
  expect(sanctionEndsOn('警告', '2025-12-31', changed)).toBe('2026-06-30');
  expect(sanctionEndsOn('警告', '2026-01-01', changed)).toBe('2027-01-01');
});

test('ETH-10 finds somebody under sanction on a list, though not on that of the yearly assessment', () => {
  const cases = [ethicsCase()];
  const on = (day: string, changes: Partial<SelectionFact> = {}) =>
    find('ETH-10', ethics({ cases, selections: [selection(day, changes)] }));
  expect(on('2025-12-03')).toHaveLength(1);
  expect(on('2025-12-04')).toEqual([]);
  expect(on('2025-12-03', { purpose: '年度考核' })).toEqual([]);
  expect(on('2025-12-03', { dropped: true })).toEqual([]);
});

describe('ETH-17 before the vacation', () => {
  const inTerm = ethics().selfChecks.map((check) => ({ ...check, occasion: '学期中' as const }));
  test('a check in the term is not one before the vacation', () => {
    const [found, ...more] = find('ETH-17', ethics({ selfChecks: inTerm }));
    expect(found?.sentence).toContain('在暑假前没有做有偿补课自查');
    expect(more).toEqual([]);
    expect(find('ETH-17', ethics({ selfChecks: [...inTerm, ...ethics().selfChecks] }))).toEqual([]);
  });
});

describe('ETH-19 health checks of kindergartens', () => {
  const check = (staffId: string, checkedOn: string, fit = true): HealthCheckFact => ({
    id: `h-${staffId}-${checkedOn}`,
    staffId,
    checkedOn,
    fit,
  });
  const all = (day: string) => ethics().staff.map(({ id }) => check(id, day));
  test.each([
    ['a school asks for none', { isKindergarten: false, healthChecks: [] }, 0],
    ['none at all', { isKindergarten: true, healthChecks: [] }, 5],
    ['a year old to the day', { isKindergarten: true, healthChecks: all('2025-11-24') }, 0],
    ['a day older', { isKindergarten: true, healthChecks: all('2025-11-23') }, 5],
    [
      'the last one failed',
      { isKindergarten: true, healthChecks: [...all('2026-03-01'), check('s1', '2026-09-01', false)] },
      1,
    ],
  ])('%s', (_words, changes, count) => expect(find('ETH-19', ethics(changes))).toHaveLength(count));
});

describe('ETH-20 and ETH-21', () => {
  const party = ethics().staff.map((one) => ({ ...one, isPartyMember: true }));
  test.each([
    [party, {}, 1],
    [party, { partyInformedOn: '2025-06-06' }, 0],
    [party, { handling: '批评教育' }, 0],
    [ethics().staff, {}, 0],
  ] as const)('the Party is told of a member under sanction', (staff, changes, count) =>
    expect(find('ETH-20', ethics({ staff, cases: [ethicsCase(changes)] }))).toHaveLength(count),
  );

  const due = (certificateDueOn: string) =>
    ethics().staff.map((one) => (one.id === 's1' ? { ...one, certificateDueOn } : one));
  test.each([
    ['2027-05-24', 1],
    ['2027-05-25', 0],
    ['2026-01-01', 1],
  ])('a registration due on %s: %i', (day, count) =>
    expect(find('ETH-21', ethics({ staff: due(day) }))).toHaveLength(count),
  );

  test('a registration due under a sanction is deferred', () => {
    const cases = [ethicsCase({ effectFrom: '2026-09-01', effectTo: '2027-03-01' })];
    const [found] = find('ETH-21', ethics({ staff: due('2027-03-01'), cases }));
    expect(found?.sentence).toContain('暂缓注册');
    const [after] = find('ETH-21', ethics({ staff: due('2027-03-02'), cases }));
    expect(after?.sentence).not.toContain('暂缓注册');
  });
});

describe('ETH-22 and ETH-24 by months of the term', () => {
  const without = (id: string) => ethics({ activities: ethics().activities.filter((one) => one.id !== id) });
  test('a missing zero report is due five days after its month', () => {
    const facts = without('zero-2026-05');
    expect(find('ETH-22', facts, '2026-06-05')).toEqual([]);
    expect(find('ETH-22', facts, '2026-06-06').map(({ sentence }) => sentence)).toEqual([
      '2026年5月没有师德零报告，请补登记。',
    ]);
  });

  test('a month with a complaint reports none of none; other rhythms are the county’s choice', () => {
    const facts = without('zero-2026-05');
    expect(find('ETH-22', { ...facts, cases: [ethicsCase({ receivedOn: '2026-05-31' })] })).toEqual([]);
    const rhythm = (value: string) => [{ id: 'zeroReportRhythm', validFrom: '2020-01-01', value }];
    expect(find('ETH-22', facts, today, rhythm('不要求'))).toEqual([]);
    expect(find('ETH-22', facts, today, rhythm('季度'))).toEqual([]);
  });

  test('July of ten school days is no month of the term, June is', () => {
    expect(find('ETH-24', ethics())).toEqual([]);
    const facts = without('study-2026-06');
    expect(find('ETH-24', facts, '2026-06-30')).toEqual([]);
    expect(find('ETH-24', facts, '2026-07-01')[0]?.sentence).toContain('2026年6月的师德学习少于 1 次');
  });

  test('two warning lessons a school year, asked for when it is over', () => {
    const activities = ethics().activities.map((one) =>
      one.id === 'study-2026-06' ? { ...one, kind: '专题学习' } : one,
    );
    expect(find('ETH-24', ethics({ activities }), '2026-07-10')).toEqual([]);
    expect(find('ETH-24', ethics({ activities }), '2026-07-11')[0]?.sentence).toContain('警示教育 1 次');
  });
});

describe('ETH-25 and PRV-06', () => {
  const two = (first: string) => [
    ethicsCase({ id: 'c1', number: '1', receivedOn: first }),
    ethicsCase({ id: 'c2', number: '2', receivedOn: '2026-10-01' }),
  ];
  test.each([
    ['2025-11-25', 1],
    ['2025-11-24', 0],
  ])('complained of on %s and again: %i', (first, count) => {
    const found = find('ETH-25', ethics({ cases: two(first) }));
    expect(found).toHaveLength(count);
    expect(JSON.stringify(found)).not.toContain('教师甲');
  });

  test.each([
    [{ handling: '不予处理', archivedOn: '2021-11-24' }, 0],
    [{ handling: '不予处理', archivedOn: '2021-11-23' }, 1],
    [{ handling: '警告', archivedOn: '2019-11-23' }, 0],
    [{ handling: '警告', archivedOn: '2019-11-23', reviewResult: '撤销' }, 1],
    [{ handling: null, concludedOn: null, archivedOn: null }, 0],
  ] as const)('kept for five years: %j: %i', (changes, count) =>
    expect(find('PRV-06', ethics({ cases: [ethicsCase(changes)] }))).toHaveLength(count),
  );
});
