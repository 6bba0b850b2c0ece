import { describe, expect, test } from 'vitest';
import { appealRoute, bodyNames } from '#shared/domain/ethics/appealRoute.ts';
import { nextCaseNumber } from '#shared/domain/ethics/caseNumber.ts';
import { casePapersOf, papersMissingFor } from '#shared/domain/ethics/casePapers.ts';
import type { CaseFact } from '#shared/domain/ethics/facts.ts';
import { violationBasis, violationWords } from '#shared/domain/ethics/violationBasis.ts';
import { createParameters } from '#shared/domain/parameters/index.ts';
import { ethicsCase } from './schoolFacts.ts';

const shipped = createParameters();

describe('the papers of a file', () => {
  const kinds = (changes: Partial<CaseFact>): string =>
    casePapersOf(ethicsCase({ paperKinds: [], ...changes }))
      .map(({ kind }) => kind)
      .join('、');
  const open = {
    handling: null,
    decidedOn: null,
    effectFrom: null,
    effectTo: null,
    deliveredOn: null,
  } as const;

  test.each<[string, Partial<CaseFact>, string]>([
    ['under investigation', open, '登记表、受理决定、调查方案、调查笔录、调查报告、归档目录'],
    ['not accepted', { ...open, accepted: false }, '登记表、受理决定、归档目录'],
    [
      'a warning',
      {},
      '登记表、受理决定、调查方案、调查笔录、调查报告、陈述笔录、处理建议、处理决定书、送达回证、解除决定、归档目录',
    ],
    [
      'dismissal with a hearing: nothing to lift',
      { handling: '开除', hearingAsked: true },
      '登记表、受理决定、调查方案、调查笔录、调查报告、陈述笔录、处理建议、听证告知书、听证笔录、处理决定书、送达回证、归档目录',
    ],
    [
      'not proved',
      { conclusion: '不属实', handling: '不予处理' },
      '登记表、受理决定、调查方案、调查笔录、调查报告、归档目录',
    ],
    [
      'reviewed and appealed',
      { reviewAskedOn: '2025-06-10', appealAskedOn: '2025-07-10' },
      '登记表、受理决定、调查方案、调查笔录、调查报告、陈述笔录、处理建议、处理决定书、送达回证、复核决定书、申诉决定书、解除决定、归档目录',
    ],
  ])('%s', (_name, changes, expected) => expect(kinds(changes)).toBe(expected));

  test('each is wanted before its step, the first that is refused without it', () => {
    const papers = casePapersOf(ethicsCase({ paperKinds: ['登记表', '其他'] }));
    expect(papers.map(({ kind, neededFor, filed }) => `${kind} ${neededFor ?? '—'} ${filed}`)).toEqual([
      '登记表 受理 true',
      '受理决定 作出结论 false',
      '调查方案 作出结论 false',
      '调查笔录 作出结论 false',
      '调查报告 作出结论 false',
      '陈述笔录 作出处理决定 false',
      '处理建议 作出处理决定 false',
      '处理决定书 送达 false',
      '送达回证 送达 false',
      '解除决定 解除处分 false',
      '归档目录 归档 false',
      '其他 — true',
    ]);
  });

  test.each([
    ['受理', [], ['登记表']],
    ['作出结论', ['登记表', '调查报告'], ['受理决定', '调查方案', '调查笔录']],
    ['作出处理决定', ['调查报告', '陈述笔录'], ['处理建议']],
    ['送达', ['处理决定书'], ['送达回证']],
    ['解除处分', ['解除决定'], []],
    ['归档', ['登记表', '受理决定'], ['归档目录']],
  ] as const)('before %s with %j: missing %j', (event, paperKinds, missing) =>
    expect(papersMissingFor(event, ethicsCase({ paperKinds }))).toEqual(missing),
  );
});

describe('the way of appeal', () => {
  const names = bodyNames('清泉学校', '2026-04-01', shipped);
  test.each([
    ['学校', '向清泉学校申请复核', '向山丹县教育局提出申诉'],
    ['县教育局', '向山丹县教育局申请复核', '向张掖市教育局提出申诉'],
    ['上级部门', '向张掖市教育局申请复核', '向其上一级主管部门提出申诉'],
  ] as const)('decided by %s', (body, review, appeal) => {
    const text = appealRoute(body, '2026-04-01', names, shipped);
    expect(text).toContain(review);
    expect(text).toContain(appeal);
    expect(text).toContain('30日内');
    expect(text).toContain('不停止本决定的执行');
  });

  test('the day counts are those in force on the day of the decision', () => {
    const changed = createParameters([{ id: 'reviewAskDays', validFrom: '2026-05-01', value: 15 }]);
    expect(appealRoute('县教育局', '2026-04-30', names, changed)).toContain(
      '之日起30日内，向山丹县教育局申请复核',
    );
    expect(appealRoute('县教育局', '2026-05-01', names, changed)).toContain(
      '之日起15日内，向山丹县教育局申请复核',
    );
  });
});

test.each([
  ['V01 损害党中央权威', '（教师〔2018〕18号）第四条第（一）项', '损害党中央权威'],
  ['V10 有偿补课', '（教师〔2018〕18号）第四条第（十）项', '有偿补课'],
  ['K11 其他违反职业道德的行为', '（教师〔2018〕19号）第四条第（十一）项', '其他违反职业道德的行为'],
  ['有偿补课', '（教师〔2018〕18号）', '有偿补课'],
])('%s', (violation, ending, words) => {
  expect(violationBasis(violation).endsWith(ending)).toBe(true);
  expect(violationWords(violation)).toBe(words);
});

test.each([
  [2026, [], '2026-01'],
  [2026, ['2026-01', '2026-09', '2025-40', null, '2026-临1'], '2026-10'],
  [2026, ['2026-99', '2026-100'], '2026-101'],
])('the next number of %i after %j is %s', (year, taken, next) =>
  expect(nextCaseNumber(year, taken)).toBe(next),
);
