import { describe, expect, test } from 'vitest';
import {
  farFromOthers,
  median,
  missingRaters,
  oddRaters,
  partScore,
  raterSummary,
} from '#shared/domain/ethics/round/ratings.ts';
import { proposePlaces } from '#shared/domain/ethics/round/roundPeople.ts';
import { roundResult, type TieDecision } from '#shared/domain/ethics/round/roundResult.ts';
import {
  overridesOfRules,
  problemsOfRules,
  roundPresets,
  rulesInForce,
  type RoundRules,
} from '#shared/domain/ethics/round/roundRules.ts';
import {
  noticeTooShort,
  stepRefusal,
  stepViews,
  type RoundSituation,
  type RoundStep,
} from '#shared/domain/ethics/round/roundSteps.ts';
import { brokenLimit, type AssessmentLimit } from '#shared/domain/ethics/annualAssessment.ts';
import type { CaseFact, StaffFact } from '#shared/domain/ethics/facts.ts';
import { createParameters } from '#shared/domain/parameters/index.ts';
import { appraisal, calendar, ethicsCase } from './schoolFacts.ts';
import type { AssessmentGrade } from '#shared/domain/ethics/words.ts';

const shipped = createParameters();
const rules: RoundRules = rulesInForce(shipped, '2025-12-31');

describe('rules of a round', () => {
  test('every preset holds in itself', () => {
    for (const preset of roundPresets)
      expect([preset.name, problemsOfRules({ ...rules, ...preset.rules })]).toEqual([preset.name, []]);
  });

  test.each<[string, Partial<RoundRules>, string]>([
    ['weights below 100', { weights: [20, 30, 10, 10, 29] }, '五项权重合计是 99，应为 100，请调整。'],
    ['weights above 100', { weights: [20, 30, 10, 10, 31] }, '五项权重合计是 101，应为 100，请调整。'],
    ['a weight left out', { weights: [20, 30, 10, 40] }, '五项权重都要填，不用的填 0。'],
    ['a negative weight', { weights: [-10, 40, 20, 20, 30] }, '五项权重都要填，不用的填 0。'],
    [
      'bands that touch',
      { bands: [90, 90, 60] },
      '分数线应从高到低：优秀、合格、基本合格，都在 100 分以内。',
    ],
    [
      'a band above 100',
      { bands: [101, 70, 60] },
      '分数线应从高到低：优秀、合格、基本合格，都在 100 分以内。',
    ],
    ['a share above all', { excellentShare: 101 }, '优秀比例应在 0 至 100 之间。'],
  ])('%s', (_words, changes, sentence) => {
    expect(problemsOfRules({ ...rules, ...changes }).map((one) => one.sentence)).toEqual([sentence]);
  });

  test('become parameters of the last day, and change no other year', () => {
    const own = createParameters(
      overridesOfRules({ ...rules, weights: [0, 30, 15, 15, 40], excellentShare: 25 }, '2025-12-31'),
    );
    expect(own.numberList('appraisalWeights', '2025-12-31')).toEqual([0, 30, 15, 15, 40]);
    expect(own.number('appraisalExcellentShare', '2025-12-31')).toBe(25);
    expect(own.numberList('appraisalWeights', '2025-12-30')).toEqual(rules.weights);
  });
});

