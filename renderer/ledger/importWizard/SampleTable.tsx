import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import type { ReactNode } from 'react';
import type { ImportPreview } from '../../../shared/contract/files.ts';
import { StatusSign } from '../../ui/StatusSign.tsx';
import { signOf } from './importSigns.ts';

/** Some rows of each kind as they stand in the sheet, with what becomes of them. */
export function SampleTable({ preview }: { readonly preview: ImportPreview }): ReactNode {
  return (
    <Table size="small" stickyHeader aria-label="各类样例行" sx={{ whiteSpace: 'nowrap' }}>
      <TableHead>
        <TableRow>
          <TableCell>结果</TableCell>
          <TableCell>行</TableCell>
          {preview.sampleHeaders.map((header, index) => (
            <TableCell key={`${index} ${header}`}>{header}</TableCell>
          ))}
        </TableRow>
      </TableHead>
      <TableBody>
        {preview.sample.map((row) => (
          <TableRow key={row.row}>
            <TableCell>
              <StatusSign sign={signOf(row.status)} />
            </TableCell>
            <TableCell>{row.row}</TableCell>
            {row.cells.map((cell, index) => (
              <TableCell
                key={`${index}`}
                title={cell}
                sx={{ maxWidth: '16rem', overflow: 'hidden', textOverflow: 'ellipsis' }}
              >
                {cell}
              </TableCell>
            ))}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
