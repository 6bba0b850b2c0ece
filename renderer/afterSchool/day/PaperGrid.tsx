import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState, type KeyboardEvent, type ReactNode } from 'react';
import type { SavedRollCalls, SessionDesk } from '../../../shared/contract/serviceDay.ts';
import type { RollCallRow } from '../../../shared/domain/afterSchool/facts.ts';
import { withRollState, type RollState } from '../../../shared/domain/afterSchool/rollCall.ts';
import { formatWeekday } from '../../../shared/kernel/plainDate.ts';
import { useChange } from '../../client.ts';
import { useGridFocus } from '../../partyLife/members/useGridFocus.ts';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { LeaveGuard } from '../../ui/LeaveGuard.tsx';
import { SaveBar } from '../../ui/SaveBar.tsx';
import { useSaveKey } from '../../ui/useSaveKey.ts';

const states: Readonly<Record<string, { readonly state: RollState; readonly informed?: true }>> = {
  d: { state: '到' },
  c: { state: '迟到' },
  j: { state: '请假' },
  q: { state: '缺勤' },
  t: { state: '缺勤', informed: true },
};

function wordOf({ state, guardianInformed }: RollCallRow): string {
  return state === '缺勤' && guardianInformed ? '缺勤·已告知' : state;
}

interface PaperGridProps {
  readonly desks: readonly SessionDesk[];
  readonly mayWrite: boolean;
  readonly onSaved: (answer: SavedRollCalls) => void;
}

/** Pupils × sessions; everything present until a letter says otherwise. Sessions saved before show what they hold. */
export function PaperGrid({ desks, mayWrite, onSaved }: PaperGridProps): ReactNode {
  const [sheets, setSheets] = useState<readonly (readonly RollCallRow[])[]>(() =>
    desks.map(({ rollCall }) => rollCall.rows),
  );
  const [touched, setTouched] = useState<ReadonlySet<number>>(new Set());
  // Saved only once it is read anew: what is typed after that must not be replaced by the record that comes in.
  const save = useChange('serviceDay.saveRollCalls', { stale: ['serviceDay.week'] });
  const pupils = [
    ...new Map(desks.flatMap((desk) => desk.pupils).map((pupil) => [pupil.pupilId, pupil])).values(),
  ].toSorted((a, b) => a.number - b.number);
  const { grid, active, activate, focusCell, handleKey } = useGridFocus(pupils.length, desks.length);
  const open = desks.flatMap(({ rollCall }, column) =>
    rollCall.revision === null || touched.has(column) ? [column] : [],
  );

  function put(row: number, column: number, key: string) {
    const pupilId = pupils[row]?.pupilId;
    const wanted = states[key];
    if (!wanted || pupilId === undefined || !mayWrite) return;
    setSheets((before) =>
      before.map((rows, index) =>
        index === column
          ? rows.map((each) =>
              each.pupilId === pupilId ? withRollState(each, wanted.state, wanted.informed) : each,
            )
          : rows,
      ),
    );
    setTouched((before) => new Set([...before, column]));
    focusCell({ row: Math.min(row + 1, pupils.length - 1), column });
  }

  function handleCell(event: KeyboardEvent, row: number, column: number) {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const key = event.key.toLowerCase();
    if (states[key]) {
      event.preventDefault();
      put(row, column, key);
    } else if (key === 'enter' || key === ' ') {
      event.preventDefault();
      focusCell({ row: Math.min(row + 1, pupils.length - 1), column });
    } else handleKey(event);
  }

  async function store(): Promise<boolean> {
    if (!mayWrite || save.isPending || open.length === 0) return false;
    try {
      const answer = await save.mutateAsync({
        sheets: open.flatMap((column) => {
          const desk = desks[column];
          const rows = sheets[column] ?? [];
          if (!desk || rows.length === 0) return [];
          const { session, rollCall } = desk;
          return [{ slotId: session.id, rows, signedBy: rollCall.signedBy, baseRevision: rollCall.revision }];
        }),
      });
      setTouched(new Set());
      onSaved(answer);
      return true;
    } catch {
      // The refusal stands in `save.error`.
      return false;
    }
  }
  useSaveKey(() => void store());

  return (
    <>
      <FailureNotice error={save.error} onClose={() => save.reset()} />
      <Box
        sx={{
          flex: 1,
          minHeight: '12rem',
          overflow: 'auto',
          border: 1,
          borderColor: 'divider',
          bgcolor: 'background.paper',
        }}
      >
        <Box
          component="table"
          ref={grid}
          role="grid"
          aria-label="一周点名"
          sx={{ borderCollapse: 'collapse' }}
        >
          <Box component="thead" sx={{ position: 'sticky', top: 0, bgcolor: 'background.paper', zIndex: 1 }}>
            <tr>
              <Box component="th" scope="col" sx={cell}>
                序号
              </Box>
              <Box component="th" scope="col" sx={{ ...cell, minWidth: '7rem' }}>
                姓名
              </Box>
              {desks.map(({ session, rollCall }) => (
                <Box component="th" scope="col" key={session.id} sx={{ ...cell, minWidth: '7.5rem' }}>
                  {formatWeekday(session.heldOn)} {session.heldOn.slice(5)}
                  <Box sx={{ fontWeight: 400, fontSize: '0.75rem' }}>
                    {session.startsAt} {rollCall.revision === null ? '未录' : '已存'}
                  </Box>
                </Box>
              ))}
            </tr>
          </Box>
          <tbody>
            {pupils.map((pupil, row) => (
              <tr key={pupil.pupilId}>
                <Box component="td" sx={{ ...cell, color: 'text.secondary' }}>
                  {row + 1}
                </Box>
                <Box component="th" scope="row" sx={{ ...cell, textAlign: 'left', fontWeight: 400 }}>
                  {pupil.name}
                </Box>
                {desks.map(({ session }, column) => {
                  const own = sheets[column]?.find(({ pupilId }) => pupilId === pupil.pupilId);
                  const isActive = active.row === row && active.column === column;
                  return (
                    <Box
                      component="td"
                      key={session.id}
                      role="gridcell"
                      data-cell={`${row}-${column}`}
                      tabIndex={isActive ? 0 : -1}
                      aria-label={`${pupil.name} ${formatWeekday(session.heldOn)}：${own ? wordOf(own) : '不在名单'}`}
                      onFocus={() => activate({ row, column })}
                      onKeyDown={(event: KeyboardEvent) => handleCell(event, row, column)}
                      onClick={() => focusCell({ row, column })}
                      sx={{
                        ...cell,
                        cursor: 'pointer',
                        bgcolor: own && own.state !== '到' ? '#FCF0DC' : undefined,
                        '&:focus': {
                          outline: '2px solid',
                          outlineColor: 'text.primary',
                          outlineOffset: '-2px',
                        },
                      }}
                    >
                      {own ? (own.state === '到' ? '✓' : wordOf(own)) : '—'}
                    </Box>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </Box>
      </Box>
      {mayWrite ? (
        <SaveBar
          status={open.length === 0 ? '这一周都已保存' : `有 ${open.length} 场要保存，没记例外的算到齐`}
        >
          <Button
            variant="contained"
            aria-keyshortcuts="Control+S"
            disabled={open.length === 0 || save.isPending}
            onClick={() => void store()}
          >
            {`保存 ${open.length} 场`}
          </Button>
        </SaveBar>
      ) : null}
      <LeaveGuard unsaved={touched.size > 0} what="这一周的点名还没有保存" onSave={store} />
    </>
  );
}

const cell = { border: 1, borderColor: 'divider', px: 1, height: '2.25rem', textAlign: 'center' } as const;
