import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useId, type ReactNode } from 'react';
import type { PlanExemption } from '../../../shared/contract/partyPlan.ts';

/** What is not planned though the rulebook names it, each with its reason. */
export function Exemptions({ exemptions }: { readonly exemptions: readonly PlanExemption[] }): ReactNode {
  const id = useId();
  if (exemptions.length === 0) return null;
  return (
    <Box component="section" aria-labelledby={id} sx={{ mt: 2 }}>
      <Typography id={id} variant="h3" component="h2">
        不作安排的 {exemptions.length} 项
      </Typography>
      <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
        {exemptions.map(({ what, reason }) => (
          <li key={what}>
            {what}：{reason}
          </li>
        ))}
      </Box>
    </Box>
  );
}
