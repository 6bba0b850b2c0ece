import Button from '@mui/material/Button';
import type { ReactNode, RefObject } from 'react';
import { useBlocker } from 'react-router';
import { ConfirmDialog } from './ConfirmDialog.tsx';

interface LeaveGuardProps {
  readonly unsaved: boolean;
  readonly busy?: boolean;
  /** What is lost: 点名还没有保存. */
  readonly what: string;
  readonly saveLabel?: string;
  /** What only stands beside, such as the page of a list, may change without asking. */
  readonly otherPageOnly?: boolean;
  /** Set once the screen leaves by itself. */
  readonly over?: RefObject<boolean>;
  /** Whether saving succeeded. */
  readonly onSave: () => Promise<boolean>;
  readonly onDiscard?: () => Promise<void>;
}

/** Asks before something typed is lost by leaving the screen. */
export function LeaveGuard(props: LeaveGuardProps): ReactNode {
  const { unsaved, otherPageOnly = false, over, onSave, onDiscard } = props;
  const blocker = useBlocker(
    ({ currentLocation: from, nextLocation: to }) =>
      unsaved &&
      !over?.current &&
      (from.pathname !== to.pathname || (!otherPageOnly && from.search !== to.search)),
  );
  async function discard() {
    await onDiscard?.();
    blocker.proceed?.();
  }
  return (
    <ConfirmDialog
      open={blocker.state === 'blocked'}
      title="还有没保存的内容"
      confirmLabel={props.saveLabel ?? '保存并离开'}
      closeLabel="继续填写"
      busy={props.busy ?? false}
      extra={
        <Button color="error" onClick={() => void discard()}>
          不保存，离开
        </Button>
      }
      onClose={() => blocker.reset?.()}
      onConfirm={() => void onSave().then((done) => (done ? blocker.proceed?.() : blocker.reset?.()))}
    >
      {props.what}，离开前要不要保存？
    </ConfirmDialog>
  );
}
