import { timesOverlap } from '../../kernel/clockTime.ts';
import type { TimeSpan } from '../../kernel/clockTime.ts';
import type { DateRange } from '../../kernel/periods.ts';
import { addDays, datesBetween, daysBetween, weekdayOf } from '../../kernel/plainDate.ts';
import type { PlainDate } from '../../kernel/plainDate.ts';
import type { SchoolCalendar } from '../../kernel/calendar.ts';

/** Time, people and room that are taken on a day. */
export interface Booking {
  readonly on: PlainDate;
  readonly span: TimeSpan;
  readonly place: string;
  readonly people: readonly string[];
}

/** Days of a school: what is taught in which terms, on top of the calendar of working days. */
export interface PlanDays {
  readonly calendar: SchoolCalendar;
  /** First to last teaching day of each term. */
  readonly teaching: readonly DateRange[];
}

/** What is to be put somewhere in a window. */
export interface Placement {
  readonly window: DateRange;
  readonly preferred: PlainDate;
  /** Kept even when it is a working day without teaching, as the fixed day of 主题党日 is. */
  readonly fixed: boolean;
  readonly place: string;
  readonly peopleOn: (day: PlainDate) => readonly string[];
}

/**
 * The day nearest to the wished one (rather later than earlier) that suits: a teaching day, in a window without one a
 * working day, and in none of the spans a clash of people or rooms. `undefined` where nothing is left.
 * @param spans times of the day to be tried, the best one first
 */
export function placeMeeting(
  { window, preferred, fixed, place, peopleOn }: Placement,
  days: PlanDays,
  spans: readonly TimeSpan[],
  taken: readonly Booking[],
): { readonly on: PlainDate; readonly span: TimeSpan } | undefined {
  const all = datesBetween(window.from, window.to).toSorted(
    (a, b) => distance(preferred, a) - distance(preferred, b),
  );
  const taught = all.filter((day) => isTeachingDay(day, days));
  const working = all.filter((day) => isPlainWorkday(day, days));
  const wished = fixed && working.includes(preferred) ? [preferred] : [];
  for (const on of [...wished, ...taught, ...working]) {
    const people = new Set(peopleOn(on));
    const span = spans.find(
      (one) =>
        !taken.some(
          (booking) =>
            booking.on === on &&
            timesOverlap(booking.span, one) &&
            ((place !== '' && booking.place === place) || booking.people.some((id) => people.has(id))),
        ),
    );
    if (span) return { on, span };
  }
  return undefined;
}

/** A day after the wished one counts a little nearer than one before it. */
function distance(preferred: PlainDate, day: PlainDate): number {
  const days = daysBetween(preferred, day);
  return days >= 0 ? days * 2 : -days * 2 + 1;
}

/** Inside a term, and classes are held: on make-up days only where it was decided whose timetable is taught. */
export function isTeachingDay(day: PlainDate, { calendar, teaching }: PlanDays): boolean {
  if (!teaching.some(({ from, to }) => from <= day && day <= to)) return false;
  const weekday = calendar.timetableWeekday(day);
  return weekday === 'unknown' ? weekdayOf(day) <= 5 : weekday !== undefined;
}

/** A working day that is not a make-up one; where the year's arrangement is unknown, Monday to Friday. */
function isPlainWorkday(day: PlainDate, { calendar }: PlanDays): boolean {
  return weekdayOf(day) <= 5 && calendar.isWorkday(day) !== false;
}

/** The same weekday of the same week in the month of another year: the second Tuesday stays a second Tuesday. */
export function sameWeekdayIn(day: PlainDate, year: number): PlainDate {
  const month = day.slice(5, 7);
  const ordinal = Math.floor((Number(day.slice(8)) - 1) / 7);
  const first = `${year}-${month}-01`;
  const start = addDays(first, (weekdayOf(day) - weekdayOf(first) + 7) % 7);
  const wished = addDays(start, ordinal * 7);
  return wished.slice(5, 7) === month ? wished : addDays(wished, -7);
}
