import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import type { ReactNode } from 'react';
import type { CaseRow } from '../../shared/contract/ethics.ts';
import { isClosed } from '../../shared/domain/ethics/caseLifeCycle.ts';
import { useRights } from '../ground/sessionContext.tsx';
import { useCall } from '../client.ts';
import { ColumnTable } from '../ui/ColumnTable.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { Panel } from '../ui/Panel.tsx';
import { StatusSign } from '../ui/StatusSign.tsx';
import { Unanswered } from '../ui/Unanswered.tsx';
import { caseSign, clockSigns } from './ethicsSigns.ts';

/** Where every complaint stands, and which clock runs out next. */
export function CaseBoardScreen(): ReactNode {
  const cases = useCall('ethics.cases', {});
  const rights = useRights();
  const rows = cases.data ?? [];
  const open = rows.filter(({ state }) => !isClosed(state));
  const closed = rows.filter(({ state }) => isClosed(state));
  const start = rights.mayWrite('ethics') ? (
    <Button variant="contained" href="/ethics/cases/new">
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
      <Unanswered query={cases} />
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
    <Panel title={title} flush sx={{ mb: 2 }}>
      <ColumnTable
        hover
        rows={rows}
        rowKey={({ id }) => id}
        columns={[
          {
            head: '编号',
            cell: ({ id, number }) => <Link href={`/ethics/cases/${id}`}>{number}</Link>,
          },
          { head: '登记日期', cell: ({ receivedOn }) => receivedOn },
          { head: '被反映人', cell: ({ staffName }) => staffName },
          { head: '事项', cell: ({ violation, urgent }) => `${violation}${urgent ? '（应立即上报）' : ''}` },
          { head: '状态', cell: ({ state }) => <StatusSign sign={caseSign(state)} /> },
          {
            head: '下一期限',
            cell: ({ next }) =>
              next ? (
                <>
                  {next.step} {next.dueOn ?? '校历未知'} <StatusSign sign={clockSigns[next.state]} />
                </>
              ) : (
                '—'
              ),
          },
          {
            head: '处理',
            cell: ({ handling, sanctionEndsOn }) =>
              `${handling ?? '—'}${sanctionEndsOn ? `，到 ${sanctionEndsOn}` : ''}`,
          },
        ]}
      />
    </Panel>
  );
}
