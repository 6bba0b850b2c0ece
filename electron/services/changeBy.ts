import type { Caller } from '../ipc/handlers.ts';
import type { Change } from '../store/handles.ts';
import type { Clock } from './app.ts';

/** The change a caller makes now; `reason` stands in every revision of it. */
export function changeBy({ account }: Caller, clock: Clock, reason?: string): Change {
  const change = { accountId: account.id, accountName: account.name, at: clock.now() };
  return reason?.trim() ? { ...change, reason: reason.trim() } : change;
}
