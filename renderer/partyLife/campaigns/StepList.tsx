import Box from '@mui/material/Box';
import Paper from '@mui/material/Paper';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { CampaignPage } from '../../../shared/contract/partyCampaign.ts';
import { inkOf } from '../../ui/StatusSign.tsx';
import { campaignSigns } from './campaignSigns.ts';

interface StepListProps {
  readonly page: CampaignPage;
  readonly chosen: string | null;
}

/** All steps with their state; a click shows one. */
export function StepList({ page, chosen }: StepListProps): ReactNode {
  return (
    <Paper component="nav" aria-label="步骤" variant="outlined" sx={{ p: 0.5 }}>
      <Box component="ol" sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {page.steps.map((step, index) => {
          const sign = campaignSigns[step.state];
          const { ink, ground } = inkOf(sign);
          const current = step.key === chosen;
          return (
            <li key={step.key}>
              <Box
                component={Link}
                to={`/party/campaigns/${page.id}?step=${step.key}`}
                replace
                aria-current={current ? 'step' : undefined}
                sx={{
                  display: 'flex',
                  gap: 1,
                  alignItems: 'center',
                  px: 1,
                  py: 0.75,
                  borderRadius: 1,
                  color: 'inherit',
                  textDecoration: 'none',
                  bgcolor: current ? '#F1EEE9' : 'transparent',
                  fontWeight: current ? 600 : 400,
                  '&:hover': { bgcolor: '#F7F4EF' },
                }}
              >
                <Box
                  aria-hidden
                  sx={{
                    flex: 'none',
                    width: '1.5rem',
                    height: '1.5rem',
                    borderRadius: '50%',
                    display: 'grid',
                    placeItems: 'center',
                    fontSize: '0.8125rem',
                    color: ink,
                    bgcolor: ground,
                  }}
                >
                  {step.state === 'done' ? sign.mark : index + 1}
                </Box>
                <Box sx={{ minWidth: 0 }}>
                  {step.name}
                  <Box
                    component="span"
                    sx={
                      step.state === 'done' || step.state === 'later'
                        ? { position: 'absolute', clip: 'rect(0 0 0 0)' }
                        : { ml: 0.75, color: ink, fontSize: '0.8125rem' }
                    }
                  >
                    {sign.word}
                  </Box>
                </Box>
              </Box>
            </li>
          );
        })}
      </Box>
    </Paper>
  );
}
