import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import { useEffect, useRef, type ReactNode, type RefObject } from 'react';
import type { SessionCard } from '../../../shared/contract/serviceDay.ts';
import { ColumnTable } from '../../ui/ColumnTable.tsx';
import { QuietButton } from '../../ui/QuietButton.tsx';
import { StatusSign } from '../../ui/StatusSign.tsx';
import type { Replaced } from './SubstituteDialog.tsx';

interface SessionTableProps {
  readonly sessions: readonly SessionCard[];
  /** The group whose button takes the focus: the first one not called. */
  readonly focusId: string | null;
  readonly mayWrite: boolean;
  /** Sessions themselves may be changed: their month isn't locked. */
  readonly mayChange: boolean;
  readonly past: boolean;
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (slotId: string) => void;
  readonly onOpen: (session: SessionCard, handover: boolean) => void;
  readonly onReplace: (replaced: Replaced) => void;
  readonly onReinstate: (session: SessionCard) => void;
}

/** The day's groups, one a row. */
export function SessionTable(props: SessionTableProps): ReactNode {
  const { sessions, focusId, mayChange, past, chosen, onChoose } = props;
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    first.current?.focus();
  }, [focusId]);
  return (
    <Box
      sx={{ overflow: 'auto', border: 1, borderColor: 'divider', bgcolor: 'background.paper' }}
      tabIndex={0}
      role="region"
      aria-label="当天场次"
    >
      <ColumnTable
        rows={sessions}
        rowKey={({ id }) => id}
        faint={isOff}
        columns={[
          {
            head: '选',
            cell: (session) => (
              <Checkbox
                size="small"
                disabled={!mayChange || isOff(session)}
                checked={chosen.has(session.id)}
                slotProps={{ input: { 'aria-label': `选择${session.course}` } }}
                onChange={() => onChoose(session.id)}
              />
            ),
          },
          {
            head: '时间',
            cell: ({ startsAt, endsAt }) => `${startsAt}—${endsAt}`,
            sx: { whiteSpace: 'nowrap' },
          },
          {
            head: '班组',
            names: true,
            cell: ({ course, kind }) => `${course}${kind === '课后服务' ? '' : `（${kind}）`}`,
            sx: { fontWeight: 500 },
          },
          { head: '地点', cell: ({ room }) => room },
          {
            head: '到岗人员',
            cell: (session) => (
              <People
                session={session}
                mayChange={mayChange && !isOff(session) && !session.confirmed}
                onReplace={props.onReplace}
              />
            ),
          },
          {
            head: '点名',
            cell: (session) => (
              <RollCell {...props} session={session} buttonRef={session.id === focusId ? first : undefined} />
            ),
          },
          { head: '离校交接', cell: (session) => <HandoverCell session={session} onOpen={props.onOpen} /> },
          { head: '开展', cell: (session) => <StatusSign sign={standing(session, past)} /> },
        ]}
        sx={{ minWidth: 860, 'th, td': { px: 1, py: 0.5 } }}
      />
    </Box>
  );
}

const isOff = ({ cancelledReason }: SessionCard): boolean => cancelledReason !== null;

interface RollCellProps extends Pick<
  SessionTableProps,
  'mayWrite' | 'mayChange' | 'past' | 'onOpen' | 'onReinstate'
> {
  readonly session: SessionCard;
  readonly buttonRef: RefObject<HTMLButtonElement | null> | undefined;
}

/** The way to the roll call, or why there is none. */
function RollCell(props: RollCellProps): ReactNode {
  const { session, buttonRef, mayWrite, mayChange, past, onOpen, onReinstate } = props;
  const { course, due, present, cancelledReason } = session;
  if (cancelledReason !== null)
    return (
      <>
        {`停课：${cancelledReason}`}
        {mayChange ? (
          <Button color="secondary" aria-label={`恢复：${course}`} onClick={() => onReinstate(session)}>
            恢复
          </Button>
        ) : null}
      </>
    );
  if (due === 0 && present === null) return '没有学生';
  const isNext = present === null && past;
  return (
    <Button
      ref={buttonRef}
      variant={isNext ? 'contained' : 'outlined'}
      color={isNext ? 'primary' : 'secondary'}
      sx={{ minHeight: '2.5rem', minWidth: '7rem' }}
      disabled={!past}
      aria-label={`${mayWrite && present === null ? '点名' : '看点名'}：${course}`}
      onClick={() => onOpen(session, false)}
    >
      {present === null ? `点名（${due} 人）` : `到 ${present}/${due}`}
    </Button>
  );
}

function HandoverCell({ session, onOpen }: Pick<RollCellProps, 'session' | 'onOpen'>): ReactNode {
  const { course, present, waiting } = session;
  if (isOff(session) || present === null) return null;
  return (
    <QuietButton
      sx={{ minHeight: '2.5rem' }}
      aria-label={`离校交接：${course}`}
      onClick={() => onOpen(session, true)}
    >
      {waiting === null ? '交接' : waiting === 0 ? '已交接' : `未接 ${waiting} 人`}
    </QuietButton>
  );
}

function standing({ cancelledReason, confirmed }: SessionCard, past: boolean) {
  if (cancelledReason !== null) return { mark: '○', word: '停课', tone: 'calm' } as const;
  if (confirmed) return { mark: '✓', word: '已确认', tone: 'good' } as const;
  return past
    ? ({ mark: '◔', word: '待确认', tone: 'warn' } as const)
    : ({ mark: '·', word: '未到', tone: 'quiet' } as const);
}

interface PeopleProps {
  readonly session: SessionCard;
  readonly mayChange: boolean;
  readonly onReplace: (replaced: Replaced) => void;
}

function People({ session, mayChange, onReplace }: PeopleProps): ReactNode {
  if (session.people.length === 0) return '还没有排人';
  return session.people.map((person) => {
    const words = `${person.name}（${person.role}${person.replaces ? `，代${person.replaces}` : ''}）`;
    return (
      <Box key={person.rowId} title={person.because ?? undefined}>
        {mayChange ? (
          <Button
            color="secondary"
            sx={{ px: 0.5, minWidth: 0 }}
            aria-label={`换人：${session.course}的${person.name}`}
            onClick={() =>
              onReplace({
                slotId: session.id,
                rowId: person.rowId,
                name: person.name,
                course: session.course,
              })
            }
          >
            {words}
          </Button>
        ) : (
          words
        )}
      </Box>
    );
  });
}
