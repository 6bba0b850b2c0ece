import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MuiLink from '@mui/material/Link';
import type { ReactNode } from 'react';
import type { FeeCell, FeeGrid, FeePayerRow } from '../../../shared/contract/partyLife.ts';
import { formatMoney } from '../../../shared/kernel/money.ts';
import { EntryGrid, type EntryColumn } from '../../ui/entryGrid/EntryGrid.tsx';
import type { CellPlace } from '../../ui/entryGrid/useGridFocus.ts';
import { inkOf } from '../../ui/StatusSign.tsx';
import { feeSigns } from './feeSigns.ts';
import {
  isEditable,
  placeOf,
  previewOf,
  storedEdit,
  sumsOf,
  type FeeEdit,
  type FeeEdits,
  type FeeSums,
} from './feeSheet.ts';
import { queryOf } from './useBranchYear.ts';

interface FeeTableProps {
  readonly grid: FeeGrid;
  readonly edits: FeeEdits;
  /** Places that a refused save has named. */
  readonly refused: ReadonlySet<string>;
  readonly mayWrite: boolean;
  readonly onEdit: (row: FeePayerRow, cell: FeeCell, edit: FeeEdit) => void;
  readonly onPayMonth: (month: string) => void;
  readonly onActive: (place: { readonly memberId: string; readonly month: string }) => void;
}

/**
 * Members × months as a sheet: amounts are typed into the cells, arrow keys and Enter go on, `=` puts what is due. Sums by
 * month and person follow while typing.
 */
export function FeeTable(props: FeeTableProps): ReactNode {
  const { grid, edits, refused, mayWrite, onEdit, onPayMonth, onActive } = props;
  const { payers, today } = grid;
  const months = payers[0]?.cells.map(({ month }) => month) ?? [];
  const column = (month: string) =>
    payers.flatMap((row) =>
      row.cells.flatMap((cell) =>
        cell.month === month ? [{ cell, edit: edits.get(placeOf(row, cell)) }] : [],
      ),
    );

  return (
    <EntryGrid
      label="党费月表"
      look="tiles"
      corner="姓名"
      rows={payers}
      rowKey={({ memberId }) => memberId}
      rowHead={(row) => (
        <>
          <MuiLink color="inherit" href={`/party/members/${row.memberId}${queryOf({ year: grid.year })}`}>
            {row.name}
          </MuiLink>
          <Box sx={{ color: 'text.secondary', fontSize: '0.75rem' }}>{bandOf(row)}</Box>
        </>
      )}
      nameWidth="7.5rem"
      footHead="合计"
      columns={[
        ...months.map((month, index): EntryColumn<FeePayerRow> => ({
          key: month,
          head: mayWrite ? <PayMonth month={month} onPay={onPayMonth} /> : monthWord(month),
          foot: <Sums sums={sumsOf(column(month), today)} />,
          cell: (row, cellPlace) => {
            const cell = row.cells[index];
            if (!cell) return null;
            const place = placeOf(row, cell);
            return (
              <Cell
                place={cellPlace}
                label={`${row.name} ${monthWord(month)}`}
                cell={cell}
                edit={edits.get(place)}
                refused={refused.has(place)}
                today={today}
                readOnly={!mayWrite || !isEditable(cell)}
                onFocus={() => onActive({ memberId: row.memberId, month })}
                onType={(paid) => onEdit(row, cell, { ...(edits.get(place) ?? storedEdit(cell)), paid })}
              />
            );
          },
        })),
        {
          key: 'year',
          head: '全年',
          still: true,
          foot: <Sums sums={sumsOf(months.flatMap(column), today)} />,
          cell: (row) => (
            <Sums
              sums={sumsOf(
                row.cells.map((cell) => ({ cell, edit: edits.get(placeOf(row, cell)) })),
                today,
              )}
            />
          ),
        },
      ]}
    />
  );
}

