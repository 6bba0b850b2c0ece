import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import type { SubmissionTask } from '../../shared/contract/reports.ts';
import { formatPeriod, periodKindOf } from '../../shared/kernel/periods.ts';
import { formatChinese } from '../../shared/kernel/plainDate.ts';
import { FindingList } from '../ui/FindingList.tsx';
import { PeriodStepper } from '../ui/PeriodStepper.tsx';
import { severitySigns, StatusSign, obligationSigns } from '../ui/StatusSign.tsx';
import { submissionAddress } from './submissionAddress.ts';

/** Task and period, when it is due, and what must be mended before it is right. */
export function WhatStep({ task }: { readonly task: SubmissionTask }): ReactNode {
  const navigate = useNavigate();
  const kind = periodKindOf(task.period);
  return (
    <>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 2, mb: 1 }}>
        <PeriodStepper
          kinds={kind ? [kind] : []}
          value={task.period}
          name="上报时期"
          onChange={(period) => void navigate(submissionAddress({ id: task.id, period }), { replace: true })}
        />
        {task.dueOn === null ? null : <Typography>{formatChinese(task.dueOn)}前报</Typography>}
        {task.ready ? (
          <StatusSign sign={obligationSigns.met} word="没有必须改的问题" />
        ) : (
          <StatusSign sign={severitySigns.error} word={`有 ${task.blocking.length} 个问题要先改`} />
        )}
      </Box>
      {task.ready ? (
        <Typography color="textSecondary">
          按现有记录检查，{formatPeriod(task.period)}的资料可以上报。
        </Typography>
      ) : (
        <>
          <Typography color="textSecondary" sx={{ mb: 1 }}>
            改好再报最好。来不及时也可以先报，清单里会如实写明这些问题还没改。
          </Typography>
          <FindingList findings={task.blocking} />
        </>
      )}
    </>
  );
}
