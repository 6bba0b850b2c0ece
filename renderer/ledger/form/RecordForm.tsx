import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useEffect, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import { useBlocker, useNavigate } from 'react-router';
import type { RecordView } from '../../../shared/contract/ledgers.ts';
import type { FieldProblem } from '../../../shared/kernel/result.ts';
import { formatValue } from '../../../shared/ledger/cells.ts';
import type { AnyLedger, RecordState } from '../../../shared/ledger/definition.ts';
import { checkValues, fieldsOf } from '../../../shared/ledger/schema.ts';
import { proposePeriod, usePeriod } from '../../ground/periodContext.tsx';
import { useToday } from '../../ground/today.ts';
import { tryCall } from '../../client.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { ProblemSummary } from '../../ui/ProblemSummary.tsx';
import { SaveBar } from '../../ui/SaveBar.tsx';
import { recordStateSigns, StatusSign } from '../../ui/StatusSign.tsx';
import { useSaveKey } from '../../ui/useSaveKey.ts';
import { DraftKeeper } from './DraftKeeper.tsx';
import { resolverFor } from './formResolver.ts';
import { FormGroups } from './FormGroups.tsx';
import { entersNext, focusAfter, focusInside, jumpToField } from './formKeys.ts';
import type { FormShape } from './formShape.ts';
import { PeriodField } from './PeriodField.tsx';
import { formNameOf, placeLabel } from './problems.ts';
import { TitlesProvider, useTitles } from './titles.tsx';

/** A form that takes down the beginning of a record: saved as a draft, and gone on with elsewhere. */
export interface Intake {
  /** Of the one button: 登记. */
  readonly label: string;
  readonly heading: string;
  readonly backTo: string;
  readonly addressOf: (recordId: string) => string;
}

export interface RecordFormProps {
  readonly definition: AnyLedger;
  readonly recordId: string;
  /** The stored record; `null` = a new one. */
  readonly base: RecordView['record'] | null;
  readonly withheld: readonly string[];
  readonly content: FormShape;
  /** The content is not what is stored: a draft or prefilled values. */
  readonly unsaved: boolean;
  readonly titles: Readonly<Record<string, string>>;
  /** Words above the form: restored draft, carried defaults. */
  readonly notice?: ReactNode;
  /** Opens an empty form after saving. */
  readonly onAnother?: () => void;
  readonly intake?: Intake;
}

export function RecordForm(props: RecordFormProps): ReactNode {
  return (
    <TitlesProvider known={props.titles}>
      <FormBody {...props} />
    </TitlesProvider>
  );
}

type After = 'stay' | 'show' | 'another' | 'leave' | 'goOn';

