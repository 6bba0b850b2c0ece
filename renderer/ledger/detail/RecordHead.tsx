import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import Tooltip from '@mui/material/Tooltip';
import Close from '@mui/icons-material/Close';
import { useState, type ReactNode } from 'react';
import { useLocation, useNavigate } from 'react-router';
import type { RecordView } from '../../../shared/contract/ledgers.ts';
import { chinaDateOf } from '../../../shared/kernel/plainDate.ts';
import { formatPeriod } from '../../../shared/kernel/periods.ts';
import type { AnyLedger, RecordState } from '../../../shared/ledger/definition.ts';
import { useRights } from '../../ground/sessionContext.tsx';
import { useChange } from '../../client.ts';
import { ConfirmDialog, removalReason } from '../../ui/ConfirmDialog.tsx';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { QuietButton } from '../../ui/QuietButton.tsx';
import { recordAddress } from '../../ui/recordAddress.ts';
import { recordStateSigns, StatusSign } from '../../ui/StatusSign.tsx';

interface RecordHeadProps {
  readonly definition: AnyLedger;
  readonly view: RecordView;
  readonly title: string;
  readonly mayWrite: boolean;
}

const pageOf = (definition: AnyLedger, recordId: string) => `/ledger/${definition.id}/${recordId}`;

/** Whether an area shows these records on a screen of its own. */
export function hasOwnScreen(definition: AnyLedger, recordId: string): boolean {
  return recordAddress(definition.id, recordId) !== pageOf(definition, recordId);
}

/** Where a record leads to; what its list shows goes along, so that coming back finds it as it was. */
function useAddresses(definition: AnyLedger, recordId: string) {
  const { search } = useLocation();
  return { list: `/ledger/${definition.id}${search}`, edit: `${pageOf(definition, recordId)}/edit${search}` };
}

function isLocked(definition: AnyLedger, record: RecordView['record']): boolean {
  return Boolean(definition.workflow) && record.state !== 'draft';
}

/** Name of a record, where it stands, and what may be done with it. */
export function RecordHead({ definition, view, title, mayWrite }: RecordHeadProps): ReactNode {
  const { record } = view;
  const navigate = useNavigate();
  const { list, edit } = useAddresses(definition, record.id);
  const [asking, setAsking] = useState<'remove' | 'reopen' | null>(null);
  const save = useChange('ledger.save');
  const remove = useChange('ledger.remove');
  const done = () => setAsking(null);

  function setState(state: RecordState, reason?: string) {
    save.mutate(
      {
        ledger: definition.id,
        id: record.id,
        values: record.values,
        period: record.period,
        state,
        baseRevision: record.revision,
        ...(reason ? { reason } : {}),
      },
      {
        onSuccess: () => void (state === 'draft' && navigate(edit)),
        onSettled: done,
      },
    );
  }
  function removeIt(reason: string) {
    remove.mutate(
      { ledger: definition.id, ids: [record.id], ...(reason ? { reason } : {}) },
      { onSuccess: () => void navigate(list), onError: done },
    );
  }

  return (
    <>
      <PageHeader
        title={title}
        hint={
          <>
            {definition.label}
            {record.period ? ` · ${formatPeriod(record.period)}` : ''} · {record.updatedBy}于{' '}
            {chinaDateOf(record.updatedAt)} 保存
          </>
        }
        actions={
          <RecordActions
            definition={definition}
            record={record}
            mayWrite={mayWrite}
            busy={save.isPending}
            onApprove={() => setState('approved')}
            onAsk={setAsking}
          />
        }
      />
      <FailureNotice error={save.error} onClose={() => save.reset()} />
      <FailureNotice error={remove.error} onClose={() => remove.reset()} />
      <ConfirmDialog
        open={asking === 'reopen'}
        title="重新打开这条记录？"
        confirmLabel="重新打开并修改"
        reason={{ label: '为什么要改', minLength: 2 }}
        busy={save.isPending}
        onClose={done}
        onConfirm={(reason) => setState('draft', reason)}
      >
        “{title}”{recordStateSigns[record.state].word}，平时是锁定的。重新打开后它回到草稿，改好再点“完成”。
      </ConfirmDialog>
      <ConfirmDialog
        open={asking === 'remove'}
        title="删除这条记录？"
        confirmLabel="删除"
        danger
        {...(isLocked(definition, record) ? { reason: removalReason } : {})}
        busy={remove.isPending}
        onClose={done}
        onConfirm={removeIt}
      >
        “{title}”会放进回收站，可以找回；修改历史也都保留。
      </ConfirmDialog>
    </>
  );
}

interface RecordActionsProps {
  readonly definition: AnyLedger;
  readonly record: RecordView['record'];
  readonly mayWrite: boolean;
  readonly busy: boolean;
  readonly onApprove: () => void;
  readonly onAsk: (about: 'remove' | 'reopen') => void;
}

function RecordActions(props: RecordActionsProps): ReactNode {
  const { definition, record, mayWrite, busy, onApprove, onAsk } = props;
  const rights = useRights();
  const navigate = useNavigate();
  const locked = isLocked(definition, record);
  const { list, edit } = useAddresses(definition, record.id);
  return (
    <>
      {definition.workflow ? <StatusSign sign={recordStateSigns[record.state]} /> : null}
      {hasOwnScreen(definition, record.id) ? (
        <QuietButton href={recordAddress(definition.id, record.id)}>查看进度</QuietButton>
      ) : null}
      {mayWrite && !locked ? (
        <Button href={edit} variant="contained">
          修改
        </Button>
      ) : null}
      {mayWrite && record.state === 'finished' && locked && rights.may('approve') ? (
        <Button variant="contained" disabled={busy} onClick={onApprove}>
          审定
        </Button>
      ) : null}
      {mayWrite && locked ? <QuietButton onClick={() => onAsk('reopen')}>重新打开</QuietButton> : null}
      {mayWrite ? (
        <Button color="error" onClick={() => onAsk('remove')}>
          删除
        </Button>
      ) : null}
      <Tooltip title="关闭，只看列表">
        <IconButton aria-label="关闭" onClick={() => void navigate(list)}>
          <Close />
        </IconButton>
      </Tooltip>
    </>
  );
}