describe('who takes part', () => {
  const person = (changes: Partial<StaffFact>): StaffFact => ({
    id: 's1',
    name: '张三',
    kind: '专任教师',
    hiredOn: '2015-09-01',
    leftOn: null,
    isPartyMember: false,
    certificateDueOn: null,
    ...changes,
  });
  const year = { from: '2025-01-01', to: '2025-12-31' };
  const schoolYear = { from: '2025-09-01', to: '2026-08-31' };

  test.each<[string, Partial<StaffFact>, { from: string; to: string }, boolean | null, string | null]>([
    ['here all the time', {}, year, true, null],
    ['no days entered', { hiredOn: null }, year, true, null],
    ['hired on the first day', { hiredOn: '2025-01-01' }, year, true, null],
    ['hired in the middle, exactly six months', { hiredOn: '2025-07-01' }, year, true, null],
    ['a day later: too short', { hiredOn: '2025-07-02' }, year, false, '在校时间不足'],
    ['hired in September: too short for a year', { hiredOn: '2025-09-01' }, year, false, '在校时间不足'],
    ['… but long enough for a school year', { hiredOn: '2025-09-01' }, schoolYear, true, null],
    ['retired within', { leftOn: '2025-11-01' }, year, false, '已调离或退休'],
    ['left on the last day', { leftOn: '2025-12-31' }, year, false, '已调离或退休'],
    ['left after it', { leftOn: '2026-01-01' }, year, true, null],
    ['left before it began', { leftOn: '2025-01-01' }, year, null, null],
    ['hired after it', { hiredOn: '2026-01-01' }, year, null, null],
  ])('%s', (_words, changes, range, included, reason) => {
    const [place] = proposePlaces([person(changes)], range, 6);
    expect(place?.included ?? null).toBe(included);
    expect(place?.reason ?? null).toBe(reason);
    expect(place?.note === null).toBe(reason === null || place === undefined ? place !== undefined : false);
  });
});

describe('scores of many raters', () => {
  test('too few are neither counted nor shown', () => {
    expect(partScore([90, 80], 3, 3.5)).toEqual({ raters: 2, mean: null, outliers: 0 });
    expect(partScore([90, 80, 85], 3, 3.5)).toEqual({ raters: 3, mean: 85, outliers: 0 });
    expect(partScore([], 1, 3.5)).toEqual({ raters: 0, mean: null, outliers: 0 });
    expect(partScore([90, 90, 91], 3, 3.5).mean).toBe(90.33);
  });

  test.each<[string, number[], boolean[]]>([
    ['one far below', [90, 91, 92, 93, 20], [false, false, false, false, true]],
    [
      'wild ones don’t hide each other',
      [90, 91, 92, 93, 94, 95, 20, 20],
      Array.from({ length: 8 }, (_, i) => i > 5),
    ],
    ['all the same but one near', [90, 90, 90, 90, 96], [false, false, false, false, false]],
    ['all the same but one far', [90, 90, 90, 90, 98], [false, false, false, false, true]],
    ['four are too few to tell', [90, 90, 90, 10], [false, false, false, false]],
    ['a wide spread is no outlier', [60, 70, 80, 90, 100], [false, false, false, false, false]],
  ])('%s', (_words, values, far) => {
    expect(farFromOthers(values, 3.5)).toEqual(far);
  });

  test('a rater far from the others, and one who gives the same to all', () => {
    const rater = (number: number, base: number, flat = false) =>
      raterSummary(
        number,
        Array.from({ length: 10 }, (_, index) => base + (flat ? 0 : index % 3)),
      );
    const odd = oddRaters([rater(1, 90), rater(2, 91), rater(3, 89), rater(4, 40), rater(5, 92, true)], 3.5);
    expect(odd.map(({ reason }) => reason)).toEqual([
      '4号平均 40.9 分，比多数人（90.90 分）低 50.00 分',
      '5号给 10 人都打了 92 分',
    ]);
    expect(oddRaters([], 3.5)).toEqual([]);
  });

  test('the middle, and who is missing', () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 2, 3])).toBe(2.5);
    expect(() => median([])).toThrow();
    expect(missingRaters(5, [2, 4])).toEqual([1, 3, 5]);
    expect(missingRaters(0, [])).toEqual([]);
  });
});

