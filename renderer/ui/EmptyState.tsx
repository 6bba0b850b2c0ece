import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';

interface EmptyStateProps {
  /** One sentence: what belongs in here, or why nothing is shown. */
  readonly sentence: string;
  /** The ways to begin. */
  readonly children?: ReactNode;
}

export function EmptyState({ sentence, children }: EmptyStateProps): ReactNode {
  return (
    <Box sx={{ p: 4, textAlign: 'center' }}>
      <Typography color="textSecondary" sx={{ mb: 2 }}>
        {sentence}
      </Typography>
      <Box sx={{ display: 'flex', gap: 1, justifyContent: 'center', flexWrap: 'wrap' }}>{children}</Box>
    </Box>
  );
}
