import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogContentText from '@mui/material/DialogContentText';
import DialogTitle from '@mui/material/DialogTitle';
import TextField from '@mui/material/TextField';
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
  return (
    <Dialog open={props.open} onClose={props.onClose} maxWidth="sm" fullWidth>
      {props.open ? <ConfirmBody {...props} /> : null}
    </Dialog>
  );
}

function ConfirmBody(props: ConfirmDialogProps): ReactNode {
  const [text, setText] = useState('');
  const { reason } = props;
  const tooShort = reason !== undefined && [...text.trim()].length < reason.minLength;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        event.stopPropagation();
        if (!tooShort && !props.busy) props.onConfirm(text.trim());
      }}
    >
      <DialogTitle>{props.title}</DialogTitle>
      <DialogContent>
        <DialogContentText component="div">{props.children}</DialogContentText>
        {reason ? (
          <TextField
            autoFocus
            sx={{ mt: 2 }}
            label={reason.label}
            value={text}
            onChange={(event) => setText(event.target.value)}
            helperText={`至少 ${reason.minLength} 个字，会记入修改历史`}
            slotProps={{ htmlInput: { maxLength: 500 } }}
          />
        ) : null}
      </DialogContent>
      <DialogActions>
        <Button color="secondary" onClick={props.onClose}>
          {props.closeLabel ?? '取消'}
        </Button>
        {props.extra}
        <Button
          type="submit"
          variant="contained"
          color={props.danger ? 'error' : 'primary'}
          disabled={tooShort || props.busy}
          autoFocus={!reason}
        >
          {props.confirmLabel}
        </Button>
      </DialogActions>
    </form>
  );
}
