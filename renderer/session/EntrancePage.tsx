import Box from '@mui/material/Box';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { inks } from '../ground/theme.ts';

interface EntrancePageProps {
  readonly title: string;
  /** One or two quiet sentences below the title. */
  readonly hint?: ReactNode;
  readonly wide?: boolean;
  readonly children: ReactNode;
}

/** The pages before a school is open: one sheet in the middle, and what must never be typed into the program. */
export function EntrancePage({ title, hint, wide, children }: EntrancePageProps): ReactNode {
  return (
    <Box sx={{ height: '100%', overflow: 'auto', display: 'flex', flexDirection: 'column' }}>
      <Box component="main" sx={{ flex: '1 0 auto', display: 'grid', placeItems: 'center', px: 2, py: 2 }}>
        <Box sx={{ width: '100%', maxWidth: wide ? '56rem' : '42rem' }}>
          <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, mb: 1 }}>
            <Box aria-hidden sx={{ width: '0.25rem', height: '1.25rem', bgcolor: inks.accent }} />
            <Typography component="span" sx={{ fontWeight: 600 }}>
              校园台账
            </Typography>
          </Box>
          <Paper variant="outlined" sx={{ p: 3 }}>
            <Typography variant="h1" sx={{ overflowWrap: 'anywhere' }}>
              {title}
            </Typography>
            {hint === undefined ? null : (
              <Typography variant="body2" color="textSecondary" component="div" sx={{ mt: 0.5 }}>
                {hint}
              </Typography>
            )}
            <Box sx={{ mt: 2 }}>{children}</Box>
          </Paper>
        </Box>
      </Box>
      <Typography
        component="footer"
        variant="body2"
        sx={{
          flex: 'none',
          px: 2,
          py: 1,
          textAlign: 'center',
          borderTop: 1,
          borderColor: 'divider',
          bgcolor: 'background.paper',
        }}
      >
        <strong>严禁录入涉密信息。</strong>本程序只在这台电脑上使用，不联网；资料加密保存在本机。
      </Typography>
    </Box>
  );
}
