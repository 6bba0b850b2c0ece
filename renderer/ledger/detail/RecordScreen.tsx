import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import Tooltip from '@mui/material/Tooltip';
import Close from '@mui/icons-material/Close';
import { useState, type ComponentType, type ReactNode } from 'react';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router';
import type { RecordView } from '../../../shared/contract/ledgers.ts';
import { chinaDateOf } from '../../../shared/kernel/plainDate.ts';
import { formatPeriod } from '../../../shared/kernel/periods.ts';
import type { AnyLedger, RecordState } from '../../../shared/ledger/definition.ts';
import { useRights } from '../../ground/sessionContext.tsx';
import { useCall, useChange } from '../../client.ts';
import { ConfirmDialog, removalReason } from '../../ui/ConfirmDialog.tsx';
import { recordAddress } from '../../ui/recordAddress.ts';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { recordStateSigns, StatusSign } from '../../ui/StatusSign.tsx';
import { recordTitle } from '../recordTitle.ts';
import { useDefinition } from '../useDefinition.ts';
import { HistoryTab } from './HistoryTab.tsx';
import { RecordReports } from './RecordReports.tsx';
import { RecordValues } from './RecordValues.tsx';

export interface RecordPanelProps {
  readonly ledger: string;
  readonly view: RecordView;
  readonly mayWrite: boolean;
}

interface RecordScreenProps {
  /** What an area shows on the page of a record of its own, above the values; nothing for most ledgers. */
  readonly Panel: ComponentType<RecordPanelProps>;
}

/** One record: readable, with its history, its documents and what may be done with it. */
export function RecordScreen({ Panel }: RecordScreenProps): ReactNode {
  const definition = useDefinition();
  const { recordId = '' } = useParams();
  const view = useCall(
    'ledger.get',
    { ledger: definition?.id ?? '', id: recordId },
    { enabled: definition !== null },
  );
  if (!definition) return null;
  if (view.error)
    return (
      <Box sx={{ p: 2 }}>
        <FailureNotice error={view.error} onRetry={() => void view.refetch()} />
      </Box>
    );
  if (!view.data) return <Loading />;
  return <RecordBody key={recordId} definition={definition} view={view.data} Panel={Panel} />;
}

interface RecordBodyProps extends RecordScreenProps {
  readonly definition: AnyLedger;
  readonly view: RecordView;
}

function RecordBody({ definition, view, Panel }: RecordBodyProps): ReactNode {
  const { record, titles } = view;
  const title = recordTitle(definition, view);
  const navigate = useNavigate();
  const rights = useRights();
  const [address, setAddress] = useSearchParams();
  const tab = address.get('tab') === 'history' ? 'history' : 'values';
  const [asking, setAsking] = useState<'remove' | 'reopen' | null>(null);
  const save = useChange('ledger.save');
  const remove = useChange('ledger.remove');

  const bringBack = useChange('ledger.undelete');

  const mayWrite = rights.mayWrite(definition.area) && record.deletedAt === null;
  const locked = Boolean(definition.workflow) && record.state !== 'draft';
  const base = `/ledger/${definition.id}`;
  const ownScreen = recordAddress(definition.id, record.id);

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
        onSuccess: () => {
          setAsking(null);
          if (state === 'draft') void navigate(`${base}/${record.id}/edit`);
        },
        onError: () => setAsking(null),
      },
    );
  }

  return (
    <Box component="article" aria-label={title} sx={{ height: '100%', overflow: 'auto', p: 2 }}>
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
            {ownScreen === `${base}/${record.id}` ? null : (
              <Button component={Link} to={ownScreen} variant="outlined" color="secondary">
                查看进度
              </Button>
            )}
            {mayWrite && !locked ? (
              <Button component={Link} to={`${base}/${record.id}/edit`} variant="contained">
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
              <IconButton aria-label="关闭" onClick={() => void navigate(base)}>
                <Close />
              </IconButton>
            </Tooltip>
          </>
        }
      />
      <FailureNotice error={save.error} onClose={() => save.reset()} />
      <FailureNotice error={remove.error} onClose={() => remove.reset()} />
      <FailureNotice error={bringBack.error} onClose={() => bringBack.reset()} />
      {record.deletedAt === null ? null : (
        <Alert
          severity="warning"
          sx={{ mb: 2 }}
          action={
            rights.mayWrite(definition.area) ? (
              <Button
                color="inherit"
                disabled={bringBack.isPending}
                onClick={() => bringBack.mutate({ ledger: definition.id, ids: [record.id] })}
              >
                找回
              </Button>
            ) : undefined
          }
        >
          这条记录在回收站里，找回后才能修改。
        </Alert>
      )}
      {/* A record's own screen has its documents, each at the step it belongs to. */}
      {ownScreen === `${base}/${record.id}` && <RecordReports definition={definition} recordId={record.id} />}
      <Tabs
        value={tab}
        onChange={(_, value: string) => {
          const next = new URLSearchParams(address);
          if (value === 'history') next.set('tab', 'history');
          else next.delete('tab');
          setAddress(next, { replace: true });
        }}
        sx={{ mb: 2, minHeight: 0 }}
      >
        <Tab value="values" label="内容" id="tab-values" aria-controls="panel-record" />
        <Tab value="history" label="修改历史" id="tab-history" aria-controls="panel-record" />
      </Tabs>
      <Box role="tabpanel" id="panel-record" aria-labelledby={`tab-${tab}`}>
        {tab === 'values' ? (
          <>
            <Panel ledger={definition.id} view={view} mayWrite={mayWrite} />
            <RecordValues
              definition={definition}
              recordId={record.id}
              values={record.values}
              titles={titles}
              withheld={view.withheld}
            />
          </>
        ) : (
          <HistoryTab definition={definition} view={view} mayRestore={mayWrite} />
        )}
      </Box>
      <ConfirmDialog
        open={asking === 'reopen'}
        title="重新打开这条记录？"
        confirmLabel="重新打开并修改"
        reason={{ label: '为什么要改', minLength: 2 }}
        busy={save.isPending}
        onClose={() => setAsking(null)}
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
        onClose={() => setAsking(null)}
        onConfirm={(reason) =>
          remove.mutate(
            { ledger: definition.id, ids: [record.id], ...(reason ? { reason } : {}) },
            { onSuccess: () => void navigate(base), onError: () => setAsking(null) },
          )
        }
      >
        “{title}”会放进回收站，可以找回；修改历史也都保留。
      </ConfirmDialog>
    </Box>
  );
}
