import Button from '@mui/material/Button';
import { useMemo, useState, type ReactNode } from 'react';
import { useParams } from 'react-router';
import type { Draft, RecordView } from '../../../shared/contract/ledgers.ts';
import type { AnyLedger } from '../../../shared/ledger/definition.ts';
import { useRights } from '../../ground/sessionContext.tsx';
import { tryCall, useCall } from '../../client.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { useDefinition } from '../useDefinition.ts';
import type { FormShape } from './formShape.ts';
import { RecordForm } from './RecordForm.tsx';
import { useReferredTitles } from './referredRecords.ts';
import { StartNotice } from './StartNotice.tsx';

/** Changing a stored record, with what a crash has left of an earlier attempt. */
export function EditRecordScreen(): ReactNode {
  const definition = useDefinition();
  const { recordId = '' } = useParams();
  const rights = useRights();
  if (!definition) return null;
  if (!rights.mayWrite(definition.area))
    return <EmptyState sentence="您的账号只能查看这份台账，不能修改。需要时请联系管理员。" />;
  return <EditRecord key={recordId} definition={definition} recordId={recordId} />;
}

interface EditRecordProps {
  readonly definition: AnyLedger;
  readonly recordId: string;
}

function EditRecord({ definition, recordId }: EditRecordProps): ReactNode {
  const stored = useCall('ledger.get', { ledger: definition.id, id: recordId }, { fresh: true });
  const drafts = useCall('draft.list', { ledger: definition.id }, { fresh: true });
  /** What the form starts from; later answers must not restart a form under way. */
  const [start, setStart] = useState<{ readonly view: RecordView; readonly draft: Draft | null } | null>(
    null,
  );
  const fresh = stored.data && drafts.data && !stored.isFetching && !drafts.isFetching;
  if (start === null && fresh)
    setStart({
      view: stored.data,
      draft: drafts.data.find((draft) => draft.recordId === recordId) ?? null,
    });

  const content: FormShape | null = useMemo(() => {
    if (!start) return null;
    const { record } = start.view;
    return start.draft
      ? { values: { ...record.values, ...start.draft.values }, period: start.draft.period }
      : { values: record.values, period: record.period };
  }, [start]);
  const titles = useReferredTitles(definition, content && start?.draft ? content.values : null);

  // Once the form is open, a failed refresh must not take it away.
  if (stored.error && !start)
    return <FailureNotice error={stored.error} onRetry={() => void stored.refetch()} />;
  if (!start || !content || titles === null) return <Loading label="正在打开表单" />;
  const { view, draft } = start;
  if (view.record.state !== 'draft' && definition.workflow)
    return (
      <EmptyState sentence="这条记录已经完成并锁定。要修改，请先“重新打开”并写明原因。">
        <Button href={`/ledger/${definition.id}/${recordId}`} variant="contained">
          看这条记录
        </Button>
      </EmptyState>
    );

  const outdated = draft !== null && draft.baseRevision !== view.record.revision;
  return (
    <RecordForm
      key={draft ? 'draft' : 'stored'}
      definition={definition}
      recordId={recordId}
      base={view.record}
      withheld={view.withheld}
      content={content}
      unsaved={draft !== null}
      titles={{ ...titles, ...view.titles }}
      notice={
        draft ? (
          <StartNotice
            severity={outdated ? 'warning' : 'info'}
            action="不要，用已保存的"
            onAction={() => {
              void tryCall('draft.discard', { ledger: definition.id, recordId });
              setStart({ view, draft: null });
            }}
          >
            {outdated
              ? '上次有未保存的内容，已为您恢复；不过这条记录后来又改过，保存前请逐项核对。'
              : '上次有未保存的内容，已为您恢复。'}
          </StartNotice>
        ) : null
      }
    />
  );
}
