import { addDays, datesBetween, daysInMonth, mondayOf } from '../../../shared/kernel/plainDate.ts';

/** Weeks, Monday first, that hold the days of a month; `2026-10`. */
export function weeksOf(month: string): readonly (readonly string[])[] {
  const first = `${month}-01`;
  const last = `${month}-${daysInMonth(Number(month.slice(0, 4)), Number(month.slice(5)))}`;
  const days = datesBetween(mondayOf(first), addDays(mondayOf(last), 6));
  return Array.from({ length: days.length / 7 }, (_, week) => days.slice(week * 7, week * 7 + 7));
}

/** The day that an arrow key leads to; `null` when the key doesn't move. */
export function stepDay(key: string, from: string): string | null {
  switch (key) {
    case 'ArrowLeft':
      return addDays(from, -1);
    case 'ArrowRight':
      return addDays(from, 1);
    case 'ArrowUp':
      return addDays(from, -7);
    case 'ArrowDown':
      return addDays(from, 7);
    default:
      return null;
  }
}
