import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useId, useState, type ReactNode } from 'react';
import type { ExportReceipt } from '../../shared/contract/files.ts';
import type { ReportInfo } from '../../shared/contract/reports.ts';
import { call, useJob } from '../client.ts';
import { FailureNotice } from '../ui/FailureNotice.tsx';
import { isAboutHandOver, useHandOver } from '../ui/handOver.ts';
import { HandOverFields } from '../ui/HandOverFields.tsx';
import { JobProgress } from '../ui/JobProgress.tsx';
import { formatLabels } from './formats.ts';
import type { ReportScope } from './reportChoice.ts';

interface SaveReportDialogProps {
  readonly report: ReportInfo;
  readonly scope: ReportScope;
  /** `null` = closed. */
  readonly format: ReportInfo['formats'][number] | null;
  readonly onSaved: (receipt: ExportReceipt) => void;
  readonly onClose: () => void;
}

/** Asks what the document is for and to whom it goes, then for its place. */
export function SaveReportDialog(props: SaveReportDialogProps): ReactNode {
  const titleId = useId();
  return (
    <Dialog
      open={props.format !== null}
      onClose={props.onClose}
      maxWidth="sm"
      fullWidth
      aria-labelledby={titleId}
    >
      {props.format === null ? null : <SaveForm {...props} format={props.format} titleId={titleId} />}
    </Dialog>
  );
}

interface SaveFormProps extends SaveReportDialogProps {
  readonly format: ReportInfo['formats'][number];
  readonly titleId: string;
}

function SaveForm({ report, scope, format, titleId, onSaved, onClose }: SaveFormProps): ReactNode {
  const handOver = useHandOver({ purpose: '' });
  const job = useJob();
  const [error, setError] = useState<unknown>(null);

  async function submit() {
    setError(null);
    try {
      const receipt = await job.run((jobId) =>
        call('reports.save', { jobId, name: report.name, ...scope, format, ...handOver.value }),
      );
      // The file dialog was closed: what is typed here stays.
      if (receipt === null) return;
      onSaved(receipt);
    } catch (failed) {
      setError(failed);
    }
  }

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!job.running) void submit();
      }}
    >
      <DialogTitle id={titleId}>
        把“{report.label}”另存为 {formatLabels[format]}
      </DialogTitle>
      <DialogContent>
        <FailureNotice error={isAboutHandOver(error) ? null : error} />
        <Box sx={{ pt: 1 }}>
          <HandOverFields
            autoFocus
            value={handOver.value}
            onChange={handOver.change}
            error={error}
            fixed={job.running}
          />
        </Box>
        <JobProgress job={job} />
      </DialogContent>
      <DialogActions>
        <Button color="secondary" onClick={onClose}>
          取消
        </Button>
        <Button type="submit" variant="contained" disabled={job.running}>
          选择位置并保存…
        </Button>
      </DialogActions>
    </form>
  );
}
