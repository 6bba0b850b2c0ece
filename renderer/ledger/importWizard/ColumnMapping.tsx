import Box from '@mui/material/Box';
import NativeSelect from '@mui/material/NativeSelect';
import type { ReactNode } from 'react';
import { columnLetter } from '../../../shared/ledger/columns.ts';
import type { AnyLedger } from '../../../shared/ledger/definition.ts';
import { ColumnTable } from '../../ui/ColumnTable.tsx';
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
    <ColumnTable
      label="各列对应哪一项"
      rows={sheet.headers}
      rowKey={(_, index) => columnLetter(index)}
      columns={[
        {
          head: '表里的列',
          sx: { overflowWrap: 'anywhere', maxWidth: '14rem' },
          cell: (header, index) => (
            <>
              <Box component="span" sx={{ color: 'text.secondary', mr: 1 }}>
                {columnLetter(index)}
              </Box>
              {header === '' ? '（没有列名）' : header}
            </>
          ),
        },
        {
          head: '里面的内容',
          quiet: true,
          sx: { overflowWrap: 'anywhere', maxWidth: '24rem' },
          cell: (_, index) => (sheet.samples[index] ?? []).join('，'),
        },
        {
          head: '对应到',
          cell: (header, index) => (
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
          ),
        },
      ]}
    />
  );
}
