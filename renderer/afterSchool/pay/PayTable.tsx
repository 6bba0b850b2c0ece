import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';
import { useState, type ReactNode } from 'react';
import type { PayeeRow } from '../../../shared/contract/servicePay.ts';
import { formatMoney, parseMoney } from '../../../shared/kernel/money.ts';
import { formatPeriod, previousPeriod } from '../../../shared/kernel/periods.ts';
import { serviceRoles, type ServiceRole } from '../../../shared/domain/afterSchool/words.ts';

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
  const heads = [
    '姓名',
    ...roles.map((role) => `${role}课时`),
    '课时合计',
    '补差',
    '金额',
    '扣税',
    '实发',
    `比${formatPeriod(previousPeriod(month)).slice(5)}`,
  ];
  const sum = (pick: (payee: PayeeRow) => number) => payees.reduce((total, payee) => total + pick(payee), 0);
  const hours = (role: ServiceRole) => Math.round(sum(({ byRole }) => byRole[role] ?? 0) * 10) / 10;
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
      <Box
        component="table"
        sx={{ borderCollapse: 'collapse', width: '100%', fontVariantNumeric: 'tabular-nums' }}
      >
        <Box component="thead" sx={{ position: 'sticky', top: 0, zIndex: 1, bgcolor: 'background.paper' }}>
          <tr>
            {heads.map((word, index) => (
              <Box
                component="th"
                scope="col"
                key={word}
                sx={{ ...cell, textAlign: index === 0 ? 'left' : 'right' }}
              >
                {word}
              </Box>
            ))}
          </tr>
        </Box>
        <tbody>
          {payees.map((payee) => (
            <tr key={payee.payeeId}>
              <Box component="th" scope="row" sx={{ ...cell, textAlign: 'left', fontWeight: 400 }}>
                {payee.name}
                {payee.external ? '（校外）' : ''}
              </Box>
              {roles.map((role) => (
                <Box component="td" key={role} sx={cell}>
                  {payee.byRole[role] ?? ''}
                </Box>
              ))}
              <Box component="td" sx={cell}>
                {payee.hours}
              </Box>
              <Box component="td" sx={cell}>
                {payee.corrections === 0 ? '' : formatMoney(payee.corrections)}
              </Box>
              <Box component="td" sx={cell}>
                {formatMoney(payee.amount)}
              </Box>
              <Box component="td" sx={cell}>
                <TaxCell
                  name={payee.name}
                  value={taxes.get(payee.payeeId) ?? 0}
                  mayChange={mayTax}
                  onChange={(amount) => onTax(payee.payeeId, amount)}
                />
              </Box>
              <Box component="td" sx={cell}>
                {formatMoney(payee.amount - (taxes.get(payee.payeeId) ?? 0))}
              </Box>
              <Box component="td" sx={{ ...cell, color: 'text.secondary' }}>
                {differenceWords(payee.difference)}
              </Box>
            </tr>
          ))}
        </tbody>
        <Box
          component="tfoot"
          sx={{ position: 'sticky', bottom: 0, bgcolor: 'background.paper', fontWeight: 600 }}
        >
          <tr>
            <Box component="th" scope="row" sx={{ ...cell, textAlign: 'left' }}>
              合计
            </Box>
            {roles.map((role) => (
              <Box component="td" key={role} sx={cell}>
                {hours(role)}
              </Box>
            ))}
            <Box component="td" sx={cell}>
              {Math.round(sum((payee) => payee.hours) * 10) / 10}
            </Box>
            <Box component="td" sx={cell}>
              {formatMoney(sum(({ corrections }) => corrections))}
            </Box>
            <Box component="td" sx={cell}>
              {formatMoney(sum(({ amount }) => amount))}
            </Box>
            <Box component="td" sx={cell}>
              {formatMoney(sum(({ payeeId }) => taxes.get(payeeId) ?? 0))}
            </Box>
            <Box component="td" sx={cell}>
              {formatMoney(sum(({ payeeId, amount }) => amount - (taxes.get(payeeId) ?? 0)))}
            </Box>
            <Box component="td" sx={cell} />
          </tr>
        </Box>
      </Box>
    </Box>
  );
}

const cell = {
  borderBottom: 1,
  borderColor: 'divider',
  px: 1,
  height: '2.25rem',
  textAlign: 'right',
} as const;

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
      size="small"
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
      onBlur={() => {
        setTyped(null);
      }}
    />
  );
}
