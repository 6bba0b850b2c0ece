import Box from '@mui/material/Box';
import FormControlLabel from '@mui/material/FormControlLabel';
import MuiLink from '@mui/material/Link';
import Paper from '@mui/material/Paper';
import Switch from '@mui/material/Switch';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import type { FollowedMeeting, FollowUpBoard, OpenDecision } from '../../../shared/contract/partyFollowUp.ts';
import type { MatterStanding } from '../../../shared/domain/partyLife/openMatters.ts';
import { usePeriod } from '../../ground/periodContext.tsx';
import { useRights } from '../../ground/sessionContext.tsx';
import { useCall } from '../../client.ts';
import { ColumnTable, type ColumnTableProps } from '../../ui/ColumnTable.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { PeriodStepper } from '../../ui/PeriodStepper.tsx';
import { obligationSigns, severitySigns, StatusSign } from '../../ui/StatusSign.tsx';
import { Unanswered } from '../../ui/Unanswered.tsx';
import { SettleFields } from './SettleFields.tsx';

const views = ['decisions', 'makeUps', 'unentered'] as const;
type View = (typeof views)[number];

/** What the meetings of a year have left to do: decisions, making up, the provincial platform. */
export function FollowUpScreen(): ReactNode {
  const [search, setSearch] = useSearchParams();
  const period = usePeriod();
  const year = Number(/^20\d{2}$/.exec(search.get('year') ?? '')?.[0] ?? period.year);
  const view = views.find((one) => one === search.get('view')) ?? 'decisions';
  const closed = search.get('closed') === 'yes';
  const board = useCall('followUp.board', { year, closed }, { keepPrevious: true });
  const { data } = board;

  function go(change: Readonly<Record<string, string | null>>) {
    const next = new URLSearchParams(search);
    for (const [key, value] of Object.entries(change))
      if (value === null) next.delete(key);
      else next.set(key, value);
    setSearch(next, { replace: true });
  }

  const open = data?.decisions.filter(({ standing }) => standing !== 'closed').length ?? 0;
  return (
    <>
      <PageHeader
        title="决议跟踪"
        hint="会上定的事办到哪一步，谁缺席还没有补学，哪些会还没有录入甘肃党建。在这里登记，会议记录不用重新打开。"
        actions={
          <PeriodStepper
            kinds={['year']}
            name="年度"
            value={String(year)}
            onChange={(next) => go({ year: next })}
          />
        }
      />
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 2, mb: 1.5 }}>
        <Tabs
          value={view}
          onChange={(_event, next: View) => go({ view: next === 'decisions' ? null : next })}
          sx={{ flex: 1, minHeight: 0 }}
        >
          <Tab value="decisions" label={`决议和决定 ${open}`} />
          <Tab value="makeUps" label={`补学 ${data?.makeUps.length ?? 0}`} />
          <Tab value="unentered" label={`平台未录入 ${data?.unentered.length ?? 0}`} />
        </Tabs>
        {view === 'decisions' ? (
          <FormControlLabel
            control={
              <Switch
                checked={closed}
                onChange={(event) => go({ closed: event.target.checked ? 'yes' : null })}
              />
            }
            label="也看已办结的"
          />
        ) : null}
      </Box>
      <Unanswered query={board} label="正在查找" />
      {data ? <Chosen view={view} board={data} /> : null}
    </>
  );
}

function Chosen({ view, board }: { readonly view: View; readonly board: FollowUpBoard }): ReactNode {
  switch (view) {
    case 'decisions':
      return <Decisions decisions={board.decisions} />;
    case 'makeUps':
      return <MakeUps board={board} />;
    case 'unentered':
      return <Unentered board={board} />;
  }
}

const standingSigns: Readonly<Record<MatterStanding, ReactNode>> = {
  closed: <StatusSign sign={obligationSigns.met} word="已办结" />,
  overdue: <StatusSign sign={obligationSigns.overdue} />,
  dueSoon: <StatusSign sign={obligationSigns.dueSoon} />,
  open: <StatusSign sign={obligationSigns.notYet} word="在办" />,
  undated: <StatusSign sign={severitySigns.warning} word="没有时限" />,
};

