import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import type { ComponentType, ReactNode } from 'react';
import { useParams, useSearchParams } from 'react-router';
import type { RecordView } from '../../../shared/contract/ledgers.ts';
import type { AnyLedger } from '../../../shared/ledger/definition.ts';
import { useRights } from '../../ground/sessionContext.tsx';
import { useCall, useChange } from '../../client.ts';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { Unanswered } from '../../ui/Unanswered.tsx';
import { recordTitle } from '../recordTitle.ts';
import { useDefinition } from '../useDefinition.ts';
import { HistoryTab } from './HistoryTab.tsx';
import { hasOwnScreen, RecordHead } from './RecordHead.tsx';
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
  if (!view.isSuccess)
    return (
      <Box sx={{ p: 2 }}>
        <Unanswered query={view} />
      </Box>
    );
  return <RecordBody key={recordId} definition={definition} view={view.data} Panel={Panel} />;
}

interface RecordBodyProps extends RecordScreenProps {
  readonly definition: AnyLedger;
  readonly view: RecordView;
}

function RecordBody({ definition, view, Panel }: RecordBodyProps): ReactNode {
  const { record } = view;
  const title = recordTitle(definition, view);
  const rights = useRights();
  const [address, setAddress] = useSearchParams();
  const tab = address.get('tab') === 'history' ? 'history' : 'values';
  const mayWrite = rights.mayWrite(definition.area) && record.deletedAt === null;

  function showTab(_: unknown, chosen: string) {
    const next = new URLSearchParams(address);
    if (chosen === 'history') next.set('tab', 'history');
    else next.delete('tab');
    setAddress(next, { replace: true });
  }

  return (
    <Box component="article" aria-label={title} sx={{ height: '100%', overflow: 'auto', p: 2 }}>
      <RecordHead definition={definition} view={view} title={title} mayWrite={mayWrite} />
      {record.deletedAt === null ? null : <RemovedNotice definition={definition} recordId={record.id} />}
      {/* A record's own screen has its documents, each at the step it belongs to. */}
      {hasOwnScreen(definition, record.id) ? null : (
        <RecordReports definition={definition} recordId={record.id} />
      )}
      <Tabs value={tab} onChange={showTab} sx={{ mb: 2, minHeight: 0 }}>
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
              titles={view.titles}
              withheld={view.withheld}
            />
          </>
        ) : (
          <HistoryTab definition={definition} view={view} mayRestore={mayWrite} />
        )}
      </Box>
    </Box>
  );
}

interface RemovedNoticeProps {
  readonly definition: AnyLedger;
  readonly recordId: string;
}

function RemovedNotice({ definition, recordId }: RemovedNoticeProps): ReactNode {
  const rights = useRights();
  const bringBack = useChange('ledger.undelete');
  return (
    <>
      <FailureNotice error={bringBack.error} onClose={() => bringBack.reset()} />
      <Alert
        severity="warning"
        sx={{ mb: 2 }}
        action={
          rights.mayWrite(definition.area) ? (
            <Button
              color="inherit"
              disabled={bringBack.isPending}
              onClick={() => bringBack.mutate({ ledger: definition.id, ids: [recordId] })}
            >
              找回
            </Button>
          ) : undefined
        }
      >
        这条记录在回收站里，找回后才能修改。
      </Alert>
    </>
  );
}
