import { describe, expect, test } from 'vitest';
import { caseAsOn } from '#shared/domain/ethics/caseAsOn.ts';
import type { CaseFact, EntryCheckFact } from '#shared/domain/ethics/facts.ts';
import { gateOf } from '#shared/domain/ethics/gate.ts';
import type { GateFacts } from '#shared/domain/ethics/gate.ts';
import { gatePurposes } from '#shared/domain/ethics/gatePurposes.ts';
import { addDays } from '#shared/kernel/plainDate.ts';
import { createParameters } from '#shared/domain/parameters/index.ts';
import { appraisal, ethicsCase } from './schoolFacts.ts';

const parameters = createParameters();
const checked = (checkedOn: string, result: '无' | '有' = '无'): EntryCheckFact => ({
  id: 'e1',
  staffId: 's1',
  checkedOn,
  result,
});

/** Somebody with a sound record: appraised for 2024, checked in March 2025. */
function person(changes: Partial<GateFacts> = {}): GateFacts {
  return {
    appraisals: [appraisal('a1', { period: '2024' })],
    cases: [],
    entryChecks: [checked('2025-03-02')],
    ...changes,
  };
}
const withCase = (changes: Partial<CaseFact> = {}): GateFacts => person({ cases: [ethicsCase(changes)] });
const ask = (facts: GateFacts, purpose: (typeof gatePurposes)[number], on: string) =>
  gateOf(facts, purpose, on, parameters);

test.each(gatePurposes)('a sound record passes for %s', (purpose) =>
  expect(ask(person(), purpose, '2025-09-01')).toEqual({ outcome: 'pass', blockedUntil: null, reasons: [] }),
);

describe('a warning from 3 June to 3 December 2025', () => {
  test.each([
    ['评优表彰', '2025-06-02', 'decision', null],
    ['评优表彰', '2025-06-03', 'blocked', '2025-12-03'],
    ['评优表彰', '2025-12-03', 'blocked', '2025-12-03'],
    ['评优表彰', '2025-12-04', 'pass', null],
    ['培养项目', '2025-08-01', 'blocked', '2025-12-03'],
    ['定期注册', '2025-08-01', 'blocked', '2025-12-03'],
    ['职称评聘', '2025-08-01', 'decision', null],
    ['岗位聘用', '2025-08-01', 'decision', null],
    ['年度考核', '2025-08-01', 'decision', null],
    ['年度考核', '2025-06-02', 'pass', null],
  ] as const)('%s on %s: %s until %s', (purpose, on, outcome, until) => {
    // On 2 June the case is still looked into; the yearly assessment waits for its outcome anyway.
    const facts = on === '2025-06-02' && purpose === '年度考核' ? person() : withCase();
    expect(ask(facts, purpose, on)).toMatchObject({ outcome, blockedUntil: until });
  });

  test('the reasons name their basis and their proof', () => {
    const { reasons } = ask(withCase(), '评优表彰', '2025-08-01');
    expect(reasons).toEqual([
      {
        effect: 'blocked',
        sentence: '受警告处分，处分期到2025年12月3日',
        basis: '教师〔2018〕18号《中小学教师违反职业道德行为处理办法（2018年修订）》',
        until: '2025-12-03',
        proof: { ledger: 'ethicsCase', id: 'c1' },
      },
    ]);
  });

  test('what review took back blocks nothing afterwards, and did before', () => {
    const facts = withCase({
      reviewAskedOn: '2025-06-10',
      reviewDecidedOn: '2025-07-01',
      reviewResult: '撤销',
    });
    expect(ask(facts, '评优表彰', '2025-06-30').outcome).toBe('blocked');
    expect(ask(facts, '评优表彰', '2025-07-01').outcome).toBe('pass');
  });

  test('an extension blocks longer, from the day it was decided', () => {
    const facts = withCase({ periodExtendedOn: '2025-11-20', extendedTo: '2026-03-03' });
    expect(ask(facts, '评优表彰', '2025-11-19').blockedUntil).toBe('2025-12-03');
    expect(ask(facts, '评优表彰', '2025-12-20').blockedUntil).toBe('2026-03-03');
  });
});

