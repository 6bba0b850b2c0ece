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
import { StartNotice } from './StartNotice.tsx';

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
  const prefill = usePrefill();
  const there = useThere(definition, prefill);
  const [freshId, setFreshId] = useState(newId);
  /** Whether the clerk wants what was left: `null` = not asked yet. */
  const [takesDraft, setTakesDraft] = useState<boolean | null>(null);
  const found = there.draft;
  const restored = found !== null && (takesDraft ?? prefill === null) ? found : null;
  const start = useStart(
    definition,
    intake ? null : there.latest,
    intake?.proposed ?? prefill?.values ?? null,
    prefill?.period ?? null,
  );
  const content = useMemo((): FormShape => {
    const values = restored ? { ...start.values, ...restored.values } : start.values;
    return { values, period: restored ? restored.period : start.period };
  }, [restored, start]);
  const titles = useReferredTitles(definition, content.values);

  if (there.error) return <FailureNotice error={there.error} />;
  if (!there.known || titles === null) return <Loading label="正在打开表单" />;

  async function dropDraft(draft: Draft) {
    await tryCall('draft.discard', { ledger: definition.id, recordId: draft.recordId });
    there.forgetDraft();
    setFreshId(newId());
  }

  const recordId = restored?.recordId ?? freshId;
  return (
    <RecordForm
      key={recordId}
      definition={definition}
      recordId={recordId}
      base={null}
      withheld={[]}
      content={content}
      unsaved={restored !== null}
      titles={titles}
      notice={
        restored ? (
          <StartNotice action="不要，重新填" onAction={() => void dropDraft(restored)}>
            上次有未保存的内容，已为您恢复。
          </StartNotice>
        ) : found ? (
          <StartNotice action="恢复它" onAction={() => setTakesDraft(true)}>
            上次还有一份没保存的内容。
          </StartNotice>
        ) : start.carried.length > 0 ? (
          <StartNotice>已沿用上一条的{start.carried.join('、')}，请核对。</StartNotice>
        ) : null
      }
      {...(onAnother ? { onAnother } : {})}
      {...(intake ? { intake } : {})}
    />
  );
}

type Prefill = z.infer<typeof prefillState>['prefill'];

/** What led here has filled in. */
function usePrefill(): Prefill | null {
  const location = useLocation();
  return useMemo(() => {
    const parsed = prefillState.safeParse(location.state);
    return parsed.success ? parsed.data.prefill : null;
  }, [location.state]);
}

/** The draft and the last record when the form opens: drafts that it keeps itself later must not restart it. */
function useThere(definition: AnyLedger, prefill: Prefill | null) {
  const kind = definition.kind === undefined ? undefined : prefill?.values[definition.kind];
  const drafts = useCall('draft.list', { ledger: definition.id }, { fresh: true });
  const latest = useCall(
    'ledger.latest',
    typeof kind === 'string' && definition.kind !== undefined
      ? { ledger: definition.id, kind: { field: definition.kind, value: kind } }
      : { ledger: definition.id },
  );
  const [there, setThere] = useState<{
    readonly draft: Draft | null;
    readonly latest: LooseValues | null;
  } | null>(null);
  if (there === null && drafts.data && latest.data !== undefined && !drafts.isFetching && !latest.isFetching)
    setThere({
      draft: drafts.data.find((draft) => draft.baseRevision === null) ?? null,
      latest: latest.data,
    });
  return {
    known: there !== null,
    // Once the form is open, a failed refresh must not take it away.
    error: there === null ? (drafts.error ?? latest.error) : null,
    draft: there?.draft ?? null,
    latest: there?.latest ?? null,
    forgetDraft: () => setThere((before) => before && { ...before, draft: null }),
  };
}

/** What an empty form begins with. */
function useStart(
  definition: AnyLedger,
  latest: LooseValues | null,
  prefill: LooseValues | null,
  period: string | null,
): FormShape & { readonly carried: readonly string[] } {
  const today = useToday();
  const choice = usePeriod();
  return useMemo(() => {
    const { values, carried } = startValues(definition, { today, latest, prefill });
    const dateField = definition.period?.proposeFrom;
    const typed = dateField === undefined ? null : values[dateField];
    const date = typeof typed === 'string' && isPlainDate(typed) ? typed : null;
    return { values, carried, period: period ?? proposePeriod(definition, date, today, choice) };
    // The switch of the frame proposes a period once; a form under way keeps its own.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [definition, today, latest, prefill, period]);
}