function FormBody(props: RecordFormProps): ReactNode {
  const { definition, recordId, content, intake } = props;
  const navigate = useNavigate();
  const today = useToday();
  const choice = usePeriod();
  const { titleOf } = useTitles();
  const element = useRef<HTMLFormElement>(null);
  const [base, setBase] = useState(props.base);
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [status, setStatus] = useState('');
  const [saving, setSaving] = useState(false);
  const [unsaved, setUnsaved] = useState(props.unsaved);
  const leaving = useRef(false);

  const resolver = useMemo(() => resolverFor(definition, today), [definition, today]);
  const form = useForm<FormShape>({ defaultValues: content, mode: 'onTouched', resolver });
  const { control, formState, getValues, setValue } = form;
  const dirty = formState.isDirty || unsaved;
  const heading = useHeading(definition, control, base === null, titleOf);

  useProposedPeriod(definition, content, control, (date) => {
    if (!formState.dirtyFields.period)
      setValue('period', proposePeriod(definition, date, today, choice), { shouldDirty: false });
  });
  useEffect(() => {
    const first = element.current?.querySelector<HTMLElement>('[data-field]:not([data-field="@period"])');
    if (first) focusInside(first);
  }, []);

  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      dirty && !leaving.current && currentLocation.pathname !== nextLocation.pathname,
  );

  async function keepDraft(kept: FormShape) {
    if (leaving.current) return;
    const answer = await tryCall('draft.save', {
      ledger: definition.id,
      recordId,
      baseRevision: base?.revision ?? null,
      ...kept,
    });
    setStatus(answer.ok ? '没保存的内容已自动留底' : `没能自动留底：${answer.failure.sentence}`);
  }

  function showProblems(found: readonly FieldProblem[]) {
    form.clearErrors();
    for (const problem of found)
      form.setError(formNameOf(definition, problem.path), { type: 'check', message: problem.sentence });
    setProblems(found);
  }

  /** Saves in a state; answers whether it is saved. */
  async function save(state: RecordState, after: After): Promise<boolean> {
    if (saving) return false;
    setRefusal(null);
    const { values, period } = getValues();
    const checked = checkValues(definition, values, { draft: state === 'draft', today });
    const missing = after === 'goOn' ? problemsShown(definition, values, today) : [];
    if ('problems' in checked || missing.length > 0) {
      showProblems('problems' in checked ? checked.problems : missing);
      return false;
    }
    setSaving(true);
    const answer = await tryCall('ledger.save', {
      ledger: definition.id,
      id: recordId,
      values: checked.values,
      period,
      state,
      baseRevision: base?.revision ?? null,
    });
    setSaving(false);
    if (!answer.ok) {
      showProblems(answer.failure.problems ?? []);
      setRefusal(answer.failure.problems?.length ? null : answer.failure.sentence);
      return false;
    }
    showProblems([]);
    setBase(answer.value.record);
    setUnsaved(false);
    setStatus('已保存');
    form.reset({ values: answer.value.record.values, period: answer.value.record.period });
    leaving.current = after !== 'stay';
    if (after === 'show') void navigate(`/ledger/${definition.id}/${recordId}`);
    if (after === 'another') props.onAnother?.();
    if (after === 'goOn' && intake) void navigate(intake.addressOf(recordId));
    return true;
  }

  async function discard() {
    leaving.current = true;
    await tryCall('draft.discard', { ledger: definition.id, recordId });
    blocker.proceed?.();
  }

  const back = intake?.backTo ?? (base ? `/ledger/${definition.id}/${recordId}` : `/ledger/${definition.id}`);
  const draftState: RecordState =
    definition.workflow && (base?.state ?? 'draft') === 'draft' ? 'draft' : 'finished';

  function handleKey(event: KeyboardEvent<HTMLFormElement>) {
    const target = event.target instanceof HTMLElement ? event.target : null;
    if (event.nativeEvent.isComposing || !target || !event.currentTarget.contains(target)) return;
    if (event.key === 'Enter' && (event.ctrlKey || !event.shiftKey) && entersNext(target)) {
      event.preventDefault();
      focusAfter(target);
    } else if (event.key === 'Escape' && !event.defaultPrevented) {
      void navigate(back);
    }
  }

  useSaveKey(() =>
    intake ? void save('draft', 'goOn') : void save(draftState, draftState === 'draft' ? 'stay' : 'show'),
  );

  const periodProblem = formState.errors.period?.message;
  return (
    <Box
      component="form"
      ref={element}
      noValidate
      aria-label={heading}
      onSubmit={(event) => event.preventDefault()}
      onKeyDown={handleKey}
      sx={{ height: '100%', display: 'flex', flexDirection: 'column' }}
    >
      <DraftKeeper control={control} active={dirty && !saving} onKeep={(kept) => void keepDraft(kept)} />
      <Box sx={{ flex: 1, minHeight: 0, overflow: 'auto', px: 2, pt: 2 }}>
        <PageHeader
          title={intake?.heading ?? heading}
          hint={base ? `${definition.label} · 修改` : definition.label}
          actions={
            definition.workflow && !intake ? (
              <StatusSign sign={recordStateSigns[base?.state ?? 'draft']} />
            ) : null
          }
        />
        {props.notice}
        {refusal ? (
          <Alert severity="error" sx={{ mb: 2 }}>
            {refusal}
          </Alert>
        ) : null}
        <ProblemSummary
          problems={problems}
          labelOf={(path) => placeLabel(definition, path)}
          onJump={(path) => element.current && jumpToField(element.current, path)}
        />
        {definition.period && !intake ? (
          <PeriodControl
            control={control}
            kinds={definition.period.kinds}
            problem={periodProblem}
            onChange={(period) => setValue('period', period, { shouldDirty: true, shouldValidate: true })}
          />
        ) : null}
        <FormGroups definition={definition} recordId={recordId} control={control} withheld={props.withheld} />
      </Box>
      <SaveBar status={saving ? '正在保存…' : dirty ? status || '有未保存的修改' : status}>
        <Button color="secondary" onClick={() => void navigate(back)}>
          返回
        </Button>
        {props.onAnother && !definition.workflow ? (
          <Button variant="outlined" disabled={saving} onClick={() => void save('finished', 'another')}>
            保存并再建一条
          </Button>
        ) : null}
        {draftState === 'draft' && !intake ? (
          <Button variant="outlined" disabled={saving} onClick={() => void save('draft', 'stay')}>
            保存草稿
          </Button>
        ) : null}
        <Button
          variant="contained"
          data-main-action
          aria-keyshortcuts="Control+S"
          disabled={saving}
          onClick={() => void (intake ? save('draft', 'goOn') : save('finished', 'show'))}
        >
          {intake?.label ?? (definition.workflow ? '完成' : '保存')}
        </Button>
      </SaveBar>
      <ConfirmDialog
        open={blocker.state === 'blocked'}
        title="还有没保存的内容"
        confirmLabel={draftState === 'draft' ? '保存草稿并离开' : '保存并离开'}
        closeLabel="继续填写"
        busy={saving}
        extra={
          <Button color="error" onClick={() => void discard()}>
            不保存，离开
          </Button>
        }
        onClose={() => blocker.reset?.()}
        onConfirm={() =>
          void save(draftState, 'leave').then((saved) => (saved ? blocker.proceed?.() : blocker.reset?.()))
        }
      >
        离开这个表单前，要不要保存“{heading}”？
      </ConfirmDialog>
    </Box>
  );
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

