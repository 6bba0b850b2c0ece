import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import type { FeePayerRow } from '../../../shared/contract/partyLife.ts';
import { formatMoney } from '../../../shared/kernel/money.ts';
import { inkOf } from '../../ui/StatusSign.tsx';
import { feeSigns } from './feeSigns.ts';

/** The twelve months of one member's fee, each with its sign and amount. */
export function FeeMonths({ row }: { readonly row: FeePayerRow }): ReactNode {
  return (
    <Box
      component="ol"
      aria-label="各月党费"
      sx={{
        m: 0,
        p: 0,
        listStyle: 'none',
        display: 'grid',
        gap: '2px',
        gridTemplateColumns: 'repeat(6, 1fr)',
      }}
    >
      {row.cells.map(({ month, state, due, paid }) => {
        const sign = feeSigns[state];
        const { ink, ground } = inkOf(sign);
        const amount = state === 'paid' || state === 'short' ? paid : due;
        return (
          <Box
            key={month}
            component="li"
            sx={{
              bgcolor: ground,
              color: ink,
              borderRadius: 0.5,
              px: 0.5,
              fontSize: '0.75rem',
              lineHeight: 1.5,
            }}
          >
            {Number(month.slice(5))}月 <span aria-hidden>{sign.mark}</span>
            {sign.word}
            <Box>{amount === null || state === 'outside' ? ' ' : formatMoney(amount)}</Box>
          </Box>
        );
      })}
    </Box>
  );
}
