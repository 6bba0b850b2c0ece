import type { SchoolCalendar } from './calendar.ts';
import type { DateRange } from './periods.ts';
import { addDays, datesBetween, daysBetween, mondayOf, weekdayOf } from './plainDate.ts';
import type { PlainDate } from './plainDate.ts';

/** Which week is week 1: the one that holds the first teaching day, or the first one that begins with it or after. */
export type WeekOneRule = 'holdsFirstDay' | 'firstFullWeek';

/**
 * The teaching week of a date, counted from Monday; holiday weeks keep their number.
 * @param firstTeachingDay of the term
 * @returns 1, 2 …; 0 or less before week 1
 */
export function weekNo(
  date: PlainDate,
  firstTeachingDay: PlainDate,
  rule: WeekOneRule = 'holdsFirstDay',
): number {
  const late = rule === 'firstFullWeek' && weekdayOf(firstTeachingDay) > 1;
  const weekOne = addDays(mondayOf(firstTeachingDay), late ? 7 : 0);
  return daysBetween(weekOne, mondayOf(date)) / 7 + 1;
}

/**
 * The days of a range on which the school teaches: working days, and make-up days whose timetable the school
 * has named. `unknown` when a day's year has no holiday arrangement.
 * @param range first to last teaching day of a term, or a part of it
 */
export function teachingDays(calendar: SchoolCalendar, range: DateRange): readonly PlainDate[] | 'unknown' {
  const taught: PlainDate[] = [];
  for (const date of datesBetween(range.from, range.to)) {
    const weekday = calendar.timetableWeekday(date);
    if (weekday === 'unknown') return 'unknown';
    if (weekday !== undefined) taught.push(date);
  }
  return taught;
}
