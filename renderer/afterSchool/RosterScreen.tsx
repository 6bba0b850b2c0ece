import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import Paper from '@mui/material/Paper';
import TextField from '@mui/material/TextField';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import type { RosterBoard } from '../../shared/contract/afterSchool.ts';
import type { RosterOutcome } from '../../shared/domain/afterSchool/roster/outcome.ts';
import type { Roster } from '../../shared/domain/afterSchool/roster/problem.ts';
import { verifyRoster } from '../../shared/domain/afterSchool/roster/verifyRoster.ts';
import { addDays, mondayOf } from '../../shared/kernel/plainDate.ts';
import { usePeriod } from '../app/periodContext.tsx';
import { useRights } from '../app/sessionContext.tsx';
import { useToday } from '../app/today.ts';
import { call, useCall, useChange, useJob } from '../client.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { FailureNotice } from '../ui/FailureNotice.tsx';
import { JobProgress } from '../ui/JobProgress.tsx';
import { Loading } from '../ui/Loading.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { DutyPanel } from './DutyPanel.tsx';
import { LoadBars } from './LoadBars.tsx';
import { OutcomeNotice } from './OutcomeNotice.tsx';
import { DutyLegend, RosterGrid, type RosterView } from './RosterGrid.tsx';

interface WeekRange {
  readonly period: string;
  readonly from: string;
  readonly to: string;
}

const lengths = [
  { weeks: 1, label: '一周' },
  { weeks: 2, label: '两周' },
  { weeks: 4, label: '四周' },
  { weeks: 26, label: '到学期末' },
] as const;

/** The roster of a week, and of the weeks after it that follow the same pattern. */
export function RosterScreen(): ReactNode {
  const today = useToday();
  const period = usePeriod();
  const [monday, setMonday] = useState<string | null>(null);
  const [weeks, setWeeks] = useState(1);
  const from = monday ?? mondayOf(today);
  const term = period.term ?? period.current.term ?? '';
  const range = { period: term, from, to: addDays(from, weeks * 7 - 3) };
  const board = useCall('roster.board', range);
  const move = (days: number) => {
    setMonday(addDays(from, days));
  };
  return (
    <>
      <PageHeader
        title="课后服务排班"
        hint="一周排一次，后面的周照这个样子；已开展或停课的场次不动。"
        actions={
          <>
            <Button color="secondary" variant="outlined" onClick={() => move(-7)}>
              上一周
            </Button>
            <Button color="secondary" variant="outlined" onClick={() => move(7)}>
              下一周
            </Button>
            <TextField
              select
              size="small"
              label="排多久"
              value={weeks}
              sx={{ width: 128, flex: 'none' }}
              onChange={(event) => {
                setWeeks(Number(event.target.value));
              }}
            >
              {lengths.map((each) => (
                <MenuItem key={each.weeks} value={each.weeks}>
                  {each.label}
                </MenuItem>
              ))}
            </TextField>
          </>
        }
      />
      <Box sx={{ mb: 1 }}>{`${range.from} 至 ${range.to}`}</Box>
      <FailureNotice error={board.error} onRetry={() => void board.refetch()} />
      {board.isPending ? <Loading /> : null}
      {board.data && board.data.missing.length > 0 ? <Missing sentences={board.data.missing} /> : null}
      {board.data && board.data.missing.length === 0 ? (
        <RosterDesk key={`${range.from} ${weeks} ${term}`} range={range} board={board.data} />
      ) : null}
    </>
  );
}

function Missing({ sentences }: { readonly sentences: readonly string[] }): ReactNode {
  return (
    <EmptyState sentence={sentences.join('')}>
      <Button component={Link} to="/ledger/servicePlan" variant="outlined">
        登记方案
      </Button>
      <Button component={Link} to="/ledger/serviceCourse" variant="outlined">
        登记课程
      </Button>
      <Button component={Link} to="/ledger/serviceTeacher" variant="outlined">
        登记课后服务教师
      </Button>
    </EmptyState>
  );
}

interface DeskState {
  readonly roster: Roster;
  readonly locked: ReadonlySet<string>;
  readonly replacements: ReadonlyMap<string, string>;
}

