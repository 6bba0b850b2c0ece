import {
  DndContext,
  DragOverlay,
  PointerSensor,
  pointerWithin,
  useDroppable,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import Box from '@mui/material/Box';
import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import type { PlanCalendarDay, PlanEntry, PlanYear } from '../../../shared/contract/partyPlan.ts';
import { formatChinese, formatWeekday, weekdayNames } from '../../../shared/kernel/plainDate.ts';
import { inks } from '../../ground/theme.ts';
import { silentDrag } from '../../ui/silentDrag.ts';
import { inkOf } from '../../ui/StatusSign.tsx';
import { Chip, chipWords, MeetingChip, PlanChip } from './PlanChips.tsx';
import { stepDay, weeksOf } from './monthGrid.ts';
import { daySigns, planSigns } from './planSigns.ts';
import type { Carrying } from './useCarry.ts';

interface MonthCalendarProps {
  readonly plan: PlanYear;
  /** `2026-10` */
  readonly month: string;
  readonly carrying: Carrying;
  readonly mayWrite: boolean;
  readonly onOpen: (entry: PlanEntry) => void;
  readonly onMonth: (month: string) => void;
}

/** Space lifts an item and puts it down, arrow keys carry it; it keeps the focus on its way. */
function useCarryKeys({ plan, month, carrying, mayWrite, onMonth }: MonthCalendarProps) {
  const { carry } = carrying;
  const table = useRef<HTMLDivElement>(null);
  // An item that changes its cell is drawn anew and would lose the keyboard.
  const held = useRef<string | null>(null);
  useEffect(() => {
    if (held.current === null) return;
    const chip = table.current?.querySelector<HTMLElement>(`[data-item="${held.current}"]`);
    chip?.focus();
    if (chip && carry === null) held.current = null;
  }, [carry, month, plan]);

  function handleKey(event: KeyboardEvent, entry: PlanEntry) {
    if (!mayWrite || carrying.busy) return;
    const carried = carry?.by === 'keyboard' && carry.entry.id === entry.id ? carry : null;
    if (event.key === ' ' && !carried) {
      event.preventDefault();
      held.current = entry.id;
      carrying.lift(entry, 'keyboard');
      return;
    }
    if (!carried) return;
    const next = stepDay(event.key, carried.to);
    if (next !== null) {
      event.preventDefault();
      carrying.hover(next);
      if (!next.startsWith(month)) onMonth(next.slice(0, 7));
    } else if (event.key === ' ' || event.key === 'Enter') {
      event.preventDefault();
      carrying.drop();
    } else if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      carrying.putBack();
      onMonth(entry.plannedOn.slice(0, 7));
    } else if (event.key === 'Tab') {
      event.preventDefault();
    }
  }
  return { table, handleKey };
}

