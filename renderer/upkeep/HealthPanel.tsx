import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import type { HealthReport } from '../../shared/contract/upkeep.ts';
import { Panel } from '../ui/Panel.tsx';
import { StatusSign } from '../ui/StatusSign.tsx';

interface HealthPanelProps {
  readonly report: HealthReport;
  readonly onClose: () => void;
}

/** What the check-up has found, one sentence per thing looked at, the bad ones first. */
export function HealthPanel({ report, onClose }: HealthPanelProps): ReactNode {
  const bad = report.lines.filter((line) => !line.good);
  const good = report.lines.filter((line) => line.good);
  return (
    <Panel title="体检结果" sx={{ mb: 2 }}>
      <Alert severity={report.healthy ? 'success' : 'error'} onClose={onClose} sx={{ mb: 1 }}>
        {report.healthy
          ? `资料完好，检查了 ${report.lines.length} 项，没有发现问题。`
          : `检查了 ${report.lines.length} 项，有 ${bad.length} 项有问题，请看下面的说明。`}
      </Alert>
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 0.75 }}>
        {[...bad, ...good].map((line) => (
          <Box component="li" key={line.sentence} sx={{ display: 'flex', gap: 1, alignItems: 'baseline' }}>
            <StatusSign
              sign={
                line.good
                  ? { mark: '✓', word: '正常', tone: 'good' }
                  : { mark: '!', word: '有问题', tone: 'bad' }
              }
            />
            <span>{line.sentence}</span>
          </Box>
        ))}
      </Box>
    </Panel>
  );
}
