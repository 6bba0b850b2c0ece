import DialogContentText from '@mui/material/DialogContentText';
import TextField from '@mui/material/TextField';
import { FormDialog } from './FormDialog.tsx';
import { useState, type ReactNode } from 'react';

interface ConfirmDialogProps {
  readonly open: boolean;
  readonly title: string;
  readonly children: ReactNode;
  /** The verb of the button, e.g. 删除 3 条. */
  readonly confirmLabel: string;
  readonly danger?: boolean;
  /** Asks for a reason of at least this many characters. */
  readonly reason?: { readonly label: string; readonly minLength: number };
  /** It is being done: to close the dialog would not stop it. */
  readonly busy?: boolean;
  readonly onConfirm: (reason: string) => void;
  readonly onClose: () => void;
  readonly closeLabel?: string;
  /** Further ways out between the two buttons. */
  readonly extra?: ReactNode;
}

/** Finished records go only with a reason. */
export const removalReason = { label: '为什么删除', minLength: 2 } as const;

export function ConfirmDialog(props: ConfirmDialogProps): ReactNode {
  return props.open ? <ConfirmBody {...props} /> : null;
}

function ConfirmBody(props: ConfirmDialogProps): ReactNode {
  const [text, setText] = useState('');
  const { reason } = props;
  const tooShort = reason !== undefined && [...text.trim()].length < reason.minLength;
  return (
    <FormDialog
      title={props.title}
      submitLabel={props.confirmLabel}
      ready={!tooShort && !props.busy}
      danger={props.danger}
      atOnce={!reason}
      extra={props.extra}
      closeLabel={props.closeLabel}
      closable={!props.busy}
      onSubmit={() => props.onConfirm(text.trim())}
      onClose={props.onClose}
    >
      <DialogContentText component="div">{props.children}</DialogContentText>
      {reason ? (
        <TextField
          autoFocus
          label={reason.label}
          value={text}
          onChange={(event) => setText(event.target.value)}
          helperText={`至少 ${reason.minLength} 个字，会记入修改历史`}
          slotProps={{ htmlInput: { maxLength: 500 } }}
        />
      ) : null}
    </FormDialog>
  );
}
