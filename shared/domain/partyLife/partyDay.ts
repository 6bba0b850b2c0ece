import { addDays, daysInMonth, plainDateOf, weekdayOf } from '../../kernel/plainDate.ts';
import type { PlainDate } from '../../kernel/plainDate.ts';
import type { PartyDayRule } from './facts.ts';

/**
 * The branch's fixed day of 主题党日 in a month, holidays not regarded. A day that the month lacks (31 in April) is its
 * last one.
 * @param month `2026-10`
 */
export function fixedPartyDay(rule: PartyDayRule, month: string): PlainDate {
  const year = Number(month.slice(0, 4));
  const number = Number(month.slice(5, 7));
  const length = daysInMonth(year, number);
  const dayOf = (day: number): PlainDate => plainDateOf(year, number, Math.min(day, length)) ?? `${month}-01`;
  if (rule.kind === 'dayOfMonth') return dayOf(rule.day);
  const first = 1 + ((rule.weekday - weekdayOf(dayOf(1)) + 7) % 7);
  if (rule.ordinal !== 'last') return dayOf(first + (rule.ordinal - 1) * 7);
  const fifth = first + 28;
  return dayOf(fifth <= length ? fifth : first + 21);
}

/** The day itself when it is a working day, else the next one; the day itself where the year's arrangement is unknown. */
export function nextWorkdayFrom(
  day: PlainDate,
  isWorkday: (date: PlainDate) => boolean | 'unknown',
): PlainDate {
  let reached = day;
  for (let tried = 0; tried < 31; tried += 1) {
    const workday = isWorkday(reached);
    if (workday === 'unknown') return day;
    if (workday) return reached;
    reached = addDays(reached, 1);
  }
  return day;
}
