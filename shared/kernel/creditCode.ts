import { failure, success } from './result.ts';
import type { Result } from './result.ts';

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** Reads a unified social credit code (统一社会信用代码, GB 32100-2015): 18 characters with a check character. */
export function readCreditCode(text: string): Result<string> {
  const code = text
    .normalize('NFKC')
    .replace(/[\s-]+/gu, '')
    .toUpperCase();
  if (code.length !== 18 || [...code].some((character) => !alphabet.includes(character)))
    return failure(
      'invalidInput',
      '统一社会信用代码应为18位数字和大写字母（不含I、O、S、V、Z）。请核对后重填。',
    );
  if (code.charAt(17) !== creditCheckCharacterOf(code))
    return failure('invalidInput', '统一社会信用代码的最后一位校验码不符，请对照证书核对。');
  return success(code);
}

/** The 18th character that belongs to the first 17: weights are powers of 3 modulo 31. */
function creditCheckCharacterOf(code: string): string {
  let weight = 1;
  let sum = 0;
  for (const character of code.slice(0, 17)) {
    sum += alphabet.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return alphabet.charAt((31 - (sum % 31)) % 31);
}
