import Alert from '@mui/material/Alert';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import type { ReactNode } from 'react';
import type { ImportPreview } from '../../../shared/contract/files.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { severitySigns, StatusSign } from '../../ui/StatusSign.tsx';

/** Every problem with its place in the sheet, what is wrong and what would be right. */
export function ProblemTable({ preview }: { readonly preview: ImportPreview }): ReactNode {
  const { problems, problemTotal } = preview;
  if (problems.length === 0) return <EmptyState sentence="没有发现问题，可以放心导入。" />;
  return (
    <>
      {problemTotal > problems.length ? (
        <Alert severity="info" sx={{ mt: 1 }}>
          问题较多，这里列出前 {problems.length} 处；全部问题行可以另存成表格。
        </Alert>
      ) : null}
      <Table size="small" stickyHeader aria-label="要核对的地方">
        <TableHead>
          <TableRow>
            <TableCell>工作表</TableCell>
            <TableCell>行</TableCell>
            <TableCell>列</TableCell>
            <TableCell>表里写的</TableCell>
            <TableCell>说明</TableCell>
            <TableCell>建议</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {problems.map((problem, index) => (
            <TableRow key={`${index} ${problem.sheet} ${problem.row} ${problem.column}`}>
              <TableCell sx={{ maxWidth: '9rem', overflowWrap: 'anywhere' }}>{problem.sheet}</TableCell>
              <TableCell>{problem.row}</TableCell>
              <TableCell sx={{ maxWidth: '9rem', overflowWrap: 'anywhere' }}>
                {problem.column === '' ? '整行' : problem.column}
              </TableCell>
              <TableCell sx={{ maxWidth: '12rem', overflowWrap: 'anywhere' }}>{problem.value}</TableCell>
              <TableCell sx={{ minWidth: '14rem' }}>
                <StatusSign sign={severitySigns[problem.severity]} /> {problem.sentence}
              </TableCell>
              <TableCell sx={{ maxWidth: '14rem', overflowWrap: 'anywhere' }}>{problem.suggestion}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </>
  );
}
