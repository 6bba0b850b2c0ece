import { describe, expect, test } from 'vitest';
import { appraise, excellentAppraisalLimit, gradeOf } from '#shared/domain/ethics/appraisalScore.ts';
import { complaintClocks } from '#shared/domain/ethics/complaintClock.ts';
import { countElements } from '#shared/domain/ethics/elementCoverage.ts';
import type { CaseFact, EthicsFacts, ExternalPersonFact } from '#shared/domain/ethics/facts.ts';
import { isSanctionedOn, sanctionEndsOn } from '#shared/domain/ethics/sanctions.ts';
import { ethicsRules } from '#shared/domain/rules/ethicsRules.ts';
import { createParameters } from '#shared/domain/parameters/index.ts';
import type { ParameterOverride } from '#shared/domain/parameters/index.ts';
import { runRules } from '#shared/domain/rules/rule.ts';
import type { Finding } from '#shared/domain/rules/rule.ts';
import { appraisal, calendar, ethics, ethicsCase } from './schoolFacts.ts';

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
const sentences = (findings: readonly Finding[]): string[] => findings.map(({ sentence }) => sentence);
const withCase = (changes: Partial<CaseFact>): EthicsFacts => ethics({ cases: [ethicsCase(changes)] });

test('the school of the tests breaks no rule', () => {
  expect(runRules(ethicsRules, ethics(), shipped, today)).toEqual([]);
});

describe('appraisal scores', () => {
  const scores = { self: 90, peer: 80, pupil: 85, parent: 85, panel: 80 };

  test('weights 20/30/10/10/30', () => {
    expect(appraise(scores, 0, false, shipped, '2025-12-31')).toEqual({ total: 83, grade: '合格' });
    expect(appraise(scores, 7, false, shipped, '2025-12-31')).toEqual({ total: 90, grade: '优秀' });
    expect(appraise(scores, 7, true, shipped, '2025-12-31')).toEqual({ total: 90, grade: '不合格' });
    expect(appraise({ ...scores, parent: null }, 0, false, shipped, '2025-12-31')).toBeUndefined();
  });

  test('a score without weight may be missing, and decimals are rounded once', () => {
    const own = createParameters([
      { id: 'appraisalWeights', validFrom: '2025-01-01', value: [0, 30, 30, 0, 40] },
    ]);
    expect(
      appraise(
        { self: null, peer: 83.33, pupil: 83.33, parent: null, panel: 83.33 },
        0,
        false,
        own,
        '2025-12-31',
      )?.total,
    ).toBe(83.33);
  });

  test.each([
    [90, '优秀'],
    [89.99, '合格'],
    [70, '合格'],
    [69.99, '基本合格'],
    [60, '基本合格'],
    [59.99, '不合格'],
  ])('%d is %s', (total, grade) => expect(gradeOf(total, [90, 70, 60])).toBe(grade));

  test('a fifth of 14 is two', () =>
    expect([excellentAppraisalLimit(14, 20), excellentAppraisalLimit(15, 20)]).toEqual([2, 3]));
});

describe('sanctions', () => {
  test.each([
    ['警告', '2025-06-03', '2025-12-03'],
    ['警告', '2025-08-31', '2026-02-28'],
    ['记过', '2025-06-03', '2026-06-03'],
    ['降低岗位等级', '2024-02-29', '2026-02-28'],
    ['撤职', '2025-06-03', '2027-06-03'],
    ['开除', '2025-06-03', undefined],
    ['批评教育', '2025-06-03', undefined],
  ] as const)('%s from %s ends on %s', (handling, from, to) =>
    expect(sanctionEndsOn(handling, from, shipped)).toBe(to),
  );

  test.each([
    ['2025-06-02', {}, false],
    ['2025-06-03', {}, true],
    ['2025-12-03', {}, true],
    ['2025-12-04', {}, false],
    ['2026-05-01', { disqualifiedUntil: '2027-06-03' }, true],
    ['2025-08-01', { reviewResult: '撤销' }, false],
    ['2025-08-01', { appealResult: '撤销' }, false],
    ['2025-08-01', { reviewResult: '维持' }, true],
    ['2026-03-01', { extendedTo: '2026-03-03' }, true],
    ['2026-03-04', { extendedTo: '2026-03-03' }, false],
    ['2026-05-01', { handling: '开除', effectTo: null }, true],
    ['2025-07-01', { handling: '批评教育', effectTo: null }, false],
    ['2025-11-01', { effectTo: null }, true],
  ] as const)('on %s with %j the person is sanctioned: %s', (on, changes, expected) =>
    expect(isSanctionedOn(ethicsCase(changes), on, shipped)).toBe(expected),
  );
});

