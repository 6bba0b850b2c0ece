import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import type { ZeroReportPeriod } from '../../../shared/domain/ethics/zeroReports.ts';
import { formatPeriod } from '../../../shared/kernel/periods.ts';
import { useChange } from '../../client.ts';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { StatusSign } from '../../ui/StatusSign.tsx';
import { zeroSigns } from './campaignSigns.ts';

interface ZeroReportsProps {
  readonly periods: readonly ZeroReportPeriod[];
  readonly mayWrite: boolean;
}

/** The zero reports of the year; one that is due is recorded with one click. */
export function ZeroReports({ periods, mayWrite }: ZeroReportsProps): ReactNode {
  const record = useChange('ethics.recordZeroReport');
  if (periods.length === 0) return null;
  return (
    <Panel
      title="零报告"
      note="没有发生师德问题的也要按期报告；有投诉举报的月份按实际情况上报，不能报零。"
      sx={{ mb: 2 }}
    >
      <FailureNotice error={record.error} />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2 }}>
        {periods.map(({ period, state, dueOn }) => (
          <Box key={period} sx={{ display: 'flex', gap: 1, alignItems: 'center' }}>
            <Typography>{formatPeriod(period)}</Typography>
            <StatusSign sign={zeroSigns[state]} />
            {mayWrite && (state === 'missing' || state === 'due') ? (
              <Button
                variant="outlined"
                disabled={record.isPending}
                title={`期限 ${dueOn}`}
                aria-label={`登记零报告：${formatPeriod(period)}`}
                onClick={() => record.mutate({ period })}
              >
                登记零报告
              </Button>
            ) : null}
          </Box>
        ))}
      </Box>
    </Panel>
  );
}
