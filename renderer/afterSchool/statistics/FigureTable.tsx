import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import { ColumnTable, type Column } from '../../ui/ColumnTable.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import type { FigureTableView } from './figureTables.ts';

/** One grouping of the figures. */
export function FigureTable({ table: { headers, rows } }: { readonly table: FigureTableView }): ReactNode {
  if (rows.length === 0) return <EmptyState sentence="还没有可以统计的记录。" />;
  return (
    <Box sx={{ maxHeight: '20rem', overflow: 'auto' }} tabIndex={0}>
      <ColumnTable
        sticky
        rows={rows}
        rowKey={([name = '']) => String(name)}
        columns={headers.map((head, index): Column<FigureTableView['rows'][number]> => ({
          head,
          cell: (row) => row[index],
          right: index > 0,
          sx: { whiteSpace: 'nowrap', px: 1 },
        }))}
      />
    </Box>
  );
}