describe('results', () => {
  const result = (
    totals: readonly number[],
    decisions: readonly TieDecision[] = [],
    cases: readonly CaseFact[] = [],
  ) =>
    roundResult(
      totals.map((score, index) =>
        appraisal(`a${index + 1}`, {
          scores: { self: score, peer: score, pupil: score, parent: score, panel: score },
        }),
      ),
      cases,
      '2025',
      shipped,
      decisions,
    );
  const tied = [95, 93, 93, 93, 80, 80, 80, 80, 80, 80];
  const gradesOf = (decisions: readonly TieDecision[]) =>
    result(tied, decisions)
      .people.slice(0, 4)
      .map(({ grade }) => grade);
  const about = (...granted: readonly string[]): TieDecision[] =>
    ['s2', 's3', 's4'].map((staffId) => ({ staffId, granted: granted.includes(staffId) }));

  test.each<[string, TieDecision[], (string | null)[]]>([
    ['nothing decided', [], ['优秀', null, null, null]],
    ['one of three', about('s3'), ['优秀', '合格', '优秀', '合格']],
    ['the place left empty', about(), ['优秀', '合格', '合格', '合格']],
    ['more than places', about('s2', 's3'), ['优秀', null, null, null]],
    ['about two of three only', about('s2').slice(0, 2), ['优秀', null, null, null]],
    ['about other people', [{ staffId: 's9', granted: true }], ['优秀', null, null, null]],
  ])('a tie at the cap, %s', (_words, decisions, grades) => {
    expect(gradesOf(decisions)).toEqual(grades);
  });

  test('rank, cap and its reason in words', () => {
    const { people, limit, limitWords, tie } = result([
      95, 94, 93, 93, 80, 80, 80, 80, 80, 80, 80, 80, 80, 80,
    ]);
    expect([limit, tie]).toEqual([2, null]);
    expect(limitWords).toBe('14 人参加考核，优秀不超过 20%，最多 2 人（尾数舍去）');
    expect(people.map(({ rank }) => rank).slice(0, 5)).toEqual([1, 2, 3, 3, 5]);
    expect(people[2]).toMatchObject({
      bandGrade: '优秀',
      grade: '合格',
      cap: 'beyond',
      reasons: [`总分在优秀线以上，排第 3 名，超出优秀名额（${limitWords}），评为“合格”`],
    });
  });

  test.each([
    [90, '优秀'],
    [89.99, '合格'],
    [70, '合格'],
    [69.99, '基本合格'],
    [60, '基本合格'],
    [59.99, '不合格'],
  ])('%d is %s', (score, grade) => {
    expect(result([score, 50, 50, 50, 50]).people.find(({ total }) => total === score)?.bandGrade).toBe(
      grade,
    );
  });

  test('a veto leaves its place to the next', () => {
    const { people } = result([95, 94, 80, 80, 80], [], [ethicsCase({ handling: '记过' })]);
    expect(people.map(({ grade }) => grade)).toEqual(['不合格', '优秀', '合格', '合格', '合格']);
  });
});

