import { weekdayOf } from '../../kernel/plainDate.ts';
import type { PlainDate } from '../../kernel/plainDate.ts';
import { isTeachingDay } from './planPlacement.ts';
import type { PlanDays } from './planPlacement.ts';

/**
 * `workday` = no lessons on it: vacation, or no term is entered. `unknown` = a weekday of a year whose holidays are not
 * published.
 */
export type PlanDayKind = 'holiday' | 'makeUp' | 'weekend' | 'teaching' | 'workday' | 'unknown';

/** What a day is for planning; `name` is that of the holiday, also on its make-up days. */
export interface PlanDay {
  readonly kind: PlanDayKind;
  readonly name: string | null;
}

export function planDay(day: PlainDate, days: PlanDays): PlanDay {
  const listed = days.calendar.dayOn(day);
  if (listed) return { kind: listed.isOffDay ? 'holiday' : 'makeUp', name: listed.name };
  if (weekdayOf(day) > 5) return { kind: 'weekend', name: null };
  if (days.calendar.isWorkday(day) === 'unknown') return { kind: 'unknown', name: null };
  return { kind: isTeachingDay(day, days) ? 'teaching' : 'workday', name: null };
}
