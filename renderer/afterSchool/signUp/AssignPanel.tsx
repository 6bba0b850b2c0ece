import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import { useState, type ReactNode } from 'react';
import type { SignUpBoard } from '../../../shared/contract/signUp.ts';
import type { SignUpOutcome } from '../../../shared/domain/afterSchool/signUp/outcome.ts';
import { allRead } from '../../answers.ts';
import { call, useJob } from '../../client.ts';
import { JobProgress } from '../../ui/JobProgress.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { TextBox } from '../../ui/TextBox.tsx';
import { OutcomeTable } from './OutcomeTable.tsx';

interface AssignPanelProps {
  readonly period: string;
  readonly board: SignUpBoard;
  readonly onClose: () => void;
}

/** Gives out the wishes: tried first, looked at, and stored only when confirmed. */
export function AssignPanel({ period, board, onClose }: AssignPanelProps): ReactNode {
  const [seed, setSeed] = useState(board.plan?.lotterySeed ?? board.today.replaceAll('-', ''));
  const [afresh, setAfresh] = useState(false);
  const [tried, setTried] = useState<{ readonly outcome: SignUpOutcome; readonly afresh: boolean } | null>(
    null,
  );
  const [saved, setSaved] = useState<string | null>(null);
  const job = useJob();

  async function propose() {
    setSaved(null);
    setTried(null);
    const outcome = await job.attempt((jobId) => call('signUp.propose', { jobId, period, seed, afresh }));
    if (outcome) setTried({ outcome, afresh });
  }

  async function accept({ outcome, afresh: again }: NonNullable<typeof tried>) {
    setSaved(null);
    const placements = outcome.pupils.map(({ pupilId, courseIds }) => ({
      pupilId,
      courseIds: [...courseIds],
    }));
    const answer = await job.attempt((jobId) =>
      call('signUp.accept', { jobId, period, seed: outcome.seed, afresh: again, placements }),
    );
    if (answer === null) return;
    await allRead();
    setTried(null);
    setSaved(`已保存：${answer.placed} 人安排了课程，${answer.waiting} 人在候补。`);
  }

  return (
    <Panel
      title="分配志愿"
      note="先让没有课的学生最少，再让志愿总体最靠前，一样时按抽签序号。抽签码当众确定，同一个码排出的序号总是一样，可以复核。"
      sx={{ mb: 2 }}
    >
      <Box sx={{ display: 'flex', gap: 2, alignItems: 'flex-end', flexWrap: 'wrap' }}>
        <Box sx={{ width: '14rem' }}>
          <TextBox label="抽签码" value={seed} onChange={setSeed} required maxLength={40} />
        </Box>
        <FormControlLabel
          control={
            <Checkbox size="small" checked={afresh} onChange={(event) => setAfresh(event.target.checked)} />
          }
          label="已按志愿安排的也重新分配"
        />
        <Button
          variant="outlined"
          disabled={job.running || seed.trim() === ''}
          onClick={() => void propose()}
        >
          试分配
        </Button>
        <Button color="secondary" disabled={job.running} onClick={onClose}>
          关闭
        </Button>
      </Box>
      <JobProgress job={job} />
      {saved === null ? null : (
        <Alert severity="success" sx={{ mt: 1 }}>
          {saved}
        </Alert>
      )}
      {tried ? (
        <>
          <Summary outcome={tried.outcome} />
          <OutcomeTable board={board} outcome={tried.outcome} />
          <Box sx={{ display: 'flex', gap: 1, mt: 1 }}>
            <Button variant="contained" disabled={job.running} onClick={() => void accept(tried)}>
              确认并保存
            </Button>
            <Button color="secondary" disabled={job.running} onClick={() => setTried(null)}>
              放弃这个结果
            </Button>
          </Box>
        </>
      ) : null}
    </Panel>
  );
}

function Summary({ outcome }: { readonly outcome: SignUpOutcome }): ReactNode {
  const { quality, firstCome, proved, seconds, pupils } = outcome;
  const [first = 0, second = 0, third = 0] = quality.byRank;
  return (
    <Alert severity={proved ? 'success' : 'warning'} sx={{ my: 1 }}>
      <Box>
        {`${pupils.length} 人填了志愿：第一志愿 ${first} 人，第二志愿 ${second} 人，第三志愿 ${third} 人，没有安排上 ${quality.withNothing} 人。还没有保存。`}
      </Box>
      <Box>
        {`如果先到先得，会有 ${firstCome.withNothing} 人没有课，第一志愿 ${firstCome.byRank[0] ?? 0} 人。`}
        {proved ? '已经证明没有更好的分法' : '时间用完，可能还有更好的分法'}
        {`，用时 ${seconds.toFixed(1)} 秒。`}
      </Box>
    </Alert>
  );
}
