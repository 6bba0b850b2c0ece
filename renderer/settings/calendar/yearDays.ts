import type { CalendarDay } from '../../../shared/contract/upkeep.ts';
import { createSchoolCalendar } from '../../../shared/kernel/calendar.ts';
import { datesBetween, monthOf, weekdayOf } from '../../../shared/kernel/plainDate.ts';

/** What a day is to the school; `plain` = neither off by arrangement nor with lessons, such as a weekend or vacation. */
export type DayKind = 'off' | 'madeUp' | 'teaching' | 'plain';

export interface YearDay {
  readonly date: string;
  readonly kind: DayKind;
  /** Of the arrangement: 国庆节; empty elsewhere. */
  readonly name: string;
  readonly weekday: number;
  /** Whose timetable is taught; `null` = none. */
  readonly timetable: number | null;
}

/** The days from the first to the last lesson of a term. */
export interface TeachingSpan {
  readonly from: string;
  readonly to: string;
}

/** Every day of a year, month by month. Lessons are on working days within the terms; where the arrangement is not known, no day is called a teaching day. */
export function yearDays(
  year: number,
  listed: readonly CalendarDay[],
  terms: readonly TeachingSpan[],
): readonly (readonly YearDay[])[] {
  const calendar = createSchoolCalendar(listed);
  const months: YearDay[][] = Array.from({ length: 12 }, () => []);
  for (const date of datesBetween(`${year}-01-01`, `${year}-12-31`)) {
    const day = calendar.dayOn(date);
    const inTerm = terms.some(({ from, to }) => from <= date && date <= to);
    const weekday = calendar.timetableWeekday(date);
    const timetable = inTerm && typeof weekday === 'number' ? weekday : null;
    const kind = day ? (day.isOffDay ? 'off' : 'madeUp') : timetable === null ? 'plain' : 'teaching';
    months[monthOf(date) - 1]?.push({
      date,
      kind,
      name: day?.name ?? '',
      weekday: weekdayOf(date),
      timetable,
    });
  }
  return months;
}

export interface DayRange {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly days: number;
}

/** Days off that follow one another under one name, as one range. */
export function offRanges(listed: readonly CalendarDay[]): readonly DayRange[] {
  const ranges: DayRange[] = [];
  for (const { date, name } of listed.filter((day) => day.isOffDay)) {
    const last = ranges.at(-1);
    const days = last?.name === name ? datesBetween(last.from, date).length : 0;
    if (last && days === last.days + 1) ranges[ranges.length - 1] = { ...last, to: date, days };
    else ranges.push({ name, from: date, to: date, days: 1 });
  }
  return ranges;
}
