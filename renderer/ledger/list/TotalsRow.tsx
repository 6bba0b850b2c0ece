import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import { formatValue } from '../../../shared/ledger/cells.ts';
import type { AnyLedger } from '../../../shared/ledger/definition.ts';
import { fieldsOf } from '../../../shared/ledger/schema.ts';

interface TotalsRowProps {
  readonly definition: AnyLedger;
  readonly totals: Readonly<Record<string, number>>;
}

/** Sums over all rows of the query, not only of the page. */
export function TotalsRow({ definition, totals }: TotalsRowProps): ReactNode {
  const fields = fieldsOf(definition);
  const sums = Object.entries(totals).flatMap(([id, sum]) => {
    const field = fields[id];
    return field ? [`${field.label} ${formatValue(field, sum, () => '')}${field.unit ?? ''}`] : [];
  });
  if (sums.length === 0) return null;
  return (
    <Box
      role="status"
      sx={{
        px: 1.5,
        py: 0.75,
        borderTop: 1,
        borderColor: 'divider',
        fontWeight: 600,
        bgcolor: 'background.default',
      }}
    >
      合计：{sums.join(' · ')}
    </Box>
  );
}
