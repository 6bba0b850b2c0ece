import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { formatValue } from '../../../shared/ledger/cells.ts';
import type { AnyLedger, LooseValues } from '../../../shared/ledger/definition.ts';
import type { Field } from '../../../shared/ledger/field.ts';
import { fieldsOf, isEmptyValue, knownFields } from '../../../shared/ledger/schema.ts';
import { attachmentsIn } from '../attachments.ts';
import { AttachmentList } from './AttachmentList.tsx';

interface RecordValuesProps {
  readonly definition: AnyLedger;
  readonly recordId: string;
  readonly values: LooseValues;
  readonly titles: Readonly<Record<string, string>>;
  readonly withheld: readonly string[];
}

/** The values of a record for reading; empty fields are left out, withheld ones are named. */
export function RecordValues({
  definition,
  recordId,
  values,
  titles,
  withheld,
}: RecordValuesProps): ReactNode {
  const fields = fieldsOf(definition);
  const titleOf = (id: string) => titles[id] ?? '';
  return definition.groups.map((group) => {
    const shown = group.fields.filter((id) => withheld.includes(id) || !isEmptyValue(values[id]));
    if (shown.length === 0) return null;
    return (
      <Box key={group.label} component="section" sx={{ mb: 2.5 }}>
        <Typography variant="h2" sx={{ mb: 1, pb: 0.5, borderBottom: 1, borderColor: 'divider' }}>
          {group.label}
        </Typography>
        <Box
          component="dl"
          sx={{
            m: 0,
            display: 'grid',
            gridTemplateColumns: '8rem minmax(0, 1fr)',
            rowGap: 0.75,
            columnGap: 2,
          }}
        >
          {shown.map((id) => {
            const field = fields[id];
            if (!field) return null;
            return (
              <Box key={id} sx={{ display: 'contents' }}>
                <Box component="dt" sx={{ color: 'text.secondary' }}>
                  {field.label}
                </Box>
                <Box component="dd" sx={{ m: 0, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
                  {withheld.includes(id) ? (
                    '已隐藏（只有指定人员能看）'
                  ) : (
                    <Value
                      ledger={definition.id}
                      recordId={recordId}
                      field={field}
                      value={values[id]}
                      titleOf={titleOf}
                    />
                  )}
                </Box>
              </Box>
            );
          })}
        </Box>
      </Box>
    );
  });
}

interface ValueProps {
  readonly ledger: string;
  readonly recordId: string;
  readonly field: Field;
  readonly value: unknown;
  readonly titleOf: (id: string) => string;
}

function Value({ ledger, recordId, field, value, titleOf }: ValueProps): ReactNode {
  switch (field.kind) {
    case 'attachments':
      return <AttachmentList ledger={ledger} recordId={recordId} refs={attachmentsIn(value)} />;
    case 'details':
      return (
        <RowsTable
          field={field}
          rows={Array.isArray(value) ? (value as LooseValues[]) : []}
          titleOf={titleOf}
        />
      );
    case 'reference':
      return typeof value === 'string' ? (
        <Link to={`/ledger/${field.target}/${value}`} style={{ color: '#2F5D8A' }}>
          {titleOf(value) || '（已删除的记录）'}
        </Link>
      ) : null;
    default:
      return formatValue(field, value, titleOf) + (field.unit ?? '');
  }
}

interface RowsTableProps {
  readonly field: Extract<Field, { kind: 'details' }>;
  readonly rows: readonly LooseValues[];
  readonly titleOf: (id: string) => string;
}

/** Detail rows for reading; columns that no row uses are left out. */
function RowsTable({ field, rows, titleOf }: RowsTableProps): ReactNode {
  const columns = Object.entries(knownFields(field.fields)).filter(([id]) =>
    rows.some((row) => !isEmptyValue(row[id])),
  );
  return (
    <Box role="group" aria-label={`${field.label}（可左右滚动）`} tabIndex={0} sx={{ overflowX: 'auto' }}>
      <Box
        component="table"
        aria-label={field.label}
        sx={{
          borderCollapse: 'collapse',
          'th, td': { border: 1, borderColor: 'divider', px: 1, py: 0.5, textAlign: 'left' },
          th: { bgcolor: 'background.default', fontWeight: 500, whiteSpace: 'nowrap' },
        }}
      >
        <thead>
          <tr>
            <th scope="col">序号</th>
            {columns.map(([id, each]) => (
              <th key={id} scope="col">
                {each.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={String(row['id'])}>
              <td>{index + 1}</td>
              {columns.map(([id, each]) => (
                <td key={id}>{formatValue(each, row[id], titleOf)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </Box>
    </Box>
  );
}
