import Link from '@mui/material/Link';
import Paper from '@mui/material/Paper';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import type { ReactNode } from 'react';
import { Link as RouterLink } from 'react-router';
import type { PlanEntry, PlanYear } from '../../../shared/contract/partyPlan.ts';
import { formatWeekday } from '../../../shared/kernel/plainDate.ts';
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
      <Table
        size="small"
        aria-label={`${plan.year}年计划`}
        sx={{ 'th, td': { px: 1, whiteSpace: 'nowrap' } }}
      >
        <TableHead>
          <TableRow>
            <TableCell>日期</TableCell>
            <TableCell>时间</TableCell>
            <TableCell>内容</TableCell>
            <TableCell>状态</TableCell>
            <TableCell>处理</TableCell>
            <TableCell>地点</TableCell>
            <TableCell>负责人</TableCell>
            <TableCell>期限</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {plan.entries.map((entry) => (
            <PlanRow key={entry.id} entry={entry} mayWrite={mayWrite} />
          ))}
        </TableBody>
      </Table>
    </Paper>
  );
}

function PlanRow({ entry, mayWrite }: { readonly entry: PlanEntry; readonly mayWrite: boolean }): ReactNode {
  const { to, state } = remedyAddress(entry.opens);
  const settled = entry.state === 'held' || entry.state === 'cancelled';
  const sign = planSigns[entry.state];
  return (
    <TableRow hover>
      <TableCell>
        {entry.plannedOn} {formatWeekday(entry.plannedOn)}
      </TableCell>
      <TableCell>
        {entry.startsAt}—{entry.endsAt}
      </TableCell>
      <TableCell sx={{ minWidth: '14rem', whiteSpace: 'normal !important' }}>{entry.title}</TableCell>
      <TableCell>
        <StatusSign
          sign={sign}
          word={entry.state === 'held' ? `${sign.word} ${entry.heldOn?.slice(5) ?? ''}` : sign.word}
        />{' '}
        {entry.cancelledReason}
      </TableCell>
      <TableCell>
        {entry.state === 'cancelled' || (!mayWrite && entry.opens.kind !== 'open') ? null : (
          <Link
            component={RouterLink}
            to={to}
            state={state}
            aria-label={`${openWord(entry)}：${entry.title}`}
          >
            {openWord(entry)}
          </Link>
        )}{' '}
        {mayWrite && !settled ? (
          <Link
            component={RouterLink}
            to={`/ledger/partyPlanItem/${entry.id}/edit`}
            aria-label={`改计划：${entry.title}`}
          >
            改计划
          </Link>
        ) : null}
      </TableCell>
      <TableCell>{entry.place}</TableCell>
      <TableCell>{entry.owner}</TableCell>
      <TableCell>{entry.latestOn} 前</TableCell>
    </TableRow>
  );
}

function openWord({ state }: PlanEntry): string {
  if (state === 'held') return '看记录';
  return state === 'drafted' ? '接着写' : '登记';
}
