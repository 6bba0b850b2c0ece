import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import type { RoundBoard } from '../../../shared/contract/appraisal.ts';
import { inks } from '../../ground/theme.ts';
import { ethicsGrades } from '../../../shared/domain/ethics/words.ts';
import { Panel } from '../../ui/Panel.tsx';

const step = 5;
const lowest = 50;

/** How many people have totals in each span of five points, as bars with their numbers; and the grades counted. */
export function Distribution({ board }: { readonly board: RoundBoard }): ReactNode {
  const totals = board.people.flatMap(({ total }) => (total === null ? [] : [total]));
  const bars = spansOf(totals);
  const most = Math.max(1, ...bars.map(({ count }) => count));
  const open = board.people.filter(({ grade }) => grade === null).length;
  return (
    <Panel title="总分分布">
      {totals.length === 0 ? (
        <Typography color="textSecondary">还没有人得出总分。各部分评分收齐后，这里显示分布。</Typography>
      ) : (
        <Box
          component="ul"
          sx={{
            m: 0,
            p: 0,
            listStyle: 'none',
            display: 'flex',
            alignItems: 'flex-end',
            gap: 0.5,
            height: '7.5rem',
          }}
        >
          {bars.map(({ label, count }) => (
            <Box
              component="li"
              key={label}
              sx={{
                flex: 1,
                display: 'flex',
                flexDirection: 'column',
                justifyContent: 'flex-end',
                alignItems: 'center',
                height: '100%',
                fontSize: '0.75rem',
              }}
            >
              <span>{count === 0 ? '' : `${count}人`}</span>
              <Box
                aria-hidden
                sx={{
                  width: '100%',
                  height: `${(count / most) * 70}%`,
                  bgcolor: inks.calm,
                  minHeight: '1px',
                }}
              />
              <span>{label}</span>
            </Box>
          ))}
        </Box>
      )}
      <Typography sx={{ mt: 1 }} aria-live="polite">
        {ethicsGrades
          .map((grade) => `${grade} ${board.people.filter((one) => one.grade === grade).length} 人`)
          .join('，')}
        {open > 0 ? `，未定 ${open} 人` : ''}。优秀名额 {board.limit} 人。
      </Typography>
    </Panel>
  );
}

function spansOf(totals: readonly number[]): readonly { label: string; count: number }[] {
  const spans = [{ label: `<${lowest}`, from: -Infinity, to: lowest }];
  for (let from = lowest; from < 100; from += step)
    spans.push({ label: String(from), from, to: from + step === 100 ? Infinity : from + step });
  return spans.map(({ label, from, to }) => ({
    label,
    count: totals.filter((total) => from <= total && total < to).length,
  }));
}
