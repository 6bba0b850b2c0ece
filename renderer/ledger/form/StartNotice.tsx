import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import type { ReactNode } from 'react';

interface StartNoticeProps {
  readonly severity?: 'info' | 'warning';
  readonly children: ReactNode;
  /** Words of the way back, where there is one. */
  readonly action?: string;
  readonly onAction?: () => void;
}

/** Above a form: that it doesn't begin empty, or not with what is stored. */
export function StartNotice({ severity = 'info', children, action, onAction }: StartNoticeProps): ReactNode {
  return (
    <Alert
      severity={severity}
      sx={{ mb: 2 }}
      action={
        action ? (
          <Button color="inherit" onClick={onAction}>
            {action}
          </Button>
        ) : undefined
      }
    >
      {children}
    </Alert>
  );
}
