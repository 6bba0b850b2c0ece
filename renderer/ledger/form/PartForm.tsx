import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useForm } from 'react-hook-form';
import type { RecordView } from '../../../shared/contract/ledgers.ts';
import type { FieldProblem } from '../../../shared/kernel/result.ts';
import type { AnyLedger } from '../../../shared/ledger/definition.ts';
import { checkValues } from '../../../shared/ledger/schema.ts';
import { useToday } from '../../ground/today.ts';
import { tryCall, useCall } from '../../client.ts';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { LeaveGuard } from '../../ui/LeaveGuard.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { ProblemSummary } from '../../ui/ProblemSummary.tsx';
import { SaveBar } from '../../ui/SaveBar.tsx';
import { useSaveKey } from '../../ui/useSaveKey.ts';
import { FormGroups } from './FormGroups.tsx';
import { entersNext, focusAfter, jumpToField } from './formKeys.ts';
import { resolverFor } from './formResolver.ts';
import type { FormShape } from './formShape.ts';
import { formNameOf, placeLabel } from './problems.ts';
import { TitlesProvider } from './titles.tsx';

interface PartFormProps {
  readonly definition: AnyLedger;
  readonly recordId: string;
  /** Heading of the part. */
  readonly label: string;
  readonly fields: readonly string[];
}

/** Some fields of a stored record, changed in place; the others stay as they are. */
export function PartForm({ definition, recordId, label, fields }: PartFormProps): ReactNode {
  const stored = useCall('ledger.get', { ledger: definition.id, id: recordId }, { fresh: true });
  /** What the form starts from; later answers must not restart a form under way. */
  const [start, setStart] = useState<RecordView | null>(null);
  if (start === null && stored.data && !stored.isFetching) setStart(stored.data);
  if (stored.error && !start)
    return <FailureNotice error={stored.error} onRetry={() => void stored.refetch()} />;
  if (!start) return <Loading label="正在打开表单" />;
  const part = { ...definition, groups: [{ label, fields }] };
  return (
    <TitlesProvider known={start.titles}>
      <Part definition={part} view={start} label={label} />
    </TitlesProvider>
  );
}

interface PartProps {
  readonly definition: AnyLedger;
  readonly view: RecordView;
  readonly label: string;
}

function Part({ definition, view, label }: PartProps): ReactNode {
  const today = useToday();
  const element = useRef<HTMLFormElement>(null);
  const [base, setBase] = useState(view.record);
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [status, setStatus] = useState('');
  const [saving, setSaving] = useState(false);
  const resolver = useMemo(() => resolverFor(definition, today), [definition, today]);
  const form = useForm<FormShape>({
    defaultValues: { values: base.values, period: base.period },
    mode: 'onTouched',
    resolver,
  });
  const dirty = form.formState.isDirty;

  function showProblems(found: readonly FieldProblem[]) {
    form.clearErrors();
    for (const problem of found)
      form.setError(formNameOf(definition, problem.path), { type: 'check', message: problem.sentence });
    setProblems(found);
  }

  async function save(): Promise<boolean> {
    if (saving) return false;
    setRefusal(null);
    const { values, period } = form.getValues();
    const checked = checkValues(definition, values, { draft: false, today });
    if ('problems' in checked) {
      showProblems(checked.problems);
      return false;
    }
    setSaving(true);
    const answer = await tryCall('ledger.save', {
      ledger: definition.id,
      id: base.id,
      values: checked.values,
      period,
      state: 'finished',
      baseRevision: base.revision,
    });
    setSaving(false);
    if (!answer.ok) {
      showProblems(answer.failure.problems ?? []);
      setRefusal(answer.failure.problems?.length ? null : answer.failure.sentence);
      return false;
    }
    showProblems([]);
    setBase(answer.value.record);
    setStatus('已保存');
    form.reset({ values: answer.value.record.values, period: answer.value.record.period });
    return true;
  }
  useSaveKey(() => void save());

  function handleKey(event: KeyboardEvent<HTMLFormElement>) {
    const target = event.target instanceof HTMLElement ? event.target : null;
    if (event.nativeEvent.isComposing || !target || !event.currentTarget.contains(target)) return;
    if (event.key !== 'Enter' || event.shiftKey || !entersNext(target)) return;
    event.preventDefault();
    focusAfter(target);
  }

  return (
    <Box
      component="form"
      ref={element}
      noValidate
      aria-label={label}
      onSubmit={(event) => event.preventDefault()}
      onKeyDown={handleKey}
    >
      {refusal ? (
        <Alert severity="error" sx={{ mb: 1.5 }}>
          {refusal}
        </Alert>
      ) : null}
      <ProblemSummary
        problems={problems}
        labelOf={(path) => placeLabel(definition, path)}
        onJump={(path) => element.current && jumpToField(element.current, path)}
      />
      <FormGroups
        definition={definition}
        recordId={base.id}
        control={form.control}
        withheld={view.withheld}
      />
      <Box sx={{ position: 'sticky', bottom: '-16px', zIndex: 2 }}>
        <SaveBar status={saving ? '正在保存…' : dirty ? '有未保存的修改' : status}>
          <Button
            variant="contained"
            data-main-action
            aria-keyshortcuts="Control+S"
            disabled={saving || !dirty}
            onClick={() => void save()}
          >
            保存
          </Button>
        </SaveBar>
      </Box>
      <LeaveGuard unsaved={dirty} busy={saving} what={`“${label}”里有没保存的修改`} onSave={save} />
    </Box>
  );
}
