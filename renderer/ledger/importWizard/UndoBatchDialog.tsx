import type { ReactNode } from 'react';
import type { ImportBatch } from '../../../shared/contract/files.ts';
import { useChange } from '../../client.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { FailureNotice } from '../../ui/FailureNotice.tsx';

interface UndoBatchDialogProps {
  /** The import to be taken back; `null` = closed. */
  readonly batch: ImportBatch | null;
  readonly onClose: () => void;
  readonly onUndone?: () => void;
}

export function UndoBatchDialog({ batch, onClose, onUndone }: UndoBatchDialogProps): ReactNode {
  const undo = useChange('import.undo');
  function close() {
    undo.reset();
    onClose();
  }
  return (
    <ConfirmDialog
      open={batch !== null}
      danger
      title="撤销整批导入？"
      confirmLabel="撤销"
      busy={undo.isPending}
      onClose={close}
      onConfirm={() => {
        if (!batch) return;
        undo.mutate(
          { batchId: batch.id },
          {
            onSuccess: () => {
              onUndone?.();
              close();
            },
          },
        );
      }}
    >
      <FailureNotice error={undo.error} />
      {batch
        ? `“${batch.fileName}”新增的 ${batch.created} 条会放进回收站，更新的 ${batch.changed} 条会恢复成导入前的内容。`
        : null}
    </ConfirmDialog>
  );
}