function PayMonth({
  month,
  onPay,
}: {
  readonly month: string;
  readonly onPay: (month: string) => void;
}): ReactNode {
  return (
    <Button
      color="secondary"
      aria-label={`${monthWord(month)}全部按应交登记`}
      title="没填的都按应交登记"
      onClick={() => onPay(month)}
      sx={{ px: 0.5, minWidth: 0 }}
    >
      {monthWord(month)} =
    </Button>
  );
}

function monthWord(month: string): string {
  return `${Number(month.slice(5))}月`;
}

function bandOf({ situation, rate, base }: FeePayerRow): string {
  if (situation === '无固定收入') return '定额';
  return base === null ? `${situation} 缺基数` : `${situation} ${rate ?? 0}%`;
}

/** 应 / 实 / 欠. */
function Sums({ sums }: { readonly sums: FeeSums }): ReactNode {
  return (
    <Box sx={{ textAlign: 'right', fontSize: '0.75rem', lineHeight: 1.35, whiteSpace: 'nowrap', px: 0.5 }}>
      <Box sx={{ color: 'text.secondary' }}>应 {formatMoney(sums.due)}</Box>
      <Box>实 {formatMoney(sums.paid)}</Box>
      {sums.arrears > 0 ? <Box sx={{ color: 'error.main' }}>欠 {formatMoney(sums.arrears)}</Box> : null}
    </Box>
  );
}

interface CellProps {
  readonly place: CellPlace;
  readonly label: string;
  readonly cell: FeeCell;
  readonly edit: FeeEdit | undefined;
  readonly refused: boolean;
  readonly today: string;
  readonly readOnly: boolean;
  readonly onFocus: () => void;
  readonly onType: (paid: string) => void;
}

function Cell({ place, label, cell, edit, refused, today, readOnly, onFocus, onType }: CellProps): ReactNode {
  const { state, readable } = previewOf(cell, edit, today);
  const sign = feeSigns[state];
  const { ink, ground } = inkOf(sign);
  const due = cell.due === null ? '' : formatMoney(cell.due);
  const wrong = refused || !readable;
  return (
    <Box
      sx={{
        display: 'grid',
        gridTemplateColumns: '0.75rem 1fr',
        alignItems: 'center',
        px: 0.25,
        borderRadius: 0.5,
        color: ink,
        bgcolor: ground,
        outline: wrong ? '2px solid' : edit ? '1px solid' : 'none',
        outlineOffset: '-1px',
        outlineColor: wrong ? 'error.main' : 'info.main',
        '&:focus-within': { outline: '2px solid', outlineColor: 'info.main' },
      }}
    >
      <span aria-hidden>{sign.mark}</span>
      <Box
        component="input"
        type="text"
        inputMode="decimal"
        {...place}
        readOnly={readOnly}
        value={(edit ?? storedEdit(cell)).paid}
        aria-label={`${label}，应交 ${due === '' ? '不明' : `${due} 元`}，${sign.word}`}
        aria-invalid={wrong}
        maxLength={12}
        autoComplete="off"
        onFocus={(event) => {
          place.onFocus();
          onFocus();
          event.target.select();
        }}
        onChange={(event) => {
          const typed = event.target.value;
          onType(typed.includes('=') || typed.includes('＝') ? due : typed);
        }}
        sx={{
          width: '3.9rem',
          height: '1.25rem',
          p: 0,
          border: 0,
          outline: 'none',
          '&:focus-visible': { outline: 'none' },
          bgcolor: 'transparent',
          color: 'inherit',
          font: 'inherit',
          textAlign: 'right',
          fontVariantNumeric: 'tabular-nums',
        }}
      />
      <Box
        sx={{
          gridColumn: '1 / 3',
          textAlign: 'right',
          fontSize: '0.6875rem',
          lineHeight: 1.3,
          minHeight: '0.9rem',
        }}
      >
        {state === 'outside' ? '' : state === 'noBase' ? sign.word : `应 ${due}`}
      </Box>
    </Box>
  );
}
