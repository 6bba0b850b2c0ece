import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState, type ReactNode } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import type { ServiceDay, SessionCard } from '../../../shared/contract/serviceDay.ts';
import { addDays, isPlainDate, mondayOf } from '../../../shared/kernel/plainDate.ts';
import { useRights } from '../../ground/sessionContext.tsx';
import { useToday } from '../../ground/today.ts';
import { useCall, useChange } from '../../client.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { DayStepper } from '../../ledger/form/controls/DayStepper.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { remedyAddress } from '../../ui/remedyAddress.ts';
import { recordAddress } from '../../ui/recordAddress.ts';
import { SessionTable } from './SessionTable.tsx';
import { SubstituteDialog, type Replaced } from './SubstituteDialog.tsx';

/** 今日课后服务: every group of a day, what is done and what is not. */
export function DayScreen(): ReactNode {
  const today = useToday();
  const [search, setSearch] = useSearchParams();
  const asked = search.get('on') ?? '';
  const on = isPlainDate(asked) ? asked : today;
  const day = useCall('serviceDay.read', { on }, { keepPrevious: true });
  const shown = day.data?.on === on ? day.data : undefined;
  return (
    <>
      <PageHeader
        title={on === today ? '今日课后服务' : '课后服务当天情况'}
        hint={shown ? summaryOf(shown) : undefined}
        actions={
          <DayStepper
            value={on}
            today={today}
            onChange={(next) => {
              setSearch({ on: next });
            }}
          />
        }
      />
      <FailureNotice error={day.error} onRetry={() => void day.refetch()} />
      {day.isPending ? <Loading /> : null}
      {shown ? <DayDesk key={on} day={shown} today={today} /> : null}
    </>
  );
}

function summaryOf({ sessions }: ServiceDay): string {
  const held = sessions.filter(({ cancelledReason }) => cancelledReason === null);
  const due = held.filter((session) => session.due > 0);
  const open = due.filter(({ present }) => present === null).length;
  if (sessions.length === 0) return '这天没有排班。';
  const off = sessions.length - held.length;
  return `${held.length} 场${off > 0 ? `，停课 ${off} 场` : ''}，${open === 0 ? '都点过名了' : `还有 ${open} 场没有点名`}，已确认 ${held.filter(({ confirmed }) => confirmed).length} 场。`;
}

