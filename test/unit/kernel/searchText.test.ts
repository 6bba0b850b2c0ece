import Database from 'better-sqlite3';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { indexTokens, nameTokens, pinyinSortKey, queryExpression } from '#shared/kernel/searchText.ts';
import { trials, trialSeed } from '#test/support/randomTrials.ts';

const names = ['单欣怡', '尉迟恭', '张三', '古丽·热依汗', '吕布', '𬭎小雨', '曾乐', '欧阳娜'];
const texts = [
  '课后服务，退费说明',
  '七年级3班 2026-10 名单',
  '讨论接收预备党员',
  '二〇二六年计划',
  'AND OR NOT near "quoted"',
  'ＡＢＣ１２３',
];

describe('search text in a real full-text table', () => {
  const database = new Database(':memory:');
  beforeAll(() => {
    database.exec(
      `CREATE VIRTUAL TABLE found USING fts5(body, content='', contentless_delete=1, tokenize='unicode61')`,
    );
    const insert = database.prepare('INSERT INTO found(rowid, body) VALUES (?, ?)');
    names.forEach((name, index) => insert.run(index + 1, nameTokens(name).join(' ')));
    texts.forEach((text, index) => insert.run(index + 101, indexTokens(text).join(' ')));
  });
  afterAll(() => database.close());

  function search(text: string): string[] {
    const expression = queryExpression(text);
    if (expression === '') return [];
    return database
      .prepare<[string], { rowid: number }>('SELECT rowid FROM found WHERE found MATCH ? ORDER BY rowid')
      .all(expression)
      .map(({ rowid }) => (rowid > 100 ? texts[rowid - 101] : names[rowid - 1]) ?? '');
  }

  test.each([
    'shanxinyi',
    'shanxy',
    'danxy',
    'sxy',
    'dxy',
    'xinyi',
    'shanx',
    'shan xin yi',
    'SHANXINYI',
    "shan'xin'yi",
    '单',
    '欣',
    '怡',
    '单欣',
    '欣怡',
    '单欣怡',
  ])('单欣怡 is found by %s', (typed) => expect(search(typed)).toContain('单欣怡'));

  test.each([
    ['yuchigong', '尉迟恭'],
    ['weichigong', '尉迟恭'],
    ['ycg', '尉迟恭'],
    ['lvbu', '吕布'],
    ['lüb', '吕布'],
    ['hongxiaoyu', '𬭎小雨'],
    ['𬭎', '𬭎小雨'],
    ['𬭎小', '𬭎小雨'],
    ['zengl', '曾乐'],
    ['gulireyihan', '古丽·热依汗'],
    ['热依', '古丽·热依汗'],
    ['古丽·热', '古丽·热依汗'],
    ['oyn', '欧阳娜'],
  ])('%s finds %s', (typed, name) => expect(search(typed)).toEqual([name]));

  test.each([
    ['后服', '课后服务，退费说明'],
    ['服务，退费', '课后服务，退费说明'],
    ['课后 说明', '课后服务，退费说明'],
    ['级3班', '七年级3班 2026-10 名单'],
    ['3班', '七年级3班 2026-10 名单'],
    ['2026-10', '七年级3班 2026-10 名单'],
    ['2026', '七年级3班 2026-10 名单'],
    ['二〇', '二〇二六年计划'],
    ['quot', 'AND OR NOT near "quoted"'],
    ['abc123', 'ＡＢＣ１２３'],
    ['ａｂ', 'ＡＢＣ１２３'],
  ])('%s finds the text', (typed, text) => expect(search(typed)).toEqual([text]));

  test('a phrase does not cross punctuation', () => expect(search('服务退费')).toEqual([]));
  test('every typed word must be found', () => expect(search('课后 党员')).toEqual([]));

  test('whatever is typed, the expression is valid', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.string(),
          fc.constantFrom('"', '*', 'a" OR "b', 'body:x', '(((', "';--", '\0'),
        ),
        (text) => {
          expect(() => search(text)).not.toThrow();
        },
      ),
      { numRuns: trials(500, 20_000), seed: trialSeed('search expressions') },
    );
  });

  test.each(['', '   ', '，。！', '"*', '😀'])('nothing to look for in %j', (text) =>
    expect(queryExpression(text)).toBe(''),
  );
});

test('names sort by pinyin with the surname read as a surname', () => {
  const sorted = ['张三', '单欣怡', '曾乐', '安宁', '邓文'].sort((a, b) =>
    pinyinSortKey(a) < pinyinSortKey(b) ? -1 : 1,
  );
  expect(sorted).toEqual(['安宁', '邓文', '单欣怡', '曾乐', '张三']);
});
