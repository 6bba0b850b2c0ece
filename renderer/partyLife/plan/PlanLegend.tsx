import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import { StatusSign } from '../../ui/StatusSign.tsx';
import { daySigns, planSigns } from './planSigns.ts';

/** The signs of days and items in words. */
export function PlanLegend(): ReactNode {
  const { planned, soon, missed, drafted, held } = planSigns;
  return (
    <Box aria-label="图例" role="group" sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 1 }}>
      {[...Object.values(daySigns), planned, soon, missed, drafted, held].map((sign) => (
        <StatusSign key={sign.mark} sign={sign} />
      ))}
    </Box>
  );
}
