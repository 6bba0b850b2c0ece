import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState, type ReactNode } from 'react';
import { useParams } from 'react-router';
import type { RoundBoard } from '../../../shared/contract/appraisal.ts';
import { formatPeriod } from '../../../shared/kernel/periods.ts';
import { useRights } from '../../ground/sessionContext.tsx';
import { useCall, useChange } from '../../client.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { QuietButton } from '../../ui/QuietButton.tsx';
import { Unanswered } from '../../ui/Unanswered.tsx';
import { ImportScores } from './ImportScores.tsx';
import { RoundProgress } from './RoundProgress.tsx';
import { RoundSteps } from './RoundSteps.tsx';
import { RoundTable } from './RoundTable.tsx';
import { SheetsPanel } from './SheetsPanel.tsx';
import { TiePanel } from './TiePanel.tsx';

/** The board of one round: where its steps stand, what is missing, and everybody's result with its reasons. */
export function RoundScreen(): ReactNode {
  const { roundId = '' } = useParams();
  const board = useCall('appraisal.board', { id: roundId });
  return (
    <>
      <Unanswered query={board} />
      {board.data ? <Board board={board.data} /> : null}
    </>
  );
}

type Panel = 'sheets' | 'import' | null;

function Board({ board }: { readonly board: RoundBoard }): ReactNode {
  const rights = useRights();
  const mayWrite = rights.mayWrite('ethics');
  const [panel, setPanel] = useState<Panel>(null);
  const toggle = (which: Panel) => setPanel(panel === which ? null : which);
  const open = !board.steps.some(({ step, state }) => step === '考核组评定' && state === 'done');
  return (
    <>
      <PageHeader
        title={board.name}
        hint={`${formatPeriod(board.period)} · ${rulesWords(board)}`}
        actions={
          <>
            {mayWrite && open ? (
              <>
                <QuietButton aria-expanded={panel === 'sheets'} onClick={() => toggle('sheets')}>
                  发放评分表
                </QuietButton>
                <Button
                  variant="contained"
                  aria-expanded={panel === 'import'}
                  onClick={() => toggle('import')}
                >
                  导入评分
                </Button>
              </>
            ) : null}
            {mayWrite ? <Reopen board={board} /> : null}
            <QuietButton href={`/reports?name=appraisalNotice&recordId=${board.id}`}>公示</QuietButton>
            <QuietButton href={`/reports?name=appraisalSummary&period=${board.period}`}>汇总表</QuietButton>
            <QuietButton href={`/reports?name=appraisalForms&recordId=${board.id}`}>登记表</QuietButton>
          </>
        }
      />
      {panel === 'sheets' ? <SheetsPanel board={board} onClose={() => setPanel(null)} /> : null}
      {panel === 'import' ? <ImportScores board={board} onClose={() => setPanel(null)} /> : null}
      <RoundSteps board={board} mayWrite={mayWrite} />
      {board.tie ? <TiePanel board={board} mayWrite={mayWrite && open} /> : null}
      <RoundProgress board={board} />
      <RoundTable board={board} mayWrite={mayWrite} />
      <Excluded board={board} mayWrite={mayWrite && open} />
    </>
  );
}

function rulesWords({ rules, limitWords }: RoundBoard): string {
  const [excellent, qualified, basic] = rules.bands;
  return `优秀 ${excellent} 分、合格 ${qualified} 分、基本合格 ${basic} 分以上；${limitWords}`;
}

function Reopen({ board }: { readonly board: RoundBoard }): ReactNode {
  const [asking, setAsking] = useState(false);
  const reopen = useChange('appraisal.reopen');
  if (!board.steps.some(({ step, state }) => step === '考核组评定' && state === 'done')) return null;
  return (
    <>
      <QuietButton onClick={() => setAsking(true)}>重新打开</QuietButton>
      <ConfirmDialog
        open={asking}
        title="重新打开这一轮考核"
        confirmLabel="重新打开"
        reason={{ label: '为什么重新打开', minLength: 2 }}
        busy={reopen.isPending}
        onClose={() => setAsking(false)}
        onConfirm={(reason) => reopen.mutate({ id: board.id, reason }, { onSuccess: () => setAsking(false) })}
      >
        退回到“考核组评定”：公示、签字和归档要重新办理。重新归档以前，原来的等次仍然有效。
        <FailureNotice error={reopen.error} />
      </ConfirmDialog>
    </>
  );
}

/** Who isn't appraised, and why. */
function Excluded({
  board,
  mayWrite,
}: {
  readonly board: RoundBoard;
  readonly mayWrite: boolean;
}): ReactNode {
  const setPlace = useChange('appraisal.setPlace');
  if (board.excluded.length === 0) return null;
  return (
    <Panel title={`不参加考核 ${board.excluded.length} 人`} label="不参加考核的人员" sx={{ mt: 2 }}>
      <FailureNotice error={setPlace.error} />
      <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
        {board.excluded.map((one) => (
          <li key={one.staffId}>
            {one.name}（{one.hint}）：{one.reason}
            {one.note === null ? '' : `，${one.note}`}
            {mayWrite ? (
              <Button
                sx={{ ml: 1 }}
                aria-label={`把${one.name}列入考核`}
                disabled={setPlace.isPending}
                onClick={() => setPlace.mutate({ id: board.id, staffId: one.staffId, included: true })}
              >
                列入考核
              </Button>
            ) : null}
          </li>
        ))}
      </Box>
    </Panel>
  );
}
