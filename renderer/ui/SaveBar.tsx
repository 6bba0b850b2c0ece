import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';

interface SaveBarProps {
  /** Quiet words at the left: what is saved, what isn't. */
  readonly status: ReactNode;
  /** Buttons, the main one last. */
  readonly children: ReactNode;
}

/** Stays at the bottom of the work area, so that saving never needs scrolling. */
export function SaveBar({ status, children }: SaveBarProps): ReactNode {
  return (
    <Box
      sx={{
        flex: 'none',
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        gap: 1,
        px: 2,
        py: 1,
        borderTop: 1,
        borderColor: 'divider',
        bgcolor: 'background.paper',
      }}
    >
      <Typography variant="body2" color="textSecondary" role="status" sx={{ flex: '1 1 8rem' }}>
        {status}
      </Typography>
      {children}
    </Box>
  );
}
