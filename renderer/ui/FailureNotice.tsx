import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import type { ReactNode } from 'react';
import { sentenceOf } from '../client.ts';

interface FailureNoticeProps {
  /** What a query or mutation has thrown; nothing is shown for `null`. */
  readonly error: unknown;
  readonly onRetry?: () => void;
  readonly onClose?: () => void;
}

/** A refused or failed call, in the sentence made for the clerk. */
export function FailureNotice({ error, onRetry, onClose }: FailureNoticeProps): ReactNode {
  if (error === null || error === undefined) return null;
  return (
    <Alert
      severity="error"
      onClose={onClose}
      sx={{ mb: 2 }}
      action={
        onRetry ? (
          <Button color="inherit" onClick={onRetry}>
            再试一次
          </Button>
        ) : undefined
      }
    >
      {sentenceOf(error)}
    </Alert>
  );
}
