import Box from '@mui/material/Box';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import { useState, type ReactNode } from 'react';
import type { SignUpBoard } from '../../../shared/contract/signUp.ts';
import { dayWords, gradeWords } from '../../../shared/domain/afterSchool/signUp/fitness.ts';
import { walkFocus } from '../../ui/walkFocus.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { inks } from '../../ground/theme.ts';
import { standings, type CourseStanding } from './boardView.ts';
import { CoursePanel } from './CoursePanel.tsx';

interface CourseDeskProps {
  readonly board: SignUpBoard;
  readonly mayChange: boolean;
}

/** Courses with their places as bars, and the chosen one's pupils and waiting list beside. */
export function CourseDesk({ board, mayChange }: CourseDeskProps): ReactNode {
  const rows = standings(board).toSorted(
    (a, b) => b.waiting.length - a.waiting.length || b.pupils.length - a.pupils.length,
  );
  const [chosenId, choose] = useState<string | null>(null);
  const chosen = rows.find(({ course }) => course.id === chosenId) ?? rows[0];
  if (!chosen) return <EmptyState sentence="这个学期还没有课程。" />;
  return (
    <Box sx={{ display: 'flex', gap: 2, alignItems: 'flex-start', flexWrap: 'wrap' }}>
      <Paper
        variant="outlined"
        component="ul"
        aria-label="课程"
        sx={{
          flex: '1 1 26rem',
          minWidth: 0,
          m: 0,
          p: 0,
          listStyle: 'none',
          maxHeight: 'max(20rem, calc(100vh - 13rem))',
          overflow: 'auto',
        }}
        onKeyDown={(event) => walkFocus(event, 'button')}
      >
        {rows.map((row) => (
          <CourseBar
            key={row.course.id}
            row={row}
            chosen={row.course.id === chosen.course.id}
            onChoose={() => choose(row.course.id)}
          />
        ))}
      </Paper>
      <CoursePanel key={chosen.course.id} board={board} standing={chosen} mayChange={mayChange} />
    </Box>
  );
}

function CourseBar({
  row,
  chosen,
  onChoose,
}: {
  readonly row: CourseStanding;
  readonly chosen: boolean;
  readonly onChoose: () => void;
}): ReactNode {
  const { course, pupils, waiting } = row;
  const share = course.capacity === null ? 0 : Math.min(1, pupils.length / course.capacity);
  const full = course.capacity !== null && pupils.length >= course.capacity;
  const days =
    course.weekdays.length === 0 || course.weekdays.length === 5 ? '每天' : dayWords(course.weekdays);
  return (
    <Box component="li" sx={{ borderBottom: 1, borderColor: 'divider' }}>
      <Box
        component="button"
        type="button"
        aria-pressed={chosen}
        onClick={onChoose}
        sx={{
          display: 'block',
          width: '100%',
          px: 1.5,
          py: 0.75,
          border: 0,
          textAlign: 'left',
          font: 'inherit',
          color: 'inherit',
          cursor: 'pointer',
          bgcolor: chosen ? '#F4EFE8' : 'transparent',
          '&:hover': { bgcolor: '#F7F4EF' },
        }}
      >
        <Box sx={{ display: 'flex', gap: 1, alignItems: 'baseline' }}>
          <Box component="span" sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
            {course.name}
            <Typography component="span" variant="body2" color="textSecondary" sx={{ ml: 1 }}>
              {gradeWords(course.gradeFrom, course.gradeTo)} {days}
            </Typography>
          </Box>
          <Box component="span" sx={{ whiteSpace: 'nowrap' }}>
            {course.capacity === null ? `${pupils.length} 人，不限` : `${pupils.length}/${course.capacity}`}
          </Box>
          <Box
            component="span"
            sx={{ width: '5.5rem', textAlign: 'right', color: waiting.length > 0 ? inks.warn : inks.quiet }}
          >
            {waiting.length > 0 ? `候补 ${waiting.length} 人` : full ? '已满' : '有名额'}
          </Box>
        </Box>
        <Box aria-hidden sx={{ height: 6, mt: 0.5, bgcolor: '#EDE8E0', borderRadius: 1 }}>
          <Box
            sx={{
              width: `${share * 100}%`,
              height: '100%',
              borderRadius: 1,
              bgcolor: full ? inks.warn : inks.good,
            }}
          />
        </Box>
      </Box>
    </Box>
  );
}
