import type { Channel } from '../../../shared/contract/index.ts';

/** What rests on holidays and make-up days. */
export const staleAfterCalendar: readonly Channel[] = [
  'calendar.days',
  'checks.dashboard',
  'checks.findings',
  'access.log',
];
