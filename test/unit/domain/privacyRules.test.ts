import { describe, expect, test } from 'vitest';
import type { PrivacyFacts } from '#shared/domain/privacy/facts.ts';
import { createParameters } from '#shared/domain/parameters/index.ts';
import { privacyRules } from '#shared/domain/rules/privacyRules.ts';
import { runRules } from '#shared/domain/rules/rule.ts';
import { calendar } from './schoolFacts.ts';

const today = '2026-11-24';

/** A school whose house is in order. */
function school(changes: Partial<PrivacyFacts> = {}): PrivacyFacts {
  return {
    markedFiles: [],
    pupils: [{ id: 'p1', name: '王小', bornOn: '2015-05-01', consentOn: '2023-09-01' }],
    consents: [],
    exports: [],
    leavingColumns: [],
    looks: [],
    statisticCells: [],
    reviews: [
      { id: 'r1', kind: '合规审计', doneOn: '2026-06-01' },
      { id: 'r2', kind: '影响评估', doneOn: '2024-06-01' },
    ],
    requests: [],
    releases: [],
    calendar,
    ...changes,
  };
}
function found(facts: PrivacyFacts, on = today): string[] {
  return runRules(privacyRules, facts, createParameters(), on).map(({ ruleId }) => ruleId);
}
const sentences = (facts: PrivacyFacts): string[] =>
  runRules(privacyRules, facts, createParameters(), today).map(({ sentence }) => sentence);

test('a school in order has no findings', () => expect(found(school())).toEqual([]));

describe('PRV-01 consent of guardians', () => {
  const pupil = (bornOn: string | null, consentOn: string | null) => ({
    id: 'p1',
    name: '王小',
    bornOn,
    consentOn,
  });
  const consent = { pupilId: 'p1', scope: ['信息处理'], signedOn: '2026-09-01', withdrawnOn: null };
  test.each([
    ['thirteen, none', { pupils: [pupil('2012-11-25', null)] }, ['PRV-01']],
    ['fourteen today, none', { pupils: [pupil('2012-11-24', null)] }, []],
    ['born on 29 February, a day before the birthday', { pupils: [pupil('2016-02-29', null)] }, ['PRV-01']],
    ['birth unknown', { pupils: [pupil(null, null)] }, []],
    ['in the register', { pupils: [pupil('2016-02-29', null)], consents: [consent] }, []],
    [
      'for pictures only',
      { pupils: [pupil('2016-02-29', null)], consents: [{ ...consent, scope: ['照片发布'] }] },
      ['PRV-01'],
    ],
    [
      'withdrawn today',
      { pupils: [pupil('2016-02-29', null)], consents: [{ ...consent, withdrawnOn: today }] },
      ['PRV-01'],
    ],
    [
      'withdrawn tomorrow',
      { pupils: [pupil('2016-02-29', null)], consents: [{ ...consent, withdrawnOn: '2026-11-25' }] },
      [],
    ],
  ] as const)('%s', (_name, changes, expected) => expect(found(school(changes))).toEqual(expected));

  test('many are one finding that names five', () => {
    const pupils = Array.from({ length: 300 }, (_, at) => ({ ...pupil('2016-01-01', null), id: `p${at}` }));
    expect(sentences(school({ pupils }))).toEqual([
      '有 300 名不满 14 周岁的学生没有监护人同意记录（王小、王小、王小、王小、王小等），请补签同意书并登记。',
    ]);
  });
});

