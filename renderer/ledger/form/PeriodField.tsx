import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import type { PeriodKind } from '../../../shared/kernel/periods.ts';
import { PeriodStepper } from '../../ui/PeriodStepper.tsx';

interface PeriodFieldProps {
  readonly kinds: readonly PeriodKind[];
  readonly value: string | null;
  readonly onChange: (period: string) => void;
  readonly problem?: string | undefined;
}

/** 所属期: what the record counts for. */
export function PeriodField({ problem, ...stepper }: PeriodFieldProps): ReactNode {
  return (
    <Box data-field="@period" sx={{ mb: 2 }}>
      <Typography component="div" id="field-period-label" sx={{ fontWeight: 500, mb: 0.5 }}>
        所属期
      </Typography>
      <PeriodStepper {...stepper} name="所属期" labelledBy="field-period-label" />
      {problem ? (
        <Typography variant="body2" color="error">
          {problem}
        </Typography>
      ) : null}
    </Box>
  );
}
