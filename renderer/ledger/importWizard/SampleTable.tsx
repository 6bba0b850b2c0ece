import type { ReactNode } from 'react';
import type { ImportPreview } from '../../../shared/contract/files.ts';
import { ColumnTable } from '../../ui/ColumnTable.tsx';
import { StatusSign } from '../../ui/StatusSign.tsx';
import { signOf } from './importSigns.ts';

/** Some rows of each kind as they stand in the sheet, with what becomes of them. */
export function SampleTable({ preview }: { readonly preview: ImportPreview }): ReactNode {
  return (
    <ColumnTable
      sticky
      label="各类样例行"
      sx={{ whiteSpace: 'nowrap' }}
      rows={preview.sample}
      rowKey={({ row }) => String(row)}
      columns={[
        { head: '结果', cell: ({ status }) => <StatusSign sign={signOf(status)} /> },
        { head: '行', cell: ({ row }) => row },
        ...preview.sampleHeaders.map((head, index) => ({
          head,
          cell: ({ cells }: ImportPreview['sample'][number]) => (
            <span title={cells[index]}>{cells[index]}</span>
          ),
          sx: { maxWidth: '16rem', overflow: 'hidden', textOverflow: 'ellipsis' },
        })),
      ]}
    />
  );
}
