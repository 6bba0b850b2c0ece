import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import { inks } from '../../ground/theme.ts';

interface HoursBarProps {
  readonly hours: number;
  /** Due for the year. */
  readonly target: number;
  /** Due by now; a line in the bar. */
  readonly onPace: number;
}

/** Study hours against those of the year, the number beside the bar. */
export function HoursBar({ hours, target, onPace }: HoursBarProps): ReactNode {
  const share = (value: number): string => `${Math.min(100, target === 0 ? 0 : (value / target) * 100)}%`;
  const behind = hours < Math.min(onPace, target);
  const words = `${hours}/${target} 学时${hours >= target ? '，已达标' : behind ? `，按进度应有 ${onPace}` : '，跟得上进度'}`;
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
      <Box
        aria-hidden
        sx={{
          position: 'relative',
          flex: '1 1 8rem',
          minWidth: '4rem',
          height: '0.75rem',
          borderRadius: 1,
          bgcolor: '#F1EEE9',
          overflow: 'hidden',
        }}
      >
        <Box sx={{ width: share(hours), height: '100%', bgcolor: behind ? inks.warn : inks.good }} />
        <Box
          sx={{
            position: 'absolute',
            top: 0,
            bottom: 0,
            left: share(onPace),
            width: '2px',
            bgcolor: inks.text,
          }}
        />
      </Box>
      <Box
        component="span"
        sx={{ whiteSpace: 'nowrap', minWidth: '11.5rem', color: behind ? inks.warn : 'text.primary' }}
      >
        {words}
      </Box>
    </Box>
  );
}
