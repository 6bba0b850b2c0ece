import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import type { Advice } from '../../../shared/ledger/definition.ts';
import { adviceSigns, StatusSign } from '../../ui/StatusSign.tsx';

/** What the definition says about one field as it stands, under it; read out when it changes. */
export function AdviceList({ advice }: { readonly advice: readonly Advice[] }): ReactNode {
  if (advice.length === 0) return null;
  return (
    <Box role="status" sx={{ display: 'grid', gap: 0.5, mt: -1, mb: 2 }}>
      {advice.map(({ level, path, sentence }) => (
        <Box
          key={`${path} ${sentence}`}
          sx={{ display: 'flex', gap: 1, alignItems: 'baseline', '& > :first-of-type': { flexShrink: 0 } }}
        >
          <StatusSign sign={adviceSigns[level]} />
          <Typography variant="body2">{sentence}</Typography>
        </Box>
      ))}
    </Box>
  );
}
