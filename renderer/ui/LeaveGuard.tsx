import Button from '@mui/material/Button';
import type { ReactNode } from 'react';
import { useBlocker } from 'react-router';
import { ConfirmDialog } from './ConfirmDialog.tsx';

interface LeaveGuardProps {
  readonly unsaved: boolean;
  readonly busy?: boolean;
  /** What is lost: 点名还没有保存. */
  readonly what: string;
  /** Whether saving succeeded. */
  readonly onSave: () => Promise<boolean>;
}

/** Asks before something typed is lost by leaving the screen. */
export function LeaveGuard({ unsaved, busy = false, what, onSave }: LeaveGuardProps): ReactNode {
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      unsaved &&
      `${currentLocation.pathname}${currentLocation.search}` !==
        `${nextLocation.pathname}${nextLocation.search}`,
  );
  return (
    <ConfirmDialog
      open={blocker.state === 'blocked'}
      title="还有没保存的内容"
      confirmLabel="保存并离开"
      closeLabel="继续填写"
      busy={busy}
      extra={
        <Button color="error" onClick={() => blocker.proceed?.()}>
          不保存，离开
        </Button>
      }
      onClose={() => blocker.reset?.()}
      onConfirm={() => void onSave().then((done) => (done ? blocker.proceed?.() : blocker.reset?.()))}
    >
      {what}，离开前要不要保存？
    </ConfirmDialog>
  );
}
