import { describe, expect, test } from 'vitest';
import { noticeIsShort, noticeWorkdays } from '#shared/domain/ethics/awardNotice.ts';
import { countCampaign, trackCampaign, type ExcuseFact } from '#shared/domain/ethics/campaignTracking.ts';
import { minimumPlan, standPlan, type EthicsPlanFact } from '#shared/domain/ethics/ethicsPlan.ts';
import type { EthicsActivityFact, StaffFact } from '#shared/domain/ethics/facts.ts';
import { suggestHonours, type HonourFact } from '#shared/domain/ethics/honourPriority.ts';
import { shippedClauses } from '#shared/domain/ethics/signCampaigns.ts';
import { addSheets, surveyResult } from '#shared/domain/ethics/surveyResult.ts';
import { zeroReportPeriods } from '#shared/domain/ethics/zeroReports.ts';
import { createParameters } from '#shared/domain/parameters/index.ts';
import { readTypedSheets } from '../../../renderer/ethics/campaigns/typedSheets.ts';
import { appraisal, calendar, ethicsCase } from './schoolFacts.ts';

/** Campaigns that everybody signs, questionnaires, the yearly plan, zero reports and honours. */

const shipped = createParameters();
const person = (id: string, changes: Partial<StaffFact> = {}): StaffFact => ({
  id,
  name: id,
  kind: '专任教师',
  hiredOn: '2015-09-01',
  leftOn: null,
  isPartyMember: false,
  certificateDueOn: null,
  ...changes,
});
const excuse = (staffId: string, changes: Partial<ExcuseFact> = {}): ExcuseFact => ({
  id: `x-${staffId}`,
  staffId,
  reason: '产假',
  notedOn: '2026-09-02',
  backOn: null,
  ...changes,
});

describe('a campaign that everybody signs', () => {
  const window = { startsOn: '2026-09-01', dueOn: '2026-10-01', days: 30 };
  const stateOf = (one: StaffFact, on: string, signedOn: string | null = null, excuses: ExcuseFact[] = []) =>
    trackCampaign({
      ...window,
      staff: [one],
      signed: signedOn === null ? [] : [{ id: 'p', staffId: one.id, signedOn }],
      excuses,
      on,
    })[0];

  test.each([
    ['signed', person('a'), '2026-10-01', '2026-09-02', [], 'signed', false],
    ['signed only tomorrow', person('a'), '2026-09-01', '2026-09-02', [], 'missing', false],
    ['on the last day', person('a'), '2026-10-01', null, [], 'missing', false],
    ['a day later', person('a'), '2026-10-02', null, [], 'missing', true],
    ['on leave', person('a'), '2026-11-01', null, [excuse('a')], 'excused', false],
    [
      'still on leave',
      person('a'),
      '2026-11-01',
      null,
      [excuse('a', { backOn: '2026-11-02' })],
      'excused',
      false,
    ],
    [
      'back from leave',
      person('a'),
      '2026-11-02',
      null,
      [excuse('a', { backOn: '2026-11-02' })],
      'missing',
      true,
    ],
    ['came in October', person('a', { hiredOn: '2026-10-08' }), '2026-11-07', null, [], 'newcomer', false],
    ['30 days are over', person('a', { hiredOn: '2026-10-08' }), '2026-11-08', null, [], 'missing', true],
  ] as const)('%s', (_what, one, on, signedOn, excuses, state, overdue) => {
    expect(stateOf(one, on, signedOn, [...excuses])).toMatchObject({ state, overdue });
  });

  test('who has left or comes later is not asked; people on leave do not count', () => {
    const people = trackCampaign({
      ...window,
      staff: [
        person('a'),
        person('b'),
        person('left', { leftOn: '2026-09-15' }),
        person('later', { hiredOn: '2026-12-01' }),
      ],
      signed: [{ id: 'p', staffId: 'a', signedOn: '2026-09-03' }],
      excuses: [excuse('b')],
      on: '2026-10-10',
    });
    expect(countCampaign(people)).toEqual({ due: 1, signed: 1, missing: 0, excused: 1, newcomers: 0 });
  });

  test('the kindergarten has its own ten rules', () => {
    expect(shippedClauses('师德承诺书', '幼儿园').clauses[5]).toContain('关心爱护幼儿');
    expect(shippedClauses('师德承诺书', '小学').clauses).toHaveLength(10);
    expect(shippedClauses('有偿补课自查', '小学').clauses).toHaveLength(6);
  });
});

