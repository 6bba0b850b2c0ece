import Box from '@mui/material/Box';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import { useId, type ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import type { SubmissionLogLine, SubmissionTask } from '../../shared/contract/reports.ts';
import { formatPeriod } from '../../shared/kernel/periods.ts';
import { useRights } from '../ground/sessionContext.tsx';
import { useCall } from '../client.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { FailureNotice } from '../ui/FailureNotice.tsx';
import { Loading } from '../ui/Loading.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { QuietButton } from '../ui/QuietButton.tsx';
import { HandOverLog } from './HandOverLog.tsx';
import { HandOverStep } from './HandOverStep.tsx';
import { LookStep } from './LookStep.tsx';
import { TaskList } from './TaskList.tsx';
import { WhatStep } from './WhatStep.tsx';

/** What goes to the bureau: chosen at the left; then what, look, hand over, one below the other. */
export function SubmissionScreen(): ReactNode {
  const rights = useRights();
  if (!rights.may('export'))
    return (
      <>
        <PageHeader title="上报" />
        <EmptyState sentence="您的账号不能把资料带出学校，所以不能上报。如果工作需要，请联系本校管理员。" />
      </>
    );
  return <Submission />;
}

function Submission(): ReactNode {
  const [address] = useSearchParams();
  const taskId = address.get('task');
  const period = address.get('period');
  const due = useCall('submission.tasks', {}, { fresh: true });
  const handOvers = useCall('submission.handOvers', {}, { fresh: true });
  const among = (tasks: readonly SubmissionTask[] | undefined) =>
    tasks?.find((task) => task.id === taskId && task.period === period);
  // The list has the last and the running period; any other is asked for by itself.
  const elsewhere = taskId !== null && period !== null && due.data !== undefined && !among(due.data);
  const other = useCall('submission.tasks', { period: period ?? '' }, { enabled: elsewhere, fresh: true });
  const task = among(due.data) ?? among(other.data);

  return (
    <Box sx={{ height: '100%', display: 'flex', flexDirection: 'column', minHeight: 0 }}>
      <PageHeader
        title="上报"
        hint="左边选任务；右边核对、看一看，再交出去。"
        actions={<QuietButton href="/reports">单份报表</QuietButton>}
      />
      <FailureNotice error={due.error ?? other.error ?? handOvers.error} onRetry={() => void due.refetch()} />
      {due.isPending ? <Loading label="正在核对各项任务" /> : null}
      {due.data?.length === 0 ? (
        <EmptyState sentence="您的账号没有要上报的任务。如果工作需要，请联系本校管理员。" />
      ) : null}
      {due.data && due.data.length > 0 ? (
        <Box sx={{ flex: 1, minHeight: 0, display: 'flex', gap: 2 }}>
          <TaskList tasks={due.data} handOvers={handOvers.data ?? []} chosen={task ?? null} />
          <Box sx={{ flex: 1, minWidth: 0, overflow: 'auto', p: '2px' }}>
            <ChosenTask
              task={task}
              asked={taskId !== null}
              loading={elsewhere && other.isPending}
              handOvers={handOvers.data}
            />
          </Box>
        </Box>
      ) : null}
    </Box>
  );
}

interface ChosenTaskProps {
  readonly task: SubmissionTask | undefined;
  readonly asked: boolean;
  readonly loading: boolean;
  /** `undefined` while they are being read. */
  readonly handOvers: readonly SubmissionLogLine[] | undefined;
}

function ChosenTask({ task, asked, loading, handOvers }: ChosenTaskProps): ReactNode {
  if (loading || !handOvers) return <Loading label="正在核对这项任务" />;
  if (!task)
    return (
      <EmptyState
        sentence={asked ? '这项任务没有这个时期。请在左边另选一项。' : '请先在左边选一项要上报的任务。'}
      />
    );
  const key = `${task.id} ${task.period}`;
  const earlier = handOvers.filter((each) => each.taskId === task.id);
  return (
    <>
      <Typography variant="h2" sx={{ mb: 1 }}>
        {task.label} · {formatPeriod(task.period)}
      </Typography>
      <StepPaper number={1} title="报什么">
        <WhatStep key={key} task={task} />
      </StepPaper>
      <StepPaper number={2} title="看一看">
        <LookStep key={key} task={task} />
      </StepPaper>
      <StepPaper number={3} title="交出去">
        <HandOverStep key={key} task={task} earlierRecipient={earlier[0]?.recipient} />
        <HandOverLog handOvers={earlier} />
      </StepPaper>
    </>
  );
}

interface StepPaperProps {
  readonly number: number;
  readonly title: string;
  readonly children: ReactNode;
}

function StepPaper({ number, title, children }: StepPaperProps): ReactNode {
  const titleId = useId();
  return (
    <Paper component="section" aria-labelledby={titleId} variant="outlined" sx={{ p: 2, mb: 2 }}>
      <Typography id={titleId} variant="h3" sx={{ mb: 1 }}>
        {number} {title}
      </Typography>
      {children}
    </Paper>
  );
}
