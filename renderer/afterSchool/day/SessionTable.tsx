import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import { useEffect, useRef, type ReactNode } from 'react';
import type { SessionCard } from '../../../shared/contract/serviceDay.ts';
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
  const { sessions, focusId, mayWrite, mayChange, past, chosen, onChoose, onOpen, onReplace, onReinstate } =
    props;
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
      <Box component="table" sx={{ borderCollapse: 'collapse', width: '100%', minWidth: 860 }}>
        <thead>
          <tr>
            {['选', '时间', '班组', '地点', '到岗人员', '点名', '离校交接', '开展'].map((word) => (
              <Box component="th" scope="col" key={word} sx={{ ...cell, py: 1, whiteSpace: 'nowrap' }}>
                {word}
              </Box>
            ))}
          </tr>
        </thead>
        <tbody>
          {sessions.map((session) => {
            const off = session.cancelledReason !== null;
            return (
              <Box component="tr" key={session.id} sx={off ? { color: 'text.secondary' } : undefined}>
                <Box component="td" sx={cell}>
                  <Checkbox
                    size="small"
                    disabled={!mayChange || off}
                    checked={chosen.has(session.id)}
                    slotProps={{ input: { 'aria-label': `选择${session.course}` } }}
                    onChange={() => onChoose(session.id)}
                  />
                </Box>
                <Box component="td" sx={{ ...cell, whiteSpace: 'nowrap' }}>
                  {session.startsAt}—{session.endsAt}
                </Box>
                <Box component="th" scope="row" sx={{ ...cell, fontWeight: 500 }}>
                  {session.course}
                  {session.kind === '课后服务' ? '' : `（${session.kind}）`}
                </Box>
                <Box component="td" sx={cell}>
                  {session.room}
                </Box>
                <Box component="td" sx={cell}>
                  <People
                    session={session}
                    mayChange={mayChange && !off && !session.confirmed}
                    onReplace={onReplace}
                  />
                </Box>
                <Box component="td" sx={cell}>
                  {off ? (
                    <>
                      {`停课：${session.cancelledReason ?? ''}`}
                      {mayChange ? (
                        <Button
                          size="small"
                          color="secondary"
                          aria-label={`恢复：${session.course}`}
                          onClick={() => onReinstate(session)}
                        >
                          恢复
                        </Button>
                      ) : null}
                    </>
                  ) : session.due === 0 && session.present === null ? (
                    '没有学生'
                  ) : (
                    <Button
                      ref={session.id === focusId ? first : undefined}
                      variant={session.present === null && past ? 'contained' : 'outlined'}
                      color={session.present === null && past ? 'primary' : 'secondary'}
                      sx={{ minHeight: '2.5rem', minWidth: '7rem' }}
                      disabled={!past}
                      aria-label={`${mayWrite && session.present === null ? '点名' : '看点名'}：${session.course}`}
                      onClick={() => onOpen(session, false)}
                    >
                      {session.present === null
                        ? `点名（${session.due} 人）`
                        : `到 ${session.present}/${session.due}`}
                    </Button>
                  )}
                </Box>
                <Box component="td" sx={cell}>
                  {off || session.present === null ? (
                    ''
                  ) : (
                    <Button
                      variant="outlined"
                      color="secondary"
                      sx={{ minHeight: '2.5rem' }}
                      aria-label={`离校交接：${session.course}`}
                      onClick={() => onOpen(session, true)}
                    >
                      {session.waiting === null
                        ? '交接'
                        : session.waiting === 0
                          ? '已交接'
                          : `未接 ${session.waiting} 人`}
                    </Button>
                  )}
                </Box>
                <Box component="td" sx={cell}>
                  <StatusSign sign={standing(session, past)} />
                </Box>
              </Box>
            );
          })}
        </tbody>
      </Box>
    </Box>
  );
}

const cell = { borderBottom: 1, borderColor: 'divider', px: 1, py: 0.5, textAlign: 'left' } as const;

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
            size="small"
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
