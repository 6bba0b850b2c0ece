import Button from '@mui/material/Button';
import type { ReactNode } from 'react';
import { LeaveGuard } from './LeaveGuard.tsx';
import { SaveBar } from './SaveBar.tsx';
import { useSaveKey } from './useSaveKey.ts';

interface SheetSavingProps {
  readonly status: ReactNode;
  readonly unsaved: boolean;
  /** What is lost by leaving: 点名还没有保存. */
  readonly what: string;
  readonly busy: boolean;
  /** Whether there is something to save that can be saved now. */
  readonly maySave: boolean;
  readonly label?: string;
  /** The button sends the form around it, so that Enter in a field saves too. */
  readonly submits?: true;
  /** Whether it succeeded; called only while `maySave`. */
  readonly onSave: () => Promise<boolean>;
  readonly onDiscard?: () => void;
}

/** Saving of what is typed and stored as a whole: the bar, Ctrl+S, and the question before it is left. */
export function SheetSaving(props: SheetSavingProps): ReactNode {
  const { busy, unsaved } = props;
  const maySave = props.maySave && !busy;
  const save = async () => maySave && (await props.onSave());
  useSaveKey(() => void save());
  return (
    <>
      <SaveBar status={props.status}>
        {props.onDiscard ? (
          <Button color="secondary" disabled={!unsaved} onClick={props.onDiscard}>
            放弃修改
          </Button>
        ) : null}
        <Button
          variant="contained"
          aria-keyshortcuts="Control+S"
          disabled={!maySave}
          {...(props.submits ? { type: 'submit' } : { onClick: () => void save() })}
        >
          {props.label ?? '保存'}
        </Button>
      </SaveBar>
      <LeaveGuard unsaved={unsaved} busy={busy} what={props.what} onSave={save} />
    </>
  );
}
