import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import Paper from '@mui/material/Paper';
import Select from '@mui/material/Select';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import { useState, type ReactNode } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import type { PlanEntry, PlanYear } from '../../../shared/contract/partyPlan.ts';
import { isPeriod } from '../../../shared/kernel/periods.ts';
import { usePeriod } from '../../ground/periodContext.tsx';
import { useRights } from '../../ground/sessionContext.tsx';
import { useToday } from '../../ground/today.ts';
import { useCall } from '../../client.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { PeriodStepper } from '../../ui/PeriodStepper.tsx';
import { QuietButton } from '../../ui/QuietButton.tsx';
import { remedyAddress } from '../../ui/remedyAddress.ts';
import { Unanswered } from '../../ui/Unanswered.tsx';
import { CarryBar } from './CarryBar.tsx';
import { Exemptions } from './Exemptions.tsx';
import { MonthCalendar } from './MonthCalendar.tsx';
import { weeksOf } from './monthGrid.ts';
import { PlanLegend } from './PlanLegend.tsx';
import { PlanList } from './PlanList.tsx';
import { ProposalDialog, type ProposalSource } from './ProposalDialog.tsx';
import { useCarry } from './useCarry.ts';

/** The year plan of a branch as month calendar or list; address `?branch=…&month=2026-10&view=list`. */
export function PlanScreen(): ReactNode {
  const [address, setAddress] = useSearchParams();
  const { year: chosenYear } = usePeriod();
  const today = useToday();
  const rights = useRights();
  const asked = address.get('month');
  const month =
    asked !== null && isPeriod(asked, ['month'])
      ? asked
      : today.startsWith(chosenYear)
        ? today.slice(0, 7)
        : `${chosenYear}-01`;
  const branch = address.get('branch');
  const plan = useCall(
    'partyPlan.year',
    { year: Number(month.slice(0, 4)), ...(branch === null ? {} : { branch }) },
    { keepPrevious: true },
  );

  function setWords(words: Readonly<Record<string, string>>) {
    setAddress(
      (before) => {
        const next = new URLSearchParams(before);
        for (const [name, value] of Object.entries(words)) next.set(name, value);
        return next;
      },
      { replace: true },
    );
  }

  if (!plan.isSuccess) return <Unanswered query={plan} label="正在读取年度计划" />;
  if (plan.data.branch === null)
    return (
      <>
        <PageHeader title="年度计划" />
        <Paper variant="outlined">
          <EmptyState sentence="还没有党支部。先登记党支部和党员，再按制度生成全年的计划。">
            {rights.mayWrite('partyLife') ? (
              <Button href="/ledger/branch/new" variant="contained">
                登记党支部
              </Button>
            ) : null}
          </EmptyState>
        </Paper>
      </>
    );
  return (
    <PlanWork
      plan={plan.data}
      branch={plan.data.branch}
      month={month}
      asList={address.get('view') === 'list'}
      onWords={setWords}
    />
  );
}

interface PlanWorkProps {
  readonly plan: PlanYear;
  readonly branch: string;
  readonly month: string;
  readonly asList: boolean;
  readonly onWords: (words: Readonly<Record<string, string>>) => void;
}

function PlanWork({ plan, branch, month, asList, onWords }: PlanWorkProps): ReactNode {
  const navigate = useNavigate();
  const rights = useRights();
  const [source, setSource] = useState<ProposalSource | null>(null);
  const weeks = weeksOf(month);
  const carrying = useCarry({ from: weeks[0]?.[0] ?? '', to: weeks.at(-1)?.[6] ?? '' });
  const mayWrite = rights.mayWrite('partyLife');
  const mayPlan = mayWrite && plan.year >= Number(plan.today.slice(0, 4));
  const name = plan.branches.find(({ id }) => id === branch)?.name ?? '';
  const empty = plan.entries.length === 0;

  function open(entry: PlanEntry) {
    const { to, state } = remedyAddress(entry.opens);
    void navigate(to, { state });
  }

  return (
    <>
      <PageHeader
        title="年度计划"
        hint={`${name} ${plan.year}年：${countWords(plan.entries)}`}
        actions={
          <PlanActions
            plan={plan}
            branch={branch}
            mayPlan={mayPlan}
            mayWrite={mayWrite}
            onPropose={setSource}
          />
        }
      />
      <ViewBar plan={plan} branch={branch} month={month} asList={asList} onWords={onWords} />
      <FailureNotice error={carrying.error} onClose={carrying.forget} />
      {empty ? (
        <Alert severity="info" sx={{ mb: 1 }}>
          {name}
          {plan.year}年还没有计划。
          {mayPlan ? '点“生成计划”，程序按制度排好全年的会议和活动，您核对后再加入。' : ''}
        </Alert>
      ) : null}
      {asList ? (
        <PlanList plan={plan} mayWrite={mayWrite} />
      ) : (
        <>
          {empty ? null : <CarryBar carrying={carrying} mayWrite={mayWrite} />}
          <MonthCalendar
            plan={plan}
            month={month}
            carrying={carrying}
            mayWrite={mayWrite}
            onOpen={open}
            onMonth={(next) => onWords({ month: next })}
          />
          <PlanLegend />
        </>
      )}
      {plan.gaps.map((gap) => (
        <Alert key={gap} severity="info" sx={{ mt: 1 }}>
          {gap}
        </Alert>
      ))}
      <Exemptions exemptions={plan.exemptions} />
      {source === null ? null : (
        <ProposalDialog
          source={source}
          branch={{ id: branch, name }}
          year={plan.year}
          onClose={() => setSource(null)}
        />
      )}
    </>
  );
}

