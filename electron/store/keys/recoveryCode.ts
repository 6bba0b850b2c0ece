import { createHash, randomInt } from 'node:crypto';
import { failure, success, type Result } from '../../../shared/kernel/result.ts';

/** Without I, L, O, U, 0 and 1, which people mix up on paper. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const groupLength = 5;
const secretLength = 28;
const checkLength = 2;

/** A new code of 137 random bits: `K7QF2-…`, six groups of five, the last two characters a check against typing errors. */
export function createRecoveryCode(): string {
  const secret = Array.from({ length: secretLength }, () => alphabet.charAt(randomInt(alphabet.length))).join(
    '',
  );
  return grouped(secret + checkOf(secret));
}

/** The code as it was given out, from what somebody typed: spaces, hyphens, case and full width don't matter. */
export function readRecoveryCode(typed: string): Result<string> {
  const plain = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-—–_.]/g, '');
  const strange = [...plain].find((character) => !alphabet.includes(character));
  if (strange !== undefined) {
    return failure(
      'invalidInput',
      `恢复码里不会出现“${strange}”。恢复码只有数字 2—9 和除 I、L、O、U 以外的字母，请对照打印件核对。`,
    );
  }
  const length = secretLength + checkLength;
  if (plain.length !== length) {
    return failure(
      'invalidInput',
      `恢复码应当是 ${length} 个字符（6 组，每组 5 个），现在是 ${plain.length} 个，请补齐或删去多余的字符。`,
    );
  }
  const secret = plain.slice(0, secretLength);
  if (plain.slice(secretLength) !== checkOf(secret)) {
    return failure('invalidInput', '恢复码有个别字符抄错了，请逐组对照打印件核对。');
  }
  return success(grouped(plain));
}

function checkOf(secret: string): string {
  const digest = createHash('sha256').update(`recovery code ${secret}`).digest();
  const number = digest.readUInt32BE(0);
  return (
    alphabet.charAt(number % alphabet.length) + alphabet.charAt(Math.floor(number / 64) % alphabet.length)
  );
}

function grouped(plain: string): string {
  return Array.from({ length: plain.length / groupLength }, (_, index) =>
    plain.slice(index * groupLength, (index + 1) * groupLength),
  ).join('-');
}
