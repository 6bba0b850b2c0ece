import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from '#shared/kernel/canonicalJson.ts';
import { formatMoney, formatMoneyCapital, parseMoney } from '#shared/kernel/money.ts';
import { findSimilarTexts } from '#shared/kernel/similarity.ts';

describe('money in 分', () => {
  test.each([
    ['0', 0],
    ['12', 1200],
    ['12.5', 1250],
    ['12.05', 1205],
    ['1,234.56', 123456],
    ['￥12', 1200],
    ['¥12.00元', 1200],
    ['１２．５', 1250],
    ['-3.20', -320],
    ['12.500', 1250],
  ])('%s is %i', (text, amount) => expect(parseMoney(text)).toBe(amount));

  test.each(['', '12.345', 'abc', '1e3', '12..5', '--1', '.5'])('%j is no amount', (text) =>
    expect(parseMoney(text)).toBeUndefined(),
  );

  test('written and read again', () => {
    expect([formatMoney(0), formatMoney(5), formatMoney(123456), formatMoney(-100000000)]).toEqual([
      '0.00',
      '0.05',
      '1,234.56',
      '-1,000,000.00',
    ]);
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }), (amount) => {
        expect(parseMoney(formatMoney(amount))).toBe(amount);
      }),
    );
  });

  test.each([
    [0, '零元整'],
    [5, '伍分'],
    [50, '伍角整'],
    [100, '壹元整'],
    [123456, '壹仟贰佰叁拾肆元伍角陆分'],
    [100000, '壹仟元整'],
    [1640902, '壹万陆仟肆佰零玖元零贰分'],
    [32504, '叁佰贰拾伍元零肆分'],
    [168032, '壹仟陆佰捌拾元叁角贰分'],
    [600714, '陆仟零柒元壹角肆分'],
    [1000500, '壹万零伍元整'],
    [100000500, '壹佰万零伍元整'],
    [10000500000, '壹亿零伍仟元整'],
    [1000000000000, '壹佰亿元整'],
    [-1000, '负壹拾元整'],
  ])('%i 分 in capitals is %s', (amount, words) => expect(formatMoneyCapital(amount)).toBe(words));
});

describe('canonical JSON', () => {
  test('equal values give equal text', () => {
    expect(canonicalJson({ b: [1, 'x', null], a: { d: true, c: undefined } })).toBe(
      '{"a":{"d":true},"b":[1,"x",null]}',
    );
    expect(canonicalJson('中"文')).toBe('"中\\"文"');
  });

  test('any value survives, and the order of members makes no difference', () => {
    const member = fc.oneof(
      fc.integer(),
      fc.string(),
      fc.boolean(),
      fc.constant(null),
      fc.array(fc.double({ noNaN: true, noDefaultInfinity: true, noInteger: true })),
    );
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.string().filter((key) => key !== '__proto__'),
          member,
        ),
        (value) => {
          const turned = Object.fromEntries(Object.entries(value).reverse());
          expect(canonicalJson(turned)).toBe(canonicalJson(value));
          expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
        },
      ),
    );
  });

  test('a number that JSON cannot carry is a mistake', () => {
    expect(() => canonicalJson(Number.NaN)).toThrow();
    expect(() => canonicalJson([Number.POSITIVE_INFINITY])).toThrow();
  });
});

describe('similar texts', () => {
  const minutes =
    '会议由书记张明主持。全体党员集体学习了关于加强基层党组织建设的重要论述，围绕如何发挥党员教师的先锋模范作用开展讨论，大家结合教学工作谈了体会。';

  test('a copy with another date and punctuation is a copy', () => {
    const pairs = findSimilarTexts(
      [
        { id: 'a', text: `2026年9月5日，${minutes}` },
        { id: 'b', text: `2026年10月12日 ${minutes.replaceAll('，', ',')}` },
        {
          id: 'c',
          text: '本月组织党员到社区开展志愿服务，清理垃圾，慰问老党员，大家分组行动，圆满完成了任务并作了总结交流。',
        },
      ],
      0.8,
      30,
    );
    expect(pairs).toEqual([{ first: 'a', second: 'b', similarity: 1 }]);
  });

  test('short texts are not compared', () => {
    expect(
      findSimilarTexts(
        [
          { id: 'a', text: '略' },
          { id: 'b', text: '略' },
        ],
        0.8,
        30,
      ),
    ).toEqual([]);
  });

  test('the same pairs are found as by comparing everything with everything', () => {
    const characters = fc.constantFrom(...'党员会议学习讨论');
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: characters, minLength: 5, maxLength: 14 }), { maxLength: 12 }),
        (texts) => {
          const found = findSimilarTexts(
            texts.map((text, index) => ({ id: String(index), text })),
            0.4,
            5,
          );
          const expected = texts.flatMap((a, i) =>
            texts
              .slice(i + 1)
              .flatMap((b, offset) => (plainJaccard(a, b) >= 0.4 ? [`${i}-${i + 1 + offset}`] : [])),
          );
          expect(found.map(({ first, second }) => `${first}-${second}`).sort()).toEqual(expected.sort());
        },
      ),
    );
  });

  test.each([0.55, 0.8, 1])('of texts copied and changed, just those above %d are found', (threshold) => {
    const character = fc.integer({ min: 0, max: 300 }).map((code) => String.fromCodePoint(0x4e00 + code));
    const original = fc.string({ unit: character, minLength: 60, maxLength: 150 });
    const change = fc.record({
      of: fc.nat(3),
      at: fc.nat(140),
      text: fc.string({ unit: character, maxLength: 40 }),
    });
    fc.assert(
      fc.property(
        fc.array(original, { minLength: 4, maxLength: 4 }),
        fc.array(change, { maxLength: 16 }),
        (originals, changes) => {
          const copies = changes.map(({ of, at, text }) => {
            const base = originals[of] ?? '';
            return base.slice(0, at) + text + base.slice(at + text.length);
          });
          const texts = [...originals, ...copies].filter(({ length }) => length >= 30);
          const found = findSimilarTexts(
            texts.map((text, index) => ({ id: String(index), text })),
            threshold,
            30,
          );
          const expected = texts.flatMap((a, i) =>
            texts
              .slice(i + 1)
              .flatMap((b, offset) => (plainJaccard(a, b) >= threshold ? [`${i}-${i + 1 + offset}`] : [])),
          );
          expect(found.map(({ first, second }) => `${first}-${second}`).sort()).toEqual(expected.sort());
        },
      ),
    );
  });
});

function plainJaccard(a: string, b: string): number {
  const shingles = (text: string) =>
    new Set(Array.from({ length: text.length - 4 }, (_, index) => text.slice(index, index + 5)));
  const left = shingles(a);
  const right = shingles(b);
  const common = [...left].filter((shingle) => right.has(shingle)).length;
  return common / (left.size + right.size - common);
}
