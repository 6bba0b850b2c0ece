import { type ReactNode } from 'react';
import type { ExportReceipt } from '../../shared/contract/files.ts';
import type { ReportInfo } from '../../shared/contract/reports.ts';
import { call, useJob } from '../client.ts';
import { FormDialog } from '../ui/FormDialog.tsx';
import { isAboutHandOver, useHandOver } from '../ui/handOver.ts';
import { HandOverFields } from '../ui/HandOverFields.tsx';
import { JobProgress } from '../ui/JobProgress.tsx';
import { formatLabels } from './formats.ts';
import type { ReportScope } from './reportChoice.ts';

interface SaveReportDialogProps {
  readonly report: ReportInfo;
  readonly scope: ReportScope;
  readonly format: ReportInfo['formats'][number];
  readonly onSaved: (receipt: ExportReceipt) => void;
  readonly onClose: () => void;
}

/** Asks what the document is for and to whom it goes, then for its place. */
export function SaveReportDialog(props: SaveReportDialogProps): ReactNode {
  const { report, scope, format, onSaved, onClose } = props;
  const handOver = useHandOver({ purpose: '' });
  const job = useJob();
  const { error, running } = job;

  async function submit() {
    const receipt = await job.attempt((jobId) =>
      call('reports.save', { jobId, name: report.name, ...scope, format, ...handOver.value }),
    );
    // The file dialog may have been closed: what is typed here stays.
    if (receipt) onSaved(receipt);
  }

  return (
    <FormDialog
      title={`把“${report.label}”另存为 ${formatLabels[format]}`}
      error={isAboutHandOver(error) ? null : error}
      submitLabel="选择位置并保存…"
      ready={!running}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <HandOverFields
        autoFocus
        value={handOver.value}
        onChange={handOver.change}
        error={error}
        fixed={running}
      />
      {running ? <JobProgress job={job} /> : null}
    </FormDialog>
  );
}
