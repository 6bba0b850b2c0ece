import CircularProgress from '@mui/material/CircularProgress';
import Box from '@mui/material/Box';
import type { ReactNode } from 'react';

export function Loading({ label = '正在读取' }: { readonly label?: string | undefined }): ReactNode {
  return (
    <Box
      role="status"
      sx={{ display: 'flex', gap: 1.5, alignItems: 'center', justifyContent: 'center', p: 4 }}
    >
      <CircularProgress size={20} aria-hidden />
      <span>{label}…</span>
    </Box>
  );
}
