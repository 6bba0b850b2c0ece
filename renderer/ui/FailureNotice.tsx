import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { useEffect, useRef, type ReactNode } from 'react';
import { sentenceOf } from '../client.ts';

interface FailureNoticeProps {
  /** What a query or mutation has thrown; nothing is shown for `null`. */
  readonly error: unknown;
  readonly onRetry?: () => void;
  readonly onClose?: () => void;
}

/** A refused or failed call, in the sentence made for the clerk; it comes into sight, clear of the bar below a form. */
export function FailureNotice({ error, onRetry, onClose }: FailureNoticeProps): ReactNode {
  const notice = useRef<HTMLDivElement>(null);
  useEffect(() => {
    notice.current?.scrollIntoView({ block: 'nearest' });
  }, [error]);
  if (error === null || error === undefined) return null;
  return (
    <Alert
      ref={notice}
      severity="error"
      onClose={onClose}
      sx={{ mb: 2, scrollMarginBlock: '6rem' }}
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