describe('the clocks of a complaint run in working days', () => {
  test('over the National Day with its make-up day', () => {
    const clocks = complaintClocks(
      ethicsCase({ receivedOn: '2026-09-28', acceptedOn: '2026-10-08', concludedOn: null, answeredOn: null }),
      calendar,
      shipped,
    );
    expect(clocks).toEqual([
      { step: '受理决定', from: '2026-09-28', dueOn: '2026-10-10', doneOn: '2026-10-08' },
      { step: '调查结论', from: '2026-10-08', dueOn: '2026-10-28', doneOn: null },
    ]);
  });

  test('only a named complainant is answered', () => {
    expect(complaintClocks(ethicsCase({ named: false }), calendar, shipped)).toHaveLength(2);
    expect(complaintClocks(ethicsCase(), calendar, shipped)).toHaveLength(3);
  });

  test.each([
    [{ acceptedOn: null }, '2025-05-13', 0],
    [{ acceptedOn: null }, '2025-05-14', 1],
    [{ acceptedOn: '2025-05-14', concludedOn: '2025-05-20' }, today, 1],
    // 15 working days end on 28 May, 15 more, over the Dragon Boat days, on 19 June.
    [{ concludedOn: '2025-05-28', answeredOn: '2025-05-29' }, today, 0],
    [{ concludedOn: '2025-05-29', answeredOn: '2025-05-30' }, today, 1],
    [{ extendedOn: '2025-05-27', concludedOn: '2025-06-19', answeredOn: '2025-06-20' }, today, 0],
    [{ extendedOn: '2025-05-27', concludedOn: '2025-06-20', answeredOn: '2025-06-23' }, today, 1],
    [{ accepted: false, concludedOn: null, answeredOn: null }, today, 0],
    [{ answeredOn: null }, '2025-05-27', 0],
    [{ answeredOn: null }, '2025-05-28', 1],
    [{ receivedOn: '2027-05-06', acceptedOn: null }, '2027-09-01', 0],
  ] as const)('%j on %s: %i late', (changes, on, count) =>
    expect(find('ETH-08', withCase(changes), on)).toHaveLength(count),
  );
});

