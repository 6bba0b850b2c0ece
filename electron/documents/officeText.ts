import { formatChinese, isPlainDate } from '../../shared/kernel/plainDate.ts';

/**
 * What a paper prints where there is nothing: an empty place could also be a forgotten one, and is left only where a hand
 * writes. In cells of a sheet nothing is an empty cell.
 */
export const nothing = '无';

/** Printed where a value can't be, e.g. a share of nobody. */
export const notApplicable = '—';

/** Blanks of the width of a Chinese character, as places to write in and between parts of a line. */
export function blanks(count = 1): string {
  return '\u3000'.repeat(count);
}

/** Puts a blank between the characters of 张三, so that names of two and three characters end on one line in a table. */
export function alignedName(name: string): string {
  return /^\p{Script=Han}{2}$/u.test(name) ? `${name.slice(0, 1)}\u3000${name.slice(1)}` : name;
}

/** 2026年3月5日, the date of letters and forms; an empty string for no date. */
export function printedDate(date: string | null): string {
  return date !== null && isPlainDate(date) ? formatChinese(date) : '';
}

/** The place where a day is written by hand. */
export const openDay = `${blanks(3)}年${blanks(2)}月${blanks(2)}日`;

/** 2026年3月5日, or the place to write it. */
export function dayOrOpen(date: string | null): string {
  return date === null ? openDay : printedDate(date);
}

/** 2026.03.05, the date of a book's narrow lists; an empty string for no date. */
export function listedDate(date: string | null): string {
  return date?.replaceAll('-', '.') ?? '';
}

/** 2026年3月5日14:30—15:40. */
export function printedTime(date: string, from: string, to: string): string {
  return `${printedDate(date)}${from}—${to}`;
}

/** The text, or 无. */
export function orNothing(text: string | null | undefined): string {
  return text === null || text === undefined || text.trim() === '' ? nothing : text;
}

/** Share in percent with one digit, e.g. `92.5%`; a dash when there is nothing to count. */
export function printedShare(part: number, whole: number): string {
  return whole === 0 ? notApplicable : `${((part / whole) * 100).toFixed(1)}%`;
}

/** The text as a whole sentence: a full stop at its end where the clerk left it out. */
export function sentence(text: string): string {
  return /[。！？）”]$/u.test(text.trim()) ? text.trim() : `${text.trim()}。`;
}

/** The text without its full stop, to go on inside a sentence. */
export function withoutStop(text: string): string {
  return text.replace(/。$/u, '');
}

/** The parts that say something, joined. */
export function joined(parts: readonly (string | null | undefined | false)[], between: string): string {
  return parts.filter((part) => typeof part === 'string' && part !== '').join(between);
}
