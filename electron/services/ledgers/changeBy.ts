import type { Caller } from '../../ipc/handlers.ts';
import type { Change } from '../../store/handles.ts';
import type { App } from '../app.ts';

/** The change that a caller makes now, for the revisions it writes. */
export function changeBy(app: Pick<App, 'clock'>, caller: Caller, reason?: string): Change {
  const stated = reason?.trim();
  return {
    accountId: caller.account.id,
    accountName: caller.account.name,
    at: app.clock.now(),
    ...(stated ? { reason: stated } : {}),
  };
}
