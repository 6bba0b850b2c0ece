import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import { useEffect, useRef, type ReactNode } from 'react';
import type { FieldProblem } from '../../shared/kernel/result.ts';

interface ProblemSummaryProps {
  readonly problems: readonly FieldProblem[];
  /** What to call the place of a path, e.g. `出席情况第 3 行 · 原因`. */
  readonly labelOf: (path: string) => string;
  readonly onJump: (path: string) => void;
}

/** All problems once on top, each with a jump to its field; takes the focus when it appears. */
export function ProblemSummary({ problems, labelOf, onJump }: ProblemSummaryProps): ReactNode {
  const box = useRef<HTMLDivElement>(null);
  const any = problems.length > 0;
  useEffect(() => {
    if (any) box.current?.focus();
  }, [any]);
  if (!any) return null;
  return (
    <Alert severity="error" ref={box} tabIndex={-1} sx={{ mb: 2 }}>
      有 {problems.length} 处需要改一改，改好再保存：
      <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
        {problems.map((problem) => (
          <li key={`${problem.path} ${problem.sentence}`}>
            <Link component="button" type="button" color="inherit" onClick={() => onJump(problem.path)}>
              {labelOf(problem.path)}
            </Link>
            ：{problem.sentence}
          </li>
        ))}
      </Box>
    </Alert>
  );
}
