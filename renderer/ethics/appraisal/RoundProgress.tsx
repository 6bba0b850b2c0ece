import Box from '@mui/material/Box';
import LinearProgress from '@mui/material/LinearProgress';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import type { PartProgress, RoundBoard } from '../../../shared/contract/appraisal.ts';
import { Panel } from '../../ui/Panel.tsx';
import { StatusSign } from '../../ui/StatusSign.tsx';
import { Distribution } from './Distribution.tsx';

const shownNumbers = 12;

/** How far each part has come, who is missing and who stands out; beside it how totals and grades are spread. */
export function RoundProgress({ board }: { readonly board: RoundBoard }): ReactNode {
  const used = board.parts.filter(({ weight }) => weight > 0);
  return (
    <Box
      sx={{
        display: 'grid',
        gap: 2,
        mb: 2,
        gridTemplateColumns: { xs: '1fr', md: 'minmax(0, 3fr) minmax(0, 2fr)' },
      }}
    >
      <Panel title="评分进度">
        {used.map((progress) => (
          <PartRow key={progress.part} progress={progress} appraised={board.appraised} />
        ))}
      </Panel>
      <Distribution board={board} />
    </Box>
  );
}

function PartRow({
  progress,
  appraised,
}: {
  readonly progress: PartProgress;
  readonly appraised: number;
}): ReactNode {
  const { part, weight, done, issued, came, missingRaters, oddRaters } = progress;
  const missing = missingRaters.slice(0, shownNumbers).map((number) => `${number}号`);
  return (
    <Box sx={{ mb: 1.25 }}>
      <Box sx={{ display: 'grid', gridTemplateColumns: '9rem 1fr 12rem', gap: 1.5, alignItems: 'center' }}>
        <span>
          {part}（{weight}%）
        </span>
        <LinearProgress
          variant="determinate"
          color="info"
          value={appraised === 0 ? 0 : (done / appraised) * 100}
          aria-label={`${part}有得分的人数`}
          sx={{ height: 8, borderRadius: 1 }}
        />
        <span>
          {done} / {appraised} 人有得分
        </span>
      </Box>
      {issued > 0 ? (
        <Typography variant="body2" color="textSecondary" sx={{ pl: '10.5rem' }}>
          收回 {came} / {issued} 份
          {missingRaters.length > 0 && came > 0
            ? `，未交：${missing.join('、')}${missingRaters.length > shownNumbers ? ` 等 ${missingRaters.length} 份` : ''}`
            : ''}
        </Typography>
      ) : null}
      {oddRaters.map((rater) => (
        <Typography key={rater.number} variant="body2" sx={{ pl: '10.5rem' }}>
          <StatusSign sign={{ mark: '◔', word: '请核对', tone: 'warn' }} /> {rater.reason}（仍计分）
        </Typography>
      ))}
    </Box>
  );
}
