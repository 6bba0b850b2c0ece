import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import Tooltip from '@mui/material/Tooltip';
import Close from '@mui/icons-material/Close';
import { useState, type ReactNode } from 'react';
import { Link, useNavigate } from 'react-router';
import type { RecordView } from '../../../shared/contract/ledgers.ts';
import { chinaDateOf } from '../../../shared/kernel/plainDate.ts';
import { formatPeriod } from '../../../shared/kernel/periods.ts';
import type { AnyLedger, RecordState } from '../../../shared/ledger/definition.ts';
import { useRights } from '../../ground/sessionContext.tsx';
import { useChange } from '../../client.ts';
import { ConfirmDialog, removalReason } from '../../ui/ConfirmDialog.tsx';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
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

/** Name of a record, where it stands, and what may be done with it. */
export function RecordHead({ definition, view, title, mayWrite }: RecordHeadProps): ReactNode {
  const { record } = view;
  const rights = useRights();
  const navigate = useNavigate();
  const [asking, setAsking] = useState<'remove' | 'reopen' | null>(null);
  const save = useChange('ledger.save');
  const remove = useChange('ledger.remove');
  const locked = Boolean(definition.workflow) && record.state !== 'draft';
  const list = `/ledger/${definition.id}`;
  const edit = `${pageOf(definition, record.id)}/edit`;
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
      { onSuccess: () => void (state === 'draft' && navigate(edit)), onSettled: done },
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
          <>
            {definition.workflow ? <StatusSign sign={recordStateSigns[record.state]} /> : null}
            {hasOwnScreen(definition, record.id) ? (
              <Button
                component={Link}
                to={recordAddress(definition.id, record.id)}
                variant="outlined"
                color="secondary"
              >
                查看进度
              </Button>
            ) : null}
            {mayWrite && !locked ? (
              <Button component={Link} to={edit} variant="contained">
                修改
              </Button>
            ) : null}
            {mayWrite && record.state === 'finished' && locked && rights.may('approve') ? (
              <Button variant="contained" disabled={save.isPending} onClick={() => setState('approved')}>
                审定
              </Button>
            ) : null}
            {mayWrite && locked ? (
              <Button variant="outlined" color="secondary" onClick={() => setAsking('reopen')}>
                重新打开
              </Button>
            ) : null}
            {mayWrite ? (
              <Button color="error" onClick={() => setAsking('remove')}>
                删除
              </Button>
            ) : null}
            <Tooltip title="关闭，只看列表">
              <IconButton aria-label="关闭" onClick={() => void navigate(list)}>
                <Close />
              </IconButton>
            </Tooltip>
          </>
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
        {...(locked ? { reason: removalReason } : {})}
        busy={remove.isPending}
        onClose={done}
        onConfirm={removeIt}
      >
        “{title}”会放进回收站，可以找回；修改历史也都保留。
      </ConfirmDialog>
    </>
  );
}
