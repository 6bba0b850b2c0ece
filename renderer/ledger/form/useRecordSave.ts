import { useMemo, useState } from 'react';
import { useForm, type UseFormReturn } from 'react-hook-form';
import type { RecordView } from '../../../shared/contract/ledgers.ts';
import type { FieldProblem } from '../../../shared/kernel/result.ts';
import type { AnyLedger, RecordState } from '../../../shared/ledger/definition.ts';
import { checkValues } from '../../../shared/ledger/schema.ts';
import { tryCall } from '../../client.ts';
import { filesUnderWay } from '../attachments.ts';
import { useToday } from '../../ground/today.ts';
import { resolverFor } from './formResolver.ts';
import type { FormShape } from './formShape.ts';
import { formNameOf } from './problems.ts';

export interface RecordStart {
  readonly definition: AnyLedger;
  readonly recordId: string;
  /** The stored record; `null` = a new one. */
  readonly base: RecordView['record'] | null;
  readonly content: FormShape;
  /** The content is not what is stored: a draft or prefilled values. */
  readonly unsaved?: boolean;
}

export interface RecordSave {
  readonly form: UseFormReturn<FormShape>;
  /** As stored last. */
  readonly base: RecordView['record'] | null;
  readonly dirty: boolean;
  readonly busy: boolean;
  /** Quiet words for the bar with the buttons. */
  readonly status: string;
  readonly problems: readonly FieldProblem[];
  /** What was wrong with no field of its own. */
  readonly refusal: string | null;
  /** Saves in a state; whether it is saved. `shownComplete`: what the form shows must be complete even in a draft. */
  readonly save: (state: RecordState, shownComplete?: boolean) => Promise<boolean>;
}

/** The values of a record in a form, judged and saved by the definition. */
export function useRecordSave(start: RecordStart): RecordSave {
  const { definition, recordId } = start;
  const today = useToday();
  const [base, setBase] = useState(start.base);
  const [unsaved, setUnsaved] = useState(start.unsaved ?? false);
  const [saved, setSaved] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const [refusal, setRefusal] = useState<string | null>(null);
  const resolver = useMemo(() => resolverFor(definition, today), [definition, today]);
  const form = useForm<FormShape>({ defaultValues: start.content, mode: 'onTouched', resolver });
  const dirty = form.formState.isDirty || unsaved;

  function showProblems(found: readonly FieldProblem[]) {
    form.clearErrors();
    for (const problem of found)
      form.setError(formNameOf(definition, problem.path), { type: 'check', message: problem.sentence });
    setProblems(found);
  }

  async function save(state: RecordState, shownComplete = false): Promise<boolean> {
    if (busy) return false;
    setRefusal(null);
    const files = filesUnderWay(recordId);
    if (files) {
      setBusy(true);
      const complete = await files;
      setBusy(false);
      // What has not arrived is named where it was given.
      if (!complete) return false;
    }
    const { values, period } = form.getValues();
    const checked = checkValues(definition, values, { draft: state === 'draft', today });
    const missing = shownComplete ? problemsShown(definition, values, today) : [];
    if ('problems' in checked || missing.length > 0) {
      showProblems('problems' in checked ? checked.problems : missing);
      return false;
    }
    setBusy(true);
    const answer = await tryCall('ledger.save', {
      ledger: definition.id,
      id: recordId,
      values: checked.values,
      period,
      state,
      baseRevision: base?.revision ?? null,
    });
    setBusy(false);
    if (!answer.ok) {
      showProblems(answer.failure.problems ?? []);
      setRefusal(answer.failure.problems?.length ? null : answer.failure.sentence);
      return false;
    }
    const { record } = answer.value;
    showProblems([]);
    setBase(record);
    setUnsaved(false);
    setSaved(true);
    form.reset({ values: record.values, period: record.period });
    return true;
  }

  const status = busy ? '正在保存…' : dirty ? '有未保存的修改' : saved ? '已保存' : '';
  return { form, base, dirty, busy, status, problems, refusal, save };
}

/** What is still wrong in the fields that the form shows; the rest is filled in later. */
function problemsShown(
  definition: AnyLedger,
  values: FormShape['values'],
  today: string,
): readonly FieldProblem[] {
  const checked = checkValues(definition, values, { draft: false, today });
  const shown = definition.groups.flatMap(({ fields }) => fields);
  return 'problems' in checked
    ? checked.problems.filter(({ path }) => shown.includes(path.split('.')[0] ?? ''))
    : [];
}
