import Button from '@mui/material/Button';
import type { ReactNode } from 'react';
import { useBlocker } from 'react-router';
import { ConfirmDialog } from './ConfirmDialog.tsx';

interface LeaveGuardProps {
  readonly dirty: boolean;
  readonly busy: boolean;
  /** Answers whether it is saved. */
  readonly onSave: () => Promise<boolean>;
  /** The question. */
  readonly children: ReactNode;
}

/** Asks before an address is left on which something isn't saved; saving comes first, and leaving waits for it. */
export function LeaveGuard({ dirty, busy, onSave, children }: LeaveGuardProps): ReactNode {
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      dirty &&
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
      {children}
    </ConfirmDialog>
  );
}
