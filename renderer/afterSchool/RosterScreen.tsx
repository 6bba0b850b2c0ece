import { DndContext, DragOverlay, PointerSensor, pointerWithin, useSensor, useSensors } from '@dnd-kit/core';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import MuiLink from '@mui/material/Link';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import Paper from '@mui/material/Paper';
import TextField from '@mui/material/TextField';
import { useState, type ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import type { RosterBoard } from '../../shared/contract/afterSchool.ts';
import type { OutputOf } from '../../shared/contract/index.ts';
import type { RosterOutcome } from '../../shared/domain/afterSchool/roster/outcome.ts';
import type { Carried } from '../../shared/domain/afterSchool/roster/handMoves.ts';
import type { Roster, RosterNeed } from '../../shared/domain/afterSchool/roster/problem.ts';
import { verifyRoster } from '../../shared/domain/afterSchool/roster/verifyRoster.ts';
import { addDays, isPlainDate, mondayOf } from '../../shared/kernel/plainDate.ts';
import { usePeriod } from '../ground/periodContext.tsx';
import { useRights } from '../ground/sessionContext.tsx';
import { useToday } from '../ground/today.ts';
import { call, useCall, useChange, useJob } from '../client.ts';
import { silentDrag } from '../ui/silentDrag.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { FailureNotice } from '../ui/FailureNotice.tsx';
import { JobProgress } from '../ui/JobProgress.tsx';
import { LeaveGuard } from '../ui/LeaveGuard.tsx';
import { SentenceAlert } from '../ui/SentenceAlert.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { QuietButton } from '../ui/QuietButton.tsx';
import { Unanswered } from '../ui/Unanswered.tsx';
import { useSaveKey } from '../ui/useSaveKey.ts';
import { DutyPanel } from './DutyPanel.tsx';
import { LoadBars } from './LoadBars.tsx';
import { OutcomeNotice } from './OutcomeNotice.tsx';
import { useRosterCarry, type RosterCarry } from './rosterCarry.ts';
import { RosterDayExceptions } from './RosterDayExceptions.tsx';
import { useRosterDesk, type RosterDeskControl } from './rosterDesk.ts';
import { RosterGrid } from './RosterGrid.tsx';
import { RosterMoveBar } from './RosterMoveBar.tsx';
import type { RosterView } from './rosterTargets.ts';
import { RosterToolbar } from './RosterToolbar.tsx';

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
  const mayChange = useRights().mayWrite('afterSchool');
  const period = usePeriod();
  const [address, setAddress] = useSearchParams();
  const asked = address.get('from') ?? '';
  const from = mondayOf(isPlainDate(asked) ? asked : today);
  const weeks = lengths.find((each) => String(each.weeks) === address.get('weeks'))?.weeks ?? 1;
  const term = period.term ?? period.current.term ?? '';
  const range = { period: term, from, to: addDays(from, weeks * 7 - 1) };
  const board = useCall('roster.board', range);
  // In the address, so that changes not saved are asked about before another week is shown.
  const show = (monday: string, length: number) => setAddress({ from: monday, weeks: String(length) });
  return (
    <>
      <PageHeader
        title="课后服务排班"
        hint="一周排一次，后面的周照这个样子；已开展或停课的场次不动。"
        actions={
          <>
            <QuietButton onClick={() => show(addDays(from, -7), weeks)}>上一周</QuietButton>
            <QuietButton onClick={() => show(addDays(from, 7), weeks)}>下一周</QuietButton>
            <TextField
              select
              label="排多久"
              value={weeks}
              sx={{ width: 128, flex: 'none' }}
              onChange={(event) => show(from, Number(event.target.value))}
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
      <Box sx={{ mb: 1, display: 'flex', gap: 2, flexWrap: 'wrap' }}>
        <Box>{`${range.from} 至 ${range.to}`}</Box>
        <MuiLink href="/ledger/serviceTeacher">课后服务教师</MuiLink>
        <MuiLink href="/ledger/serviceBusyTime">教师占用时间</MuiLink>
        {mayChange ? <MuiLink href="/import/serviceBusyTime">导入课表</MuiLink> : null}
        <MuiLink href={`/reports?name=weeklyRoster&period=${from.slice(0, 7)}`}>打印周表</MuiLink>
        <MuiLink href={`/reports?name=teacherRoster&period=${from.slice(0, 7)}`}>按教师打印</MuiLink>
        <MuiLink href={`/reports?name=roomRoster&period=${from.slice(0, 7)}`}>按场地打印</MuiLink>
      </Box>
      <Unanswered query={board} />
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
      <Button href="/ledger/servicePlan" variant="outlined">
        登记方案
      </Button>
      <Button href="/ledger/serviceCourse" variant="outlined">
        登记课程
      </Button>
      <Button href="/ledger/serviceTeacher" variant="outlined">
        登记课后服务教师
      </Button>
    </EmptyState>
  );
}

/** Solving and storing; what either said is forgotten once something is changed by hand. */
function useRosterSaving(range: WeekRange, desk: RosterDeskControl, carry: RosterCarry) {
  const [outcome, setOutcome] = useState<RosterOutcome | null>(null);
  const job = useJob();
  const accept = useChange('roster.accept');

  async function solve(): Promise<void> {
    changed();
    const found = await job.attempt((jobId) =>
      call('roster.solve', { ...range, jobId, locked: desk.lockedCells, previous: desk.roster }),
    );
    setOutcome(found);
    if (found?.kind === 'solved') desk.replaceRoster(found.roster);
  }

  async function save(): Promise<boolean> {
    setOutcome(null);
    carry.forget();
    const stored = await accept
      .mutateAsync({
        ...range,
        roster: desk.roster,
        locked: desk.lockedCells,
        replacements: [...desk.replacements].map(([needId, reason]) => ({ needId, reason })),
        exceptions: desk.exceptions,
      })
      .catch(() => null);
    if (stored) desk.settle();
    return stored !== null;
  }

  function changed(): void {
    setOutcome(null);
    accept.reset();
    carry.forget();
  }

  return { job, accept, outcome, solve, save, changed };
}

/** Work on one range: what is changed here is stored only by 保存排班. */
function RosterDesk({ range, board }: { readonly range: WeekRange; readonly board: RosterBoard }): ReactNode {
  const { problem } = board;
  const mayChange = useRights().mayWrite('afterSchool');
  const desk = useRosterDesk(board);
  const { roster, locked, lockedCells } = desk;
  const lockedProblem = { ...problem, locked: lockedCells };
  const carry = useRosterCarry(lockedProblem, roster, desk.move);
  const [view, setView] = useState<RosterView>('groups');
  const [chosen, setChosen] = useState<string | null>(null);
  const { job, accept, outcome, solve, changed, ...saving } = useRosterSaving(range, desk, carry);
  const sensors = useSensors(useSensor(PointerSensor, { activationConstraint: { distance: 6 } }));
  const open = problem.needs.length - roster.length;
  const clashes = verifyRoster(lockedProblem, roster).filter(({ kind }) => kind !== 'uncovered');
  const need = problem.needs.find(({ id }) => id === chosen);
  const maySave = mayChange && !job.running && !accept.isPending && clashes.length === 0;
  const save = async () => maySave && (await saving.save());
  useSaveKey(() => void save());

  return (
    <DndContext
      sensors={sensors}
      collisionDetection={pointerWithin}
      accessibility={silentDrag}
      onDragStart={({ active }) => {
        const carried = carriedBy(String(active.id), roster);
        if (carried) carry.lift(carried, 'mouse');
      }}
      onDragOver={({ over }) => carry.hover(over ? String(over.id) : null)}
      onDragEnd={({ over }) => {
        accept.reset();
        carry.drop(over ? String(over.id) : null);
      }}
      onDragCancel={carry.putBack}
    >
      <RosterToolbar
        view={view}
        onView={setView}
        open={open}
        steps={desk.steps}
        mayChange={mayChange}
        busy={job.running}
        maySave={maySave}
        onSolve={() => void solve()}
        onSave={() => void save()}
        onUndo={() => {
          changed();
          desk.undo();
        }}
      />
      <JobProgress job={job} />
      <FailureNotice error={accept.error} />
      {outcome ? <OutcomeNotice outcome={outcome} /> : null}
      {accept.data ? <Saved answer={accept.data} /> : null}
      <SentenceAlert severity="error" sentences={clashes.map(({ sentence }) => sentence)} />
      {clashes.length === 0 ? <SentenceAlert severity="warning" sentences={board.warnings} /> : null}
      <RosterDayExceptions board={board} desk={desk} mayChange={mayChange} />
      {mayChange ? <RosterMoveBar carry={carry} desk={desk} /> : null}
      <Box sx={{ display: 'flex', gap: 2, alignItems: 'flex-start', flexWrap: 'wrap' }}>
        <Box sx={{ flex: '1 1 36rem', minWidth: 0 }}>
          <RosterGrid
            problem={problem}
            roster={roster}
            locked={locked}
            view={view}
            chosen={chosen}
            carry={carry}
            mayChange={mayChange && !job.running}
            onChoose={setChosen}
          />
        </Box>
        <RosterSide
          board={board}
          problem={lockedProblem}
          desk={desk}
          need={need}
          mayChange={mayChange}
          onChange={changed}
          onClose={() => setChosen(null)}
        />
      </Box>
      <InHand carry={carry} problem={problem} />
      <LeaveGuard unsaved={desk.unsaved} busy={accept.isPending} what="排班有没保存的改动" onSave={save} />
    </DndContext>
  );
}

function Saved({ answer }: { readonly answer: OutputOf<'roster.accept'> }): ReactNode {
  const { created, changed, leftOpen } = answer;
  return (
    <Alert severity="success" sx={{ mb: 2 }}>
      {`已保存：新增 ${created} 场，更改 ${changed} 场。`}
      {leftOpen > 0 ? `其中 ${leftOpen} 场当天没有人，请安排代班。` : ''}
    </Alert>
  );
}

/** Who is carried by the mouse. */
function InHand({
  carry,
  problem,
}: {
  readonly carry: RosterCarry;
  readonly problem: RosterBoard['problem'];
}): ReactNode {
  return (
    <DragOverlay dropAnimation={null}>
      {carry.by === 'mouse' && carry.carried ? (
        <Paper elevation={3} sx={{ px: 1, py: 0.5, width: 'max-content', whiteSpace: 'nowrap' }}>
          {problem.teachers.find(({ id }) => id === carry.carried?.teacherId)?.name}
        </Paper>
      ) : null}
    </DragOverlay>
  );
}

interface RosterSideProps {
  readonly board: RosterBoard;
  /** With the duties that are fixed by hand. */
  readonly problem: RosterBoard['problem'];
  readonly desk: RosterDeskControl;
  readonly need: RosterNeed | undefined;
  readonly mayChange: boolean;
  /** Before something is changed by hand. */
  readonly onChange: () => void;
  readonly onClose: () => void;
}

/** The opened duty, or the load of everybody while none is open. */
function RosterSide({
  board,
  problem,
  desk,
  need,
  mayChange,
  onChange,
  onClose,
}: RosterSideProps): ReactNode {
  const { roster, locked, exceptions } = desk;
  return (
    <Paper variant="outlined" sx={{ flex: '0 0 22rem', p: 2 }}>
      {need ? (
        <DutyPanel
          key={need.id}
          problem={problem}
          roster={roster}
          need={need}
          isLocked={locked.has(need.id)}
          mayChange={mayChange}
          dates={board.teachingDays.filter(({ weekday }) => weekday === need.day).map(({ date }) => date)}
          datedBusy={board.datedBusy}
          onLock={() => desk.toggleLock(need.id)}
          onGive={(teacherId, reason) => {
            onChange();
            desk.give(need.id, teacherId, reason);
          }}
          onGiveOnDate={(date, teacherId, reason) => {
            onChange();
            const others = exceptions.filter((each) => each.date !== date || each.needId !== need.id);
            desk.setExceptions([...others, { date, needId: need.id, teacherId, reason }]);
          }}
          onSwap={({ needId, preview }, reason) => {
            onChange();
            desk.move(preview.roster, [need.id, needId], reason);
          }}
          onClear={() => {
            onChange();
            desk.clear(need.id);
          }}
        />
      ) : (
        <LoadBars problem={problem} roster={roster} draggable={mayChange} />
      )}
      {need ? (
        <Button color="secondary" sx={{ mt: 1 }} onClick={onClose}>
          看教师课时
        </Button>
      ) : null}
    </Paper>
  );
}

/** What a draggable's id stands for: a duty with its holder, or a person. */
function carriedBy(id: string, roster: Roster): Carried | null {
  if (id.startsWith('person:')) return { teacherId: id.slice('person:'.length), needId: null };
  const needId = id.slice('need:'.length);
  const teacherId = roster.find((each) => each.needId === needId)?.teacherId;
  return teacherId === undefined ? null : { teacherId, needId };
}
