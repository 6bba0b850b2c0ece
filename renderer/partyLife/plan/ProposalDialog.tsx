import Alert from '@mui/material/Alert';
import Checkbox from '@mui/material/Checkbox';
import Typography from '@mui/material/Typography';
import { useState, type ReactNode } from 'react';
import type { PlanProposal } from '../../../shared/contract/partyPlan.ts';
import { formatWeekday } from '../../../shared/kernel/plainDate.ts';
import { useCall, useChange } from '../../client.ts';
import { ColumnTable } from '../../ui/ColumnTable.tsx';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { toggled } from '../../ui/toggled.ts';
import { Loading } from '../../ui/Loading.tsx';
import { Exemptions } from './Exemptions.tsx';

export type ProposalSource = 'rules' | 'lastYear';

interface ProposalDialogProps {
  readonly source: ProposalSource;
  readonly branch: { readonly id: string; readonly name: string };
  readonly year: number;
  readonly onClose: () => void;
}

/** What could be added to the plan, to be looked at first; nothing is saved before it is accepted. */
export function ProposalDialog({ source, branch, year, onClose }: ProposalDialogProps): ReactNode {
  const wish = { branch: branch.id, year, source };
  const proposals = useCall('partyPlan.propose', wish);
  const accept = useChange('partyPlan.accept');
  const [dropped, setDropped] = useState<ReadonlySet<string>>(new Set());
  const items = proposals.data?.items ?? [];
  const gaps = proposals.data?.gaps ?? [];
  const possible = items.filter(({ plannedOn }) => plannedOn !== null);
  const keys = possible.map(({ key }) => key).filter((key) => !dropped.has(key));

  return (
    <FormDialog
      title={`${branch.name}：${source === 'rules' ? `生成${year}年计划` : `沿用${year - 1}年的计划`}`}
      error={proposals.error}
      width="md"
      closeLabel={items.length === 0 ? '关闭' : '取消'}
      {...(items.length > 0 ? { submitLabel: `加入 ${keys.length} 项` } : {})}
      ready={keys.length > 0 && !accept.isPending}
      onSubmit={() => accept.mutate({ ...wish, keys }, { onSuccess: onClose })}
      onClose={onClose}
    >
      <FailureNotice
        error={accept.error}
        onRetry={() => {
          accept.reset();
          void proposals.refetch();
        }}
      />
      {proposals.isPending ? <Loading label="正在排日子" /> : null}
      {proposals.data ? (
        <Typography>
          {items.length === 0
            ? '该安排的都已经安排或开过了，没有要加的。'
            : `要加 ${items.length} 项，避开了已知的放假、不上课的日子和人员、会议室的冲突。不要的去掉勾；加入以后还可以改。`}
        </Typography>
      ) : null}
      {items.length > 0 && gaps.length > 0 ? <Alert severity="warning">{gaps.join('')}</Alert> : null}
      {items.length > 0 ? (
        <ProposalTable
          items={items}
          isChosen={(key) => !dropped.has(key)}
          onToggle={(key) => setDropped(toggled(dropped, key))}
        />
      ) : null}
      <Exemptions exemptions={proposals.data?.exemptions ?? []} />
    </FormDialog>
  );
}

interface ProposalTableProps {
  readonly items: readonly PlanProposal[];
  readonly isChosen: (key: string) => boolean;
  readonly onToggle: (key: string) => void;
}

function ProposalTable({ items, isChosen, onToggle }: ProposalTableProps): ReactNode {
  return (
    <ColumnTable
      label="要加的计划"
      hover
      rows={items}
      rowKey={({ key }) => key}
      columns={[
        {
          head: '加入',
          cell: ({ key, title, plannedOn }) => (
            <Checkbox
              size="small"
              sx={{ p: 0.5 }}
              checked={plannedOn !== null && isChosen(key)}
              disabled={plannedOn === null}
              onChange={() => onToggle(key)}
              slotProps={{ input: { 'aria-label': `加入${title}` } }}
            />
          ),
        },
        {
          head: '日期',
          cell: ({ plannedOn }) =>
            plannedOn === null ? '没有合适的日子，请单独新建' : `${plannedOn} ${formatWeekday(plannedOn)}`,
        },
        {
          head: '时间',
          cell: ({ plannedOn, startsAt, endsAt }) => (plannedOn === null ? '' : `${startsAt}—${endsAt}`),
        },
        { head: '内容', cell: ({ title }) => title, sx: { whiteSpace: 'normal' } },
        { head: '地点', cell: ({ place }) => place },
        { head: '期限', cell: ({ earliestOn, latestOn }) => `${earliestOn} 至 ${latestOn}` },
      ]}
      sx={{ whiteSpace: 'nowrap', 'th, td': { px: 1, py: 0.25 } }}
    />
  );
}
