import { addDays, mondayOf, plainDateOf, yearOf } from './plainDate.ts';
import type { PlainDate } from './plainDate.ts';

const dayWords: Readonly<Record<string, number>> = { 前天: -2, 昨天: -1, 今天: 0, 明天: 1, 后天: 2 };
const weekWords: Readonly<Record<string, number>> = { 上: -1, 本: 0, 这: 0, 下: 1 };

/**
 * Reads a date as people type it: 20261124, 2026-11-24, 2026/11/24, 2026.11.24, 2026年11月24日,
 * 11-24, 11.24, 11月24日 (of this year), 今天, 昨天, 明天, 上周五, 本周三, 下周一, 周五.
 * @param today what the relative words start from
 * @returns the day, or `undefined` when the text names none
 */
export function parseTypedDate(text: string, today: PlainDate): PlainDate | undefined {
  const plain = text.normalize('NFKC').replace(/\s+/gu, '');
  const shift = dayWords[plain];
  if (shift !== undefined) return addDays(today, shift);
  return parseWeekday(plain, today) ?? parseNumbers(plain, today);
}

function parseWeekday(text: string, today: PlainDate): PlainDate | undefined {
  const match = /^([上本这下])?个?(?:周|星期|礼拜)([一二三四五六日天])$/.exec(text);
  if (!match?.[2]) return undefined;
  const weekday = match[2] === '天' ? 7 : '一二三四五六日'.indexOf(match[2]) + 1;
  return addDays(mondayOf(today), (weekWords[match[1] ?? '本'] ?? 0) * 7 + weekday - 1);
}

function parseNumbers(text: string, today: PlainDate): PlainDate | undefined {
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (compact) return plainDateOf(Number(compact[1]), Number(compact[2]), Number(compact[3]));
  const full = /^(\d{4})(?:[-/.]|年)(\d{1,2})(?:[-/.]|月)(\d{1,2})[日号]?$/.exec(text);
  if (full) return plainDateOf(Number(full[1]), Number(full[2]), Number(full[3]));
  const short = /^(\d{1,2})(?:[-/.]|月)(\d{1,2})[日号]?$/.exec(text);
  return short ? plainDateOf(yearOf(today), Number(short[1]), Number(short[2])) : undefined;
}
