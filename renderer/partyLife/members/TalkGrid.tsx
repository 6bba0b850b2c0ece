import Box from '@mui/material/Box';
import Tooltip from '@mui/material/Tooltip';
import { useMemo, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import type { TalkBoard } from '../../../shared/contract/partyLife.ts';
import { useRights } from '../../ground/sessionContext.tsx';
import { remedyAddress } from '../../ui/remedyAddress.ts';
import { inkOf, StatusSign } from '../../ui/StatusSign.tsx';
import { pairKey, talkKindOf, type TalkMember } from './talkPairs.ts';
import { useGridFocus } from './useGridFocus.ts';

const signs = {
  talked: { mark: '✓', word: '谈过', tone: 'good' },
  missing: { mark: '!', word: '两名委员之间还没谈', tone: 'bad' },
  anyOne: { mark: '◔', word: '还没谈，任谈一位即可', tone: 'warn' },
  none: { mark: '＋', word: '没谈过，不要求', tone: 'quiet' },
} as const;

interface TalkGridProps {
  readonly board: TalkBoard;
  readonly columns: readonly TalkMember[];
}

/** Members × committee, or members × members. A talked cell opens the record, an empty one a new record already filled. */
export function TalkGrid({ board, columns }: TalkGridProps): ReactNode {
  const navigate = useNavigate();
  const mayWrite = useRights().mayWrite('partyLife');
  const rows = board.members;
  const { grid, active, activate, handleKey } = useGridFocus(rows.length, columns.length);
  const talks = useMemo(() => Map.groupBy(board.talks, ({ memberIds }) => pairKey(...memberIds)), [board]);
  const missing = useMemo(
    () => new Set(board.committeePairsMissing.map((pair) => pairKey(...pair))),
    [board],
  );

  function stateOf(row: TalkMember, column: TalkMember): keyof typeof signs {
    const key = pairKey(row.id, column.id);
    if (talks.has(key)) return 'talked';
    if (row.id === column.id) return 'none';
    if (missing.has(key)) return 'missing';
    const waiting = row.committee === column.committee ? board.withoutPeer : board.withoutCommittee;
    return waiting.includes(row.id) || waiting.includes(column.id) ? 'anyOne' : 'none';
  }

  function open(row: TalkMember, column: TalkMember) {
    const [latest] = (talks.get(pairKey(row.id, column.id)) ?? []).toSorted((a, b) =>
      b.heldOn.localeCompare(a.heldOn),
    );
    if (latest) {
      void navigate(`/ledger/${latest.ledger}/${latest.id}`);
      return;
    }
    if (!mayWrite) return;
    const { to, state } = remedyAddress({
      kind: 'create',
      ledger: 'partyTalk',
      period: String(board.year),
      values: { branch: board.branchId, ...talkKindOf(row, column) },
    });
    void navigate(to, { state });
  }

  return (
    <Box sx={{ overflowX: 'auto' }}>
      <Box
        component="table"
        ref={grid}
        role="grid"
        aria-label="谈心谈话"
        onKeyDown={handleKey}
        sx={{
          borderCollapse: 'separate',
          borderSpacing: '2px',
          fontSize: '0.8125rem',
          'th, td': { p: 0, fontWeight: 400 },
          'thead th': { color: 'text.secondary', px: 0.25, minWidth: '3.25rem', lineHeight: 1.25 },
          'tbody th, thead th:first-of-type': {
            position: 'sticky',
            left: 0,
            bgcolor: 'background.paper',
            textAlign: 'left',
            pr: 1,
            minWidth: '8rem',
            whiteSpace: 'nowrap',
          },
        }}
      >
        <thead>
          <tr>
            <th scope="col">党员</th>
            {columns.map((column) => (
              <th key={column.id} scope="col">
                {column.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, rowIndex) => (
            <tr key={row.id}>
              <th scope="row">
                {row.name}
                <Box component="span" sx={{ color: 'text.secondary', ml: 0.5 }}>
                  {row.posts}
                </Box>
              </th>
              {columns.map((column, columnIndex) => {
                const own = talks.get(pairKey(row.id, column.id)) ?? [];
                const self = row.id === column.id;
                return (
                  <td key={column.id}>
                    <TalkCell
                      place={`${rowIndex}-${columnIndex}`}
                      active={active.row === rowIndex && active.column === columnIndex}
                      names={[row.name, column.name]}
                      self={self}
                      state={stateOf(row, column)}
                      days={own.map(({ heldOn }) => heldOn).toSorted()}
                      openable={!self && (own.length > 0 || mayWrite)}
                      onFocus={() => activate({ row: rowIndex, column: columnIndex })}
                      onOpen={() => open(row, column)}
                    />
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 1 }}>
        {Object.values(signs).map((sign) => (
          <StatusSign key={sign.word} sign={sign} />
        ))}
      </Box>
    </Box>
  );
}

interface TalkCellProps {
  readonly place: string;
  readonly active: boolean;
  readonly names: readonly [string, string];
  readonly self: boolean;
  readonly state: keyof typeof signs;
  /** Oldest first. */
  readonly days: readonly string[];
  readonly openable: boolean;
  readonly onFocus: () => void;
  readonly onOpen: () => void;
}

function TalkCell(props: TalkCellProps): ReactNode {
  const { place, active, names, self, state, days, openable, onFocus, onOpen } = props;
  const sign = signs[state];
  const { ink, ground } = inkOf(sign);
  const last = days.at(-1);
  const words = self
    ? names[0]
    : `${names[0]}和${names[1]}，${days.length > 0 ? `谈过 ${days.length} 次：${days.join('、')}` : sign.word}`;
  return (
    <Tooltip title={words}>
      <Box
        component="button"
        type="button"
        data-cell={place}
        tabIndex={active ? 0 : -1}
        aria-label={words}
        aria-disabled={!openable}
        onFocus={onFocus}
        onClick={() => {
          if (openable) onOpen();
        }}
        sx={{
          display: 'block',
          width: '100%',
          minWidth: '3.25rem',
          height: '1.75rem',
          border: 0,
          borderRadius: 0.5,
          font: 'inherit',
          cursor: openable ? 'pointer' : 'default',
          color: self ? 'text.secondary' : ink,
          bgcolor: self ? 'transparent' : ground,
        }}
      >
        {self
          ? ''
          : last === undefined
            ? sign.mark
            : `${last.slice(5)}${days.length > 1 ? ` ×${days.length}` : ''}`}
      </Box>
    </Tooltip>
  );
}
