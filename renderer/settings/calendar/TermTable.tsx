import Link from '@mui/material/Link';
import type { ReactNode } from 'react';
import { formatValue } from '../../../shared/ledger/cells.ts';
import type { LedgerRecord } from '../../../shared/ledger/definition.ts';
import { term } from '../../../shared/ledgers/base/term.ts';
import { useRights } from '../../ground/sessionContext.tsx';
import { ColumnTable } from '../../ui/ColumnTable.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { QuietButton } from '../../ui/QuietButton.tsx';

const dates = ['startsOn', 'firstTeachingOn', 'lastTeachingOn', 'endsOn'] as const;

/** The school's terms with their dates; each opens in its ledger. */
export function TermTable({ terms }: { readonly terms: readonly LedgerRecord[] }): ReactNode {
  const mayWrite = useRights().mayWrite('base');
  const add = <QuietButton href="/ledger/term/new">新建学期</QuietButton>;
  if (terms.length === 0)
    return (
      <EmptyState sentence="还没有登记学期。登记起止和上课日期后，校历上会标出上课的日子，周次和课后服务也据此计算。">
        {mayWrite ? add : null}
      </EmptyState>
    );
  return (
    <>
      <ColumnTable
        label="学期"
        rows={terms}
        rowKey={({ id }) => id}
        columns={[
          {
            head: term.fields.name.label,
            cell: ({ id, values }) => (
              <Link color="inherit" href={`/ledger/term/${id}`}>
                {formatValue(term.fields.name, values['name'], () => '')}
              </Link>
            ),
          },
          ...dates.map((date) => ({
            head: term.fields[date].label,
            cell: ({ values }: LedgerRecord) => formatValue(term.fields[date], values[date], () => ''),
            sx: { whiteSpace: 'nowrap' },
          })),
        ]}
      />
      {mayWrite ? <div style={{ marginTop: '0.5rem' }}>{add}</div> : null}
    </>
  );
}
