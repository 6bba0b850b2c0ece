import type { ReactNode } from 'react';
import type { ImportBatch } from '../../../shared/contract/files.ts';
import { call, useJob } from '../../client.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { JobProgress } from '../../ui/JobProgress.tsx';

interface UndoBatchDialogProps {
  /** The import to be taken back; `null` = closed. */
  readonly batch: ImportBatch | null;
  readonly onClose: () => void;
  readonly onUndone?: () => void;
}

export function UndoBatchDialog({ batch, onClose, onUndone }: UndoBatchDialogProps): ReactNode {
  const job = useJob();
  function close() {
    job.forgetError();
    onClose();
  }
  async function undo() {
    if (!batch) return;
    const undone = await job.attempt((jobId) => call('import.undo', { batchId: batch.id, jobId }));
    if (!undone) return;
    onUndone?.();
    close();
  }
  return (
    <ConfirmDialog
      open={batch !== null}
      danger
      title="撤销整批导入？"
      confirmLabel="撤销"
      busy={job.running}
      onClose={close}
      onConfirm={() => void undo()}
    >
      <JobProgress job={job} />
      {batch
        ? `“${batch.fileName}”新增的 ${batch.created} 条会放进回收站，更新的 ${batch.changed} 条会恢复成导入前的内容。`
        : null}
    </ConfirmDialog>
  );
}
