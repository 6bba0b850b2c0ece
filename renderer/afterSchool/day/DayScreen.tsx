import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState, type ReactNode } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import type { ServiceDay, SessionCard } from '../../../shared/contract/serviceDay.ts';
import { addDays, isPlainDate, mondayOf } from '../../../shared/kernel/plainDate.ts';
import { useRights } from '../../ground/sessionContext.tsx';
import { useToday } from '../../ground/today.ts';
import { useCall, useChange } from '../../client.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { DayStepper } from '../../ledger/form/controls/DayStepper.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { QuietButton } from '../../ui/QuietButton.tsx';
import { SentenceAlert } from '../../ui/SentenceAlert.tsx';
import { toggled } from '../../ui/toggled.ts';
import { remedyAddress } from '../../ui/remedyAddress.ts';
import { recordAddress } from '../../ui/recordAddress.ts';
import { Unanswered } from '../../ui/Unanswered.tsx';
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
        actions={<DayStepper value={on} today={today} onChange={(next) => setSearch({ on: next })} />}
      />
      <Unanswered query={day} />
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

type Asked =
  | { readonly kind: 'cancel'; readonly slotIds: readonly string[] }
  | { readonly kind: 'reinstate'; readonly session: SessionCard }
  | { readonly kind: 'replace'; readonly replaced: Replaced };

function DayDesk({ day, today }: { readonly day: ServiceDay; readonly today: string }): ReactNode {
  const mayWrite = useRights().mayWrite('afterSchool');
  const navigate = useNavigate();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [asked, setAsked] = useState<Asked | null>(null);
  const first = day.sessions.find(
    ({ cancelledReason, due, present }) => cancelledReason === null && due > 0 && present === null,
  );
  return (
    <>
      <DayNotices day={day} />
      {mayWrite ? (
        <DayActions
          day={day}
          today={today}
          chosen={chosen.size}
          onCancel={() => setAsked({ kind: 'cancel', slotIds: [...chosen] })}
        />
      ) : null}
      <Box sx={{ mb: 1, color: 'text.secondary', fontSize: '0.8125rem' }}>
        {`当天安全巡查 ${day.rounds} 次，突发事件 ${day.incidents} 起。`}
        {first ? '光标在第一个没点名的班组上，按回车开始点名。' : ''}
      </Box>
      {day.sessions.length === 0 ? (
        <EmptyState sentence="这天没有课后服务排班。">
          <Button href="/roster" variant="outlined">
            去排班
          </Button>
        </EmptyState>
      ) : (
        <SessionTable
          sessions={day.sessions}
          focusId={first?.id ?? null}
          mayWrite={mayWrite}
          mayChange={mayWrite && !day.monthLocked}
          past={day.on <= today}
          chosen={chosen}
          onChoose={(id) => setChosen(toggled(chosen, id))}
          onOpen={({ id }, handover) =>
            void navigate(`/service/session/${id}${handover ? '?part=handover' : ''}`)
          }
          onReplace={(replaced) => setAsked({ kind: 'replace', replaced })}
          onReinstate={(session) => setAsked({ kind: 'reinstate', session })}
        />
      )}
      <CancelDialog
        slotIds={asked?.kind === 'cancel' ? asked.slotIds : null}
        onClose={(settled) => {
          setAsked(null);
          if (settled) setChosen(new Set());
        }}
      />
      <ReinstateDialog
        session={asked?.kind === 'reinstate' ? asked.session : null}
        onClose={() => setAsked(null)}
      />
      {asked?.kind === 'replace' ? (
        <SubstituteDialog replaced={asked.replaced} onClose={() => setAsked(null)} />
      ) : null}
    </>
  );
}

/** What is special about the day, and what is still open from it. */
function DayNotices({ day }: { readonly day: ServiceDay }): ReactNode {
  const told = [
    day.notice ?? '',
    day.monthLocked ? '这个月的课时补助已经月结，场次不能再改；点名和交接仍可更正。' : '',
  ].filter((sentence) => sentence !== '');
  return (
    <>
      <SentenceAlert severity="info" sentences={told} />
      {day.openMatters.map(({ ledger, id, sentence }) => (
        <Alert
          key={id}
          severity="warning"
          sx={{ mb: 1 }}
          action={
            <Button href={`${recordAddress(ledger, id)}/edit`} color="inherit">
              去处理
            </Button>
          }
        >
          {sentence}
        </Alert>
      ))}
    </>
  );
}

