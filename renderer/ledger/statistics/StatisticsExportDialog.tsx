import DialogContentText from '@mui/material/DialogContentText';
import { type ReactNode } from 'react';
import type { ExportReceipt } from '../../../shared/contract/files.ts';
import type { LedgerQuery } from '../../../shared/contract/ledgers.ts';
import { useChange } from '../../client.ts';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { useHandOver } from '../../ui/handOver.ts';
import { HandOverFields } from '../../ui/HandOverFields.tsx';

interface StatisticsExportDialogProps {
  readonly query: LedgerQuery;
  readonly onClose: () => void;
  readonly onExported: (receipt: ExportReceipt) => void;
}

export function StatisticsExportDialog({
  query,
  onClose,
  onExported,
}: StatisticsExportDialogProps): ReactNode {
  const handOver = useHandOver();
  const save = useChange('export.statistics');
  return (
    <FormDialog
      title="导出统计表"
      error={save.error}
      submitLabel="导出…"
      ready={handOver.complete && !save.isPending}
      onSubmit={() =>
        save.mutate(
          { query, ...handOver.value },
          {
            onSuccess: (receipt) => {
              if (!receipt) return;
              onExported(receipt);
              onClose();
            },
          },
        )
      }
      onClose={onClose}
    >
      <DialogContentText>
        导出 Excel 表格，每张统计表一页，只有数字，没有个人信息。用途和去向会记入导出记录。
      </DialogContentText>
      <HandOverFields value={handOver.value} onChange={handOver.change} />
    </FormDialog>
  );
}