describe('a questionnaire', () => {
  const sheets = (group: string, count: number, answers: readonly (number | null)[]) =>
    Array.from({ length: count }, () => ({ group, answers }));
  const resultOf = (...counts: readonly (readonly [string, number])[]) =>
    surveyResult(
      addSheets(
        [],
        counts.flatMap(([group, count]) => sheets(group, count, [0, 3])),
      ),
      ['一', '二'],
      5,
    );

  test('shares of each question; an unanswered one counts nowhere', () => {
    const tallies = addSheets(addSheets([], sheets('全校', 3, [0, 1])), sheets('全校', 2, [3, null]));
    const result = surveyResult(tallies, ['一', '二'], 5);
    expect(result.sheets).toBe(5);
    expect(result.questions.map(({ counts }) => counts)).toEqual([
      [3, 0, 0, 2],
      [0, 3, 0, 0],
    ]);
    expect(result.questions[0]?.satisfiedPercent).toBe(60);
    expect(result.overall?.satisfiedPercent).toBe(75);
  });
  test.each([
    [
      'large enough',
      [
        ['甲', 5],
        ['乙', 6],
      ],
      [],
    ],
    [
      'two small ones hide each other',
      [
        ['甲', 3],
        ['乙', 4],
        ['丙', 9],
      ],
      ['甲', '乙'],
    ],
    [
      'one small one takes the next with it',
      [
        ['甲', 2],
        ['乙', 9],
        ['丙', 6],
      ],
      ['甲', '丙'],
    ],
    ['too few altogether', [['甲', 4]], ['甲']],
  ] as const)('%s', (_what, counts, hidden) => {
    const { groups } = resultOf(...counts);
    expect(groups.filter(({ suppressed }) => suppressed).map(({ group }) => group)).toEqual(hidden);
    expect(
      groups
        .filter(({ suppressed }) => suppressed)
        .every(({ satisfiedPercent }) => satisfiedPercent === null),
    ).toBe(true);
  });
  test('nothing is told of too few', () => {
    expect(resultOf(['甲', 4])).toMatchObject({ suppressed: true, overall: null });
  });
  test.each([
    [
      '43\n21\n',
      [
        [0, 1],
        [2, 3],
      ],
      null,
    ],
    ['4 0', [[0, null]], null],
    ['45', [], '第 1 行只能有 0 到 4 的数字，请改正。'],
    ['43\n4', [[0, 1]], '第 2 行有 1 个数字，应为 2 个。'],
    ['00', [], '第 1 行一题也没有作答，请删去这一行。'],
  ] as const)('typed %j', (typed, expected, problem) => {
    expect(readTypedSheets(typed, 2)).toEqual({ sheets: expected, problem });
  });
});

