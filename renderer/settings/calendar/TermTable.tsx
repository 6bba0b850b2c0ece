import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import type { ReactNode } from 'react';
import { Link as RouterLink } from 'react-router';
import { formatValue } from '../../../shared/ledger/cells.ts';
import type { LedgerRecord } from '../../../shared/ledger/definition.ts';
import { term } from '../../../shared/ledgers/base/term.ts';
import { useRights } from '../../ground/sessionContext.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';

const columns = ['startsOn', 'firstTeachingOn', 'lastTeachingOn', 'endsOn'] as const;

/** The school's terms with their dates; each opens in its ledger. */
export function TermTable({ terms }: { readonly terms: readonly LedgerRecord[] }): ReactNode {
  const mayWrite = useRights().mayWrite('base');
  const add = (
    <Button component={RouterLink} to="/ledger/term/new" variant="outlined" color="secondary">
      新建学期
    </Button>
  );
  if (terms.length === 0)
    return (
      <EmptyState sentence="还没有登记学期。登记起止和上课日期后，校历上会标出上课的日子，周次和课后服务也据此计算。">
        {mayWrite ? add : null}
      </EmptyState>
    );
  return (
    <>
      <Table size="small" aria-label="学期">
        <TableHead>
          <TableRow>
            <TableCell>{term.fields.name.label}</TableCell>
            {columns.map((column) => (
              <TableCell key={column}>{term.fields[column].label}</TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {terms.map((record) => (
            <TableRow key={record.id}>
              <TableCell>
                <Link color="inherit" component={RouterLink} to={`/ledger/term/${record.id}`}>
                  {formatValue(term.fields.name, record.values['name'], () => '')}
                </Link>
              </TableCell>
              {columns.map((column) => (
                <TableCell key={column} sx={{ whiteSpace: 'nowrap' }}>
                  {formatValue(term.fields[column], record.values[column], () => '')}
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
      {mayWrite ? <div style={{ marginTop: '0.5rem' }}>{add}</div> : null}
    </>
  );
}
