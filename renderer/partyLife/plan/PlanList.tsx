import Link from '@mui/material/Link';
import Paper from '@mui/material/Paper';
import type { ReactNode } from 'react';
import { Link as RouterLink } from 'react-router';
import type { PlanEntry, PlanYear } from '../../../shared/contract/partyPlan.ts';
import { formatWeekday } from '../../../shared/kernel/plainDate.ts';
import { ColumnTable, type Column } from '../../ui/ColumnTable.tsx';
import { remedyAddress } from '../../ui/remedyAddress.ts';
import { StatusSign } from '../../ui/StatusSign.tsx';
import { planSigns } from './planSigns.ts';

/** The whole year in lines, for those who prefer reading to looking. */
export function PlanList({
  plan,
  mayWrite,
}: {
  readonly plan: PlanYear;
  readonly mayWrite: boolean;
}): ReactNode {
  if (plan.entries.length === 0) return null;
  return (
    <Paper variant="outlined" sx={{ overflowX: 'auto' }}>
      <ColumnTable
        hover
        label={`${plan.year}年计划`}
        sx={{ 'th, td': { px: 1, whiteSpace: 'nowrap' } }}
        rows={plan.entries}
        rowKey={({ id }) => id}
        columns={[
          ...columns,
          { head: '处理', cell: (entry) => <Links entry={entry} mayWrite={mayWrite} /> },
          { head: '地点', cell: ({ place }) => place },
          { head: '负责人', cell: ({ owner }) => owner },
          { head: '期限', cell: ({ latestOn }) => `${latestOn} 前` },
        ]}
      />
    </Paper>
  );
}

const columns: readonly Column<PlanEntry>[] = [
  { head: '日期', cell: ({ plannedOn }) => `${plannedOn} ${formatWeekday(plannedOn)}` },
  { head: '时间', cell: ({ startsAt, endsAt }) => `${startsAt}—${endsAt}` },
  { head: '内容', cell: ({ title }) => title, sx: { minWidth: '14rem', whiteSpace: 'normal !important' } },
  {
    head: '状态',
    cell: ({ state, heldOn, cancelledReason }) => {
      const sign = planSigns[state];
      const word = state === 'held' ? `${sign.word} ${heldOn?.slice(5) ?? ''}` : sign.word;
      return (
        <>
          <StatusSign sign={sign} word={word} /> {cancelledReason}
        </>
      );
    },
  },
];

function Links({ entry, mayWrite }: { readonly entry: PlanEntry; readonly mayWrite: boolean }): ReactNode {
  const { to, state } = remedyAddress(entry.opens);
  const settled = entry.state === 'held' || entry.state === 'cancelled';
  return (
    <>
      {entry.state === 'cancelled' || (!mayWrite && entry.opens.kind !== 'open') ? null : (
        <Link component={RouterLink} to={to} state={state} aria-label={`${openWord(entry)}：${entry.title}`}>
          {openWord(entry)}
        </Link>
      )}{' '}
      {mayWrite && !settled ? (
        <Link href={`/ledger/partyPlanItem/${entry.id}/edit`} aria-label={`改计划：${entry.title}`}>
          改计划
        </Link>
      ) : null}
    </>
  );
}

function openWord({ state }: PlanEntry): string {
  if (state === 'held') return '看记录';
  return state === 'drafted' ? '接着写' : '登记';
}
