/** A calendar day as text, `2026-11-24`. It has no time zone, and it sorts as text. */
export type PlainDate = string;

const dayMillis = 86_400_000;

/** Whether the text is a real day between the years 1800 and 2199, in the form `2026-11-24`. */
export function isPlainDate(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return match !== null && isRealDay(Number(match[1]), Number(match[2]), Number(match[3]));
}

/** The day with these numbers (month and day from 1), or `undefined` if there is none. */
export function plainDateOf(year: number, month: number, day: number): PlainDate | undefined {
  return isRealDay(year, month, day) ? format(year, month, day) : undefined;
}

export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** Number of days of a month (1 to 12). */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

export function yearOf(date: PlainDate): number {
  return Number(date.slice(0, 4));
}

/** 1 to 12. */
export function monthOf(date: PlainDate): number {
  return Number(date.slice(5, 7));
}

/** 1 to 31. */
export function dayOf(date: PlainDate): number {
  return Number(date.slice(8, 10));
}

/** 1 to 4: natural quarters. */
export function quarterOf(date: PlainDate): number {
  return Math.ceil(monthOf(date) / 3);
}

/** 1 = Monday … 7 = Sunday. */
export function weekdayOf(date: PlainDate): number {
  return ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1;
}

export function addDays(date: PlainDate, days: number): PlainDate {
  return fromDayNumber(dayNumber(date) + days);
}

/**
 * Adds natural months as Chinese period rules count them: the day of the month stays, and where the
 * target month is too short its last day is taken (31 January + 1 = 28 or 29 February).
 */
export function addMonthsCN(date: PlainDate, months: number): PlainDate {
  const index = yearOf(date) * 12 + monthOf(date) - 1 + months;
  const year = Math.floor(index / 12);
  const month = index - year * 12 + 1;
  return format(year, month, Math.min(dayOf(date), daysInMonth(year, month)));
}

export function addYears(date: PlainDate, years: number): PlainDate {
  return addMonthsCN(date, years * 12);
}

/** Days from `from` to `to`: 0 for the same day, negative when `to` is earlier. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** Whole years lived on `on` by someone born on `birth` (the birthday itself counts). */
export function ageOn(birth: PlainDate, on: PlainDate): number {
  const hadBirthday = on.slice(5) >= birth.slice(5);
  return yearOf(on) - yearOf(birth) - (hadBirthday ? 0 : 1);
}

/** Every day from `from` to `to`, both included. */
export function datesBetween(from: PlainDate, to: PlainDate): PlainDate[] {
  const first = dayNumber(from);
  const length = Math.max(0, dayNumber(to) - first + 1);
  return Array.from({ length }, (_, index) => fromDayNumber(first + index));
}

/** The Monday of the week that holds the date. */
export function mondayOf(date: PlainDate): PlainDate {
  return addDays(date, 1 - weekdayOf(date));
}

/** 2026年3月5日. */
export function formatChinese(date: PlainDate): string {
  return `${yearOf(date)}年${monthOf(date)}月${dayOf(date)}日`;
}

/** Monday to Sunday in one character, for 星期… . */
export const weekdayNames = ['一', '二', '三', '四', '五', '六', '日'] as const;

/** 星期一 … 星期日. */
export function formatWeekday(date: PlainDate): string {
  return `星期${weekdayNames[weekdayOf(date) - 1] ?? ''}`;
}

/** Day and time in China (UTC+8, without daylight saving) at an instant: `2026-11-24T06:30:00.000Z` → `2026-11-24 14:30:00.000`. */
export function chinaTimeOf(instant: string): string {
  return new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 23).replace('T', ' ');
}

/** The day in China at an instant such as `2026-11-24T06:30:00.000Z`. */
export function chinaDateOf(instant: string): PlainDate {
  return chinaTimeOf(instant).slice(0, 10);
}

function isRealDay(year: number, month: number, day: number): boolean {
  if (!Number.isInteger(year) || !Number.isInteger(month) || !Number.isInteger(day)) return false;
  if (year < 1800 || year > 2199 || month < 1 || month > 12) return false;
  return day >= 1 && day <= daysInMonth(year, month);
}

function format(year: number, month: number, day: number): PlainDate {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function dayNumber(date: PlainDate): number {
  return Math.round(Date.UTC(yearOf(date), monthOf(date) - 1, dayOf(date)) / dayMillis);
}

function fromDayNumber(number: number): PlainDate {
  return new Date(number * dayMillis).toISOString().slice(0, 10);
}