describe('what leaves', () => {
  const line = {
    key: 'x',
    on: '2026-11-01',
    what: '教职工',
    profile: 'internal' as const,
    purpose: '核对',
    recipient: '本校',
    rows: 120,
    openOnStick: false,
  };
  test.each([
    ['PRV-02 purpose and recipient named', line, []],
    ['PRV-02 no recipient', { ...line, recipient: ' ' }, ['PRV-02']],
    ['PRV-02 over a year ago', { ...line, purpose: '', on: '2025-11-24' }, []],
    ['PRV-02 a year ago less a day', { ...line, purpose: '', on: '2025-11-25' }, ['PRV-02']],
    ['PRV-09 internal on a stick', { ...line, openOnStick: true }, ['PRV-09']],
    ['PRV-09 for the superior on a stick', { ...line, openOnStick: true, profile: 'upward' as const }, []],
    ['PRV-09 nothing in it', { ...line, openOnStick: true, rows: 0 }, []],
  ])('%s', (_name, one, expected) => expect(found(school({ exports: [one] }))).toEqual(expected));

  test.each([
    ['health', 'publicNotice', ['PRV-03']],
    ['health', 'upward', []],
    ['adultName', 'publicNotice', []],
    ['complainant', 'internal', ['PRV-12']],
    ['complainant', 'publicNotice', ['PRV-03', 'PRV-12']],
  ] as const)('a column of %s under %s', (kind, profile, expected) =>
    expect(found(school({ leavingColumns: [{ ledger: 'pupil', column: '某栏', kind, profile }] }))).toEqual(
      expected,
    ),
  );

  test.each([
    [0, true, []],
    [1, true, ['PRV-04']],
    [2, true, ['PRV-04']],
    [2, false, []],
    [3, true, []],
  ] as const)('PRV-04 a count of %i, shown %s', (count, shown, expected) =>
    expect(found(school({ statisticCells: [{ table: '处理', label: '警告', count, shown }] }))).toEqual(
      expected,
    ),
  );
});

describe('oversight', () => {
  const look = {
    key: 'x',
    on: '2026-11-01',
    accountName: '某人',
    ledger: 'ethicsCase',
    recordId: 'c1',
    allowed: false,
  };
  test.each([
    ['PRV-05 a look without being named', [look], ['PRV-05']],
    ['PRV-05 a look by the handler', [{ ...look, allowed: true }], []],
    ['PRV-05 over a year ago', [{ ...look, on: '2025-11-24' }], []],
  ] as const)('%s', (_name, looks, expected) => expect(found(school({ looks }))).toEqual(expected));

  test.each([
    ['audited a year ago to the day', '2025-11-24', today, []],
    ['audited a year and a day ago', '2025-11-23', today, ['PRV-08']],
    ['audited on 29 February', '2024-02-29', '2025-02-28', []],
    ['audited on 29 February, a day later', '2024-02-29', '2025-03-01', ['PRV-08']],
  ])('PRV-08 %s', (_name, doneOn, on, expected) => {
    const reviews = [
      { id: 'r1', kind: '合规审计' as const, doneOn },
      { id: 'r2', kind: '影响评估' as const, doneOn: '2024-01-01' },
    ];
    expect(found(school({ reviews }), on)).toEqual(expected);
  });
  test('PRV-08 without pupils there is nothing to audit', () =>
    expect(found(school({ reviews: [], pupils: [] }))).toEqual([]));

  // The National Day holidays lie within the fifteen working days.
  test.each([
    ['2026-09-21', '2026-10-19', []],
    ['2026-09-21', '2026-10-20', ['PRV-11']],
  ])('PRV-11 a request of %s on %s', (receivedOn, on, expected) => {
    const requests = [{ id: 'q1', number: '2026-01', kind: '更正', receivedOn, answeredOn: null }];
    expect(found(school({ requests }), on)).toEqual(expected);
    expect(found(school({ requests: requests.map((one) => ({ ...one, answeredOn: on })) }), on)).toEqual([]);
  });

  test.each([
    ['consented before', '2026-09-01', null, []],
    ['consented the day after', '2026-10-02', null, ['PRV-10']],
    ['withdrawn afterwards', '2026-09-01', '2026-10-02', []],
    ['withdrawn before', '2026-09-01', '2026-10-01', ['PRV-10']],
  ])('PRV-10 pictures of 1 October, %s', (_name, signedOn, withdrawnOn, expected) =>
    expect(
      found(
        school({
          consents: [{ pupilId: 'p1', scope: ['照片发布'], signedOn, withdrawnOn }],
          releases: [{ id: 'f1', title: '国庆活动', publishedOn: '2026-10-01', pupilIds: ['p1'] }],
        }),
      ),
    ).toEqual(expected),
  );
});

test.each([
  ['绝密文件.pdf', 1],
  ['秘密★5年.docx', 1],
  ['保守秘密承诺.pdf', 0],
  ['会议签到.jpg', 0],
])('PRV-07 a file named %s: %i', (fileName, count) =>
  expect(found(school({ markedFiles: [{ ledger: 'partyMeeting', recordId: 'r1', fileName }] }))).toHaveLength(
    count,
  ),
);
