import type { SchoolCalendar } from '../../kernel/calendar.ts';
import { addDays } from '../../kernel/plainDate.ts';
import type { PlainDate } from '../../kernel/plainDate.ts';
import type { Parameters } from '../parameters/index.ts';

/** Working days of a public notice, first and last day counted; `null` where its days or the calendar are not known. */
export function noticeWorkdays(
  from: PlainDate | null,
  to: PlainDate | null,
  calendar: SchoolCalendar,
): number | null {
  if (from === null || to === null || to < from) return null;
  const days = calendar.workdaysBetween(addDays(from, -1), to);
  return days === 'unknown' ? null : days;
}

/** Whether a notice was shorter than the least number of working days in force on its first day. */
export function noticeIsShort(
  from: PlainDate | null,
  to: PlainDate | null,
  calendar: SchoolCalendar,
  parameters: Parameters,
): boolean {
  const days = noticeWorkdays(from, to, calendar);
  return from !== null && days !== null && days < parameters.number('awardNoticeWorkdays', from);
}
