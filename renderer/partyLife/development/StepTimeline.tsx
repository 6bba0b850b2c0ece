import Box from '@mui/material/Box';
import MuiLink from '@mui/material/Link';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import type { DossierStep } from '../../../shared/contract/partyLife.ts';
import { QuietButton } from '../../ui/QuietButton.tsx';
import { inkOf, StatusSign } from '../../ui/StatusSign.tsx';
import { turnSigns } from './turnSigns.ts';

interface StepTimelineProps {
  readonly steps: readonly DossierStep[];
  readonly nextStep: number | null;
  /** `null` where the account may only look. */
  readonly onRecord: ((step: number) => void) | null;
}

/** The steps by phase, each with its state, day, papers, meeting and, while it is to come, its limits. */
export function StepTimeline({ steps, nextStep, onRecord }: StepTimelineProps): ReactNode {
  const phases = [...new Set(steps.map(({ phase }) => phase))];
  return (
    <Paper variant="outlined" sx={{ px: 2, py: 1 }}>
      {phases.map((phase) => {
        const own = steps.filter((step) => step.phase === phase);
        const done = own.filter(({ standing }) => standing === 'done').length;
        return (
          <Box key={phase} component="section" aria-label={phase} sx={{ py: 1 }}>
            <Typography variant="h2" sx={{ mb: 0.5 }}>
              {phase}
              <Typography component="span" variant="body2" color="textSecondary">
                {' '}
                {done} / {own.length} 步
              </Typography>
            </Typography>
            <Box component="ol" sx={{ m: 0, p: 0, listStyle: 'none' }}>
              {own.map((step) => (
                <Step key={step.number} step={step} isNext={step.number === nextStep} onRecord={onRecord} />
              ))}
            </Box>
          </Box>
        );
      })}
    </Paper>
  );
}

interface StepProps {
  readonly step: DossierStep;
  readonly isNext: boolean;
  readonly onRecord: StepTimelineProps['onRecord'];
}

function Step({ step, isNext, onRecord }: StepProps): ReactNode {
  const sign = turnSigns[step.standing];
  const done = step.standing === 'done';
  const toCome = step.standing === 'blocked';
  return (
    <Box
      component="li"
      aria-current={isNext ? 'step' : undefined}
      sx={{
        display: 'flex',
        gap: 1.5,
        py: 0.75,
        borderTop: 1,
        borderColor: 'divider',
        ...(isNext ? { bgcolor: '#FBF7F2' } : {}),
      }}
    >
      <Box
        aria-hidden
        sx={{
          flex: 'none',
          width: '1.75rem',
          height: '1.75rem',
          borderRadius: '50%',
          display: 'grid',
          placeItems: 'center',
          fontSize: '0.8125rem',
          color: inkOf(sign).ink,
          bgcolor: inkOf(sign).ground,
          border: isNext ? 2 : 0,
        }}
      >
        {step.number}
      </Box>
      <Box sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1, alignItems: 'baseline' }}>
          <Typography variant="h3" component="span">
            {step.number}. {step.name}
          </Typography>
          {done ? <span>{step.on}</span> : null}
          {toCome ? null : <StatusSign sign={sign} />}
          <Typography variant="body2" color="textSecondary" component="span">
            {step.actor}
          </Typography>
        </Box>
        {done ? null : (
          <Typography variant="body2" color="textSecondary">
            {step.rule}
          </Typography>
        )}
        {done || toCome ? null : <Typography variant="body2">{step.words}</Typography>}
        {done ? <Papers step={step} /> : null}
        {[...step.notes, ...(step.remark === null ? [] : [`备注：${step.remark}`])].map((note) => (
          <Typography key={note} variant="body2" color="textSecondary">
            {note}
          </Typography>
        ))}
        {step.meeting ? (
          <Typography variant="body2">
            会议记录：
            <MuiLink href={`/ledger/partyMeeting/${step.meeting.id}`}>{step.meeting.title}</MuiLink>
          </Typography>
        ) : null}
      </Box>
      {onRecord && !done && !toCome ? (
        <QuietButton
          aria-label={`登记第 ${step.number} 步 ${step.name}`}
          onClick={() => onRecord(step.number)}
          sx={{ alignSelf: 'flex-start' }}
        >
          登记
        </QuietButton>
      ) : null}
    </Box>
  );
}

function Papers({ step }: { readonly step: DossierStep }): ReactNode {
  if (step.papers.length === 0) return null;
  const rest = step.papers.filter(({ paper }) => !step.missing.includes(paper));
  return (
    <Typography variant="body2" component="div">
      {step.missing.length > 0 ? (
        <Box component="span" sx={{ color: 'warning.main', mr: 1 }}>
          ◔ 缺：{step.missing.join('、')}
        </Box>
      ) : null}
      {rest.length > 0 ? (
        <Box component="span" sx={{ color: 'text.secondary' }}>
          {rest.map(({ paper, ready }) => (ready ? `✓ ${paper}` : `${paper}（办理中）`)).join('　')}
        </Box>
      ) : null}
    </Typography>
  );
}
