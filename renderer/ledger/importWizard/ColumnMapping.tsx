import Box from '@mui/material/Box';
import NativeSelect from '@mui/material/NativeSelect';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import type { ReactNode } from 'react';
import { columnLetter } from '../../../shared/ledger/columns.ts';
import type { AnyLedger } from '../../../shared/ledger/definition.ts';
import { columnsFor, withColumn, type SheetChoice } from './importState.ts';

interface ColumnMappingProps {
  readonly choice: SheetChoice;
  readonly definition: AnyLedger;
  readonly onChoice: (choice: SheetChoice) => void;
}

/** Which column of the sheet goes into which field, beside what stands in it. */
export function ColumnMapping({ choice, definition, onChoice }: ColumnMappingProps): ReactNode {
  const { sheet, mapping } = choice;
  return (
    <Table size="small" aria-label="各列对应哪一项">
      <TableHead>
        <TableRow>
          <TableCell>表里的列</TableCell>
          <TableCell>里面的内容</TableCell>
          <TableCell>对应到</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {sheet.headers.map((header, index) => (
          <TableRow key={columnLetter(index)}>
            <TableCell sx={{ overflowWrap: 'anywhere', maxWidth: '14rem' }}>
              <Box component="span" sx={{ color: 'text.secondary', mr: 1 }}>
                {columnLetter(index)}
              </Box>
              {header === '' ? '（没有列名）' : header}
            </TableCell>
            <TableCell sx={{ color: 'text.secondary', overflowWrap: 'anywhere', maxWidth: '24rem' }}>
              {(sheet.samples[index] ?? []).join('，')}
            </TableCell>
            <TableCell>
              <NativeSelect
                fullWidth
                value={mapping[index] ?? ''}
                onChange={(event) =>
                  onChoice(withColumn(choice, index, event.target.value === '' ? null : event.target.value))
                }
                inputProps={{ 'aria-label': `“${header}”对应到` }}
                sx={{ color: mapping[index] ? undefined : 'text.secondary' }}
              >
                <option value="">不导入这一列</option>
                {columnsFor(definition).map((column) => (
                  <option key={column.path} value={column.path}>
                    {column.header}
                    {column.required ? '（必填）' : ''}
                  </option>
                ))}
              </NativeSelect>
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
