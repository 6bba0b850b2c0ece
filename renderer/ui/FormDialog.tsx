import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog, { type DialogProps } from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { FailureNotice } from './FailureNotice.tsx';

interface FormDialogProps {
  readonly title: ReactNode;
  readonly children: ReactNode;
  /** Why it was refused. */
  readonly error?: unknown;
  /** The verb of the button; absent = what can be done stands inside. */
  readonly submitLabel?: ReactNode;
  /** What is entered can be sent. */
  readonly ready?: boolean;
  readonly danger?: boolean | undefined;
  /** The button takes the focus, as nothing has to be typed. */
  readonly atOnce?: boolean;
  readonly width?: DialogProps['maxWidth'];
  /** Quiet words beside the buttons. */
  readonly status?: string;
  /** Further ways out between the two buttons. */
  readonly extra?: ReactNode;
  readonly closeLabel?: string | undefined;
  /** What is being done has its own way to stop. */
  readonly closable?: boolean;
  readonly onSubmit?: () => void;
  readonly onClose: () => void;
}

/** Asks for what is needed to do one thing; it is there as long as it is asked. Only its middle scrolls. */
export function FormDialog(props: FormDialogProps): ReactNode {
  const { ready = false, closable = true, onClose } = props;
  return (
    <Dialog open onClose={closable ? onClose : undefined} maxWidth={props.width ?? 'sm'} fullWidth>
      <Box
        component="form"
        noValidate
        sx={{ display: 'flex', flexDirection: 'column', minHeight: 0 }}
        onSubmit={(event) => {
          event.preventDefault();
          // A dialog opened from a form doesn't send that form.
          event.stopPropagation();
          if (ready) props.onSubmit?.();
        }}
      >
        <DialogTitle>{props.title}</DialogTitle>
        <DialogContent>
          <Box sx={{ display: 'grid', gap: 1.5, pt: 1 }}>
            <FailureNotice error={props.error} />
            {props.children}
          </Box>
        </DialogContent>
        <DialogActions>
          {props.status === undefined ? null : (
            <Typography variant="body2" color="textSecondary" role="status" sx={{ flex: 1, pl: 2 }}>
              {props.status}
            </Typography>
          )}
          <Button color="secondary" disabled={!closable} onClick={onClose}>
            {props.closeLabel ?? '取消'}
          </Button>
          {props.extra}
          {props.submitLabel === undefined ? null : (
            <Button
              type="submit"
              variant="contained"
              color={props.danger ? 'error' : 'primary'}
              disabled={!ready}
              autoFocus={props.atOnce ?? false}
            >
              {props.submitLabel}
            </Button>
          )}
        </DialogActions>
      </Box>
    </Dialog>
  );
}
