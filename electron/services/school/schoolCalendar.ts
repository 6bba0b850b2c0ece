import { createSchoolCalendar } from '../../../shared/kernel/calendar.ts';
import type { SchoolCalendar } from '../../../shared/kernel/calendar.ts';
import { yearOf } from '../../../shared/kernel/plainDate.ts';
import type { PlainDate } from '../../../shared/kernel/plainDate.ts';
import type { ReadHandle } from '../../store/handles.ts';
import { calendarDaysOf } from './yearCalendar.ts';

/** Years that checks on a day reach back and forward to: sanctions and complaints run long. */
const yearsBack = 3;
const yearsAhead = 2;

/** Holidays and make-up days of the years around a day, as they hold at this school. */
export function schoolCalendar(h: ReadHandle, on: PlainDate): SchoolCalendar {
  const first = yearOf(on) - yearsBack;
  const years = Array.from({ length: yearsBack + yearsAhead + 1 }, (_, index) => first + index);
  return createSchoolCalendar(years.flatMap((year) => calendarDaysOf(h, year)));
}
