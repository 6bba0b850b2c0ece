import Box from '@mui/material/Box';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import type { HandOver } from '../../shared/contract/reports.ts';
import { instantWords } from '../ui/instantWords.ts';

/** How often and to whom a task was handed over before, in any period. */
export function HandOverLog({ handOvers }: { readonly handOvers: readonly HandOver[] }): ReactNode {
  return (
    <Box sx={{ mt: 2 }}>
      <Typography variant="h3" component="h4" sx={{ mb: 0.5 }}>
        以前交过的
      </Typography>
      {handOvers.length === 0 ? (
        <Typography color="textSecondary">这项任务还没有交过。</Typography>
      ) : (
        <Box sx={{ maxHeight: '14rem', overflow: 'auto' }} tabIndex={0} role="region" aria-label="以前交过的">
          <Table size="small" stickyHeader>
            <TableHead>
              <TableRow>
                <TableCell>时间</TableCell>
                <TableCell>时期</TableCell>
                <TableCell>经办人</TableCell>
                <TableCell>交给谁</TableCell>
                <TableCell align="right">文件</TableCell>
                <TableCell>位置</TableCell>
              </TableRow>
            </TableHead>
            <TableBody>
              {handOvers.map((each) => (
                <TableRow key={`${each.at} ${each.folder}`}>
                  <TableCell sx={{ whiteSpace: 'nowrap' }}>{instantWords(each.at)}</TableCell>
                  <TableCell>{each.periodWords}</TableCell>
                  <TableCell sx={{ whiteSpace: 'nowrap' }}>{each.accountName}</TableCell>
                  <TableCell>{each.recipient}</TableCell>
                  <TableCell align="right" sx={{ whiteSpace: 'nowrap' }}>
                    {each.fileCount} 个
                  </TableCell>
                  <TableCell sx={{ overflowWrap: 'anywhere', color: 'text.secondary' }}>
                    {each.folder}
                  </TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </Box>
      )}
    </Box>
  );
}
