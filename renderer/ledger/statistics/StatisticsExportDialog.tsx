import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogContentText from '@mui/material/DialogContentText';
import DialogTitle from '@mui/material/DialogTitle';
import { useId, type ReactNode } from 'react';
import type { ExportReceipt } from '../../../shared/contract/files.ts';
import type { LedgerQuery } from '../../../shared/contract/ledgers.ts';
import { useChange } from '../../client.ts';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { useHandOver } from '../../ui/handOver.ts';
import { HandOverFields } from '../../ui/HandOverFields.tsx';

interface StatisticsExportDialogProps {
  readonly open: boolean;
  readonly query: LedgerQuery;
  readonly onClose: () => void;
  readonly onExported: (receipt: ExportReceipt) => void;
}

export function StatisticsExportDialog(props: StatisticsExportDialogProps): ReactNode {
  const titleId = useId();
  return (
    <Dialog open={props.open} maxWidth="sm" fullWidth aria-labelledby={titleId} onClose={props.onClose}>
      {props.open ? <ExportBody {...props} titleId={titleId} /> : null}
    </Dialog>
  );
}

interface ExportBodyProps extends StatisticsExportDialogProps {
  readonly titleId: string;
}

function ExportBody({ query, titleId, onClose, onExported }: ExportBodyProps): ReactNode {
  const handOver = useHandOver();
  const save = useChange('export.statistics');
  return (
    <Box
      component="form"
      // A flex child of the dialog, so that only the middle scrolls and the buttons stay in sight.
      sx={{ display: 'flex', flexDirection: 'column', minHeight: 0 }}
      onSubmit={(event) => {
        event.preventDefault();
        event.stopPropagation();
        if (!handOver.complete || save.isPending) return;
        save.mutate(
          { query, ...handOver.value },
          {
            onSuccess: (receipt) => {
              if (!receipt) return;
              onExported(receipt);
              onClose();
            },
          },
        );
      }}
    >
      <DialogTitle id={titleId}>导出统计表</DialogTitle>
      <DialogContent>
        <FailureNotice error={save.error} onClose={() => save.reset()} />
        <DialogContentText sx={{ mb: 2 }}>
          导出 Excel 表格，每张统计表一页，只有数字，没有个人信息。用途和去向会记入导出记录。
        </DialogContentText>
        <HandOverFields value={handOver.value} onChange={handOver.change} />
      </DialogContent>
      <DialogActions>
        <Button color="secondary" onClick={onClose}>
          取消
        </Button>
        <Button type="submit" variant="contained" disabled={!handOver.complete || save.isPending}>
          导出…
        </Button>
      </DialogActions>
    </Box>
  );
}
