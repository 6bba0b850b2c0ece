import Box from '@mui/material/Box';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import type { ReactNode } from 'react';
import { EmptyState } from '../../ui/EmptyState.tsx';
import type { FigureTableView } from './figureTables.ts';

/** One grouping of the figures. */
export function FigureTable({ table: { headers, rows } }: { readonly table: FigureTableView }): ReactNode {
  if (rows.length === 0) return <EmptyState sentence="还没有可以统计的记录。" />;
  return (
    <Box sx={{ maxHeight: '20rem', overflow: 'auto' }} tabIndex={0}>
      <Table size="small" stickyHeader>
        <TableHead>
          <TableRow>
            {headers.map((header, index) => (
              <TableCell
                key={header}
                align={index === 0 ? 'left' : 'right'}
                sx={{ whiteSpace: 'nowrap', px: 1 }}
              >
                {header}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map((row) => (
            <TableRow key={row[0]}>
              {row.map((cell, index) => (
                <TableCell
                  key={headers[index]}
                  align={index === 0 ? 'left' : 'right'}
                  sx={{ whiteSpace: 'nowrap', px: 1 }}
                >
                  {cell}
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Box>
  );
}
