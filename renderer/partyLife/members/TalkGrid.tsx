import Box from '@mui/material/Box';
import Tooltip from '@mui/material/Tooltip';
import { useMemo, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import type { TalkBoard } from '../../../shared/contract/partyLife.ts';
import { useRights } from '../../ground/sessionContext.tsx';
import { EntryGrid, type EntryColumn } from '../../ui/entryGrid/EntryGrid.tsx';
import type { CellPlace } from '../../ui/entryGrid/useGridFocus.ts';
import { remedyAddress } from '../../ui/remedyAddress.ts';
import { inkOf, StatusSign } from '../../ui/StatusSign.tsx';
import { pairKey, talkKindOf, type TalkMember } from './talkPairs.ts';

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
      <EntryGrid
        label="谈心谈话"
        look="tiles"
        corner="党员"
        rows={board.members}
        rowKey={({ id }) => id}
        rowHead={({ name, posts }) => (
          <>
            {name}
            <Box component="span" sx={{ color: 'text.secondary', ml: 0.5 }}>
              {posts}
            </Box>
          </>
        )}
        nameWidth="8rem"
        cellWidth="3.25rem"
        columns={columns.map((column): EntryColumn<TalkMember> => ({
          key: column.id,
          head: column.name,
          cell: (row, place) => {
            const own = talks.get(pairKey(row.id, column.id)) ?? [];
            const self = row.id === column.id;
            return (
              <TalkCell
                place={place}
                names={[row.name, column.name]}
                self={self}
                state={stateOf(row, column)}
                days={own.map(({ heldOn }) => heldOn).toSorted()}
                openable={!self && (own.length > 0 || mayWrite)}
                onOpen={() => open(row, column)}
              />
            );
          },
        }))}
      />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 1 }}>
        {Object.values(signs).map((sign) => (
          <StatusSign key={sign.word} sign={sign} />
        ))}
      </Box>
    </Box>
  );
}

interface TalkCellProps {
  readonly place: CellPlace;
  readonly names: readonly [string, string];
  readonly self: boolean;
  readonly state: keyof typeof signs;
  /** Oldest first. */
  readonly days: readonly string[];
  readonly openable: boolean;
  readonly onOpen: () => void;
}

function TalkCell(props: TalkCellProps): ReactNode {
  const { place, names, self, state, days, openable, onOpen } = props;
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
        {...place}
        aria-label={words}
        aria-disabled={!openable}
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
