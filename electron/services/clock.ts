import { chinaDateOf } from '../../shared/kernel/plainDate.ts';
import type { Clock } from './app.ts';

/** A clock that tells the time of `now` (an ISO instant in UTC); its day is China's. */
export function clockOf(now: () => string): Clock {
  return { now, today: () => chinaDateOf(now()) };
}

/** The machine's time, moved by `offsetMs`: worker threads and trial runs live in the time of the one who started them. */
export function systemClock(offsetMs = 0): Clock {
  return clockOf(() => new Date(Date.now() + offsetMs).toISOString());
}