interface DayActionsProps {
  readonly day: ServiceDay;
  readonly today: string;
  /** How many sessions are ticked. */
  readonly chosen: number;
  readonly onCancel: () => void;
}

/** Confirming, calling off, printing and what happened, with the outcome of the confirming above. */
function DayActions({ day, today, chosen, onCancel }: DayActionsProps): ReactNode {
  const navigate = useNavigate();
  const confirm = useChange('serviceDay.confirm');
  const monday = mondayOf(day.on);
  // The week's forms are those of any of its sessions.
  const forms = day.sessions.find(
    ({ cancelledReason, due, present }) => cancelledReason === null && (due > 0 || present !== null),
  );
  const create = (ledger: string) => {
    const values = { heldOn: day.on };
    const { to, state } = remedyAddress({ kind: 'create', ledger, period: day.period, values });
    void navigate(to, { state });
  };
  return (
    <>
      <FailureNotice error={confirm.error} />
      {confirm.data ? (
        <SentenceAlert
          severity={confirm.data.left.length > 0 ? 'warning' : 'success'}
          sentences={[
            `已确认 ${confirm.data.confirmed} 场。`,
            ...confirm.data.left.map(({ sentence }) => sentence),
          ]}
          most={7}
          rest="场没有确认"
        />
      ) : null}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mb: 1, alignItems: 'center' }}>
        <Button
          variant="contained"
          disabled={day.on > today || day.monthLocked || confirm.isPending || day.sessions.length === 0}
          onClick={() => confirm.mutate({ from: day.on, to: day.on })}
        >
          确认当天开展
        </Button>
        <QuietButton
          disabled={monday > today || confirm.isPending}
          onClick={() => confirm.mutate({ from: monday, to: addDays(monday, 6) })}
        >
          确认本周开展
        </QuietButton>
        <QuietButton disabled={chosen === 0 || day.monthLocked} onClick={onCancel}>
          {chosen === 0 ? '停课' : `停课 ${chosen} 场`}
        </QuietButton>
        <Box sx={{ flex: 1 }} />
        {forms ? (
          <QuietButton href={`/reports?name=rollCallForms&recordId=${forms.id}`}>本周点名表</QuietButton>
        ) : null}
        <QuietButton onClick={() => create('serviceSafetyRound')}>登记巡查</QuietButton>
        <QuietButton onClick={() => create('serviceIncident')}>登记突发事件</QuietButton>
      </Box>
    </>
  );
}

interface CancelDialogProps {
  /** `null` = nothing is asked. */
  readonly slotIds: readonly string[] | null;
  readonly onClose: (settled: boolean) => void;
}

function CancelDialog({ slotIds, onClose }: CancelDialogProps): ReactNode {
  const cancel = useChange('serviceDay.cancel');
  return (
    <>
      <FailureNotice error={cancel.error} />
      <ConfirmDialog
        open={slotIds !== null}
        title={`停课 ${slotIds?.length ?? 0} 场`}
        confirmLabel="停课"
        reason={{ label: '停课原因', minLength: 2 }}
        busy={cancel.isPending}
        onClose={() => onClose(false)}
        onConfirm={(reason) =>
          cancel.mutate({ slotIds: [...(slotIds ?? [])], reason }, { onSettled: () => onClose(true) })
        }
      >
        停课的场次不点名，也不计课时。原因会写在记录里。
      </ConfirmDialog>
    </>
  );
}

interface ReinstateDialogProps {
  readonly session: SessionCard | null;
  readonly onClose: () => void;
}

function ReinstateDialog({ session, onClose }: ReinstateDialogProps): ReactNode {
  const reinstate = useChange('serviceDay.reinstate');
  return (
    <>
      <FailureNotice error={reinstate.error} />
      <ConfirmDialog
        open={session !== null}
        title={`恢复“${session?.course ?? ''}”`}
        confirmLabel="恢复"
        reason={{ label: '恢复原因', minLength: 2 }}
        busy={reinstate.isPending}
        onClose={onClose}
        onConfirm={(reason) =>
          reinstate.mutate({ slotId: session?.id ?? '', reason }, { onSettled: onClose })
        }
      >
        这一场照常点名，课时恢复为停课以前的数。
      </ConfirmDialog>
    </>
  );
}
