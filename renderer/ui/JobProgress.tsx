import Box from '@mui/material/Box';
import LinearProgress from '@mui/material/LinearProgress';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import type { Job } from '../client.ts';
import { FailureNotice } from './FailureNotice.tsx';
import { QuietButton } from './QuietButton.tsx';

/** What a long call is doing, how far it is, and how to stop it; afterwards why it was refused. Nothing while nothing runs. */
export function JobProgress({ job }: { readonly job: Job }): ReactNode {
  if (!job.progress) return <FailureNotice error={job.error} onClose={job.forgetError} />;
  const { phrase, done, total } = job.progress;
  const known = total > 0;
  return (
    <Box sx={{ my: 2 }}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 2, mb: 0.5 }}>
        <Typography role="status" sx={{ flex: 1 }}>
          {phrase}
          {known ? `：${done} / ${total}` : '…'}
        </Typography>
        <QuietButton onClick={job.cancel}>停止</QuietButton>
      </Box>
      <LinearProgress
        aria-label={phrase}
        variant={known ? 'determinate' : 'indeterminate'}
        value={known ? Math.min(100, (done / total) * 100) : undefined}
      />
    </Box>
  );
}
