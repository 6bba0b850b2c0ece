import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import type { SubmissionLogLine } from '../../shared/contract/reports.ts';
import { ColumnTable, type Column } from '../ui/ColumnTable.tsx';
import { instantWords } from '../ui/instantWords.ts';

/** How often and to whom a task was handed over before, in any period. */
export function HandOverLog({ handOvers }: { readonly handOvers: readonly SubmissionLogLine[] }): ReactNode {
  return (
    <Box sx={{ mt: 2 }}>
      <Typography variant="h3" component="h4" sx={{ mb: 0.5 }}>
        以前交过的
      </Typography>
      {handOvers.length === 0 ? (
        <Typography color="textSecondary">这项任务还没有交过。</Typography>
      ) : (
        <Box sx={{ maxHeight: '14rem', overflow: 'auto' }} tabIndex={0} role="region" aria-label="以前交过的">
          <ColumnTable
            sticky
            rows={handOvers}
            rowKey={({ at, folder }) => `${at} ${folder}`}
            columns={columns}
          />
        </Box>
      )}
    </Box>
  );
}

const columns: readonly Column<SubmissionLogLine>[] = [
  { head: '时间', cell: ({ at }) => instantWords(at), sx: { whiteSpace: 'nowrap' } },
  { head: '时期', cell: ({ periodWords }) => periodWords },
  { head: '经办人', cell: ({ accountName }) => accountName, sx: { whiteSpace: 'nowrap' } },
  { head: '交给谁', cell: ({ recipient }) => recipient },
  { head: '文件', right: true, cell: ({ fileCount }) => `${fileCount} 个`, sx: { whiteSpace: 'nowrap' } },
  { head: '位置', quiet: true, cell: ({ folder }) => folder, sx: { overflowWrap: 'anywhere' } },
];
