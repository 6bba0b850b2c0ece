import Box from '@mui/material/Box';
import FormControlLabel from '@mui/material/FormControlLabel';
import MuiLink from '@mui/material/Link';
import Paper from '@mui/material/Paper';
import Switch from '@mui/material/Switch';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import type { ReactNode } from 'react';
import { Link, useSearchParams } from 'react-router';
import type { FollowedMeeting, FollowUpBoard, OpenDecision } from '../../../shared/contract/partyFollowUp.ts';
import type { MatterStanding } from '../../../shared/domain/partyLife/openMatters.ts';
import { usePeriod } from '../../ground/periodContext.tsx';
import { useRights } from '../../ground/sessionContext.tsx';
import { useCall } from '../../client.ts';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { PeriodStepper } from '../../ui/PeriodStepper.tsx';
import { obligationSigns, severitySigns, StatusSign } from '../../ui/StatusSign.tsx';
import { peopleTable } from '../members/peopleTable.ts';
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
  const board = useCall('followUp.board', { year, closed }, { fresh: true, keepPrevious: true });
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
      <FailureNotice error={board.error} onRetry={() => void board.refetch()} />
      {board.isPending ? <Loading label="正在查找" /> : null}
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
      columns={['状态', '决议或决定', '责任人', '时限', '会议', '落实情况和办结日期']}
    >
      {decisions.map((one) => (
        <tr key={one.rowId}>
          <td>{standingSigns[one.standing]}</td>
          <th scope="row" style={{ whiteSpace: 'normal', minWidth: '12rem', overflowWrap: 'anywhere' }}>
            {one.content}
          </th>
          <td>{one.owner || '没有写明'}</td>
          <td>{one.dueOn ?? '—'}</td>
          <td style={{ whiteSpace: 'normal' }}>
            <MeetingLink meeting={one.meeting} />
          </td>
          <td style={{ minWidth: '22rem' }}>
            {mayWrite ? (
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
            )}
          </td>
        </tr>
      ))}
    </FollowTable>
  );
}

function MakeUps({ board }: { readonly board: FollowUpBoard }): ReactNode {
  const mayWrite = useRights().mayWrite('partyLife');
  if (board.makeUps.length === 0)
    return <EmptyState sentence="党员大会和党课的缺席党员都已补学，或者没有人缺席。" />;
  return (
    <FollowTable label="补学" columns={['状态', '党员', '缺席', '会议', '应在', '补学方式和日期']}>
      {board.makeUps.map((one) => (
        <tr key={one.rowId}>
          <td>
            <StatusSign
              sign={one.overdue ? obligationSigns.overdue : obligationSigns.notYet}
              word={one.overdue ? '已超期' : '待补学'}
            />
          </td>
          <th scope="row">{one.member}</th>
          <td>{one.state}</td>
          <td style={{ whiteSpace: 'normal' }}>
            <MeetingLink meeting={one.meeting} />
          </td>
          <td>{one.dueOn} 前</td>
          <td style={{ minWidth: '22rem' }}>
            {mayWrite ? (
              <SettleFields
                meeting={one.meeting}
                rowId={one.rowId}
                about={`${one.member}，${one.meeting.title}`}
                kind="makingUp"
                on={null}
                note={null}
              />
            ) : null}
          </td>
        </tr>
      ))}
    </FollowTable>
  );
}

function Unentered({ board }: { readonly board: FollowUpBoard }): ReactNode {
  if (board.unentered.length === 0)
    return <EmptyState sentence="这一年登记的会议都写了录入甘肃党建的日期。" />;
  return (
    <FollowTable label="平台未录入" columns={['状态', '日期', '类型', '会议']}>
      {board.unentered.map(({ meeting, ahead }) => (
        <tr key={meeting.id}>
          <td>
            <StatusSign
              sign={ahead ? obligationSigns.dueSoon : severitySigns.info}
              word={ahead ? '会前录入' : '已开过，不能补录'}
            />
          </td>
          <td>{meeting.heldOn}</td>
          <td>{meeting.kind}</td>
          <th scope="row">
            <MuiLink component={Link} to={`/ledger/partyMeeting/${meeting.id}`}>
              {meeting.title}
            </MuiLink>
          </th>
        </tr>
      ))}
    </FollowTable>
  );
}

function MeetingLink({ meeting }: { readonly meeting: FollowedMeeting }): ReactNode {
  return (
    <MuiLink component={Link} to={`/ledger/${meeting.ledger}/${meeting.id}`}>
      {meeting.heldOn} {meeting.title}
    </MuiLink>
  );
}

function FollowTable(props: {
  readonly label: string;
  readonly columns: readonly string[];
  readonly children: ReactNode;
}): ReactNode {
  return (
    <Paper variant="outlined" sx={{ overflowX: 'auto' }}>
      <Box component="table" aria-label={props.label} sx={peopleTable}>
        <thead>
          <tr>
            {props.columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{props.children}</tbody>
      </Box>
    </Paper>
  );
}
