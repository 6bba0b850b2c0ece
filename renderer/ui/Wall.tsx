import Box from '@mui/material/Box';
import Tooltip from '@mui/material/Tooltip';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import type { ObligationState, Wall as WallData, WallCell, WallRow } from '../../shared/contract/checks.ts';
import { inks } from '../ground/theme.ts';
import { EntryGrid, type EntryColumn } from './entryGrid/EntryGrid.tsx';
import type { CellPlace } from './entryGrid/useGridFocus.ts';
import { remedyAddress } from './remedyAddress.ts';
import { inkOf, obligationSigns, StatusSign } from './StatusSign.tsx';

/**
 * Obligations × months at a glance: each cell says its state by sign, colour and number, names its records on hover, and
 * opens the record or a new one already filled.
 */
export function Wall({ wall }: { readonly wall: WallData }): ReactNode {
  const navigate = useNavigate();

  function open(cell: WallCell) {
    const [only] = cell.records;
    if (only && (cell.records.length === 1 || !cell.remedy)) {
      void navigate(`/ledger/${only.ledger}/${only.id}`);
      return;
    }
    if (!cell.remedy) return;
    const { to, state } = remedyAddress(cell.remedy);
    void navigate(to, { state });
  }

  return (
    <Box sx={{ overflowX: 'auto' }}>
      <EntryGrid
        label={wall.title}
        look="tiles"
        corner={
          <Box component="span" sx={{ position: 'absolute', clip: 'rect(0 0 0 0)' }}>
            事项
          </Box>
        }
        rows={wall.rows}
        rowKey={({ key }) => key}
        rowHead={({ label, subject }) => (
          <Box sx={{ pr: 0.5, maxWidth: '16rem', lineHeight: 1.25, whiteSpace: 'normal' }}>
            {label}
            <Box sx={{ color: 'text.secondary', fontSize: '0.75rem' }}>{subject}</Box>
          </Box>
        )}
        nameWidth="8.5rem"
        columns={wall.months.map((month, column): EntryColumn<WallRow> => ({
          key: month,
          head: `${Number(month.slice(5))}月`,
          cell: (row, place) => {
            const cell = row.cells[column];
            return cell ? <WallButton row={row} cell={cell} place={place} onOpen={() => open(cell)} /> : null;
          },
        }))}
      />
      <Legend wall={wall} />
    </Box>
  );
}

/** The signs that this wall uses, in words. */
function Legend({ wall }: { readonly wall: WallData }): ReactNode {
  const used = new Set(wall.rows.flatMap((row) => row.cells.map((cell) => cell.state)));
  const states = (Object.keys(obligationSigns) as ObligationState[]).filter((state) => used.has(state));
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 1 }}>
      {states.map((state) => (
        <StatusSign key={state} sign={obligationSigns[state]} />
      ))}
    </Box>
  );
}

interface WallButtonProps {
  readonly row: WallRow;
  readonly cell: WallCell;
  readonly place: CellPlace;
  readonly onOpen: () => void;
}

function WallButton({ row, cell, place, onOpen }: WallButtonProps): ReactNode {
  const sign = obligationSigns[cell.state];
  const { ink, ground } = inkOf(sign);
  const openable = cell.records.length > 0 || cell.remedy !== null;
  const count = countWords(cell);
  const titles = cell.records.map((record) => record.title).join('、');
  const words = [
    `${Number(cell.month.slice(5))}月 ${row.label}`,
    row.subject,
    `${sign.word}${count === '' ? '' : ` ${count}`}${cell.required > 0 ? `，应 ${cell.required} 次，已 ${cell.done} 次` : ''}`,
    cell.dueOn ? `截止 ${cell.dueOn}` : '',
    titles,
  ].filter((word) => word !== '');
  return (
    <Tooltip title={words.join('\n')} slotProps={{ tooltip: { sx: { whiteSpace: 'pre-line' } } }}>
      <Box
        component="button"
        type="button"
        {...place}
        aria-label={words.join('，')}
        aria-disabled={!openable}
        onClick={onOpen}
        sx={{
          display: 'flex',
          flexDirection: 'column',
          alignItems: 'center',
          justifyContent: 'center',
          minWidth: '3rem',
          height: '2.125rem',
          px: 0.25,
          py: 0,
          lineHeight: 1.15,
          whiteSpace: 'nowrap',
          border: `1px solid ${cell.state === 'overdue' ? inks.bad : 'transparent'}`,
          borderRadius: 0.75,
          color: ink,
          bgcolor: ground,
          font: 'inherit',
          cursor: openable ? 'pointer' : 'default',
        }}
      >
        <span aria-hidden>{sign.mark}</span>
        {count === '' ? null : (
          <Box component="span" aria-hidden sx={{ fontSize: '0.6875rem' }}>
            {count}
          </Box>
        )}
      </Box>
    </Tooltip>
  );
}

/** 16/17 where several are due, the bare number where more was done than asked for. */
function countWords({ done, required }: WallCell): string {
  if (required > 1) return `${done}/${required}`;
  return done > 1 ? String(done) : '';
}
