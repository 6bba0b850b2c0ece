import { failure, success } from './result.ts';
import type { Result } from './result.ts';

/**
 * Reads a person's name: 2 to 30 characters of letters, with `·` between the parts of a longer name. Spaces
 * inside Chinese names (张 三) are dropped, the various middle dots become `·`.
 */
export function readPersonName(text: string): Result<string> {
  const dotted = text.normalize('NFC').replace(/[•・‧∙⋅．｡]/gu, '·');
  const han = /\p{Script=Han}/u.test(dotted);
  const name = han ? dotted.replace(/[\s\u3000]+/gu, '') : dotted.trim().replace(/\s+/gu, ' ');
  const length = [...name].length;
  if (length < 2 || length > 30) return failure('invalidInput', '姓名应为2至30个字，请填写证件上的全名。');
  if (!/^\p{L}[\p{L}\p{M} ·.'-]*$/u.test(name) || name.endsWith('·'))
    return failure('invalidInput', `姓名“${name}”里有数字或符号，请只填写证件上的姓名。`);
  return success(name);
}