describe('what everybody owes', () => {
  test('pledges are due 30 days after the start of the school year', () => {
    const facts = ethics({ pledges: ethics().pledges.slice(0, 1) });
    expect(find('ETH-01', facts, '2026-10-01')).toEqual([]);
    const [found] = find('ETH-01', facts, '2026-10-02');
    expect(found?.sentence).toBe(
      '2026—2027学年 教师乙、教师丙、教师丁等4人还没有签订师德承诺书，期限是2026年10月1日。',
    );
    expect(found?.evidence).toHaveLength(4);
  });

  test('somebody who came later is not asked, one person alone is mended by a new record', () => {
    const late = ethics().staff.map((staff) =>
      staff.id === 's1' ? { ...staff, hiredOn: '2026-09-15' } : staff,
    );
    expect(find('ETH-01', ethics({ staff: late, pledges: ethics().pledges.slice(1) }))).toEqual([]);
    expect(find('ETH-01', ethics({ pledges: ethics().pledges.slice(1) }))).toMatchObject([
      { remedy: { kind: 'create', ledger: 'ethicsPledge', period: '2026-2027', values: { staff: 's1' } } },
    ]);
  });

  test('appraisals are due a month after the year', () => {
    const facts = ethics({ appraisals: ethics().appraisals.slice(0, 4) });
    expect(find('ETH-02', facts, '2026-01-31')).toEqual([]);
    expect(sentences(find('ETH-02', facts, '2026-02-01'))).toEqual([
      '2025年 教师戊还没有师德考核结果，请补上考核和等次。',
    ]);
    const gone = facts.staff.map((staff) => (staff.id === 's5' ? { ...staff, leftOn: '2025-12-31' } : staff));
    expect(find('ETH-02', { ...facts, staff: gone })).toEqual([]);
  });

  test('self-checks are due at the end of the term, of teachers', () => {
    const facts = ethics({ selfChecks: [] });
    expect(find('ETH-17', facts, '2026-07-10')).toEqual([]);
    expect(find('ETH-17', facts, '2026-07-11')).toHaveLength(1);
    const guards = facts.staff.map((staff) => ({ ...staff, kind: '安保人员' }));
    expect(find('ETH-17', { ...facts, staff: guards })).toEqual([]);
  });

  test.each([
    [[], '没有准入查询记录'],
    [['2025-11-24'], undefined],
    [['2025-11-23'], '已超过 365 天'],
    [['2025-11-23', '2026-03-01'], undefined],
  ])('entry checks on %j: %s', (days, problem) => {
    const entryChecks = [
      ...ethics().entryChecks.slice(1),
      ...days.map((checkedOn, index) => ({
        id: `e${index}`,
        staffId: 's1',
        checkedOn,
        result: '无' as const,
      })),
    ];
    const found = sentences(find('ETH-18', ethics({ entryChecks })));
    if (problem === undefined) expect(found).toEqual([]);
    else expect(found[0]).toContain(problem);
  });

  test.each([
    ['2026-03-02', 0],
    ['2026-03-01', 1],
    ['2020-03-01', 0],
  ])('hired on %s and first checked on 2 March 2026: %i', (hiredOn, count) => {
    const staff = ethics().staff.map((one) => (one.id === 's1' ? { ...one, hiredOn } : one));
    expect(find('ETH-18', ethics({ staff }))).toHaveLength(count);
  });

  test('external persons are checked while they serve', () => {
    const person: ExternalPersonFact = {
      id: 'o1',
      name: '李某',
      listed: true,
      qualification: '教练证',
      entryCheckedOn: null,
      entryCheckResult: null,
      servesFrom: '2026-09-01',
      servesTo: null,
    };
    expect(find('ETH-18', ethics({ externalPersons: [person] }))).toMatchObject([
      { remedy: { ledger: 'externalPerson', id: 'o1' } },
    ]);
    expect(find('ETH-18', ethics({ externalPersons: [{ ...person, servesTo: '2026-11-23' }] }))).toEqual([]);
    expect(
      find('ETH-18', ethics({ externalPersons: [{ ...person, entryCheckedOn: '2026-08-20' }] })),
    ).toEqual([]);
  });

  test('each of the six elements has a record in the term', () => {
    const four = ethics({
      activities: ethics().activities.filter(({ element }) => element !== '宣传' && element !== '监督'),
    });
    expect(sentences(find('ETH-23', four))[0]).toContain('缺少“宣传”方面');
    expect(find('ETH-23', four, '2026-07-10')).toEqual([]);
    const range = { from: '2026-02-27', to: '2026-07-10' };
    expect(countElements(four, range, '2025-2026-2')).toEqual({
      宣传: 0,
      教育: 4,
      考核: 1,
      监督: 5,
      激励: 1,
      惩处: 4,
    });
  });
});

