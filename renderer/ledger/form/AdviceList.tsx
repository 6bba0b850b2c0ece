import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import type { Advice } from '../../../shared/ledger/definition.ts';
import { adviceSigns, StatusSign } from '../../ui/StatusSign.tsx';

/** What the definition says about the values typed so far; read out when it changes. */
export function AdviceList({ advice }: { readonly advice: readonly Advice[] }): ReactNode {
  return (
    <Box role="status" sx={{ display: 'grid', gap: 0.5 }}>
      {advice.map(({ level, path, sentence }) => (
        <Box key={`${path} ${sentence}`} sx={{ display: 'flex', gap: 1, alignItems: 'baseline' }}>
          <StatusSign sign={adviceSigns[level]} />
          <Typography variant="body2">{sentence}</Typography>
        </Box>
      ))}
    </Box>
  );
}
