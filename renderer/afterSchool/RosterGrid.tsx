import { useDroppable } from '@dnd-kit/core';
import Box from '@mui/material/Box';
import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import type { Roster, RosterNeed, RosterProblem } from '../../shared/domain/afterSchool/roster/problem.ts';
import { needWords } from '../../shared/domain/afterSchool/roster/words.ts';
import type { RosterCarry } from './rosterCarry.ts';
import { RosterDuty, verdictLooks } from './RosterDuty.tsx';
import { dropPlaces, dutyPlaces, rowsOf, stepPlace, type RosterView } from './rosterTargets.ts';

interface RosterGridProps {
  readonly problem: RosterProblem;
  readonly roster: Roster;
  /** Ids of needs that are fixed by hand. */
  readonly locked: ReadonlySet<string>;
  readonly view: RosterView;
  readonly chosen: string | null;
  readonly carry: RosterCarry;
  readonly mayChange: boolean;
  readonly onChoose: (needId: string) => void;
}

/** Arrow keys go from duty to duty, Space lifts one; while it is in the hand they carry it from place to place. */
function useDutyKeys(
  { problem, roster, view, carry, mayChange }: RosterGridProps,
  rows: ReturnType<typeof rowsOf>,
  teacherOf: ReadonlyMap<string, string>,
) {
  const frame = useRef<HTMLDivElement>(null);
  const { over, by } = carry;
  useEffect(() => {
    if (by !== 'keyboard' || over === null) return;
    frame.current?.querySelector(`[data-place="${CSS.escape(over)}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [over, by]);
  // A duty that changed its cell is drawn anew and would lose the keyboard.
  const held = useRef<string | null>(null);
  useEffect(() => {
    if (held.current === null || carry.carried !== null) return;
    frame.current?.querySelector<HTMLElement>(`[data-place="${CSS.escape(held.current)}"]`)?.focus();
    held.current = null;
  }, [carry.carried, roster]);

  function handleKey(event: KeyboardEvent, need: RosterNeed): void {
    const place = `need:${need.id}`;
    if (carry.by === 'keyboard' && carry.carried?.needId === need.id) {
      const next = stepPlace(dropPlaces(rows, problem.days), carry.over, event.key);
      if (next) carry.hover(next.id);
      else if (event.key === ' ' || event.key === 'Enter') carry.drop(carry.over);
      else if (event.key === 'Escape') carry.putBack();
      else if (event.key !== 'Tab' && !event.key.startsWith('Arrow')) return;
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    const teacherId = teacherOf.get(need.id);
    if (event.key === ' ' && mayChange && teacherId !== undefined) {
      event.preventDefault();
      held.current = place;
      carry.lift({ teacherId, needId: need.id }, 'keyboard');
      if (view === 'teachers') carry.hover(`teacher:${need.day}:${teacherId}`);
      return;
    }
    const next = stepPlace(dutyPlaces(rows, problem.days), place, event.key);
    if (!next) return;
    event.preventDefault();
    frame.current?.querySelector<HTMLElement>(`[data-place="${CSS.escape(next.id)}"]`)?.focus();
  }
  return { frame, handleKey };
}

/**
 * The week as a table: a group and period a row, or a teacher a row. A duty is opened by click or Enter, lifted by mouse or Space;
 * while it is in the hand every place says whether it may be put there.
 */
export function RosterGrid(props: RosterGridProps): ReactNode {
  const { problem, roster, locked, view, chosen, carry, mayChange, onChoose } = props;
  const names = new Map(problem.teachers.map(({ id, name }) => [id, name]));
  const teacherOf = new Map(roster.map(({ needId, teacherId }) => [needId, teacherId]));
  const rows = rowsOf(problem, roster, view);
  const { frame, handleKey } = useDutyKeys(props, rows, teacherOf);
  return (
    <Box
      ref={frame}
      sx={{ overflow: 'auto', maxHeight: '60vh', border: 1, borderColor: 'divider' }}
      tabIndex={0}
      role="region"
      aria-label="排班表"
    >
      <Box component="table" sx={{ borderCollapse: 'collapse', width: '100%', minWidth: 720 }}>
        <Box component="thead" sx={{ position: 'sticky', top: 0, zIndex: 1, bgcolor: 'background.paper' }}>
          <tr>
            <HeadCell>{view === 'groups' ? '班组' : '教师'}</HeadCell>
            {problem.days.map(({ ordinal, label }) => (
              <HeadCell key={ordinal}>{label}</HeadCell>
            ))}
          </tr>
        </Box>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <Box
                component="th"
                scope="row"
                sx={{ ...cellStyle, textAlign: 'left', fontWeight: 400, minWidth: 150 }}
              >
                {row.title}
              </Box>
              {problem.days.map(({ ordinal }) => (
                <DayCell
                  key={ordinal}
                  id={`cell:${ordinal}:${row.key}`}
                  place={row.teacherId === null ? null : `teacher:${ordinal}:${row.teacherId}`}
                  carry={carry}
                >
                  {row.needsOn(ordinal).map((need) => {
                    const name = names.get(teacherOf.get(need.id) ?? '') ?? '未排';
                    const place = `need:${need.id}`;
                    return (
                      <RosterDuty
                        key={need.id}
                        need={need}
                        words={view === 'groups' ? name : `${need.span.start} ${need.groupName}`}
                        label={`${needWords(problem, need)}：${name}${locked.has(need.id) ? '，已锁定' : ''}`}
                        isOpen={!teacherOf.has(need.id)}
                        isLocked={locked.has(need.id)}
                        isChosen={need.id === chosen}
                        isLifted={carry.carried?.needId === need.id}
                        isOver={carry.over === place}
                        verdict={view === 'groups' ? (carry.previewAt(place)?.verdict ?? null) : null}
                        fixed={!mayChange}
                        droppable={view === 'groups'}
                        onChoose={() => onChoose(need.id)}
                        onKey={(event) => handleKey(event, need)}
                      />
                    );
                  })}
                </DayCell>
              ))}
            </tr>
          ))}
        </tbody>
      </Box>
    </Box>
  );
}

const cellStyle = { border: 1, borderColor: 'divider', px: 0.75, py: 0.5, verticalAlign: 'top' } as const;

function HeadCell({ children }: { readonly children: ReactNode }): ReactNode {
  return (
    <Box component="th" scope="col" sx={{ ...cellStyle, textAlign: 'left', py: 1 }}>
      {children}
    </Box>
  );
}

interface DayCellProps {
  readonly id: string;
  /** `null`: only the duties in it take what is carried. */
  readonly place: string | null;
  readonly carry: RosterCarry;
  readonly children: ReactNode;
}

function DayCell({ id, place, carry, children }: DayCellProps): ReactNode {
  const { setNodeRef } = useDroppable({ id: place ?? id, disabled: place === null });
  const verdict = place === null ? null : (carry.previewAt(place)?.verdict ?? null);
  const look = verdict === null || verdict === 'same' ? null : verdictLooks[verdict];
  return (
    <Box
      component="td"
      ref={place === null ? undefined : setNodeRef}
      data-place={place}
      sx={{
        ...cellStyle,
        bgcolor: look?.ground,
        outline:
          place !== null && carry.over === place
            ? `3px solid ${verdictLooks[verdict ?? 'same'].ink}`
            : 'none',
        outlineOffset: '-3px',
      }}
    >
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.5 }}>
        {look ? (
          <Box component="span" aria-hidden sx={{ color: look.ink }}>
            {look.mark}
          </Box>
        ) : null}
        {children}
      </Box>
    </Box>
  );
}
