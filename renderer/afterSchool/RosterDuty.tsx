import { useDraggable, useDroppable } from '@dnd-kit/core';
import LockIcon from '@mui/icons-material/Lock';
import Box from '@mui/material/Box';
import type { KeyboardEvent, ReactNode } from 'react';
import type { MoveVerdict } from '../../shared/domain/afterSchool/roster/handMoves.ts';
import type { DutyKind, RosterNeed } from '../../shared/domain/afterSchool/roster/problem.ts';
import { dutyWords } from '../../shared/domain/afterSchool/roster/words.ts';
import { inks } from '../ground/theme.ts';

const kindColours: Readonly<Record<DutyKind, { readonly background: string; readonly edge: string }>> = {
  teaching: { background: '#E8F0FA', edge: '#2F5D95' },
  care: { background: '#E9F4EA', edge: '#37703C' },
  leader: { background: '#F7EEDD', edge: '#8A5A00' },
  security: { background: '#EEEAF4', edge: '#5B4A86' },
};

/** How a place answers what is carried: by colour, and by a sign for those who don't see it. */
export const verdictLooks: Readonly<
  Record<MoveVerdict, { readonly mark: string; readonly ink: string; readonly ground: string }>
> = {
  same: { mark: '', ink: inks.quiet, ground: inks.paper },
  free: { mark: '✓', ink: inks.good, ground: '#DFF1E3' },
  unfit: { mark: '—', ink: inks.quiet, ground: '#E7E4DF' },
  clash: { mark: '✕', ink: inks.bad, ground: '#F9DEDC' },
};

interface RosterDutyProps {
  readonly need: RosterNeed;
  readonly words: string;
  readonly label: string;
  readonly isOpen: boolean;
  readonly isLocked: boolean;
  readonly isChosen: boolean;
  readonly isLifted: boolean;
  readonly isOver: boolean;
  /** What dropping here would come to; `null` where nothing can be dropped. */
  readonly verdict: MoveVerdict | null;
  readonly fixed: boolean;
  readonly droppable: boolean;
  readonly onChoose: () => void;
  readonly onKey: (event: KeyboardEvent) => void;
}

/** One duty: opened by a click, moved by mouse or keyboard. */
export function RosterDuty(props: RosterDutyProps): ReactNode {
  const { need, words, label, isOpen, isLocked, isChosen, isLifted, isOver, verdict, fixed } = props;
  const place = `need:${need.id}`;
  const drag = useDraggable({ id: place, disabled: fixed || isOpen });
  const drop = useDroppable({ id: place, disabled: !props.droppable });
  const colours = kindColours[need.kind];
  const look = verdict === null || verdict === 'same' ? null : verdictLooks[verdict];
  return (
    <Box
      component="button"
      type="button"
      ref={(node: HTMLElement | null) => {
        drag.setNodeRef(node);
        drop.setNodeRef(node);
      }}
      data-place={place}
      aria-label={label}
      aria-pressed={isChosen}
      onClick={props.onChoose}
      {...drag.listeners}
      onKeyDown={props.onKey}
      sx={{
        px: 0.75,
        minHeight: 28,
        borderRadius: 0.5,
        font: 'inherit',
        fontSize: '0.875rem',
        touchAction: 'none',
        cursor: fixed || isOpen ? 'pointer' : 'grab',
        border: isLifted
          ? `1px dashed ${inks.text}`
          : isOpen
            ? `1px dashed ${inks.accent}`
            : `1px solid ${colours.edge}`,
        color: look ? look.ink : isOpen ? inks.accent : 'text.primary',
        bgcolor: look ? look.ground : isOpen ? 'background.paper' : colours.background,
        outline: isOver
          ? `3px solid ${verdictLooks[verdict ?? 'same'].ink}`
          : isChosen
            ? `2px solid ${colours.edge}`
            : 'none',
        '&:focus-visible': { outline: `3px solid ${inks.text}` },
      }}
    >
      {look ? <span aria-hidden>{look.mark} </span> : null}
      {isLocked ? (
        <LockIcon aria-hidden sx={{ fontSize: 14, mr: 0.5, verticalAlign: 'text-bottom' }} />
      ) : null}
      {words}
    </Box>
  );
}

/** What the colours mean, in words. */
export function DutyLegend(): ReactNode {
  return (
    <Box sx={{ display: 'flex', gap: 2, flexWrap: 'wrap' }}>
      {(Object.keys(kindColours) as DutyKind[]).map((kind) => (
        <Box key={kind} sx={{ display: 'flex', gap: 0.5, alignItems: 'center', fontSize: '0.875rem' }}>
          <Box
            aria-hidden
            sx={{
              width: 14,
              height: 14,
              bgcolor: kindColours[kind].background,
              border: `1px solid ${kindColours[kind].edge}`,
            }}
          />
          {dutyWords[kind]}
        </Box>
      ))}
    </Box>
  );
}
