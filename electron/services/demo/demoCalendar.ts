import { createSchoolCalendar } from '../../../shared/kernel/calendar.ts';
import { shippedCalendarDays } from '../../../shared/kernel/holidays.ts';
import { datesBetween, weekdayOf } from '../../../shared/kernel/plainDate.ts';

/** The day up to which the demo school has kept its records. */
export const demoToday = '2026-11-20';

export const demoTerms = [
  {
    period: '2025-2026-1',
    name: '2025—2026学年第一学期',
    season: '第一学期',
    startsOn: '2025-08-30',
    firstTeachingOn: '2025-09-01',
    lastTeachingOn: '2026-01-16',
    endsOn: '2026-01-22',
  },
  {
    period: '2025-2026-2',
    name: '2025—2026学年第二学期',
    season: '第二学期',
    startsOn: '2026-03-01',
    firstTeachingOn: '2026-03-02',
    lastTeachingOn: '2026-07-03',
    endsOn: '2026-07-10',
  },
  {
    period: '2026-2027-1',
    name: '2026—2027学年第一学期',
    season: '第一学期',
    startsOn: '2026-08-30',
    firstTeachingOn: '2026-08-31',
    lastTeachingOn: '2027-01-15',
    endsOn: '2027-01-22',
  },
] as const;

export type DemoTerm = (typeof demoTerms)[number];

const calendar = createSchoolCalendar(shippedCalendarDays);

/** Monday to Friday without holidays; make-up days stay out, the demo school has not decided whose timetable they follow. */
export function isDemoWorkday(day: string): boolean {
  return calendar.isWorkday(day) === true && weekdayOf(day) <= 5;
}

/** Teaching days of a term up to `demoToday`. */
export function demoTeachingDays(term: DemoTerm): readonly string[] {
  const last = term.lastTeachingOn < demoToday ? term.lastTeachingOn : demoToday;
  return datesBetween(term.firstTeachingOn, last).filter(isDemoWorkday);
}

/** The periods for which the demo's reports are made, the most telling first. */
export const demoPeriods = [
  { kind: 'term', period: '2026-2027-1' },
  { kind: 'year', period: '2026' },
  { kind: 'schoolYear', period: '2026-2027' },
  { kind: 'quarter', period: '2026Q3' },
  { kind: 'month', period: '2026-10' },
] as const;
