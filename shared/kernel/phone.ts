import { failure, success } from './result.ts';
import type { Result } from './result.ts';

/**
 * Reads a phone number: a mobile number of 11 digits, or a landline with or without area code and extension
 * (`0936-2721234`, `2721234-806`). Spaces, and +86 before a mobile number, are dropped.
 */
export function readPhone(text: string): Result<string> {
  const plain = text
    .normalize('NFKC')
    .replace(/[\s()]+/gu, '')
    .replace(/[—–－]/gu, '-');
  const mobile = plain.replace(/^(?:\+?86-?)(?=1)/, '').replaceAll('-', '');
  if (/^1[3-9]\d{9}$/.test(mobile)) return success(mobile);
  const landline = /^(0\d{2,3})?-?(\d{7,8})(-\d{1,6})?$/.exec(plain);
  if (landline?.[2] && !/^1\d{10}/.test(plain))
    return success(`${landline[1] ? `${landline[1]}-` : ''}${landline[2]}${landline[3] ?? ''}`);
  return failure(
    'invalidInput',
    '电话号码应为11位手机号，或带区号的座机号（如0936-2721234）。请核对后重填。',
  );
}
