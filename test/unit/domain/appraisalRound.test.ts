import { describe, expect, test } from 'vitest';
import { appraisalRound } from '#shared/domain/ethics/appraisalRound.ts';
import type { CaseFact } from '#shared/domain/ethics/facts.ts';
import { createParameters } from '#shared/domain/parameters/index.ts';
import { appraisal, ethicsCase } from './schoolFacts.ts';

const shipped = createParameters();
/** People s1, s2 … of whom every score is the given one. */
const scored = (...totals: readonly number[]) =>
  totals.map((score, index) =>
    appraisal(`a${index + 1}`, {
      scores: { self: score, peer: score, pupil: score, parent: score, panel: score },
    }),
  );
const round = (totals: readonly number[], cases: readonly CaseFact[] = [], parameters = shipped) =>
  appraisalRound(scored(...totals), cases, '2025', parameters);
const ids = (people: readonly { readonly staffId: string }[]) => people.map(({ staffId }) => staffId);

describe('the cap on 优秀: a fifth of ten is two', () => {
  test.each([
    ['two above the others', [95, 94, 93, 80, 80, 80, 80, 80, 80, 80], ['s1', 's2'], [], 0, ['s3']],
    [
      'three of one total for one place',
      [95, 93, 93, 93, 91, 80, 80, 80, 80, 80],
      ['s1'],
      ['s2', 's3', 's4'],
      1,
      ['s5'],
    ],
    ['all tied at the top', [93, 93, 93, 80, 80, 80, 80, 80, 80, 80], [], ['s1', 's2', 's3'], 2, []],
    ['as many as places', [93, 93, 80, 80, 80, 80, 80, 80, 80, 80], ['s1', 's2'], [], 0, []],
    ['nobody reaches the band', [89, 89, 80, 80, 80, 80, 80, 80, 80, 80], [], [], 0, []],
  ])('%s', (_words, totals, certain, tied, places, beyond) => {
    const { excellent } = round(totals);
    expect(excellent.limit).toBe(2);
    expect(ids(excellent.certain)).toEqual(certain);
    expect(ids(excellent.tied)).toEqual(tied);
    expect(excellent.placesForTied).toBe(places);
    expect(ids(excellent.beyond)).toEqual(beyond);
  });

  test('four people have no place at all', () => {
    const { excellent } = round([95, 94, 80, 80]);
    expect(excellent).toMatchObject({ limit: 0, certain: [], tied: [] });
    expect(ids(excellent.beyond)).toEqual(['s1', 's2']);
  });

  test('another share in force from a later year leaves the old round alone', () => {
    const totals = [95, 94, 93, 92, 80, 80, 80, 80, 80, 80];
    const later = (validFrom: string) =>
      createParameters([{ id: 'appraisalExcellentShare', validFrom, value: 30 }]);
    expect(round(totals, [], later('2026-01-01')).excellent.limit).toBe(2);
    expect(round(totals, [], later('2025-12-31')).excellent.limit).toBe(3);
  });
});

describe('what lowers a grade', () => {
  const first = (cases: readonly CaseFact[]) => round([95, 80, 80, 80, 80], cases).people[0];

  test('a warning of the year takes 优秀 away, and the place goes to nobody who did not reach it', () => {
    expect(first([ethicsCase()])).toMatchObject({
      grade: '合格',
      reasons: ['考核期内受到警告处分，不得评为“优秀”'],
      caseIds: ['c1'],
    });
    expect(round([95, 80, 80, 80, 80], [ethicsCase()]).excellent).toMatchObject({ certain: [], tied: [] });
    expect(first([ethicsCase({ decidedOn: '2026-01-01' })])).toMatchObject({ grade: '优秀', reasons: [] });
    expect(first([ethicsCase({ reviewResult: '撤销' })])).toMatchObject({ grade: '优秀', reasons: [] });
  });

  test('a veto makes it 不合格 with its proof, missing scores or not', () => {
    const demerit = ethicsCase({ handling: '记过' });
    expect(first([demerit])).toMatchObject({
      grade: '不合格',
      reasons: ['考核期内受到记过处分，一票否决'],
      caseIds: ['c1'],
    });
    const open = appraisal('a1', { scores: { self: null, peer: 90, pupil: 90, parent: 90, panel: 90 } });
    const [person] = appraisalRound([open], [demerit], '2025', shipped).people;
    expect(person).toMatchObject({ grade: '不合格', total: null, missingScores: ['self'] });
  });

  test('a missing score whose weight is 0 is no gap; another one leaves the grade open', () => {
    const open = appraisal('a1', { scores: { self: null, peer: 90, pupil: 90, parent: null, panel: 90 } });
    const weights = [{ id: 'appraisalWeights', validFrom: '2025-01-01', value: [0, 30, 30, 0, 40] }];
    expect(appraisalRound([open], [], '2025', createParameters(weights)).people[0]).toMatchObject({
      total: 90,
      grade: '优秀',
      missingScores: [],
    });
    expect(appraisalRound([open], [], '2025', shipped).people[0]).toMatchObject({
      total: null,
      grade: null,
      missingScores: ['self', 'parent'],
    });
  });
});
