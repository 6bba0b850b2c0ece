import { useDraggable } from '@dnd-kit/core';
import Box from '@mui/material/Box';
import Tooltip from '@mui/material/Tooltip';
import type { KeyboardEvent, ReactNode } from 'react';
import { Link } from 'react-router';
import type { PlanEntry, PlanMeeting } from '../../../shared/contract/partyPlan.ts';
import { recordAddress } from '../../ui/recordAddress.ts';
import { inkOf } from '../../ui/StatusSign.tsx';
import { planSigns } from './planSigns.ts';

type Sign = (typeof planSigns)['held'];

/** 16:30 支委会; a 党小组会 goes by the name of its group. */
export function chipWords({ startsAt, group, typeName }: PlanEntry | PlanMeeting): string {
  return `${startsAt} ${group === '' ? typeName : group}`;
}

interface ChipProps {
  readonly sign: Sign;
  readonly words: string;
  readonly lifted?: boolean;
}

/** How an item looks in a day, whatever it is made of. */
export function Chip({ sign, words, lifted = false }: ChipProps): ReactNode {
  return (
    <Box component="span" sx={chipLook(sign, lifted)}>
      <Mark sign={sign} />
      {words}
    </Box>
  );
}

function Mark({ sign }: { readonly sign: Sign }): ReactNode {
  return <span aria-hidden>{sign.mark} </span>;
}

function chipLook(sign: Sign, lifted: boolean) {
  const { ink, ground } = inkOf(sign);
  return {
    display: 'block',
    width: '100%',
    px: 0.5,
    py: 0,
    font: 'inherit',
    fontSize: '0.75rem',
    lineHeight: 1.6,
    textAlign: 'left',
    textDecoration: 'none',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    color: ink,
    bgcolor: ground,
    border: `1px ${lifted ? 'dashed' : 'solid'} ${ink}`,
    borderRadius: 0.75,
  } as const;
}

interface PlanChipProps {
  readonly entry: PlanEntry;
  /** It may be opened and not moved. */
  readonly fixed: boolean;
  readonly lifted: boolean;
  readonly onOpen: () => void;
  readonly onKey: (event: KeyboardEvent) => void;
}

export function PlanChip({ entry, fixed, lifted, onOpen, onKey }: PlanChipProps): ReactNode {
  const { setNodeRef, listeners } = useDraggable({ id: entry.id, disabled: fixed });
  const sign = planSigns[entry.state];
  const words = [
    entry.title,
    sign.word,
    `${entry.plannedOn} ${entry.startsAt}—${entry.endsAt}`,
    entry.place,
    `期限 ${entry.earliestOn} 至 ${entry.latestOn}`,
  ].filter((word) => word !== '');
  return (
    <Tooltip
      title={lifted ? '' : words.join('\n')}
      slotProps={{ tooltip: { sx: { whiteSpace: 'pre-line' } } }}
    >
      <Box
        component="button"
        type="button"
        ref={setNodeRef}
        data-item={entry.id}
        aria-label={[chipWords(entry), ...words].join('，')}
        aria-pressed={lifted}
        onClick={onOpen}
        {...listeners}
        onKeyDown={onKey}
        sx={{ ...chipLook(sign, lifted), cursor: fixed ? 'pointer' : 'grab', touchAction: 'none' }}
      >
        <Mark sign={sign} />
        {chipWords(entry)}
      </Box>
    </Tooltip>
  );
}

export function MeetingChip({ meeting }: { readonly meeting: PlanMeeting }): ReactNode {
  const sign = planSigns[meeting.draft ? 'drafted' : 'held'];
  return (
    <Tooltip
      title={`${meeting.title}\n${sign.word}`}
      slotProps={{ tooltip: { sx: { whiteSpace: 'pre-line' } } }}
    >
      <Box
        component={Link}
        to={recordAddress('partyMeeting', meeting.id)}
        aria-label={`${chipWords(meeting)}，${meeting.title}，${sign.word}`}
        sx={chipLook(sign, false)}
      >
        <Mark sign={sign} />
        {chipWords(meeting)}
      </Box>
    </Tooltip>
  );
}