/** Work on one range: what is changed here is stored only by 保存排班. */
function RosterDesk({ range, board }: { readonly range: WeekRange; readonly board: RosterBoard }): ReactNode {
  const { problem } = board;
  const mayChange = useRights().mayWrite('afterSchool');
  const [state, setState] = useState<DeskState>(() => ({
    roster: board.roster,
    locked: new Set(problem.locked.map(({ needId }) => needId)),
    replacements: new Map(),
  }));
  const [view, setView] = useState<RosterView>('groups');
  const [chosen, setChosen] = useState<string | null>(null);
  const [outcome, setOutcome] = useState<RosterOutcome | null>(null);
  const [error, setError] = useState<unknown>(null);
  const job = useJob();
  const accept = useChange('roster.accept');
  const { roster, locked } = state;
  const lockedCells = roster.filter(({ needId }) => locked.has(needId));
  const open = problem.needs.length - roster.length;
  const clashes = verifyRoster({ ...problem, locked: lockedCells }, roster).filter(
    ({ kind }) => kind !== 'uncovered',
  );
  const need = problem.needs.find(({ id }) => id === chosen);

  async function solve(): Promise<void> {
    setError(null);
    setOutcome(null);
    accept.reset();
    try {
      const found = await job.run((jobId) =>
        call('roster.solve', { ...range, jobId, locked: lockedCells, previous: roster }),
      );
      setOutcome(found);
      if (found.kind === 'solved')
        setState((before) => ({ ...before, roster: found.roster, replacements: new Map() }));
    } catch (failed) {
      setError(failed);
    }
  }

  function give(needId: string, teacherId: string, reason: string): void {
    setOutcome(null);
    accept.reset();
    setState((before) => {
      const replacements = new Map(before.replacements);
      if (reason.length >= 2) replacements.set(needId, reason);
      const rest = before.roster.filter((each) => each.needId !== needId);
      return { ...before, roster: [...rest, { needId, teacherId }], replacements };
    });
  }

  function clear(needId: string): void {
    setOutcome(null);
    accept.reset();
    setState((before) => ({
      ...before,
      roster: before.roster.filter((each) => each.needId !== needId),
      locked: new Set([...before.locked].filter((each) => each !== needId)),
    }));
  }

  function lock(needId: string): void {
    setState((before) => ({
      ...before,
      locked: before.locked.has(needId)
        ? new Set([...before.locked].filter((each) => each !== needId))
        : new Set([...before.locked, needId]),
    }));
  }

  function save(): void {
    setOutcome(null);
    accept.mutate({
      ...range,
      roster,
      locked: lockedCells,
      replacements: [...state.replacements].map(([needId, reason]) => ({ needId, reason })),
    });
  }

  return (
    <>
      <Box sx={{ display: 'flex', gap: 2, alignItems: 'center', flexWrap: 'wrap', mb: 1 }}>
        <ToggleButtonGroup
          size="small"
          exclusive
          value={view}
          aria-label="按什么看"
          onChange={(_event, next: RosterView | null) => {
            if (next) setView(next);
          }}
        >
          <ToggleButton value="groups">按班组看</ToggleButton>
          <ToggleButton value="teachers">按教师看</ToggleButton>
        </ToggleButtonGroup>
        <DutyLegend />
        <Box sx={{ flex: 1 }}>{open > 0 ? `还有 ${open} 场没有排人。` : '每一场都有人。'}</Box>
        {mayChange ? (
          <>
            <Button variant="outlined" disabled={job.running} onClick={() => void solve()}>
              自动排班
            </Button>
            <Button
              variant="contained"
              disabled={job.running || accept.isPending || clashes.length > 0}
              onClick={save}
            >
              保存排班
            </Button>
          </>
        ) : null}
      </Box>
      <JobProgress job={job} />
      <FailureNotice error={error ?? accept.error} />
      {outcome ? <OutcomeNotice outcome={outcome} /> : null}
      {accept.data ? (
        <Alert severity="success" sx={{ mb: 2 }}>
          {`已保存：新增 ${accept.data.created} 场，更改 ${accept.data.changed} 场。`}
        </Alert>
      ) : null}
      {clashes.length > 0 ? (
        <Alert severity="error" sx={{ mb: 2 }}>
          {clashes.slice(0, 5).map(({ sentence }) => (
            <Box key={sentence}>{sentence}</Box>
          ))}
        </Alert>
      ) : null}
      <Box sx={{ display: 'flex', gap: 2, alignItems: 'flex-start', flexWrap: 'wrap' }}>
        <Box sx={{ flex: '1 1 36rem', minWidth: 0 }}>
          <RosterGrid
            problem={problem}
            roster={roster}
            locked={locked}
            view={view}
            chosen={chosen}
            onChoose={setChosen}
          />
        </Box>
        <Paper variant="outlined" sx={{ flex: '0 0 22rem', p: 2 }}>
          {need ? (
            <DutyPanel
              key={need.id}
              problem={problem}
              roster={roster}
              need={need}
              isLocked={locked.has(need.id)}
              mayChange={mayChange}
              onLock={() => {
                lock(need.id);
              }}
              onGive={(teacherId, reason) => {
                give(need.id, teacherId, reason);
              }}
              onClear={() => {
                clear(need.id);
              }}
            />
          ) : (
            <LoadBars problem={problem} roster={roster} />
          )}
          {need ? (
            <Button
              color="secondary"
              sx={{ mt: 1 }}
              onClick={() => {
                setChosen(null);
              }}
            >
              看教师课时
            </Button>
          ) : null}
        </Paper>
      </Box>
    </>
  );
}
