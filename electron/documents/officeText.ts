import { formatChinese, isPlainDate } from '../../shared/kernel/plainDate.ts';

/** What an office prints where there is nothing: an empty place could also be a forgotten one. */
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

/** 2026年3月5日; an empty string for no date. */
export function printedDate(date: string | null): string {
  return date !== null && isPlainDate(date) ? formatChinese(date) : '';
}

/** 2026.03.05, for narrow columns of a list; an empty string for no date. */
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
