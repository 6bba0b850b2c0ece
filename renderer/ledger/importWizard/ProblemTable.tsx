import Alert from '@mui/material/Alert';
import type { ReactNode } from 'react';
import type { ImportPreview } from '../../../shared/contract/files.ts';
import { ColumnTable, type Column } from '../../ui/ColumnTable.tsx';
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
      <ColumnTable
        sticky
        label="要核对的地方"
        rows={problems}
        rowKey={({ sheet, row, column }, index) => `${index} ${sheet} ${row} ${column}`}
        columns={columns}
      />
    </>
  );
}

const columns: readonly Column<ImportPreview['problems'][number]>[] = [
  { head: '工作表', cell: ({ sheet }) => sheet, sx: { maxWidth: '9rem', overflowWrap: 'anywhere' } },
  { head: '行', cell: ({ row }) => row },
  {
    head: '列',
    cell: ({ column }) => (column === '' ? '整行' : column),
    sx: { maxWidth: '9rem', overflowWrap: 'anywhere' },
  },
  { head: '表里写的', cell: ({ value }) => value, sx: { maxWidth: '12rem', overflowWrap: 'anywhere' } },
  {
    head: '说明',
    cell: ({ severity, sentence }) => (
      <>
        <StatusSign sign={severitySigns[severity]} /> {sentence}
      </>
    ),
    sx: { minWidth: '14rem' },
  },
  { head: '建议', cell: ({ suggestion }) => suggestion, sx: { maxWidth: '14rem', overflowWrap: 'anywhere' } },
];