function Decisions({ decisions }: { readonly decisions: readonly OpenDecision[] }): ReactNode {
  const mayWrite = useRights().mayWrite('partyLife');
  if (decisions.length === 0) return <EmptyState sentence="这一年的会议没有还没办结的决议和决定。" />;
  return (
    <FollowTable
      label="决议和决定"
      rows={decisions}
      rowKey={({ rowId }) => rowId}
      columns={[
        { head: '状态', cell: ({ standing }) => standingSigns[standing] },
        {
          head: '决议或决定',
          names: true,
          cell: ({ content }) => content,
          sx: { whiteSpace: 'normal', minWidth: '12rem', overflowWrap: 'anywhere' },
        },
        { head: '责任人', cell: ({ owner }) => owner || '没有写明' },
        { head: '时限', cell: ({ dueOn }) => dueOn ?? '—' },
        {
          head: '会议',
          cell: ({ meeting }) => <MeetingLink meeting={meeting} />,
          sx: { whiteSpace: 'normal' },
        },
        {
          head: '落实情况和办结日期',
          cell: (one) =>
            mayWrite ? (
              <SettleFields
                key={`${one.closedOn ?? ''} ${one.progress ?? ''}`}
                meeting={one.meeting}
                rowId={one.rowId}
                about={one.content}
                kind="closing"
                on={one.closedOn}
                note={one.progress}
              />
            ) : (
              [one.progress, one.closedOn].filter(Boolean).join(' · ')
            ),
          sx: { minWidth: '22rem' },
        },
      ]}
    />
  );
}

function MakeUps({ board }: { readonly board: FollowUpBoard }): ReactNode {
  const mayWrite = useRights().mayWrite('partyLife');
  if (board.makeUps.length === 0)
    return <EmptyState sentence="党员大会和党课的缺席党员都已补学，或者没有人缺席。" />;
  return (
    <FollowTable
      label="补学"
      rows={board.makeUps}
      rowKey={({ rowId }) => rowId}
      columns={[
        {
          head: '状态',
          cell: ({ overdue }) => (
            <StatusSign
              sign={overdue ? obligationSigns.overdue : obligationSigns.notYet}
              word={overdue ? '已超期' : '待补学'}
            />
          ),
        },
        { head: '党员', names: true, cell: ({ member }) => member },
        { head: '缺席', cell: ({ state }) => state },
        {
          head: '会议',
          cell: ({ meeting }) => <MeetingLink meeting={meeting} />,
          sx: { whiteSpace: 'normal' },
        },
        { head: '应在', cell: ({ dueOn }) => `${dueOn} 前` },
        {
          head: '补学方式和日期',
          cell: ({ meeting, rowId, member }) =>
            mayWrite ? (
              <SettleFields
                meeting={meeting}
                rowId={rowId}
                about={`${member}，${meeting.title}`}
                kind="makingUp"
                on={null}
                note={null}
              />
            ) : null,
          sx: { minWidth: '22rem' },
        },
      ]}
    />
  );
}

function Unentered({ board }: { readonly board: FollowUpBoard }): ReactNode {
  if (board.unentered.length === 0)
    return <EmptyState sentence="这一年登记的会议都写了录入甘肃党建的日期。" />;
  return (
    <FollowTable
      label="平台未录入"
      rows={board.unentered}
      rowKey={({ meeting }) => meeting.id}
      columns={[
        {
          head: '状态',
          cell: ({ ahead }) => (
            <StatusSign
              sign={ahead ? obligationSigns.dueSoon : severitySigns.info}
              word={ahead ? '会前录入' : '已开过，不能补录'}
            />
          ),
        },
        { head: '日期', cell: ({ meeting }) => meeting.heldOn },
        { head: '类型', cell: ({ meeting }) => meeting.kind },
        {
          head: '会议',
          names: true,
          cell: ({ meeting }) => (
            <MuiLink href={`/ledger/partyMeeting/${meeting.id}`}>{meeting.title}</MuiLink>
          ),
        },
      ]}
    />
  );
}

function MeetingLink({ meeting }: { readonly meeting: FollowedMeeting }): ReactNode {
  return (
    <MuiLink href={`/ledger/${meeting.ledger}/${meeting.id}`}>
      {meeting.heldOn} {meeting.title}
    </MuiLink>
  );
}

function FollowTable<Row>(props: ColumnTableProps<Row>): ReactNode {
  return (
    <Paper variant="outlined" sx={{ overflowX: 'auto' }}>
      <ColumnTable {...props} sx={{ whiteSpace: 'nowrap' }} />
    </Paper>
  );
}