function DayDesk({ day, today }: { readonly day: ServiceDay; readonly today: string }): ReactNode {
  const mayWrite = useRights().mayWrite('afterSchool');
  const navigate = useNavigate();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [cancelling, setCancelling] = useState<readonly string[] | null>(null);
  const [reinstated, setReinstated] = useState<SessionCard | null>(null);
  const [replaced, setReplaced] = useState<Replaced | null>(null);
  const confirm = useChange('serviceDay.confirm');
  const cancel = useChange('serviceDay.cancel');
  const reinstate = useChange('serviceDay.reinstate');
  const past = day.on <= today;
  const open = day.sessions.filter(({ cancelledReason }) => cancelledReason === null);
  // The week's forms are those of any of its sessions.
  const forms = open.find(({ due, present }) => due > 0 || present !== null);
  const first = open.find(({ due, present }) => due > 0 && present === null);

  function openSession({ id, present, waiting }: SessionCard, handover: boolean) {
    const part = handover && present !== null && waiting === null ? '?part=handover' : '';
    void navigate(`/service/session/${id}${handover ? '?part=handover' : part}`);
  }
  function create(ledger: string, values: Readonly<Record<string, unknown>>) {
    const { to, state } = remedyAddress({ kind: 'create', ledger, period: day.period, values });
    void navigate(to, { state });
  }

  return (
    <>
      {day.notice ? (
        <Alert severity="info" sx={{ mb: 1 }}>
          {day.notice}
        </Alert>
      ) : null}
      {day.monthLocked ? (
        <Alert severity="info" sx={{ mb: 1 }}>
          这个月的课时补助已经月结，场次不能再改；点名和交接仍可更正。
        </Alert>
      ) : null}
      {day.openMatters.map(({ ledger, id, sentence }) => (
        <Alert
          key={id}
          severity="warning"
          sx={{ mb: 1 }}
          action={
            <Button component={Link} to={`${recordAddress(ledger, id)}/edit`} color="inherit">
              去处理
            </Button>
          }
        >
          {sentence}
        </Alert>
      ))}
      <FailureNotice error={confirm.error ?? cancel.error ?? reinstate.error} />
      {confirm.data ? (
        <Alert severity={confirm.data.left.length > 0 ? 'warning' : 'success'} sx={{ mb: 1 }}>
          {`已确认 ${confirm.data.confirmed} 场。`}
          {confirm.data.left.slice(0, 6).map(({ slotId, sentence }) => (
            <Box key={slotId}>{sentence}</Box>
          ))}
          {confirm.data.left.length > 6 ? `另有 ${confirm.data.left.length - 6} 场没有确认。` : ''}
        </Alert>
      ) : null}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mb: 1, alignItems: 'center' }}>
        {mayWrite ? (
          <>
            <Button
              variant="contained"
              disabled={!past || day.monthLocked || confirm.isPending || day.sessions.length === 0}
              onClick={() => confirm.mutate({ from: day.on, to: day.on })}
            >
              确认当天开展
            </Button>
            <Button
              variant="outlined"
              color="secondary"
              disabled={mondayOf(day.on) > today || confirm.isPending}
              onClick={() => confirm.mutate({ from: mondayOf(day.on), to: addDays(mondayOf(day.on), 6) })}
            >
              确认本周开展
            </Button>
            <Button
              variant="outlined"
              color="secondary"
              disabled={chosen.size === 0 || day.monthLocked}
              onClick={() => {
                setCancelling([...chosen]);
              }}
            >
              {chosen.size === 0 ? '停课' : `停课 ${chosen.size} 场`}
            </Button>
            <Box sx={{ flex: 1 }} />
            {forms ? (
              <Button
                color="secondary"
                variant="outlined"
                component={Link}
                to={`/reports?name=rollCallForms&recordId=${forms.id}`}
              >
                本周点名表
              </Button>
            ) : null}
            <Button
              color="secondary"
              variant="outlined"
              onClick={() => create('serviceSafetyRound', { heldOn: day.on })}
            >
              登记巡查
            </Button>
            <Button
              color="secondary"
              variant="outlined"
              onClick={() => create('serviceIncident', { heldOn: day.on })}
            >
              登记突发事件
            </Button>
          </>
        ) : null}
      </Box>
      <Box sx={{ mb: 1, color: 'text.secondary', fontSize: '0.8125rem' }}>
        {`当天安全巡查 ${day.rounds} 次，突发事件 ${day.incidents} 起。`}
        {first ? '光标在第一个没点名的班组上，按回车开始点名。' : ''}
      </Box>
      {day.sessions.length === 0 ? (
        <EmptyState sentence="这天没有课后服务排班。">
          <Button component={Link} to="/roster" variant="outlined">
            去排班
          </Button>
        </EmptyState>
      ) : (
        <SessionTable
          sessions={day.sessions}
          focusId={first?.id ?? null}
          mayWrite={mayWrite}
          mayChange={mayWrite && !day.monthLocked}
          past={past}
          chosen={chosen}
          onChoose={(id) => {
            setChosen((before) =>
              before.has(id) ? new Set([...before].filter((each) => each !== id)) : new Set([...before, id]),
            );
          }}
          onOpen={openSession}
          onReplace={setReplaced}
          onReinstate={setReinstated}
        />
      )}
      <ConfirmDialog
        open={cancelling !== null}
        title={`停课 ${cancelling?.length ?? 0} 场`}
        confirmLabel="停课"
        reason={{ label: '停课原因', minLength: 2 }}
        busy={cancel.isPending}
        onClose={() => {
          setCancelling(null);
        }}
        onConfirm={(reason) => {
          cancel.mutate(
            { slotIds: [...(cancelling ?? [])], reason },
            {
              onSettled: () => {
                setCancelling(null);
                setChosen(new Set());
              },
            },
          );
        }}
      >
        停课的场次不点名，也不计课时。原因会写在记录里。
      </ConfirmDialog>
      <ConfirmDialog
        open={reinstated !== null}
        title={`恢复“${reinstated?.course ?? ''}”`}
        confirmLabel="恢复"
        reason={{ label: '恢复原因', minLength: 2 }}
        busy={reinstate.isPending}
        onClose={() => {
          setReinstated(null);
        }}
        onConfirm={(reason) => {
          reinstate.mutate(
            { slotId: reinstated?.id ?? '', reason },
            {
              onSettled: () => {
                setReinstated(null);
              },
            },
          );
        }}
      >
        这一场照常点名，课时恢复为停课以前的数。
      </ConfirmDialog>
      <SubstituteDialog
        replaced={replaced}
        onClose={() => {
          setReplaced(null);
        }}
      />
    </>
  );
}
