import { chinaDateOf } from '../shared/kernel/plainDate.ts';

/** The only source of time for services and store; tests and the command line pass their own. */
export interface Clock {
  /** ISO instant in UTC, `2026-11-24T06:30:00.000Z`. */
  readonly now: () => string;
  /** Calendar day in China (UTC+8), `2026-11-24`. */
  readonly today: () => string;
}

/** A clock that tells the time of `now` (an ISO instant in UTC); its day is China's. */
export function clockOf(now: () => string): Clock {
  return { now, today: () => chinaDateOf(now()) };
}

/** The machine's time, moved by `offsetMs`: worker threads and trial runs live in the time of the one who started them. */
export function systemClock(offsetMs = 0): Clock {
  return clockOf(() => new Date(Date.now() + offsetMs).toISOString());
}
