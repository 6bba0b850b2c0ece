import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import { surveyAnswers } from '../../../shared/domain/ethics/surveyResult.ts';

/** From 很满意 to 不满意; dark enough for white figures. */
const fills = ['#1F6B3A', '#3E7F8C', '#8A5300', '#A1140C'] as const;

interface AnswerBarProps {
  readonly label: string;
  readonly counts: readonly [number, number, number, number];
}

/** How the answers to a question are distributed, as one bar with its figures. */
export function AnswerBar({ label, counts }: AnswerBarProps): ReactNode {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const words = surveyAnswers.map((answer, index) => `${answer} ${counts[index] ?? 0}`).join('，');
  return (
    <Box
      role="img"
      aria-label={`${label}：${words}`}
      title={words}
      sx={{ display: 'flex', height: '1.5rem', borderRadius: 1, overflow: 'hidden', bgcolor: 'divider' }}
    >
      {total === 0
        ? null
        : counts.map((count, index) =>
            count === 0 ? null : (
              <Box
                key={surveyAnswers[index]}
                sx={{
                  width: `${(count / total) * 100}%`,
                  bgcolor: fills[index],
                  color: '#FFFFFF',
                  fontSize: '0.75rem',
                  lineHeight: '1.5rem',
                  textAlign: 'center',
                  overflow: 'hidden',
                }}
              >
                {count / total >= 0.06 ? count : ''}
              </Box>
            ),
          )}
    </Box>
  );
}

/** Which colour is which answer. */
export function AnswerLegend(): ReactNode {
  return (
    <Box sx={{ display: 'flex', gap: 2, my: 1, fontSize: '0.8125rem' }}>
      {surveyAnswers.map((answer, index) => (
        <Box key={answer} component="span" sx={{ display: 'inline-flex', gap: 0.5, alignItems: 'center' }}>
          <Box
            component="span"
            aria-hidden
            sx={{ width: '0.75rem', height: '0.75rem', borderRadius: 0.5, bgcolor: fills[index] }}
          />
          {answer}
        </Box>
      ))}
    </Box>
  );
}
