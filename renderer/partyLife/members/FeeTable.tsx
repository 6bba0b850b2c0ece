import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MuiLink from '@mui/material/Link';
import type { KeyboardEvent, ReactNode } from 'react';
import { Link } from 'react-router';
import type { FeeCell, FeeGrid, FeePayerRow } from '../../../shared/contract/partyLife.ts';
import { formatMoney } from '../../../shared/kernel/money.ts';
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
import { useGridFocus } from './useGridFocus.ts';
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
  const { grid: table, active, activate, focusCell, handleKey } = useGridFocus(payers.length, months.length);
  const column = (month: string) =>
    payers.flatMap((row) =>
      row.cells.flatMap((cell) =>
        cell.month === month ? [{ cell, edit: edits.get(placeOf(row, cell)) }] : [],
      ),
    );
  const all = months.map((month) => sumsOf(column(month), today));
  const total = sumsOf(months.flatMap(column), today);

  function handle(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      focusCell({ ...active, row: Math.min(active.row + 1, payers.length - 1) });
    } else handleKey(event);
  }

  return (
    <Box
      component="table"
      ref={table}
      role="grid"
      aria-label="党费月表"
      onKeyDown={handle}
      sx={{
        borderCollapse: 'separate',
        borderSpacing: '2px',
        fontSize: '0.8125rem',
        'th, td': { p: 0, fontWeight: 400 },
        'thead th': {
          position: 'sticky',
          top: 0,
          zIndex: 2,
          bgcolor: 'background.paper',
          whiteSpace: 'nowrap',
        },
        'thead th:first-of-type': { left: 0, zIndex: 3, textAlign: 'left' },
        'tbody th, tfoot th': {
          position: 'sticky',
          left: 0,
          zIndex: 1,
          bgcolor: 'background.paper',
          textAlign: 'left',
          pr: 1,
          minWidth: '7.5rem',
          whiteSpace: 'nowrap',
        },
        'tfoot th, tfoot td': { position: 'sticky', bottom: 0, bgcolor: 'background.paper', zIndex: 1 },
        'tfoot td': { verticalAlign: 'top' },
      }}
    >
      <thead>
        <tr>
          <th scope="col">姓名</th>
          {months.map((month) => (
            <th key={month} scope="col">
              {mayWrite ? (
                <Button
                  color="secondary"
                  aria-label={`${Number(month.slice(5))}月全部按应交登记`}
                  title="没填的都按应交登记"
                  onClick={() => onPayMonth(month)}
                  sx={{ px: 0.5, minWidth: 0 }}
                >
                  {Number(month.slice(5))}月 =
                </Button>
              ) : (
                `${Number(month.slice(5))}月`
              )}
            </th>
          ))}
          <th scope="col">全年</th>
        </tr>
      </thead>
      <tbody>
        {payers.map((row, rowIndex) => (
          <tr key={row.memberId}>
            <th scope="row">
              <MuiLink
                component={Link}
                color="inherit"
                to={`/party/members/${row.memberId}${queryOf({ year: grid.year })}`}
              >
                {row.name}
              </MuiLink>
              <Box sx={{ color: 'text.secondary', fontSize: '0.75rem' }}>{bandOf(row)}</Box>
            </th>
            {row.cells.map((cell, columnIndex) => {
              const place = placeOf(row, cell);
              return (
                <td key={cell.month}>
                  <Cell
                    place={`${rowIndex}-${columnIndex}`}
                    active={active.row === rowIndex && active.column === columnIndex}
                    label={`${row.name} ${Number(cell.month.slice(5))}月`}
                    cell={cell}
                    edit={edits.get(place)}
                    refused={refused.has(place)}
                    today={today}
                    readOnly={!mayWrite || !isEditable(cell)}
                    onFocus={() => {
                      activate({ row: rowIndex, column: columnIndex });
                      onActive({ memberId: row.memberId, month: cell.month });
                    }}
                    onType={(paid) => onEdit(row, cell, { ...(edits.get(place) ?? storedEdit(cell)), paid })}
                  />
                </td>
              );
            })}
            <td>
              <Sums
                sums={sumsOf(
                  row.cells.map((cell) => ({ cell, edit: edits.get(placeOf(row, cell)) })),
                  today,
                )}
              />
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">合计</th>
          {all.map((sums, index) => (
            <td key={months[index]}>
              <Sums sums={sums} />
            </td>
          ))}
          <td>
            <Sums sums={total} />
          </td>
        </tr>
      </tfoot>
    </Box>
  );
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
  readonly place: string;
  readonly active: boolean;
  readonly label: string;
  readonly cell: FeeCell;
  readonly edit: FeeEdit | undefined;
  readonly refused: boolean;
  readonly today: string;
  readonly readOnly: boolean;
  readonly onFocus: () => void;
  readonly onType: (paid: string) => void;
}

function Cell({
  place,
  active,
  label,
  cell,
  edit,
  refused,
  today,
  readOnly,
  onFocus,
  onType,
}: CellProps): ReactNode {
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
        data-cell={place}
        tabIndex={active ? 0 : -1}
        readOnly={readOnly}
        value={(edit ?? storedEdit(cell)).paid}
        aria-label={`${label}，应交 ${due === '' ? '不明' : `${due} 元`}，${sign.word}`}
        aria-invalid={wrong}
        maxLength={12}
        autoComplete="off"
        onFocus={(event) => {
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