describe('graver handlings', () => {
  test.each([
    ['职称评聘', { handling: '记过', effectTo: '2026-06-03' }, 'blocked', '2026-06-03'],
    ['岗位聘用', { handling: '降低岗位等级', effectTo: null }, 'blocked', '2027-06-03'],
    ['岗位聘用', { handling: '开除', effectTo: null }, 'blocked', null],
    ['评优表彰', { disqualifiedUntil: '2027-06-03' }, 'blocked', '2027-06-03'],
    [
      '职称评聘',
      { handling: '通报批评', effectTo: null, disqualifiedUntil: '2027-06-03' },
      'blocked',
      '2027-06-03',
    ],
    ['评优表彰', { handling: '批评教育', effectTo: null }, 'pass', null],
  ] as const)('%s with %j: %s until %s', (purpose, changes, outcome, until) =>
    expect(ask(withCase(changes), purpose, '2025-10-01')).toMatchObject({ outcome, blockedUntil: until }),
  );

  test('of two sanctions that overlap the later end counts, and the person is open again the day after', () => {
    const cases = [
      ethicsCase(),
      ethicsCase({
        id: 'c2',
        number: '2025-02',
        handling: '记过',
        decidedOn: '2025-09-01',
        effectFrom: '2025-09-01',
        effectTo: '2026-09-01',
      }),
    ];
    const answer = ask(person({ cases }), '评优表彰', '2025-10-01');
    expect(answer.reasons.map(({ until }) => until)).toEqual(['2026-09-01', '2025-12-03']);
    expect(answer).toMatchObject({ outcome: 'blocked', blockedUntil: '2026-09-01' });
  });
});

describe('days at the edges', () => {
  const sanction = (handling: CaseFact['handling'], effectFrom: string, more: Partial<CaseFact> = {}) =>
    withCase({
      receivedOn: '2022-01-10',
      acceptedOn: '2022-01-11',
      heardOn: '2022-01-12',
      concludedOn: '2022-01-13',
      proposedOn: '2022-01-14',
      answeredOn: '2022-01-14',
      decidedOn: effectFrom,
      deliveredOn: effectFrom,
      handling,
      effectFrom,
      effectTo: null,
      liftedOn: null,
      ...more,
    });

  test.each([
    ['six months into February of a leap year', '警告', '2023-08-31', '2024-02-29'],
    ['six months into February of a common year', '警告', '2024-08-31', '2025-02-28'],
    ['a year from 29 February', '记过', '2024-02-29', '2025-02-28'],
    ['two years from 29 February', '降低岗位等级', '2024-02-29', '2026-02-28'],
    [
      'ends on the National Day: a sanction is no time limit and is not moved',
      '警告',
      '2024-04-01',
      '2024-10-01',
    ],
  ] as const)('%s', (_name, handling, from, until) => {
    const facts = sanction(handling, from);
    expect(ask(facts, '评优表彰', until)).toMatchObject({ outcome: 'blocked', blockedUntil: until });
    const after = ask(facts, '评优表彰', addDays(until, 1));
    expect(after.reasons.filter(({ sentence }) => sentence.includes('处分'))).toEqual([]);
  });

  // 《处分规定》 replaced the rules of 2012 on 6 November 2023.
  test.each([
    ['记过', '2023-11-05', '受记过处分，2023年度考核不得高于“基本合格”'],
    ['记过', '2023-11-06', '受记过处分，2023年度考核只写评语、不定等次'],
    ['降低岗位等级', '2023-11-05', '受降低岗位等级处分，2023年度考核不得高于“不合格”'],
    ['降低岗位等级', '2023-11-06', '受降低岗位等级处分，2023年度考核只写评语、不定等次'],
    ['警告', '2023-11-05', '受警告处分，2023年度考核不得高于“合格”'],
    ['警告', '2023-11-06', '受警告处分，2023年度考核不得高于“合格”'],
  ] as const)('%s decided on %s: %s', (handling, decidedOn, sentence) =>
    expect(
      ask(sanction(handling, decidedOn), '年度考核', '2023-12-31').reasons.map((reason) => reason.sentence),
    ).toContain(sentence),
  );

  test('a warning that runs into a later demerit blocks to the later end, whichever was decided first', () => {
    const facts = person({
      cases: [
        ...sanction('记过', '2024-09-01').cases,
        ...sanction('警告', '2024-12-01', { id: 'c2', number: '2024-02' }).cases,
      ],
    });
    expect(ask(facts, '培养项目', '2025-02-01').blockedUntil).toBe('2025-09-01');
    expect(ask(facts, '职称评聘', '2025-02-01').blockedUntil).toBe('2025-09-01');
    expect(ask(facts, '评优表彰', '2025-07-01').blockedUntil).toBe('2025-09-01');
  });
});

