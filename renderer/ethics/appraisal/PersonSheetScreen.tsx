import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState, type ReactNode } from 'react';
import { useParams } from 'react-router';
import type { RoundBoard, RoundPersonSheet } from '../../../shared/contract/appraisal.ts';
import { exclusionReasons, type ExclusionReason } from '../../../shared/domain/ethics/round/roundPeople.ts';
import { useRights } from '../../ground/sessionContext.tsx';
import { useCall, useChange } from '../../client.ts';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { QuietButton } from '../../ui/QuietButton.tsx';
import { StatusSign } from '../../ui/StatusSign.tsx';
import { TextBox } from '../../ui/TextBox.tsx';
import { Unanswered } from '../../ui/Unanswered.tsx';
import { ChoiceField } from '../ChoiceField.tsx';
import { PersonSheetForm } from './PersonSheetForm.tsx';
import { Reasons } from './RoundTable.tsx';
import { gradeSign } from './roundSigns.ts';

/** One person in a round: scores as far as they may be shown, the ten rules, additions, veto and opinion. */
export function PersonSheetScreen(): ReactNode {
  const { roundId = '', staffId = '' } = useParams();
  const board = useCall('appraisal.board', { id: roundId });
  const sheet = useCall('appraisal.person', { id: roundId, staffId });
  const rights = useRights();
  if (!board.isSuccess) return <Unanswered query={board} />;
  if (!sheet.isSuccess) return <Unanswered query={sheet} />;
  const { person } = sheet.data;
  const editable =
    rights.mayWrite('ethics') &&
    board.data.filedOn === null &&
    !board.data.steps.some(({ step, state }) => step === '考核组评定' && state === 'done');
  return (
    <>
      <PageHeader
        title={`${person.name} · ${board.data.name}`}
        hint={person.hint}
        actions={
          <>
            <Button color="secondary" href={`/ethics/appraisal/${roundId}`}>
              返回看板
            </Button>
            <QuietButton href={`/reports?name=appraisalForm&recordId=${person.appraisalId}`}>
              登记表
            </QuietButton>
            <QuietButton href={`/reports?name=appraisalResult&recordId=${person.appraisalId}`}>
              结果通知
            </QuietButton>
            <QuietButton href={`/ethics/people/${staffId}`}>师德档案</QuietButton>
          </>
        }
      />
      <Standing sheet={sheet.data} board={board.data} />
      <PersonSheetForm
        key={`${staffId}${board.data.filedOn ?? ''}`}
        sheet={sheet.data}
        board={board.data}
        editable={editable}
      />
      {editable ? <LeaveOut board={board.data} staffId={staffId} name={person.name} /> : null}
    </>
  );
}

function Standing({
  sheet: { person },
  board,
}: {
  readonly sheet: RoundPersonSheet;
  readonly board: RoundBoard;
}): ReactNode {
  return (
    <Panel label="得分和等次" sx={{ mb: 2 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 3 }}>
        {person.parts
          .filter(({ part }) => board.parts.some((one) => one.part === part && one.weight > 0))
          .map((view) => (
            <Box key={view.part}>
              <Typography variant="body2" color="textSecondary">
                {view.part}
              </Typography>
              <Typography sx={{ fontSize: '1.25rem' }}>
                {view.tooFew ? `只有 ${view.raters} 人评` : (view.score?.toFixed(2) ?? '—')}
              </Typography>
              <Typography variant="body2" color="textSecondary">
                {view.tooFew
                  ? `不足 ${board.rules.minRaters} 人，不计入`
                  : view.raters > 0
                    ? `${view.raters} 人评${view.outliers > 0 ? `，${view.outliers} 份离群` : ''}`
                    : ''}
              </Typography>
            </Box>
          ))}
        <Box>
          <Typography variant="body2" color="textSecondary">
            总分
          </Typography>
          <Typography sx={{ fontSize: '1.25rem' }}>{person.total?.toFixed(2) ?? '—'}</Typography>
          <Typography variant="body2" color="textSecondary">
            {person.rank === null ? '' : `第 ${person.rank} 名`}
          </Typography>
        </Box>
        <Box sx={{ flex: '1 1 18rem' }}>
          <StatusSign sign={gradeSign(person)} />
          <Reasons person={person} />
        </Box>
      </Box>
    </Panel>
  );
}

/** Takes the person out of the round, with a reason. */
function LeaveOut({
  board,
  staffId,
  name,
}: {
  readonly board: RoundBoard;
  readonly staffId: string;
  readonly name: string;
}): ReactNode {
  const [reason, setReason] = useState<ExclusionReason | ''>('');
  const [note, setNote] = useState('');
  const setPlace = useChange('appraisal.setPlace');
  return (
    <Panel label="不参加考核" sx={{ mt: 2 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'flex-end' }}>
        <ChoiceField
          label={`${name}不参加本轮考核的原因`}
          value={reason}
          options={exclusionReasons.map((value) => ({ value, label: value }))}
          onChange={setReason}
        />
        <Box sx={{ flex: '0 1 24rem' }}>
          <TextBox label="说明" value={note} onChange={setNote} maxLength={200} />
        </Box>
        <QuietButton
          disabled={reason === '' || setPlace.isPending}
          onClick={() => {
            if (reason !== '')
              setPlace.mutate(
                {
                  id: board.id,
                  staffId,
                  included: false,
                  reason,
                  note: note.trim() === '' ? null : note.trim(),
                },
                {
                  onSuccess: () => {
                    window.location.hash = `#/ethics/appraisal/${board.id}`;
                  },
                },
              );
          }}
        >
          不参加考核
        </QuietButton>
      </Box>
      <FailureNotice error={setPlace.error} />
    </Panel>
  );
}
