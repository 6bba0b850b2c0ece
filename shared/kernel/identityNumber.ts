import { isPlainDate } from './plainDate.ts';
import type { PlainDate } from './plainDate.ts';
import { failure, success } from './result.ts';
import type { Result } from './result.ts';

export const sexes = ['男', '女'] as const;
export type Sex = (typeof sexes)[number];

export interface IdentityFacts {
  /** 18 characters, X in upper case. */
  readonly number: string;
  readonly birth: PlainDate;
  readonly sex: Sex;
}

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/**
 * Reads a citizen identity number (GB 11643-1999): check digit, real birth date, not after today.
 * Region codes are not judged: old and special ones are valid too (for example 9… for foreign residents).
 * @param text with or without spaces, X in either case
 */
export function readIdentityNumber(text: string, today: PlainDate): Result<IdentityFacts> {
  const number = text
    .normalize('NFKC')
    .replace(/[\s-]+/gu, '')
    .toUpperCase();
  if (/^\d{15}$/.test(number)) return failure('invalidInput', '这是15位的旧身份证号，请改填现在的18位号码。');
  if (!/^\d{17}[\dX]$/.test(number))
    return failure('invalidInput', '身份证号应为18位：前17位是数字，最后一位是数字或X。请核对后重填。');
  const birth = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
  if (!isPlainDate(birth))
    return failure('invalidInput', `身份证号第7至14位“${number.slice(6, 14)}”不是真实的日期，请核对后重填。`);
  if (birth > today) return failure('invalidInput', `身份证号中的出生日期${birth}晚于今天，请核对后重填。`);
  if (number.charAt(17) !== checkCharacterOf(number))
    return failure('invalidInput', '身份证号的最后一位校验码不符，多半有一位数字打错，请对照证件核对。');
  return success({ number, birth, sex: Number(number.charAt(16)) % 2 === 1 ? '男' : '女' });
}

/** The 18th character that belongs to the first 17 digits (ISO 7064, MOD 11-2). */
export function checkCharacterOf(digits: string): string {
  const sum = weights.reduce((total, weight, index) => total + weight * Number(digits.charAt(index)), 0);
  return '10X98765432'.charAt(sum % 11);
}
