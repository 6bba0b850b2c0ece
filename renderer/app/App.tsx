import CssBaseline from '@mui/material/CssBaseline';
import { ThemeProvider } from '@mui/material/styles';
import { QueryClientProvider } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useMemo, useState, type ReactNode } from 'react';
import type { SessionState } from '../../shared/contract/session.ts';
import { answers, forgetTheFile, hearWritten } from '../answers.ts';
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

export function App(): ReactNode {
  return (
    <QueryClientProvider client={answers}>
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
  useNews();
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

/** Follows what the main process tells of file and session. */
function useNews(): void {
  useEffect(
    () =>
      onDesktopEvent((event) => {
        if (event.type === 'session.changed') void answers.invalidateQueries({ queryKey: ['session.state'] });
        if (event.type === 'store.changed') hearWritten(event.written);
      }),
    [],
  );
  const stage = useCall('session.state', {}).data?.stage;
  useEffect(() => {
    // What was read while the school was open must not outlive its closing.
    if (stage !== undefined && stage !== 'open') forgetTheFile();
  }, [stage]);
}
