import CssBaseline from '@mui/material/CssBaseline';
import { ThemeProvider } from '@mui/material/styles';
import { QueryClient, QueryClientProvider, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import type { SessionState } from '../../shared/contract/session.ts';
import { onDesktopEvent, useCall } from '../client.ts';
import { FailureNotice } from '../ui/FailureNotice.tsx';
import { Loading } from '../ui/Loading.tsx';
import { FaultBoundary } from './FaultBoundary.tsx';
import { SessionContext } from '../ground/sessionContext.tsx';
import { makeTheme } from '../ground/theme.ts';
import { UnlockScreen } from '../session/UnlockScreen.tsx';

const readOpenSchool = async () => ({ default: (await import('./OpenSchool.tsx')).OpenSchool });
const OpenSchool = lazy(readOpenSchool);
const FirstStartScreen = lazy(async () => ({
  default: (await import('../session/FirstStartScreen.tsx')).FirstStartScreen,
}));
const UnusableScreen = lazy(async () => ({
  default: (await import('../session/UnusableScreen.tsx')).UnusableScreen,
}));

/** The store is local: an answer stays good until an event says that records or the session changed. */
const queries = new QueryClient({
  defaultOptions: {
    queries: { retry: false, refetchOnWindowFocus: false, staleTime: 60_000, networkMode: 'always' },
    mutations: { retry: false, networkMode: 'always' },
  },
});

export function App(): ReactNode {
  return (
    <QueryClientProvider client={queries}>
      <ScaledTheme>
        <FaultBoundary>
          <Suspense fallback={<Loading />}>
            <StageGate />
          </Suspense>
        </FaultBoundary>
      </ScaledTheme>
    </QueryClientProvider>
  );
}

/** The theme in the size of the school's settings; before unlocking, in the size used last on this PC. */
function ScaledTheme({ children }: { readonly children: ReactNode }): ReactNode {
  const session = useCall('session.state', {});
  const open = session.data?.stage === 'open';
  const settings = useCall('settings.get', {}, { enabled: open });
  const chosen = settings.data?.largeFont;
  const percent = chosen ?? Number(localStorage.getItem('largeFont') ?? 100);
  useEffect(() => {
    if (chosen !== undefined) localStorage.setItem('largeFont', String(chosen));
  }, [chosen]);
  const theme = useMemo(() => makeTheme(percent / 100), [percent]);
  return (
    <ThemeProvider theme={theme}>
      <CssBaseline />
      {children}
    </ThemeProvider>
  );
}

/** Shows the screen of the session's stage. */
function StageGate(): ReactNode {
  useStaleOnEvents();
  const session = useCall('session.state', {});
  // The first start has words to be read after the school is open, such as the recovery code.
  const [held, setHeld] = useState<SessionState | null>(null);
  const waiting = session.data?.stage === 'locked';
  useEffect(() => {
    // Frame and addresses are read while the password is typed, not before the screen stands there.
    if (waiting) requestIdleCallback(() => void readOpenSchool());
  }, [waiting]);
  if (session.error) return <FailureNotice error={session.error} onRetry={() => void session.refetch()} />;
  const state = held ?? session.data;
  if (!state) return <Loading label="正在打开" />;
  switch (state.stage) {
    case 'noSchool':
      return <FirstStartScreen state={state} onHold={(hold) => setHeld(hold ? state : null)} />;
    case 'locked':
      return <UnlockScreen state={state} />;
    case 'unusable':
      return <UnusableScreen state={state} />;
    case 'open':
      return (
        <SessionContext.Provider value={state}>
          <OpenSchool />
        </SessionContext.Provider>
      );
  }
}

/** Many saves in a row are read anew once, when they are done. */
const quietMs = 50;

/** Makes answers stale when the main process says that what they rest on has changed. */
function useStaleOnEvents(): void {
  const client = useQueryClient();
  const quiet = useRef<number>(undefined);
  useEffect(
    () =>
      onDesktopEvent((event) => {
        if (event.type === 'session.changed') void client.invalidateQueries({ queryKey: ['session.state'] });
        if (event.type !== 'records.changed') return;
        clearTimeout(quiet.current);
        quiet.current = window.setTimeout(
          () => void client.invalidateQueries({ predicate: (query) => restsOnRecords(query.queryKey[0]) }),
          quietMs,
        );
      }),
    [client],
  );
  const stage = useCall('session.state', {}).data?.stage;
  useEffect(() => {
    // What was read while the school was open must not outlive its closing.
    if (stage !== undefined && stage !== 'open')
      client.removeQueries({ predicate: (query) => query.queryKey[0] !== 'session.state' });
  }, [client, stage]);
}

function restsOnRecords(channel: unknown): boolean {
  return typeof channel === 'string' && !['session.state', 'attachment.read'].includes(channel);
}
