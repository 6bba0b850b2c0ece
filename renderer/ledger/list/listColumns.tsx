import type { GridColDef } from '@mui/x-data-grid';
import { formatPeriod } from '../../../shared/kernel/periods.ts';
import { formatValue } from '../../../shared/ledger/cells.ts';
import type { AnyLedger, LedgerRecord } from '../../../shared/ledger/definition.ts';
import { fieldsOf } from '../../../shared/ledger/schema.ts';
import { recordStateSigns, StatusSign } from '../../ui/StatusSign.tsx';

const quantities = ['integer', 'decimal', 'money', 'percentage'];

/**
 * Columns of a ledger's list, from its definition.
 * @param titleOf title of a referred record
 * @param unit pixels that stand for one pixel of the definition's widths (large fonts need more)
 * @param narrow only what names a record, for the list beside an open one
 */
export function listColumns(
  definition: AnyLedger,
  titleOf: (id: string) => string,
  unit: number,
  narrow: boolean,
): GridColDef<LedgerRecord>[] {
  const fields = Object.entries(fieldsOf(definition));
  const dateId = fields.find(([, field]) => field.kind === 'date' && field.listWidth)?.[0];
  const shown = fields.filter(([id, field]) =>
    narrow
      ? id === definition.title || id === dateId
      : field.listWidth !== undefined || id === definition.title,
  );
  const columns = shown.map(([id, field]): GridColDef<LedgerRecord> => ({
    field: id,
    headerName: field.label + (field.unit ? `（${field.unit}）` : ''),
    // Spare room goes to all columns by their widths, so that a name doesn't stand far from its number.
    flex: field.listWidth ?? 160,
    minWidth: (narrow ? 90 : (field.listWidth ?? 160)) * unit,
    align: quantities.includes(field.kind) ? 'right' : 'left',
    headerAlign: quantities.includes(field.kind) ? 'right' : 'left',
    sortable: field.sensitivity !== 'locked' && field.kind !== 'details',
    valueGetter: (_, record) => formatValue(field, record.values[id], titleOf),
  }));
  if (narrow) return columns;
  if (definition.period)
    columns.push({
      field: 'period',
      headerName: '所属期',
      width: 130 * unit,
      valueGetter: (_, record) => (record.period === null ? '' : formatPeriod(record.period)),
    });
  if (definition.workflow)
    columns.push({
      field: 'state',
      headerName: '状态',
      width: 100 * unit,
      renderCell: ({ row }) => <StatusSign sign={recordStateSigns[row.state]} />,
    });
  return columns;
}