describe('appraisals', () => {
  const one = (changes: Parameters<typeof appraisal>[1]) =>
    ethics({ appraisals: [appraisal('a1', changes)] });

  test.each([
    [{ total: 83 }, 0],
    [{ total: 83.01 }, 1],
    [{ total: null }, 0],
    [{ grade: '优秀' }, 1],
    [{ grade: '基本合格' }, 0],
    [{ grade: null }, 0],
    [{ veto: true, grade: '不合格' }, 0],
    [{ scores: { self: null, peer: 80, pupil: 85, parent: 85, panel: 80 }, total: 99 }, 0],
  ] as const)('ETH-03 with %j: %i', (changes, count) =>
    expect(find('ETH-03', one(changes))).toHaveLength(count),
  );

  test('weights that do not sum to 100 are the first thing to mend', () => {
    const wrong = [{ id: 'appraisalWeights', validFrom: '2025-01-01', value: [20, 20, 20, 20, 10] }];
    expect(sentences(find('ETH-03', ethics(), today, wrong))).toEqual([
      '2025年师德考核的权重合计是 90，应为 100，请在参数设置中更正。',
    ]);
  });

  test.each([
    [1, 0],
    [2, 1],
  ])('ETH-04: %i excellent of five: %i', (excellent, count) => {
    const appraisals = ethics().appraisals.map((fact, index) =>
      index < excellent ? { ...fact, grade: '优秀' as const } : fact,
    );
    expect(find('ETH-04', ethics({ appraisals }))).toHaveLength(count);
  });

  test.each([
    ['ETH-05', { veto: true, grade: '合格' }, {}, 1],
    ['ETH-05', { veto: true, grade: '不合格' }, {}, 0],
    ['ETH-05', { grade: '合格' }, { handling: '记过' }, 1],
    ['ETH-05', { grade: '不合格' }, { handling: '记过' }, 0],
    ['ETH-05', { grade: '合格' }, { handling: '警告' }, 0],
    ['ETH-05', { grade: '合格' }, { handling: '记过', decidedOn: '2024-12-31' }, 0],
    ['ETH-05', { grade: '合格' }, { handling: '记过', staffId: 's2' }, 0],
    ['ETH-11', { grade: '优秀' }, { handling: '警告' }, 1],
    ['ETH-11', { grade: '合格' }, { handling: '警告' }, 0],
    ['ETH-11', { grade: '优秀' }, { handling: '警告', decidedOn: '2026-01-01' }, 0],
    ['ETH-11', { grade: '优秀' }, { handling: '批评教育' }, 0],
  ] as const)('%s: appraisal %j, case %j: %i', (rule, changes, caseChanges, count) =>
    expect(find(rule, { ...one(changes), cases: [ethicsCase(caseChanges)] })).toHaveLength(count),
  );

  test.each([
    [{ noticeFrom: '2025-12-15', noticeTo: '2025-12-19' }, 0],
    [{ noticeFrom: '2025-12-15', noticeTo: '2025-12-18' }, 1],
    [{ noticeTo: null }, 1],
    [{ signedOn: null }, 1],
    [{ signedOn: null, grade: null }, 0],
  ] as const)('ETH-07 with %j: %i', (changes, count) =>
    expect(find('ETH-07', one(changes))).toHaveLength(count),
  );
});

