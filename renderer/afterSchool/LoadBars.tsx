import { useDraggable } from '@dnd-kit/core';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { loadsOf } from '../../shared/domain/afterSchool/roster/loads.ts';
import type { Roster, RosterProblem } from '../../shared/domain/afterSchool/roster/problem.ts';
import { inks } from '../ground/theme.ts';

interface LoadBarsProps {
  /** People can be dragged onto the board. */
  readonly draggable: boolean;
  readonly problem: RosterProblem;
  readonly roster: Roster;
}

/** What everyone carries this term, compared with a full post: grey before this roster, coloured by it. */
export function LoadBars({ problem, roster, draggable }: LoadBarsProps): ReactNode {
  const loads = loadsOf(problem, roster);
  const shares = new Map(problem.teachers.map(({ id, share }) => [id, share]));
  const names = new Map(problem.teachers.map(({ id, name }) => [id, name]));
  const highest = Math.max(1, ...loads.map(({ fair }) => fair));
  return (
    <Box component="section" aria-label="教师课时">
      <Typography variant="h2" sx={{ mb: 1 }}>
        教师课时
      </Typography>
      <Box
        component="ul"
        sx={{ m: 0, p: 0, listStyle: 'none', maxHeight: 260, overflow: 'auto' }}
        tabIndex={0}
      >
        {loads
          .toSorted((a, b) => b.fair - a.fair)
          .map(({ teacherId, held, assigned, fair }) => {
            const share = shares.get(teacherId) ?? 1;
            return (
              <Box
                component="li"
                key={teacherId}
                sx={{ display: 'flex', gap: 1, alignItems: 'center', py: 0.25 }}
              >
                <PersonName teacherId={teacherId} name={names.get(teacherId) ?? ''} draggable={draggable} />
                <Box aria-hidden sx={{ flex: 1, display: 'flex', height: 12, bgcolor: '#F1EEE9' }}>
                  <Box sx={{ width: `${(held / share / highest) * 100}%`, bgcolor: '#A9A296' }} />
                  <Box sx={{ width: `${(assigned / share / highest) * 100}%`, bgcolor: inks.calm }} />
                </Box>
                <Box sx={{ width: 150, flexShrink: 0, fontSize: '0.8125rem' }}>
                  {round(fair)}（已有 {round(held)}，本周 {round(assigned)}）
                </Box>
              </Box>
            );
          })}
      </Box>
    </Box>
  );
}

interface PersonNameProps {
  readonly teacherId: string;
  readonly name: string;
  readonly draggable: boolean;
}

/** By keyboard a person is put on a duty in the duty's own panel. */
function PersonName({ teacherId, name, draggable }: PersonNameProps): ReactNode {
  const { setNodeRef, listeners } = useDraggable({ id: `person:${teacherId}`, disabled: !draggable });
  return (
    <Box
      ref={setNodeRef}
      {...listeners}
      sx={{ width: 72, flexShrink: 0, touchAction: 'none', cursor: draggable ? 'grab' : 'default' }}
    >
      {name}
    </Box>
  );
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