interface PlanActionsProps extends Pick<PlanWorkProps, 'plan' | 'branch'> {
  readonly mayPlan: boolean;
  readonly mayWrite: boolean;
  readonly onPropose: (source: ProposalSource) => void;
}

function PlanActions({ plan, branch, mayPlan, mayWrite, onPropose }: PlanActionsProps): ReactNode {
  const navigate = useNavigate();
  return (
    <>
      {mayPlan ? (
        <>
          <Button
            variant={plan.entries.length === 0 ? 'contained' : 'outlined'}
            onClick={() => onPropose('rules')}
          >
            生成计划
          </Button>
          <QuietButton onClick={() => onPropose('lastYear')}>沿用{plan.year - 1}年计划</QuietButton>
        </>
      ) : null}
      {mayWrite ? (
        <QuietButton
          onClick={() =>
            void navigate('/ledger/partyPlanItem/new', {
              state: { prefill: { period: null, values: { branch } } },
            })
          }
        >
          新建一项
        </QuietButton>
      ) : null}
      <QuietButton href={`/reports?name=yearPlan&period=${plan.year}`}>打印计划</QuietButton>
    </>
  );
}

/** Whose plan, of when, and as calendar or list. */
function ViewBar({ plan, branch, month, asList, onWords }: PlanWorkProps): ReactNode {
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, mb: 1 }}>
      {plan.branches.length > 1 ? (
        <Select
          value={branch}
          inputProps={{ 'aria-label': '党支部' }}
          onChange={(event) => onWords({ branch: event.target.value })}
          sx={{ '.MuiSelect-select': { pr: '2.25rem !important' } }}
        >
          {plan.branches.map((one) => (
            <MenuItem key={one.id} value={one.id}>
              {one.name}
            </MenuItem>
          ))}
        </Select>
      ) : null}
      <PeriodStepper
        kinds={[asList ? 'year' : 'month']}
        value={asList ? String(plan.year) : month}
        name={asList ? '年度' : '月份'}
        onChange={(period) => onWords({ month: asList ? `${period}-01` : period })}
      />
      {asList || plan.today.startsWith(month) ? null : (
        <Button color="secondary" onClick={() => onWords({ month: plan.today.slice(0, 7) })}>
          回到本月
        </Button>
      )}
      <ToggleButtonGroup
        exclusive
        size="small"
        value={asList ? 'list' : 'month'}
        aria-label="怎样看"
        onChange={(_, view: string | null) => {
          if (view !== null) onWords({ view });
        }}
        sx={{ ml: 'auto' }}
      >
        <ToggleButton value="month" sx={{ py: 0.25 }}>
          月历
        </ToggleButton>
        <ToggleButton value="list" sx={{ py: 0.25 }}>
          列表
        </ToggleButton>
      </ToggleButtonGroup>
    </Box>
  );
}

/** 共 31 项，已开 20 项，过期未登记 2 项. */
function countWords(entries: readonly PlanEntry[]): string {
  const count = (state: PlanEntry['state']) => entries.filter((entry) => entry.state === state).length;
  if (entries.length === 0) return '还没有计划';
  return [
    `共 ${entries.length} 项`,
    ...(count('held') > 0 ? [`已开 ${count('held')} 项`] : []),
    ...(count('missed') > 0 ? [`过期未登记 ${count('missed')} 项`] : []),
  ].join('，');
}
