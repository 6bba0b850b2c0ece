import type { SchoolCalendar } from '../../kernel/calendar.ts';
import { addDays } from '../../kernel/plainDate.ts';
import type { PlainDate } from '../../kernel/plainDate.ts';

/**
 * The last day of a period of natural days: the day it began doesn't count, and where the last one is no working day the
 * period ends on the next working day (民法典 201、203). Where the calendar of the year is unknown the counted day stands.
 */
export function periodEndsOn(from: PlainDate, days: number, calendar: SchoolCalendar): PlainDate {
  const counted = addDays(from, days);
  if (calendar.isWorkday(counted) !== false) return counted;
  return calendar.addWorkdays(counted, 1) ?? counted;
}
