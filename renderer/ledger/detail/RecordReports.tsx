import Box from '@mui/material/Box';
import Description from '@mui/icons-material/DescriptionOutlined';
import type { ReactNode } from 'react';
import type { AnyLedger } from '../../../shared/ledger/definition.ts';
import { useCall } from '../../client.ts';
import { QuietButton } from '../../ui/QuietButton.tsx';

interface RecordReportsProps {
  readonly definition: AnyLedger;
  readonly recordId: string;
}

/** The documents that can be made from this one record. */
export function RecordReports({ definition, recordId }: RecordReportsProps): ReactNode {
  const catalogue = useCall('reports.catalogue', {});
  const reports = (catalogue.data ?? []).filter(
    ({ scope }) => scope.kind === 'record' && scope.ledger === definition.id,
  );
  if (reports.length === 0) return null;
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mb: 1 }}>
      {reports.map((report) => (
        <QuietButton
          key={report.name}
          href={`/reports?${new URLSearchParams({ name: report.name, recordId }).toString()}`}
          startIcon={<Description />}
        >
          {report.label}
        </QuietButton>
      ))}
    </Box>
  );
}
