import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { ReactNode } from 'react';
import { useChange } from '../client.ts';
import { FailureNotice } from './FailureNotice.tsx';

interface ReceiptNoticeProps {
  readonly receipt: { readonly path: string };
  /** What was written, e.g. 已导出 120 条。 */
  readonly words: string;
  /** What should have been written and was not, and why. */
  readonly missing?: string | undefined;
}

/** A file has left: where it is, and the way to it. */
export function ReceiptNotice({ receipt, words, missing }: ReceiptNoticeProps): ReactNode {
  const show = useChange('desktop.showFolder');
  return (
    <>
      <Alert
        severity={missing === undefined ? 'success' : 'warning'}
        sx={{ mb: 1 }}
        action={
          <Button color="inherit" onClick={() => show.mutate({ path: receipt.path })}>
            打开所在文件夹
          </Button>
        }
      >
        {words}
        {missing === undefined ? null : <Box>{missing}</Box>}
        <Box sx={{ overflowWrap: 'anywhere', userSelect: 'text' }}>{receipt.path}</Box>
      </Alert>
      <FailureNotice error={show.error} onClose={() => show.reset()} />
    </>
  );
}
