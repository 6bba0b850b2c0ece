import { addDays, datesBetween, weekdayOf, yearOf } from './plainDate.ts';
import type { PlainDate } from './plainDate.ts';

/** One day of the State Council's yearly arrangement, or one the school decided itself. */
export interface CalendarDay {
  readonly date: PlainDate;
  /** 国庆节, 春节 … */
  readonly name: string;
  /** true: a day off; false: a make-up working day (调休上班). */
  readonly isOffDay: boolean;
  /** On a make-up day: whose timetable the school teaches (1 = Monday … 5), or `null` when it does not teach. */
  readonly followWeekday: number | null;
}

/** Answers about working days. `unknown` where a needed year has no arrangement: never a guess. */
export interface SchoolCalendar {
  /** Whether the arrangement of a year is known (its New Year and its National Day are both listed). */
  hasDataFor(year: number): boolean;
  /** Make-up days are working days, listed days off are not, else Monday to Friday. */
  isWorkday(date: PlainDate): boolean | 'unknown';
  /** Whether the day is off by the yearly arrangement; a plain weekend is not. */
  isStatutoryHoliday(date: PlainDate): boolean | 'unknown';
  /** The n-th working day after a date (n ≥ 0; 0 gives the date itself); `undefined` where unknown. */
  addWorkdays(date: PlainDate, count: number): PlainDate | undefined;
  /** Working days after `from` up to and with `to`; 0 when `to` is not later. */
  workdaysBetween(from: PlainDate, to: PlainDate): number | 'unknown';
  /** Whose weekday's timetable is taught (1 to 5), or `undefined` on a day without teaching. */
  timetableWeekday(date: PlainDate): number | undefined | 'unknown';
  /** The listed day, if it is one. */
  dayOn(date: PlainDate): CalendarDay | undefined;
}

/** Builds the calendar from listed days; of two entries for one date the later one in the list holds. */
export function createSchoolCalendar(days: readonly CalendarDay[]): SchoolCalendar {
  const listed = new Map(days.map((day) => [day.date, day]));

  function hasDataFor(year: number): boolean {
    return [`${year}-01-01`, `${year}-10-01`].every((date) => listed.get(date)?.isOffDay === true);
  }

  function isWorkday(date: PlainDate): boolean | 'unknown' {
    if (!hasDataFor(yearOf(date))) return 'unknown';
    const day = listed.get(date);
    return day ? !day.isOffDay : weekdayOf(date) <= 5;
  }

  function isStatutoryHoliday(date: PlainDate): boolean | 'unknown' {
    if (!hasDataFor(yearOf(date))) return 'unknown';
    return listed.get(date)?.isOffDay === true;
  }

  function addWorkdays(date: PlainDate, count: number): PlainDate | undefined {
    let reached = date;
    for (let left = count; left > 0;) {
      reached = addDays(reached, 1);
      const workday = isWorkday(reached);
      if (workday === 'unknown') return undefined;
      if (workday) left -= 1;
    }
    return reached;
  }

  function workdaysBetween(from: PlainDate, to: PlainDate): number | 'unknown' {
    let count = 0;
    for (const date of datesBetween(addDays(from, 1), to)) {
      const workday = isWorkday(date);
      if (workday === 'unknown') return 'unknown';
      if (workday) count += 1;
    }
    return count;
  }

  /** A term's rules ask tens of thousands of times for the same few days. */
  const taught = new Map<PlainDate, number | undefined | 'unknown'>();

  function timetableWeekday(date: PlainDate): number | undefined | 'unknown' {
    if (!taught.has(date)) taught.set(date, weekdayTaughtOn(date));
    return taught.get(date);
  }

  function weekdayTaughtOn(date: PlainDate): number | undefined | 'unknown' {
    const workday = isWorkday(date);
    if (workday === 'unknown') return 'unknown';
    if (!workday) return undefined;
    const day = listed.get(date);
    return day ? (day.followWeekday ?? undefined) : weekdayOf(date);
  }

  return Object.freeze({
    hasDataFor,
    isWorkday,
    isStatutoryHoliday,
    addWorkdays,
    workdaysBetween,
    timetableWeekday,
    dayOn: (date: PlainDate) => listed.get(date),
  });
}
