import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MuiLink from '@mui/material/Link';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import { useState, type ReactNode } from 'react';
import type { EthicsPlanView } from '../../../shared/contract/ethicsCampaign.ts';
import { formatPeriod } from '../../../shared/kernel/periods.ts';
import { usePeriod } from '../../ground/periodContext.tsx';
import { useRights } from '../../ground/sessionContext.tsx';
import { useCall, useChange } from '../../client.ts';
import { ColumnTable } from '../../ui/ColumnTable.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { PeriodStepper } from '../../ui/PeriodStepper.tsx';
import { QuietButton } from '../../ui/QuietButton.tsx';
import { StatusSign } from '../../ui/StatusSign.tsx';
import { Unanswered } from '../../ui/Unanswered.tsx';
import { Wall } from '../../ui/Wall.tsx';
import { planSigns } from './campaignSigns.ts';
import { ZeroReports } from './ZeroReports.tsx';

/** The school year's ethics work: six elements by months, the plan's lines, zero reports. */
export function EthicsPlanScreen(): ReactNode {
  const choice = usePeriod();
  const [chosen, setChosen] = useState<string | null>(null);
  const schoolYear = chosen ?? choice.schoolYear;
  const plan = useCall('ethics.plan', { schoolYear });
  const mayWrite = useRights().mayWrite('ethics');
  return (
    <>
      <PageHeader
        title="师德年度计划"
        hint="宣传、教育、考核、监督、激励、惩处按月看：计划了什么、落实了没有、还缺什么。点格子直接登记。"
        actions={
          <>
            <PeriodStepper kinds={['schoolYear']} value={schoolYear} onChange={setChosen} name="学年" />
            <QuietButton
              href={`/reports?${new URLSearchParams({ name: 'ethicsPlanSheet', period: schoolYear }).toString()}`}
            >
              打印计划
            </QuietButton>
            {mayWrite ? (
              <Button href="/ledger/ethicsPlanItem/new" variant="contained">
                添加计划
              </Button>
            ) : null}
          </>
        }
      />
      <Unanswered query={plan} />
      {plan.data ? (
        <>
          <Minimum plan={plan.data} schoolYear={schoolYear} mayWrite={mayWrite} />
          <Paper variant="outlined" sx={{ p: 2, mb: 2 }}>
            <Wall wall={plan.data.wall} />
          </Paper>
          <Coverage plan={plan.data} />
          <ZeroReports periods={plan.data.zeroReports} mayWrite={mayWrite} />
          <Items plan={plan.data} />
        </>
      ) : null}
    </>
  );
}

interface MinimumProps {
  readonly plan: EthicsPlanView;
  readonly schoolYear: string;
  readonly mayWrite: boolean;
}

/** What the minimum set asks for beyond the plan, added in one go. */
function Minimum({ plan, schoolYear, mayWrite }: MinimumProps): ReactNode {
  const add = useChange('ethics.addMinimumPlan');
  if (plan.coverage.length === 0)
    return (
      <Alert severity="info" sx={{ mb: 2 }}>
        还没有录入这个学年的学期，请先在“学期”里录入起止日期，再生成计划。
      </Alert>
    );
  if (plan.proposals.length === 0) return null;
  return (
    <Alert
      severity="info"
      sx={{ mb: 2 }}
      action={
        mayWrite ? (
          <Button color="inherit" disabled={add.isPending} onClick={() => add.mutate({ schoolYear })}>
            补齐 {plan.proposals.length} 项
          </Button>
        ) : null
      }
    >
      每年应有的内容里，计划还缺 {plan.proposals.length} 项，例如：
      {plan.proposals
        .slice(0, 3)
        .map(({ title }) => title)
        .join('、')}
      。
      <FailureNotice error={add.error} />
    </Alert>
  );
}

/** Per term the number of records of each element. */
function Coverage({ plan }: { readonly plan: EthicsPlanView }): ReactNode {
  if (plan.coverage.length === 0) return null;
  return (
    <Panel title="六位一体各学期覆盖" label="各学期覆盖" sx={{ mb: 2 }}>
      {plan.coverage.map(({ term, counts }) => {
        const missing = counts.filter(({ count }) => count === 0).map(({ element }) => element);
        return (
          <Box key={term} sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'center', py: 0.5 }}>
            <Typography sx={{ width: '14rem' }}>{formatPeriod(term)}</Typography>
            {counts.map(({ element, count }) => (
              <StatusSign
                key={element}
                sign={
                  count > 0 ? { mark: '✓', word: '', tone: 'good' } : { mark: '—', word: '', tone: 'warn' }
                }
                word={`${element} ${count} 条`}
              />
            ))}
            <Typography variant="body2" color="textSecondary">
              {missing.length === 0 ? '六个方面都有记录' : `还没有：${missing.join('、')}`}
            </Typography>
          </Box>
        );
      })}
    </Panel>
  );
}

function Items({ plan }: { readonly plan: EthicsPlanView }): ReactNode {
  if (plan.items.length === 0)
    return <EmptyState sentence="还没有计划。可以按最低要求补齐，也可以自己添加。" />;
  const held = plan.items.filter(({ state }) => state === 'held').length;
  return (
    <Panel title={`计划 ${plan.items.length} 项，已落实 ${held} 项`} label="计划清单" flush>
      <ColumnTable
        rows={plan.items}
        rowKey={({ id }) => id}
        columns={[
          { head: '完成期限', cell: ({ dueOn }) => dueOn, sx: { width: '8rem' } },
          { head: '方面', cell: ({ element }) => element, sx: { width: '5rem' } },
          { head: '类别', cell: ({ kind }) => kind, sx: { width: '8rem' } },
          {
            head: '计划内容',
            cell: ({ id, title }) => (
              <MuiLink href={`/ledger/ethicsPlanItem/${id}`} color="inherit">
                {title}
              </MuiLink>
            ),
          },
          { head: '负责人', cell: ({ owner }) => owner, sx: { width: '8rem' } },
          {
            head: '状态',
            cell: ({ state }) => <StatusSign sign={planSigns[state]} />,
            sx: { width: '7rem' },
          },
          {
            head: '落实记录',
            cell: ({ activityId, heldOn }) =>
              activityId === null ? null : (
                <MuiLink href={`/ledger/ethicsActivity/${activityId}`}>{heldOn ?? '打开'}</MuiLink>
              ),
            sx: { width: '9rem' },
          },
        ]}
      />
    </Panel>
  );
}
