import { failure, success } from './result.ts';
import type { Result } from './result.ts';

/**
 * Reads a national pupil number (全国学籍号): 19 characters, G (formal), J (formal without usable identity
 * number) or L (temporary), 17 digits, a digit or X. A G number usually repeats the identity number but may
 * lawfully differ, so neither is derived from the other.
 */
export function readStudentNumber(text: string): Result<string> {
  const number = text.normalize('NFKC').replace(/\s+/gu, '').toUpperCase();
  if (/^[GLJ]\d{17}[\dX]$/.test(number)) return success(number);
  if (/^\d{17}[\dX]$/.test(number))
    return failure('invalidInput', '学籍号前面缺少字母G、L或J（共19位），请按学籍系统中的号码填写。');
  return failure('invalidInput', '学籍号应为19位：字母G、L或J开头，后面18位。请按学籍系统中的号码填写。');
}
