import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Paper from '@mui/material/Paper';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { Link as RouterLink } from 'react-router';
import type { CaseRow } from '../../shared/contract/ethics.ts';
import { isClosed } from '../../shared/domain/ethics/caseLifeCycle.ts';
import { useRights } from '../ground/sessionContext.tsx';
import { useCall } from '../client.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { FailureNotice } from '../ui/FailureNotice.tsx';
import { Loading } from '../ui/Loading.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { StatusSign } from '../ui/StatusSign.tsx';
import { caseSign, clockSigns } from './ethicsSigns.ts';

/** Where every complaint stands, and which clock runs out next. */
export function CaseBoardScreen(): ReactNode {
  const cases = useCall('ethics.cases', {});
  const rights = useRights();
  const rows = cases.data ?? [];
  const open = rows.filter(({ state }) => !isClosed(state));
  const closed = rows.filter(({ state }) => isClosed(state));
  const start = rights.mayWrite('ethics') ? (
    <Button variant="contained" component={RouterLink} to="/ethics/cases/new">
      登记投诉举报
    </Button>
  ) : null;
  return (
    <>
      <PageHeader
        title="案件办理"
        hint="投诉举报从受理到归档的每一步和期限；举报人信息不在这里显示。"
        actions={start}
      />
      <FailureNotice error={cases.error} onRetry={() => void cases.refetch()} />
      {cases.isPending ? <Loading /> : null}
      {cases.data && rows.length === 0 ? (
        <EmptyState sentence="还没有投诉举报。收到投诉后先登记，再在这里逐步办理。">{start}</EmptyState>
      ) : null}
      {open.length > 0 ? <CaseTable title={`正在办理 ${open.length} 件`} rows={open} /> : null}
      {closed.length > 0 ? <CaseTable title={`已归档 ${closed.length} 件`} rows={closed} /> : null}
    </>
  );
}

function CaseTable({
  title,
  rows,
}: {
  readonly title: string;
  readonly rows: readonly CaseRow[];
}): ReactNode {
  return (
    <Paper variant="outlined" component="section" aria-label={title} sx={{ mb: 2 }}>
      <Typography variant="h2" sx={{ p: 2, pb: 1 }}>
        {title}
      </Typography>
      <Table size="small">
        <TableHead>
          <TableRow>
            <TableCell>编号</TableCell>
            <TableCell>登记日期</TableCell>
            <TableCell>被反映人</TableCell>
            <TableCell>事项</TableCell>
            <TableCell>状态</TableCell>
            <TableCell>下一期限</TableCell>
            <TableCell>处理</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map((row) => (
            <TableRow key={row.id} hover>
              <TableCell>
                <Link component={RouterLink} to={`/ethics/cases/${row.id}`}>
                  {row.number}
                </Link>
              </TableCell>
              <TableCell>{row.receivedOn}</TableCell>
              <TableCell>{row.staffName}</TableCell>
              <TableCell>
                {row.violation}
                {row.urgent ? '（应立即上报）' : ''}
              </TableCell>
              <TableCell>
                <StatusSign sign={caseSign(row.state)} />
              </TableCell>
              <TableCell>
                {row.next ? (
                  <>
                    {row.next.step} {row.next.dueOn ?? '校历未知'}{' '}
                    <StatusSign sign={clockSigns[row.next.state]} />
                  </>
                ) : (
                  '—'
                )}
              </TableCell>
              <TableCell>
                {row.handling ?? '—'}
                {row.sanctionEndsOn ? `，到 ${row.sanctionEndsOn}` : ''}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Paper>
  );
}
