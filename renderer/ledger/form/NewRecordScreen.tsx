import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { useMemo, useState, type ReactNode } from 'react';
import { useLocation } from 'react-router';
import { z } from 'zod';
import type { Draft } from '../../../shared/contract/ledgers.ts';
import type { AnyLedger, LooseValues } from '../../../shared/ledger/definition.ts';
import { isPlainDate } from '../../../shared/kernel/plainDate.ts';
import { proposePeriod, usePeriod } from '../../ground/periodContext.tsx';
import { useRights } from '../../ground/sessionContext.tsx';
import { useToday } from '../../ground/today.ts';
import { newId, tryCall, useCall } from '../../client.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { useDefinition } from '../useDefinition.ts';
import { startValues } from './formDefaults.ts';
import type { FormShape } from './formShape.ts';
import { RecordForm, type Intake } from './RecordForm.tsx';
import { useReferredTitles } from './referredRecords.ts';

const prefillState = z.object({
  prefill: z.object({ period: z.string().nullable(), values: z.record(z.string(), z.unknown()) }),
});

/** A new record: empty with sensible defaults, filled by whatever led here, or continued from what a crash left. */
export function NewRecordScreen(): ReactNode {
  const definition = useDefinition();
  const rights = useRights();
  const [round, setRound] = useState(0);
  if (!definition) return null;
  if (!rights.mayWrite(definition.area))
    return <EmptyState sentence="您的账号只能查看这份台账，不能新建。需要时请联系管理员。" />;
  return (
    <NewRecord
      key={`${definition.id} ${round}`}
      definition={definition}
      onAnother={() => setRound(round + 1)}
    />
  );
}

interface NewRecordProps {
  readonly definition: AnyLedger;
  readonly onAnother?: () => void;
  /** A first entry that goes on in a screen of its own: nothing is carried over from the last record. */
  readonly intake?: Intake & { readonly proposed: LooseValues };
}

/** The form of a new record of a ledger. */
export function NewRecord({ definition, onAnother, intake }: NewRecordProps): ReactNode {
  const location = useLocation();
  const today = useToday();
  const choice = usePeriod();
  const [freshId, setFreshId] = useState(newId);
  const drafts = useCall('draft.list', { ledger: definition.id }, { fresh: true });
  /** Whether the clerk wants what was left: `null` = not asked yet. */
  const [takesDraft, setTakesDraft] = useState<boolean | null>(null);

  const prefill = useMemo(() => {
    const parsed = prefillState.safeParse(location.state);
    return parsed.success ? parsed.data.prefill : null;
  }, [location.state]);
  const kind = definition.kind === undefined ? undefined : prefill?.values[definition.kind];
  const latest = useCall(
    'ledger.latest',
    typeof kind === 'string' && definition.kind !== undefined
      ? { ledger: definition.id, kind: { field: definition.kind, value: kind } }
      : { ledger: definition.id },
    { fresh: true },
  );
  // What there was is settled when the form opens: the drafts it keeps itself later must not restart it.
  const [there, setThere] = useState<{
    readonly draft: Draft | null;
    readonly latest: LooseValues | null;
  } | null>(null);
  if (there === null && drafts.data && latest.data !== undefined && !drafts.isFetching && !latest.isFetching)
    setThere({
      draft: drafts.data.find((draft) => draft.baseRevision === null) ?? null,
      latest: latest.data,
    });
  const found = there?.draft ?? null;

  const restores = found ? (takesDraft ?? prefill === null) : false;
  const start = useMemo(
    () =>
      startValues(definition, {
        today,
        latest: intake ? null : (there?.latest ?? null),
        prefill: intake?.proposed ?? prefill?.values ?? null,
      }),
    [definition, today, there, prefill, intake],
  );
  const content: FormShape = useMemo(() => {
    if (found && restores) return { values: { ...start.values, ...found.values }, period: found.period };
    const dateField = definition.period?.proposeFrom;
    const date = dateField === undefined ? null : start.values[dateField];
    return {
      values: start.values,
      period:
        prefill?.period ??
        proposePeriod(definition, typeof date === 'string' && isPlainDate(date) ? date : null, today, choice),
    };
    // The switch of the frame proposes a period once; a form under way keeps its own.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [found, restores, start, prefill, definition, today]);
  const titles = useReferredTitles(definition, content.values);

  const failed = drafts.error ?? latest.error;
  // Once the form is open, a failed refresh must not take it away.
  if (failed && there === null) return <FailureNotice error={failed} />;
  if (there === null || titles === null) return <Loading label="正在打开表单" />;

  async function dropDraft(draft: Draft) {
    await tryCall('draft.discard', { ledger: definition.id, recordId: draft.recordId });
    setThere((before) => before && { ...before, draft: null });
    setFreshId(newId());
  }

  const notice =
    found && restores ? (
      <Alert
        severity="info"
        sx={{ mb: 2 }}
        action={
          <Button color="inherit" onClick={() => void dropDraft(found)}>
            不要，重新填
          </Button>
        }
      >
        上次有未保存的内容，已为您恢复。
      </Alert>
    ) : found ? (
      <Alert
        severity="info"
        sx={{ mb: 2 }}
        action={
          <Button color="inherit" onClick={() => setTakesDraft(true)}>
            恢复它
          </Button>
        }
      >
        上次还有一份没保存的内容。
      </Alert>
    ) : start.carried.length > 0 ? (
      <Alert severity="info" sx={{ mb: 2 }}>
        已沿用上一条的{start.carried.join('、')}，请核对。
      </Alert>
    ) : null;

  const recordId = found && restores ? found.recordId : freshId;
  return (
    <RecordForm
      key={recordId}
      definition={definition}
      recordId={recordId}
      base={null}
      withheld={[]}
      content={content}
      unsaved={restores}
      titles={titles}
      notice={notice}
      {...(onAnother ? { onAnother } : {})}
      {...(intake ? { intake } : {})}
    />
  );
}
