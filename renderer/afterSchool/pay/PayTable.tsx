import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';
import { useState, type ReactNode } from 'react';
import type { PayeeRow } from '../../../shared/contract/servicePay.ts';
import { formatMoney, parseMoney } from '../../../shared/kernel/money.ts';
import { formatPeriod, previousPeriod } from '../../../shared/kernel/periods.ts';
import { serviceRoles } from '../../../shared/domain/afterSchool/words.ts';
import { ColumnTable, type Column } from '../../ui/ColumnTable.tsx';
import { walkFocus } from '../../ui/walkFocus.ts';

interface PayTableProps {
  readonly month: string;
  readonly payees: readonly PayeeRow[];
  /** 分 by payee. */
  readonly taxes: ReadonlyMap<string, number>;
  readonly mayTax: boolean;
  readonly onTax: (payeeId: string, amount: number) => void;
}

/** Everybody's hours by role and what they are paid, with the difference to the month before. */
export function PayTable({ month, payees, taxes, mayTax, onTax }: PayTableProps): ReactNode {
  const roles = serviceRoles.filter((role) => payees.some(({ byRole }) => (byRole[role] ?? 0) > 0));
  const sum = (pick: (payee: PayeeRow) => number) => payees.reduce((total, payee) => total + pick(payee), 0);
  const hours = (pick: (payee: PayeeRow) => number) => Math.round(sum(pick) * 10) / 10;
  const taxOf = ({ payeeId }: PayeeRow) => taxes.get(payeeId) ?? 0;
  const netOf = (payee: PayeeRow) => payee.amount - taxOf(payee);
  const columns: readonly Column<PayeeRow>[] = [
    {
      head: '姓名',
      names: true,
      cell: ({ name, external }) => `${name}${external ? '（校外）' : ''}`,
      foot: '合计',
    },
    ...roles.map((role): Column<PayeeRow> => ({
      head: `${role}课时`,
      cell: ({ byRole }) => byRole[role],
      foot: hours(({ byRole }) => byRole[role] ?? 0),
      right: true,
    })),
    { head: '课时合计', cell: (payee) => payee.hours, foot: hours((payee) => payee.hours), right: true },
    {
      head: '补差',
      cell: ({ corrections }) => (corrections === 0 ? '' : formatMoney(corrections)),
      foot: formatMoney(sum(({ corrections }) => corrections)),
      right: true,
    },
    {
      head: '金额',
      cell: ({ amount }) => formatMoney(amount),
      foot: formatMoney(sum(({ amount }) => amount)),
      right: true,
    },
    {
      head: '扣税',
      cell: (payee) => (
        <TaxCell
          name={payee.name}
          value={taxOf(payee)}
          mayChange={mayTax}
          onChange={(amount) => onTax(payee.payeeId, amount)}
        />
      ),
      foot: formatMoney(sum(taxOf)),
      right: true,
    },
    {
      head: '实发',
      cell: (payee) => formatMoney(netOf(payee)),
      foot: formatMoney(sum(netOf)),
      right: true,
    },
    {
      head: `比${formatPeriod(previousPeriod(month)).slice(5)}`,
      cell: ({ difference }) => differenceWords(difference),
      right: true,
      sx: { color: 'text.secondary' },
    },
  ];
  return (
    <Box
      sx={{
        overflow: 'auto',
        flex: 1,
        minHeight: '12rem',
        border: 1,
        borderColor: 'divider',
        bgcolor: 'background.paper',
      }}
      tabIndex={0}
      role="region"
      aria-label="补助明细"
    >
      <ColumnTable
        sticky
        rows={payees}
        rowKey={({ payeeId }) => payeeId}
        columns={columns}
        onKeyDown={(event) => walkFocus(event, 'input')}
        sx={{ 'th, td': { px: 1, py: 0.5, height: '2.25rem' } }}
      />
    </Box>
  );
}

function differenceWords(difference: number | null): string {
  if (difference === null) return '';
  if (difference === 0) return '持平';
  return `${difference > 0 ? '多' : '少'} ${formatMoney(Math.abs(difference))}`;
}

interface TaxCellProps {
  readonly name: string;
  readonly value: number;
  readonly mayChange: boolean;
  readonly onChange: (amount: number) => void;
}

function TaxCell({ name, value, mayChange, onChange }: TaxCellProps): ReactNode {
  const [typed, setTyped] = useState<string | null>(null);
  if (!mayChange) return value === 0 ? '' : formatMoney(value);
  const amount = typed === null ? value : typed.trim() === '' ? 0 : parseMoney(typed);
  return (
    <TextField
      sx={{ width: '6.5rem' }}
      error={amount === undefined || amount < 0}
      value={typed ?? (value === 0 ? '' : formatMoney(value))}
      slotProps={{
        htmlInput: { 'aria-label': `${name}扣税`, style: { textAlign: 'right', padding: '4px 8px' } },
      }}
      onChange={(event) => {
        setTyped(event.target.value);
        const next = event.target.value.trim() === '' ? 0 : parseMoney(event.target.value);
        if (next !== undefined && next >= 0) onChange(next);
      }}
      onBlur={() => setTyped(null)}
    />
  );
}
