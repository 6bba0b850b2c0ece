import { useEffect, type ReactNode } from 'react';
import { useCall } from '../client.ts';
import { Unanswered } from '../ui/Unanswered.tsx';
import { LeavingFacts } from './LeavingFacts.tsx';
import { PagePreview } from './PagePreview.tsx';
import type { ReportScope } from './reportChoice.ts';

interface DocumentPreviewProps extends ReportScope {
  /** Name of the report. */
  readonly name: string;
  readonly label: string;
  /** Told whether there is a page that can be printed and saved. */
  readonly onReady?: (ready: boolean) => void;
}

/** The document as it stands now: what leaves with it, what is doubtful, and the page itself. */
export function DocumentPreview({ name, label, period, recordId, onReady }: DocumentPreviewProps): ReactNode {
  const preview = useCall('reports.preview', { name, period, recordId }, { fresh: true });
  const ready = preview.isSuccess;
  useEffect(() => {
    onReady?.(ready);
  }, [onReady, ready]);
  if (!preview.isSuccess) return <Unanswered query={preview} label="正在排版" />;
  const { html, pageWidthMm, ...facts } = preview.data;
  return (
    <>
      <LeavingFacts {...facts} />
      <PagePreview html={html} pageWidthMm={pageWidthMm} title={`${label}预览`} />
    </>
  );
}
