import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { SubmissionLogLine, SubmissionTask } from '../../shared/contract/reports.ts';
import { formatPeriod } from '../../shared/kernel/periods.ts';
import { chinaDateOf } from '../../shared/kernel/plainDate.ts';
import { areaLabels } from '../../shared/text/areas.ts';
import { useToday } from '../ground/today.ts';
import { dueWords } from '../ui/dueWords.ts';
import { obligationSigns, StatusSign } from '../ui/StatusSign.tsx';
import { choiceLinkSx } from './choiceLink.ts';
import { submissionAddress } from './submissionAddress.ts';

interface TaskListProps {
  readonly tasks: readonly SubmissionTask[];
  readonly handOvers: readonly SubmissionLogLine[];
  readonly chosen: SubmissionTask | null;
}

/** The tasks of the last and the running period, by area, each with its due day and how it stands. */
export function TaskList({ tasks, handOvers, chosen }: TaskListProps): ReactNode {
  const areas = [...Map.groupBy(tasks, ({ area }) => area)];
  return (
    <Box
      component="nav"
      aria-label="上报任务"
      sx={{ flex: 'none', width: 'min(17rem, 26vw)', overflowY: 'auto', p: '2px' }}
    >
      {areas.map(([area, own]) => (
        <Box key={area} sx={{ mb: 1.5 }}>
          <Typography variant="body2" component="h2" color="textSecondary" sx={{ px: 1, fontWeight: 600 }}>
            {areaLabels[area]}
          </Typography>
          {own.map((task) => (
            <Box
              key={`${task.id} ${task.period}`}
              component={Link}
              to={submissionAddress(task)}
              aria-current={task.id === chosen?.id && task.period === chosen.period ? 'page' : undefined}
              sx={choiceLinkSx}
            >
              {task.label}
              <Box
                component="span"
                sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, fontSize: '0.8125rem', fontWeight: 400 }}
              >
                <span>{formatPeriod(task.period)}</span>
                <TaskState task={task} handOver={handOvers.find((each) => isOf(task, each))} />
              </Box>
            </Box>
          ))}
        </Box>
      ))}
    </Box>
  );
}

interface TaskStateProps {
  readonly task: SubmissionTask;
  readonly handOver: SubmissionLogLine | undefined;
}

function TaskState({ task, handOver }: TaskStateProps): ReactNode {
  const today = useToday();
  if (handOver) return <StatusSign sign={obligationSigns.met} word={`${chinaDateOf(handOver.at)} 已交`} />;
  if (task.dueOn === null) return null;
  const sign =
    task.dueOn < today
      ? obligationSigns.overdue
      : task.ready
        ? obligationSigns.dueSoon
        : obligationSigns.notYet;
  return <StatusSign sign={sign} word={dueWords(task.dueOn, today)} />;
}

/** The log names a period in words, as the folder does. */
function isOf(task: SubmissionTask, handOver: SubmissionLogLine): boolean {
  return handOver.taskId === task.id && handOver.periodWords === formatPeriod(task.period);
}