describe('cases', () => {
  test.each([
    ['ETH-09', { violation: 'V05 歧视侮辱虐待伤害学生' }, 1],
    [
      'ETH-09',
      { violation: 'V05 歧视侮辱虐待伤害学生', urgentReportedOn: '2025-05-07', policeInformed: false },
      0,
    ],
    [
      'ETH-09',
      { violation: 'V05 歧视侮辱虐待伤害学生', urgentReportedOn: '2025-05-08', policeInformed: true },
      1,
    ],
    ['ETH-09', { violation: 'V05 歧视侮辱虐待伤害学生', urgentReportedOn: '2025-05-06' }, 1],
    ['ETH-09', { violation: 'V10 有偿补课' }, 0],
    ['ETH-10', {}, 0],
    ['ETH-10', { effectTo: '2025-12-02' }, 0],
    ['ETH-10', { effectTo: '2025-12-01' }, 1],
    ['ETH-10', { effectTo: null }, 1],
    ['ETH-10', { handling: '批评教育', effectTo: null }, 0],
    ['ETH-12', { disqualifiedUntil: '2027-06-03' }, 0],
    ['ETH-12', { disqualifiedUntil: '2027-06-02' }, 0],
    ['ETH-12', { disqualifiedUntil: '2027-06-01' }, 1],
    ['ETH-13', {}, 0],
    ['ETH-13', { paperKinds: ['调查报告', '陈述笔录', '处理决定书'] }, 1],
    ['ETH-13', { heardOn: null }, 1],
    ['ETH-13', { heardOn: null, handling: '批评教育' }, 0],
    ['ETH-13', { appealRouteTold: null }, 1],
    ['ETH-13', { handling: '降低岗位等级' }, 1],
    ['ETH-13', { handling: '降低岗位等级', hearingToldOn: '2025-05-22' }, 0],
    ['ETH-14', { decidedBy: '学校' }, 1],
    ['ETH-14', { decidedBy: '学校', handling: '批评教育' }, 0],
    ['ETH-15', { liftedOn: null }, 1],
    ['ETH-15', { liftedOn: null, effectTo: '2026-11-24' }, 0],
    ['ETH-15', { liftedOn: null, extendedTo: '2026-12-03' }, 0],
    ['ETH-15', { liftedOn: null, extendedTo: '2026-03-03' }, 1],
    ['ETH-15', { liftedOn: null, reviewResult: '撤销' }, 0],
    ['ETH-09', { injured: true }, 1],
    ['ETH-09', { violation: 'K05 遇险不顾幼儿' }, 1],
    ['ETH-16', { reviewAskedOn: '2025-07-07' }, 1],
    ['ETH-15', { liftedOn: null, handling: '开除' }, 0],
  ] as const)('%s with %j: %i', (rule, changes, count) =>
    expect(find(rule, withCase(changes))).toHaveLength(count),
  );

  test.each([
    ['警告', 0],
    ['记过', 0],
    ['降低岗位等级', 1],
    ['撤职', 1],
    ['开除', 0],
    ['批评教育', 0],
  ] as const)('a private school that decides %s itself: %i', (handling, count) => {
    expect(find('ETH-14', { ...withCase({ decidedBy: '学校', handling }), isPublic: false })).toHaveLength(
      count,
    );
    expect(find('ETH-14', { ...withCase({ decidedBy: '县教育局', handling }), isPublic: false })).toEqual([]);
  });

  test.each([
    ['2025-06-02', 0],
    ['2025-06-03', 1],
    ['2025-12-03', 1],
    ['2025-12-04', 0],
  ])('an award on %s during the sanction: %i', (grantedOn, count) => {
    const awards = [{ id: 'w1', staffId: 's1', name: '县优秀教师', grantedOn }];
    const found = find('ETH-10', { ...withCase({}), awards });
    expect(found).toHaveLength(count);
    expect(sentences(found).join('')).not.toContain('教师甲');
  });
});

describe('people on leave and people left out of a round', () => {
  const onLeave = (backOn: string | null): EthicsFacts =>
    ethics({
      pledges: ethics().pledges.filter(({ staffId }) => staffId !== 's2'),
      excuses: [
        {
          id: 'x1',
          staffId: 's2',
          campaign: '师德承诺书',
          period: '2026-2027',
          reason: '产假',
          notedOn: '2026-09-10',
          backOn,
        },
      ],
    });

  test.each([
    ['the whole year', null, '2026-11-24', 0],
    ['the last day before coming back', '2026-11-25', '2026-11-24', 0],
    ['the day of coming back', '2026-11-24', '2026-11-24', 1],
    ['long after it', '2026-10-01', '2026-11-24', 1],
  ])('ETH-01: %s', (_what, backOn, on, findings) => {
    expect(find('ETH-01', onLeave(backOn), on)).toHaveLength(findings);
  });

  test('a reason noted for the self-examination excuses from no pledge', () => {
    const facts = onLeave(null);
    const other = facts.excuses.map((one) => ({ ...one, campaign: '有偿补课自查' as const }));
    expect(find('ETH-01', { ...facts, excuses: other })).toHaveLength(1);
  });

  test('ETH-02 asks for no appraisal of whom the round left out, in that period only', () => {
    const appraisals = ethics().appraisals.filter(({ staffId }) => staffId !== 's1');
    const missing = ethics({ appraisals });
    const before = find('ETH-02', missing);
    expect(before).toHaveLength(1);
    const ids = ethics()
      .staff.map(({ id }) => id)
      .filter((id) => !appraisals.some(({ staffId }) => staffId === id));
    const leftOut = (period: string) => ids.map((staffId) => ({ staffId, period }));
    expect(find('ETH-02', { ...missing, notAppraised: leftOut('2025') })).toEqual([]);
    expect(find('ETH-02', { ...missing, notAppraised: leftOut('2024') })).toHaveLength(1);
  });
});
