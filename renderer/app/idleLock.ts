import { useEffect } from 'react';
import { tryCall } from '../client.ts';
import { applySession, useSession } from '../ground/sessionContext.tsx';

const touchEveryMillis = 30_000;
const lookEveryMillis = 5_000;

/** Tells the main process that somebody works here, and locks when nobody has for the school's idle minutes. */
export function useIdleLock(): void {
  const { idleMinutes } = useSession();
  useEffect(() => {
    let activeAt = Date.now();
    let toldAt = 0;
    function noteActivity() {
      activeAt = Date.now();
      if (activeAt - toldAt < touchEveryMillis) return;
      toldAt = activeAt;
      void tryCall('session.touch', {});
    }
    const look = window.setInterval(() => {
      if (Date.now() - activeAt < idleMinutes * 60_000) return;
      activeAt = Date.now();
      // The main process may have work under way and stay open; it answers with the state that holds.
      void tryCall('session.lock', {}).then((answer) => applySession(answer.ok ? answer.value : null));
    }, lookEveryMillis);
    const signs = ['keydown', 'pointerdown', 'wheel', 'pointermove'] as const;
    for (const sign of signs) window.addEventListener(sign, noteActivity, { passive: true });
    return () => {
      window.clearInterval(look);
      for (const sign of signs) window.removeEventListener(sign, noteActivity);
    };
  }, [idleMinutes]);
}
