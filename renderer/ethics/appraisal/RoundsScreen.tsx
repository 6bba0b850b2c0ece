import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Paper from '@mui/material/Paper';
import type { ReactNode } from 'react';
import { formatPeriod } from '../../../shared/kernel/periods.ts';
import { useRights } from '../../ground/sessionContext.tsx';
import { useCall } from '../../client.ts';
import { ColumnTable } from '../../ui/ColumnTable.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { StatusSign } from '../../ui/StatusSign.tsx';
import { Unanswered } from '../../ui/Unanswered.tsx';
import { stepSigns } from './roundSigns.ts';

/** Every round of appraisals, the newest first. */
export function RoundsScreen(): ReactNode {
  const rounds = useCall('appraisal.rounds', {});
  const rights = useRights();
  const start = rights.mayWrite('ethics') ? (
    <Button variant="contained" href="/ethics/appraisal/new">
      开始一轮考核
    </Button>
  ) : null;
  return (
    <>
      <PageHeader
        title="考核办理"
        hint="按年度或学年一轮一轮办理：自评、互评、测评、考核组评定、公示、签字、归档。"
        actions={start}
      />
      <Unanswered query={rounds} />
      {rounds.data?.length === 0 ? (
        <EmptyState sentence="还没有办理过师德考核。选好周期和办法，就可以开始一轮。">{start}</EmptyState>
      ) : null}
      {rounds.data && rounds.data.length > 0 ? (
        <Paper variant="outlined">
          <ColumnTable
            label="考核轮次"
            hover
            rows={rounds.data}
            rowKey={({ id }) => id}
            columns={[
              {
                head: '名称',
                cell: ({ id, name }) => <Link href={`/ethics/appraisal/${id}`}>{name}</Link>,
              },
              { head: '考核周期', cell: ({ period }) => formatPeriod(period) },
              { head: '参加人数', cell: ({ appraised }) => appraised, right: true },
              {
                head: '进度',
                cell: ({ filedOn, step }) =>
                  filedOn === null ? (
                    <StatusSign sign={stepSigns.current} word={step ?? '正在办理'} />
                  ) : (
                    <StatusSign sign={stepSigns.done} word={`已归档 ${filedOn}`} />
                  ),
              },
            ]}
          />
        </Paper>
      ) : null}
    </>
  );
}
