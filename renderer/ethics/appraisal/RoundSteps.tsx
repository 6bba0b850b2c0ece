import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState, type ReactNode } from 'react';
import type { RoundBoard } from '../../../shared/contract/appraisal.ts';
import type { RoundStep } from '../../../shared/domain/ethics/round/roundSteps.ts';
import { isPlainDate } from '../../../shared/kernel/plainDate.ts';
import { useToday } from '../../ground/today.ts';
import { useChange } from '../../client.ts';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { StatusSign } from '../../ui/StatusSign.tsx';
import { ChoiceField } from '../ChoiceField.tsx';
import { DayField } from '../../ledger/form/controls/DayField.tsx';
import { stepSigns } from './roundSigns.ts';

interface RoundStepsProps {
  readonly board: RoundBoard;
  readonly mayWrite: boolean;
}

/** The steps in their order with state, day and who; below, what can be done next. */
export function RoundSteps({ board, mayWrite }: RoundStepsProps): ReactNode {
  const current = board.steps.filter(({ state }) => state === 'current');
  return (
    <Panel label="办理步骤" sx={{ mb: 2 }}>
      <Box
        component="ol"
        sx={{
          m: 0,
          p: 0,
          listStyle: 'none',
          display: 'grid',
          gap: 1,
          gridTemplateColumns: 'repeat(auto-fit, minmax(8.5rem, 1fr))',
        }}
      >
        {board.steps.map(({ step, state, doneOn, by }, index) => (
          <Box
            component="li"
            key={step}
            aria-current={state === 'current' ? 'step' : undefined}
            sx={{ borderTop: 2, borderColor: state === 'current' ? 'primary.main' : 'divider', pt: 0.75 }}
          >
            <Typography sx={{ fontWeight: state === 'current' ? 600 : 400 }}>
              {index + 1}. {step}
            </Typography>
            <StatusSign sign={stepSigns[state]} />
            {doneOn === null ? null : (
              <Typography variant="body2" color="textSecondary">
                {doneOn} {by}
              </Typography>
            )}
          </Box>
        ))}
      </Box>
      {mayWrite && current.length > 0 ? (
        <FinishStep
          key={current.map(({ step }) => step).join()}
          board={board}
          open={current.map(({ step }) => step)}
        />
      ) : null}
    </Panel>
  );
}

function FinishStep({
  board,
  open,
}: {
  readonly board: RoundBoard;
  readonly open: readonly RoundStep[];
}): ReactNode {
  const today = useToday();
  const [step, setStep] = useState<RoundStep>(open[0] ?? '个人自评');
  const [day, setDay] = useState(today);
  const finish = useChange('appraisal.finishStep');
  const needsNotice = step === '公示' && board.noticeTo === null;
  return (
    <Box sx={{ mt: 2 }}>
      <FailureNotice error={finish.error} onClose={() => finish.reset()} />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'flex-end' }}>
        <ChoiceField
          label="办理步骤"
          value={step}
          options={open.map((value) => ({ value, label: value }))}
          onChange={setStep}
        />
        {needsNotice ? (
          <StartNotice board={board} />
        ) : (
          <>
            <DayField label="完成日期" value={day} onChange={setDay} />
            <Button
              variant="outlined"
              disabled={!isPlainDate(day) || finish.isPending}
              onClick={() => finish.mutate({ id: board.id, step, on: day })}
            >
              完成“{step}”
            </Button>
            {board.noticeFrom !== null && step === '公示' ? (
              <Typography color="textSecondary">
                公示 {board.noticeFrom} 至 {board.noticeTo}
              </Typography>
            ) : null}
          </>
        )}
      </Box>
    </Box>
  );
}

/** First and last day of the public notice; the last is proposed by the calendar. */
function StartNotice({ board }: { readonly board: RoundBoard }): ReactNode {
  const today = useToday();
  const [from, setFrom] = useState(today);
  const [to, setTo] = useState(board.noticeEndsOn ?? '');
  const start = useChange('appraisal.startNotice');
  return (
    <>
      <DayField label="公示开始" value={from} onChange={setFrom} />
      <DayField
        label={`公示结束（不少于 ${board.rules.noticeWorkdays} 个工作日）`}
        value={to}
        onChange={setTo}
      />
      <Button
        variant="outlined"
        disabled={!isPlainDate(from) || !isPlainDate(to) || start.isPending}
        onClick={() => start.mutate({ id: board.id, from, to })}
      >
        开始公示
      </Button>
      <Box sx={{ flexBasis: '100%' }}>
        <FailureNotice error={start.error} onClose={() => start.reset()} />
      </Box>
    </>
  );
}