describe('the yearly plan', () => {
  const terms = [
    { period: '2026-2027-1', startsOn: '2026-09-01', endsOn: '2027-01-22' },
    { period: '2026-2027-2', startsOn: '2027-03-01', endsOn: '2027-07-10' },
  ];
  const item = (id: string, dueOn: string, changes: Partial<EthicsPlanFact> = {}): EthicsPlanFact => ({
    id,
    element: '教育',
    kind: '专题学习',
    dueOn,
    cancelled: false,
    ...changes,
  });
  const held = (
    id: string,
    heldOn: string,
    changes: Partial<EthicsActivityFact> = {},
  ): EthicsActivityFact => ({
    id,
    element: '教育',
    kind: '专题学习',
    period: '2026-2027-1',
    heldOn,
    ...changes,
  });

  test('the minimum set has all that §4.4 names, inside the terms', () => {
    const plan = minimumPlan(terms, shipped, '2026-11-24');
    const count = (kind: string) => plan.filter((one) => one.kind === kind).length;
    expect(count('专题学习')).toBe(9);
    expect(count('警示教育')).toBe(2);
    expect(count('家长学生问卷')).toBe(2);
    expect(count('有偿补课排查')).toBe(4);
    expect(new Set(plan.map(({ element }) => element)).size).toBe(6);
    expect(plan.every(({ dueOn }) => terms.some((t) => t.startsOn <= dueOn && dueOn <= t.endsOn))).toBe(true);
  });
  test.each([
    ['held in its month', item('i', '2026-10-25'), [held('h', '2026-10-12')], '2026-11-24', 'held'],
    ['held a little later', item('i', '2026-10-25'), [held('h', '2026-11-03')], '2026-11-24', 'held'],
    [
      'another kind',
      item('i', '2026-10-25'),
      [held('h', '2026-10-12', { kind: '警示教育' })],
      '2026-11-24',
      'overdue',
    ],
    ['on its day', item('i', '2026-11-24'), [], '2026-11-24', 'dueSoon'],
    ['far away', item('i', '2027-01-20'), [], '2026-11-24', 'planned'],
    ['cancelled', item('i', '2026-10-25', { cancelled: true }), [], '2026-11-24', 'cancelled'],
  ] as const)('%s', (_what, one, activities, on, state) => {
    expect(standPlan([one], activities, on)[0]?.state).toBe(state);
  });
  test('one activity meets one item', () => {
    const standings = standPlan(
      [item('i1', '2026-10-25'), item('i2', '2026-11-10')],
      [held('h', '2026-11-03')],
      '2026-11-24',
    );
    expect(standings.map(({ state }) => state)).toEqual(['overdue', 'held']);
  });

  test('zero reports: reported, due, missing, and months with a case', () => {
    const periods = zeroReportPeriods(
      {
        terms,
        activities: [held('z', '2026-10-03', { element: '惩处', kind: '零报告', period: '2026-09' })],
        cases: [ethicsCase({ receivedOn: '2026-12-05' })],
      },
      shipped,
      '2027-01-03',
    );
    expect(Object.fromEntries(periods.map(({ period, state }) => [period, state]))).toMatchObject({
      '2026-09': 'reported',
      '2026-10': 'missing',
      '2026-11': 'missing',
      '2026-12': 'happened',
      '2027-01': 'notYet',
    });
    expect(periods.map(({ period }) => period)).not.toContain('2027-02');
  });
});

describe('honours', () => {
  test.each([
    ['five working days', '2026-09-01', '2026-09-07', 5, false],
    ['four', '2026-09-01', '2026-09-04', 4, true],
    ['over the National Day holiday', '2026-09-29', '2026-10-08', 3, true],
    ['not entered', null, null, null, false],
  ] as const)('public notice: %s', (_what, from, to, days, short) => {
    expect(noticeWorkdays(from, to, calendar)).toBe(days);
    expect(noticeIsShort(from, to, calendar, shipped)).toBe(short);
  });

  test('points with their reasons; blocked people and recent holders are never proposed', () => {
    const honour = (staffId: string, level: HonourFact['level'], grantedOn: string): HonourFact => ({
      staffId,
      name: '师德标兵',
      level,
      grantedOn,
    });
    const pass = { outcome: 'pass', blockedUntil: null, reasons: [] } as const;
    const suggestions = suggestHonours(
      {
        staff: ['best', 'good', 'blocked', 'holder', 'old'].map((id) => person(id)),
        honours: [
          honour('best', '校级', '2024-09-10'),
          honour('blocked', '校级', '2025-09-10'),
          honour('holder', '市级', '2025-09-10'),
          honour('old', '县级', '2021-11-24'),
        ],
        appraisals: [
          appraisal('g', { staffId: 'best', period: '2025', grade: '优秀' }),
          appraisal('h', { staffId: 'good', period: '2025', grade: '合格' }),
        ],
        level: '县级',
        on: '2026-11-24',
        gate: (id) => (id === 'blocked' ? { ...pass, outcome: 'blocked' } : pass),
      },
      shipped,
    );
    expect(suggestions.map(({ staffId, points }) => [staffId, points])).toEqual([
      ['best', 9],
      ['good', 4],
      ['old', 2],
    ]);
    expect(suggestions[0]?.parts.map(({ sentence }) => sentence)).toEqual([
      '校级荣誉1项（师德标兵）',
      '师德考核优秀1次',
      '在本校工作11年',
    ]);
  });
});
