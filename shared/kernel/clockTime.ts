import { parseChineseNumber } from './chineseNumber.ts';

/** A time of day as text, `14:30`. It sorts as text. */
export type ClockTime = string;

/** A span of time on one day; the end itself is outside. */
export interface TimeSpan {
  readonly start: ClockTime;
  readonly end: ClockTime;
}

export function isClockTime(text: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
}

/**
 * Reads a time as people type it: 8:05, 0805, 14：30, 14时30分, 下午2点半, 上午十点一刻, 晚上7点.
 * @returns the time, or `undefined` when the text names none
 */
export function parseTypedTime(text: string): ClockTime | undefined {
  const plain = text.normalize('NFKC').replace(/\s+/gu, '');
  const compact = /^(\d{1,2})(\d{2})$/.exec(plain);
  if (compact && plain.length >= 3) return timeOf(Number(compact[1]), Number(compact[2]));
  const match =
    /^(凌晨|早上|早晨|上午|中午|下午|傍晚|晚上)?([\d零〇一二两三四五六七八九十]{1,3})(?:[:.]|点钟?|时)(.*)$/.exec(
      plain,
    );
  if (!match) return undefined;
  const hour = readNumber(match[2] ?? '');
  const minute = readMinute(match[3] ?? '', /点|时/.test(plain));
  if (hour === undefined || minute === undefined) return undefined;
  return timeOf(hourOfDay(hour, match[1]), minute);
}

/** Minutes from `start` to `end` on the same day; negative when `end` is earlier. */
export function minutesBetween(start: ClockTime, end: ClockTime): number {
  return minuteOfDay(end) - minuteOfDay(start);
}

/** Minutes since midnight. */
export function minuteOfDay(time: ClockTime): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

/** Whether two spans share any time. One that ends when the other starts does not. */
export function timesOverlap(a: TimeSpan, b: TimeSpan): boolean {
  return a.start < b.end && b.start < a.end;
}

function readNumber(text: string): number | undefined {
  return /^\d{1,2}$/.test(text) ? Number(text) : parseChineseNumber(text);
}

function readMinute(text: string, spoken: boolean): number | undefined {
  if (spoken) {
    if (text === '' || text === '整') return 0;
    if (text === '半') return 30;
    if (text === '一刻') return 15;
    if (text === '三刻') return 45;
    return readNumber(text.replace(/分$/, '').replace(/^[零〇](?=.)/, ''));
  }
  return /^\d{2}$/.test(text) ? Number(text) : undefined;
}

function hourOfDay(hour: number, part: string | undefined): number {
  const afternoon = part === '下午' || part === '傍晚' || part === '晚上';
  if (afternoon && hour < 12) return hour + 12;
  if (part === '中午' && hour < 3) return hour + 12;
  return part === '凌晨' && hour === 12 ? 0 : hour;
}

function timeOf(hour: number, minute: number): ClockTime | undefined {
  if (hour > 23 || minute > 59) return undefined;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
