import type { ReactNode } from 'react';
import type { LedgerQuery } from '../../../shared/contract/ledgers.ts';

export interface ExportDialogProps {
  readonly open: boolean;
  /** What the list shows: the rows that will leave. */
  readonly query: LedgerQuery;
  readonly total: number;
  readonly onClose: () => void;
}

export function ExportDialog(_props: ExportDialogProps): ReactNode {
  return null;
}
