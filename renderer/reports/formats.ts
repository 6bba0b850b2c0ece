import type { ReportInfo } from '../../shared/contract/reports.ts';

/** File formats by the names of the programs that open them. */
export const formatLabels: Readonly<Record<ReportInfo['formats'][number], string>> = {
  docx: 'Word',
  xlsx: 'Excel',
  pdf: 'PDF',
};
