export interface PasswordStrength {
  /** Whether it may be used at all. */
  readonly enough: boolean;
  readonly words: string;
}

const shortest = 8;
const wellKnown = ['12345678', '87654321', 'password', 'qwertyui', '11223344', 'abcd1234', 'admin'];

/** How well a password protects, in words; only its length can forbid it. */
export function passwordStrength(password: string): PasswordStrength {
  const length = [...password].length;
  if (length === 0) return { enough: false, words: '至少 8 位，可以用一句话的拼音加数字。' };
  if (length < shortest) return { enough: false, words: `还差 ${shortest - length} 位。` };
  const lower = password.toLowerCase();
  if (new Set(lower).size <= 3 || wellKnown.some((known) => lower.startsWith(known)))
    return { enough: true, words: '太容易猜到：请避免连续或重复的字符。' };
  const kinds = [/\d/, /[a-z]/i, /[^\da-z]/i].filter((kind) => kind.test(password)).length;
  if (kinds === 1 && length < 14) return { enough: true, words: '较弱：数字和字母混用会更安全。' };
  return length >= 12
    ? { enough: true, words: '很好，不容易被猜到。' }
    : { enough: true, words: '可以，再长几位更好。' };
}
