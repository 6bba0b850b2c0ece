import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState, type ReactNode } from 'react';
import type { SubmissionReceipt, SubmissionTask } from '../../shared/contract/reports.ts';
import { formatPeriod } from '../../shared/kernel/periods.ts';
import { call, CallFailure, sentenceOf, useCall, useJob } from '../client.ts';
import { FailureNotice } from '../ui/FailureNotice.tsx';
import { isAboutHandOver, useHandOver } from '../ui/handOver.ts';
import { HandOverFields } from '../ui/HandOverFields.tsx';
import { JobProgress } from '../ui/JobProgress.tsx';
import { ReceiptNotice } from '../ui/ReceiptNotice.tsx';
import { sizeWords } from '../ui/sizeWords.ts';
import { TargetChoice } from './TargetChoice.tsx';
import { useDocuments } from './useDocuments.ts';

interface Written {
  readonly receipt: SubmissionReceipt;
  readonly onStick: boolean;
}

interface HandOverStepProps {
  readonly task: SubmissionTask;
  /** To whom this task went before. */
  readonly earlierRecipient: string | undefined;
}

/** Where to, what for, to whom; then the writing, and whether the stick may be pulled out. */
export function HandOverStep({ task, earlierRecipient }: HandOverStepProps): ReactNode {
  const documents = useDocuments(task);
  const job = useJob();
  const drives = useCall('submission.drives', {}, { fresh: true });
  const [chosen, setChosen] = useState<string | null>(null);
  const handOver = useHandOver({
    purpose: `${task.label}（${formatPeriod(task.period)}）`,
    recipient: earlierRecipient,
  });
  const [written, setWritten] = useState<Written | null>(null);
  const { error, forgetError } = job;
  const impossible = documents.data?.some(({ refusal }) => refusal !== null) ?? false;

  const sticks = (drives.data ?? []).filter(({ removable }) => removable);
  // The one stick that is plugged in is meant, until something else is chosen.
  const target = chosen ?? (sticks.length === 1 ? (sticks[0]?.path ?? null) : null);
  const onStick = target !== null && sticks.some(({ path }) => target.startsWith(path));

  async function write(to: string) {
    setWritten(null);
    const receipt = await job.attempt((jobId) =>
      call('submission.write', {
        jobId,
        taskId: task.id,
        period: task.period,
        target: to,
        ...handOver.value,
      }),
    );
    if (receipt) setWritten({ receipt, onStick });
  }

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (target && !job.running && !impossible) void write(target);
      }}
    >
      <TargetChoice drives={drives} value={target} onChange={setChosen} disabled={job.running} />
      <Box sx={{ mb: 2 }}>
        <HandOverFields value={handOver.value} onChange={handOver.change} error={error} fixed={job.running} />
      </Box>
      {job.running ? <JobProgress job={job} /> : null}
      {isCancelled(error) ? (
        <Alert severity="info" sx={{ mb: 2 }} onClose={forgetError}>
          {sentenceOf(error)}
        </Alert>
      ) : (
        <FailureNotice error={isAboutHandOver(error) ? null : error} onClose={forgetError} />
      )}
      {written ? (
        <ReceiptNotice
          receipt={{ path: written.receipt.folder }}
          words={doneWords(written)}
          missing={missingWords(written.receipt)}
        />
      ) : null}
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
        <Button type="submit" variant="contained" disabled={target === null || job.running || impossible}>
          {onStick ? '写到 U 盘' : '写到这里'}
        </Button>
        {target === null && !job.running ? '请先选放到哪里。' : ''}
        {impossible ? '有文件还做不出来，请先按上面的提示补好。' : ''}
      </Box>
    </form>
  );
}

function isCancelled(error: unknown): boolean {
  return error instanceof CallFailure && error.failure.kind === 'cancelled';
}

/** 已写好 4 个文件（1.2 MB），并逐个读回核对。可以拔出 U 盘了。 */
function doneWords({ receipt: { files }, onStick }: Written): string {
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  return `已写好 ${files.length} 个文件（${sizeWords(bytes)}），并逐个读回核对，与清单一致。${onStick ? '可以拔出 U 盘了。' : ''}`;
}

/** 缺少 1 个文件：….pdf。这台电脑上没有找到浏览器，做不了 PDF。… */
function missingWords({ missing }: SubmissionReceipt): string | undefined {
  return missing
    ? `缺少 ${missing.names.length} 个文件：${missing.names.join('、')}。${missing.sentence}`
    : undefined;
}