/** A month with its plan and its records; items are moved by mouse or keyboard. */
export function MonthCalendar(props: MonthCalendarProps): ReactNode {
  const { plan, month, carrying, mayWrite, onOpen } = props;
  const { carry } = carrying;
  const sensors = useSensors(useSensor(PointerSensor, { activationConstraint: { distance: 6 } }));
  const { table, handleKey } = useCarryKeys(props);
  const byDate = new Map(plan.days.map((day) => [day.date, day]));
  const open = plan.entries.filter(({ state }) => state !== 'held' && state !== 'cancelled');
  // Carried into a year that it doesn't belong to, it is still in the hand.
  const movable = carry && !open.some(({ id }) => id === carry.entry.id) ? [...open, carry.entry] : open;
  const shownOn = (entry: PlanEntry) =>
    carry?.by === 'keyboard' && carry.entry.id === entry.id ? carry.to : entry.plannedOn;
  const drafted = new Set(plan.entries.filter(({ state }) => state === 'drafted').flatMap(recordOf));

  return (
    <DndContext
      sensors={sensors}
      collisionDetection={pointerWithin}
      accessibility={silentDrag}
      onDragStart={({ active }) => {
        const entry = movable.find(({ id }) => id === active.id);
        if (entry) carrying.lift(entry, 'mouse');
      }}
      onDragOver={({ over }) => {
        if (over) carrying.hover(String(over.id));
      }}
      onDragEnd={({ over }) => {
        if (over) carrying.drop();
        else carrying.putBack();
      }}
      onDragCancel={carrying.putBack}
    >
      <Box
        ref={table}
        component="table"
        aria-label={`${formatChinese(`${month}-01`).replace('1日', '')}计划`}
        sx={{
          width: '100%',
          tableLayout: 'fixed',
          borderCollapse: 'collapse',
          bgcolor: 'background.paper',
          'th, td': { border: `1px solid ${inks.line}`, p: 0.5 },
          th: { fontWeight: 500, color: 'text.secondary', fontSize: '0.8125rem', py: 0.25 },
        }}
      >
        <thead>
          <tr>
            {weekdayNames.map((name) => (
              <th key={name} scope="col">
                星期{name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(month).map((week) => (
            <tr key={week[0]}>
              {week.map((date) => (
                <DayCell
                  key={date}
                  date={date}
                  day={byDate.get(date)}
                  today={date === plan.today}
                  faint={!date.startsWith(month)}
                  target={carry?.to === date}
                  warned={(carrying.warnings?.length ?? 0) > 0}
                >
                  {plan.meetings
                    .filter((meeting) => meeting.heldOn === date && !drafted.has(meeting.id))
                    .map((meeting) => (
                      <MeetingChip key={meeting.id} meeting={meeting} />
                    ))}
                  {movable
                    .filter((entry) => shownOn(entry) === date)
                    .map((entry) => (
                      <PlanChip
                        key={entry.id}
                        entry={entry}
                        fixed={!mayWrite}
                        lifted={carry?.entry.id === entry.id}
                        onOpen={() => onOpen(entry)}
                        onKey={(event) => handleKey(event, entry)}
                      />
                    ))}
                </DayCell>
              ))}
            </tr>
          ))}
        </tbody>
      </Box>
      <DragOverlay dropAnimation={null}>
        {carry?.by === 'mouse' ? (
          <Chip sign={planSigns[carry.entry.state]} words={chipWords(carry.entry)} lifted />
        ) : null}
      </DragOverlay>
    </DndContext>
  );
}

function recordOf({ opens }: PlanEntry): readonly string[] {
  return opens.kind === 'open' ? [opens.id] : [];
}

interface DayCellProps {
  readonly date: string;
  readonly day: PlanCalendarDay | undefined;
  readonly today: boolean;
  readonly faint: boolean;
  readonly target: boolean;
  readonly warned: boolean;
  readonly children: ReactNode;
}

function DayCell({ date, day, today, faint, target, warned, children }: DayCellProps): ReactNode {
  const { setNodeRef } = useDroppable({ id: date });
  const sign = daySigns[day?.kind ?? 'workday'];
  const { ink, ground } = inkOf(sign);
  const off = day !== undefined && ['holiday', 'makeUp', 'weekend'].includes(day.kind);
  return (
    <Box
      component="td"
      ref={setNodeRef}
      data-date={date}
      aria-label={`${formatChinese(date)}${formatWeekday(date)}，${day?.name ?? ''}${sign.word}`}
      sx={{
        height: '5.25rem',
        verticalAlign: 'top',
        bgcolor: off ? ground : 'background.paper',
        outline: target ? `3px solid ${warned ? inks.warn : inks.good}` : 'none',
        outlineOffset: '-3px',
      }}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 0.5, fontSize: '0.8125rem', mb: 0.25 }}>
        <Box
          component="span"
          sx={{
            fontWeight: today ? 700 : 400,
            color: today ? inks.paper : faint ? 'text.secondary' : 'text.primary',
            bgcolor: today ? inks.calm : 'transparent',
            borderRadius: 1,
            px: today ? 0.5 : 0,
          }}
        >
          {faint ? `${Number(date.slice(5, 7))}月${Number(date.slice(8))}日` : Number(date.slice(8))}
          {today ? ' 今天' : ''}
        </Box>
        <Box
          component="span"
          sx={{ ml: 'auto', color: ink, fontSize: '0.75rem', whiteSpace: 'nowrap', overflow: 'hidden' }}
        >
          {day?.name ? `${day.name} ` : ''}
          {sign.mark}
        </Box>
      </Box>
      <Box sx={{ display: 'grid', gap: '2px' }}>{children}</Box>
    </Box>
  );
}