type FormControl = ReturnType<typeof useForm<FormShape>>['control'];

/** The record's name as typed so far, for heading and dialogs. */
function useHeading(
  definition: AnyLedger,
  control: FormControl,
  isNew: boolean,
  titleOf: (id: string) => string,
): string {
  const value = useWatch({ control, name: `values.${definition.title}` });
  const field = fieldsOf(definition)[definition.title];
  const title = field ? formatValue(field, value, titleOf) : '';
  return title || (isNew ? `新建${definition.label}` : definition.label);
}

/** Calls `propose` whenever the date that a new record's period follows has changed. */
function useProposedPeriod(
  definition: AnyLedger,
  content: FormShape,
  control: FormControl,
  propose: (date: string | null) => void,
): void {
  const dateField = definition.period?.proposeFrom;
  const date: unknown = useWatch({ control, name: `values.${dateField ?? '@none'}` });
  const before = useRef<unknown>(dateField === undefined ? undefined : content.values[dateField]);
  const latest = useRef(propose);
  useEffect(() => {
    latest.current = propose;
  }, [propose]);
  useEffect(() => {
    if (dateField === undefined || date === before.current) return;
    before.current = date;
    if (typeof date === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(date)) latest.current(date);
  }, [date, dateField]);
}

interface PeriodControlProps {
  readonly control: FormControl;
  readonly kinds: NonNullable<AnyLedger['period']>['kinds'];
  readonly problem: string | undefined;
  readonly onChange: (period: string) => void;
}

function PeriodControl({ control, kinds, problem, onChange }: PeriodControlProps): ReactNode {
  const value = useWatch({ control, name: 'period' });
  return <PeriodField kinds={kinds} value={value} onChange={onChange} disabled={false} problem={problem} />;
}
