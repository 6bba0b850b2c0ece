import type { CalendarDay } from '../../../shared/contract/upkeep.ts';
import type { ReadHandle, WriteHandle } from '../handles.ts';
import { allRows, execute, tables } from '../query.ts';

/** The holidays and make-up days that the school has imported or changed for a year, by date. */
export function listCalendarDays(h: ReadHandle, year: number): readonly CalendarDay[] {
  const query = tables
    .selectFrom('calendar_day')
    .selectAll()
    .where('date', '>=', `${year}-01-01`)
    .where('date', '<=', `${year}-12-31`)
    .orderBy('date');
  return allRows(h, query).map((row) => ({
    date: row.date,
    name: row.name,
    isOffDay: row.is_off_day === 1,
    followWeekday: row.follow_weekday,
  }));
}

/** Adds or replaces a day. */
export function saveCalendarDay(w: WriteHandle, day: CalendarDay): void {
  const content = {
    name: day.name,
    is_off_day: day.isOffDay ? 1 : 0,
    follow_weekday: day.followWeekday,
  };
  execute(
    w,
    tables
      .insertInto('calendar_day')
      .values({ date: day.date, ...content })
      .onConflict((conflict) => conflict.column('date').doUpdateSet(content)),
  );
}

/** Puts a year's published days in the place of those kept before. */
export function replaceCalendarYear(w: WriteHandle, year: number, days: readonly CalendarDay[]): void {
  execute(
    w,
    tables
      .deleteFrom('calendar_day')
      .where('date', '>=', `${year}-01-01`)
      .where('date', '<=', `${year}-12-31`),
  );
  for (const day of days) saveCalendarDay(w, day);
}