describe('a case under way', () => {
  const open: Partial<CaseFact> = {
    concludedOn: null,
    conclusion: null,
    handling: null,
    proposedOn: null,
    decidedOn: null,
    effectFrom: null,
    effectTo: null,
    deliveredOn: null,
    liftedOn: null,
    answeredOn: null,
  };
  test('needs a decision by people, whatever the purpose', () => {
    for (const purpose of gatePurposes)
      expect(ask(withCase(open), purpose, '2025-05-15').outcome).toBe('decision');
    expect(ask(withCase(open), '评优表彰', '2025-05-05').outcome).toBe('pass');
  });

  test('one that was not proved says nothing against anybody', () => {
    const unproved = withCase({ ...open, concludedOn: '2025-05-20', conclusion: '不属实' });
    expect(ask(unproved, '评优表彰', '2025-05-19').outcome).toBe('decision');
    expect(ask(unproved, '评优表彰', '2025-05-20').outcome).toBe('pass');
  });
});

describe('appraisals and entry checks', () => {
  const unqualified = person({ appraisals: [appraisal('a1', { period: '2024', grade: '不合格' })] });
  test.each([
    ['评优表彰', '2024-12-30', 'decision'],
    ['评优表彰', '2024-12-31', 'blocked'],
    ['职称评聘', '2025-12-30', 'blocked'],
    ['职称评聘', '2025-12-31', 'pass'],
    ['年度考核', '2024-12-31', 'decision'],
  ] as const)('unqualified for 2024: %s on %s: %s', (purpose, on, outcome) =>
    expect(ask(unqualified, purpose, on).outcome).toBe(outcome),
  );

  test.each([
    ['岗位聘用', [], 'decision'],
    ['岗位聘用', [checked('2024-08-31')], 'decision'],
    ['岗位聘用', [checked('2024-09-01')], 'pass'],
    ['岗位聘用', [checked('2025-03-01', '有')], 'blocked'],
    ['资格认定', [], 'decision'],
    ['评优表彰', [], 'pass'],
  ] as const)('%s with entry checks %j: %s', (purpose, entryChecks, outcome) =>
    expect(ask(person({ entryChecks }), purpose, '2025-09-01').outcome).toBe(outcome),
  );

  test('somebody hired in mid-year has no appraisal yet: people decide; the certificate itself asks for none', () => {
    expect(ask(person({ appraisals: [] }), '评优表彰', '2025-09-01').outcome).toBe('decision');
    expect(ask(person({ appraisals: [] }), '资格认定', '2025-09-01').outcome).toBe('pass');
  });

  test('the yearly assessment of the year of a demerit has no grade', () => {
    const answer = ask(withCase({ handling: '记过', effectTo: '2026-06-03' }), '年度考核', '2025-12-31');
    expect(answer.reasons.map(({ sentence }) => sentence)).toEqual([
      '受记过处分，2025年度考核只写评语、不定等次',
      '考核期内受到记过处分，师德考核应为“不合格”，年度考核应为“不合格”',
    ]);
  });
});

test('a case as on a day has nothing of later days', () => {
  expect(caseAsOn(ethicsCase(), '2025-05-05')).toBeUndefined();
  expect(caseAsOn(ethicsCase(), '2025-05-19')).toMatchObject({
    acceptedOn: '2025-05-07',
    concludedOn: null,
    conclusion: null,
    handling: null,
    decidedOn: null,
    effectTo: null,
    liftedOn: null,
  });
  expect(caseAsOn(ethicsCase(), '2026-01-01')).toEqual(ethicsCase());
});
