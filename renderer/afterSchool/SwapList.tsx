import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useMemo, type ReactNode } from 'react';
import { findSwaps, type Swap } from '../../shared/domain/afterSchool/roster/handMoves.ts';
import type { Roster, RosterNeed, RosterProblem } from '../../shared/domain/afterSchool/roster/problem.ts';
import { needWords } from '../../shared/domain/afterSchool/roster/words.ts';

const shownSwaps = 12;

interface SwapListProps {
  readonly problem: RosterProblem;
  readonly roster: Roster;
  readonly need: RosterNeed;
  readonly onSwap: (swap: Swap) => void;
}

/** With whom the holder of a duty could change over, without anything in the way for either. */
export function SwapList({ problem, roster, need, onSwap }: SwapListProps): ReactNode {
  const swaps = useMemo(() => findSwaps(problem, roster, need), [problem, roster, need]);
  const names = new Map(problem.teachers.map(({ id, name }) => [id, name]));
  const needs = new Map(problem.needs.map((each) => [each.id, each]));
  return (
    <>
      <Typography variant="h3" sx={{ mt: 2 }}>
        可以互换
      </Typography>
      {swaps.length === 0 ? <Typography color="textSecondary">没有两人都合适的互换。</Typography> : null}
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', maxHeight: 150, overflow: 'auto' }}>
        {swaps.slice(0, shownSwaps).map((swap) => {
          const other = needs.get(swap.needId);
          const about = `${names.get(swap.teacherId) ?? ''}的${other ? needWords(problem, other) : ''}`;
          return (
            <Box
              component="li"
              key={swap.needId}
              sx={{ display: 'flex', gap: 1, alignItems: 'center', fontSize: '0.8125rem' }}
            >
              <Box sx={{ flex: 1 }}>{about}</Box>
              <Button aria-label={`与${about}互换`} onClick={() => onSwap(swap)}>
                互换
              </Button>
            </Box>
          );
        })}
      </Box>
    </>
  );
}
