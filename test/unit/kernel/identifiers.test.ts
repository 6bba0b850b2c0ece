import { describe, expect, test } from 'vitest';
import { readCreditCode } from '#shared/kernel/creditCode.ts';
import { readIdentityNumber } from '#shared/kernel/identityNumber.ts';
import { readPersonName } from '#shared/kernel/personName.ts';
import { readPhone } from '#shared/kernel/phone.ts';
import { readStudentNumber } from '#shared/kernel/studentNumber.ts';
import type { Result } from '#shared/kernel/result.ts';

const today = '2026-11-24';

function sentenceOf(result: Result<unknown>): string {
  return result.ok ? '' : result.failure.sentence;
}

describe('identity numbers', () => {
  test.each([
    ['11010519491231002X', '11010519491231002X', '1949-12-31', '女'],
    ['11010519491231002x', '11010519491231002X', '1949-12-31', '女'],
    [' 110105 19491231 002X ', '11010519491231002X', '1949-12-31', '女'],
    ['440524188001010014', '440524188001010014', '1880-01-01', '男'],
  ])('%s is read', (text, number, birth, sex) =>
    expect(readIdentityNumber(text, today)).toEqual({ ok: true, value: { number, birth, sex } }),
  );

  test.each([
    ['110105194912310021', '校验码'],
    ['11010520260230002X', '不是真实的日期'],
    ['62072520991231001X', '晚于今天'],
    ['110105491231002', '15位'],
    ['1101051949123100', '18位'],
    ['11010519491231002Y', '18位'],
    ['', '18位'],
  ])('%s is refused: %s', (text, word) =>
    expect(sentenceOf(readIdentityNumber(text, today))).toContain(word),
  );

  test('born today is not the future', () => {
    const read = readIdentityNumber('620725202611240011', today);
    expect(sentenceOf(read)).not.toContain('晚于今天');
  });
});

describe('pupil numbers', () => {
  test.each(['G62072520120305001X', 'L620725201203051234', 'j620725201203050012'])('%s is one', (text) =>
    expect(readStudentNumber(text)).toEqual({ ok: true, value: text.toUpperCase() }),
  );
  test.each(['62072520120305001X', 'G6207252012030500', 'A62072520120305001X', ''])('%j is none', (text) =>
    expect(readStudentNumber(text).ok).toBe(false),
  );
});

describe('unified social credit codes', () => {
  test.each(['91350100M000100Y43', '91350100 m000100y43'])('%s is one', (text) =>
    expect(readCreditCode(text).ok).toBe(true),
  );
  test.each(['91350100M000100Y44', '91350100M000100Y4', '91350100I000100Y43', ''])('%j is none', (text) =>
    expect(readCreditCode(text).ok).toBe(false),
  );
});

describe('phones', () => {
  test.each([
    ['13893612345', '13893612345'],
    ['138 9361 2345', '13893612345'],
    ['+86 138-9361-2345', '13893612345'],
    ['0936-2721234', '0936-2721234'],
    ['09362721234', '0936-2721234'],
    ['2721234-806', '2721234-806'],
    ['0936—2721234', '0936-2721234'],
  ])('%s is kept as %s', (text, kept) => expect(readPhone(text)).toEqual({ ok: true, value: kept }));
  test.each(['1389361234', '12345678901', '138936123456', 'abc', ''])('%j is none', (text) =>
    expect(readPhone(text).ok).toBe(false),
  );
});

describe('names', () => {
  test.each([
    ['张 三', '张三'],
    ['张　三', '张三'],
    ['古丽•热依汗', '古丽·热依汗'],
    ['𬭎小雨', '𬭎小雨'],
    ['John Smith', 'John Smith'],
  ])('%s is kept as %s', (text, kept) => expect(readPersonName(text)).toEqual({ ok: true, value: kept }));
  test.each(['张', '', '张三1', '·张三', '张三·', '=cmd', 'a'.repeat(31)])('%j is refused', (text) =>
    expect(readPersonName(text).ok).toBe(false),
  );
});