describe('steps', () => {
  const order: readonly RoundStep[] = [
    '个人自评',
    '教师互评',
    '学生家长测评',
    '考核组评定',
    '公示',
    '本人签字',
    '归档',
  ];
  const situation = (done: number, changes: Partial<RoundSituation> = {}): RoundSituation => ({
    rules,
    done: order.slice(0, done).map((step) => ({ step, doneOn: '2025-12-20', by: '王办事' })),
    lacking: { 自评: 0, 互评: 0, 学生测评: 0, 家长测评: 0, 考核组: 0 },
    undecided: 0,
    noticeFrom: '2025-12-22',
    noticeTo: '2025-12-26',
    unsigned: 0,
    calendar,
    ...changes,
  });

  test('the first three run side by side, the others one after the other', () => {
    const states = (done: number) =>
      stepViews(situation(done))
        .map(({ state }) => state[0])
        .join('');
    expect([0, 1, 3, 4, 7].map(states)).toEqual(['cccwwww', 'dccwwww', 'dddcwww', 'ddddcww', 'ddddddd']);
  });

  test('a kindergarten without pupils’ scores, a school without self-rating: steps without weight are skipped', () => {
    const states = (weights: readonly number[]) =>
      stepViews({ rules: { ...rules, weights }, done: [] })
        .map(({ state }) => state[0])
        .join('');
    expect(states([20, 30, 0, 20, 30])).toBe('cccwwww');
    expect(states([40, 0, 0, 0, 60])).toBe('csswwww');
    expect(states([0, 30, 15, 15, 40])).toBe('sccwwww');
  });

  const lacking = situation(0).lacking;
  test.each<[string, RoundStep, string, RoundSituation, string | null]>([
    ['all self-ratings in', '个人自评', '2025-12-20', situation(0), null],
    [
      'two are missing',
      '个人自评',
      '2025-12-20',
      situation(0, { lacking: { ...lacking, 自评: 2 } }),
      '还有 2 人没有“自评”得分',
    ],
    [
      'parents are missing',
      '学生家长测评',
      '2025-12-20',
      situation(2, { lacking: { ...lacking, 家长测评: 1 } }),
      '还有 1 人没有“家长测评”得分',
    ],
    ['done before', '个人自评', '2025-12-20', situation(1), '“个人自评”已经在2025年12月20日完成。'],
    ['too early', '公示', '2025-12-26', situation(2), '请先完成：学生家长测评、考核组评定。'],
    ['before the one before', '考核组评定', '2025-12-19', situation(3), '“考核组评定”不能早于这一天。'],
    ['a tie is open', '考核组评定', '2025-12-22', situation(3, { undecided: 3 }), '优秀名额处有 3 人同分'],
    ['no notice', '公示', '2025-12-26', situation(4, { noticeFrom: null }), '还没有开始公示'],
    ['the notice runs', '公示', '2025-12-25', situation(4), '公示到2025年12月26日为止'],
    ['five workdays', '公示', '2025-12-26', situation(4), null],
    [
      'over New Year: four workdays',
      '公示',
      '2026-01-05',
      situation(4, { noticeFrom: '2025-12-29', noticeTo: '2026-01-04' }),
      '只有 4 个工作日',
    ],
    ['somebody hasn’t signed', '本人签字', '2025-12-29', situation(5, { unsigned: 1 }), '还有 1 人没有签字'],
    ['all is there', '归档', '2025-12-30', situation(6), null],
  ])('%s', (_words, step, on, given, sentence) => {
    const refusal = stepRefusal(step, on, given);
    if (sentence === null) expect(refusal).toBeNull();
    else expect(refusal).toContain(sentence);
  });

  test('a notice beyond the known calendar is left to the school', () => {
    expect(noticeTooShort(calendar, rules, '2039-01-03', '2039-01-04')).toBeNull();
    expect(noticeTooShort(calendar, rules, '2025-12-26', '2025-12-22')).toBe(
      '公示结束日期不能早于开始日期。',
    );
  });
});

describe('grades of the annual assessment', () => {
  const limit = (best: AssessmentGrade): AssessmentLimit => ({
    best,
    proof: { ledger: best === '不合格' ? 'ethicsAppraisal' : 'ethicsCase', id: 'x' },
    reason: '',
    basis: '',
  });
  test.each<[AssessmentGrade, AssessmentGrade[], boolean]>([
    ['优秀', [], true],
    ['优秀', ['合格'], false],
    ['合格', ['合格'], true],
    ['合格', ['不定等次'], false],
    ['不定等次', ['不定等次'], true],
    ['不合格', ['不定等次'], false],
    ['合格', ['不合格'], false],
    ['不定等次', ['不合格'], false],
    ['不合格', ['不合格'], true],
    ['不合格', ['不合格', '不定等次'], true],
    ['不定等次', ['不合格', '不定等次'], true],
    ['合格', ['不合格', '不定等次'], false],
  ])('%s under %j stands: %s', (grade, limits, stands) => {
    expect(brokenLimit(grade, limits.map(limit)) === undefined).toBe(stands);
  });
});
