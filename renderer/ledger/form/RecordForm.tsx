import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useEffect, useRef, useState, type ReactNode, type RefObject } from 'react';
import { useWatch, type Control } from 'react-hook-form';
import { useLocation, useNavigate } from 'react-router';
import { formatValue } from '../../../shared/ledger/cells.ts';
import type { AnyLedger, RecordState } from '../../../shared/ledger/definition.ts';
import { fieldsOf } from '../../../shared/ledger/schema.ts';
import { tryCall } from '../../client.ts';
import { LeaveGuard } from '../../ui/LeaveGuard.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { SaveBar } from '../../ui/SaveBar.tsx';
import { recordStateSigns, StatusSign } from '../../ui/StatusSign.tsx';
import { useSaveKey } from '../../ui/useSaveKey.ts';
import { DraftKeeper } from './DraftKeeper.tsx';
import { FormGroups } from './FormGroups.tsx';
import { focusInside, handleFormKey } from './formKeys.ts';
import type { FormShape } from './formShape.ts';
import { PeriodControl } from './PeriodControl.tsx';
import { SaveProblems } from './SaveProblems.tsx';
import { TitlesProvider, useTitles } from './titles.tsx';
import { useRecordSave, type RecordStart } from './useRecordSave.ts';

/** A form that takes down the beginning of a record: saved as a draft, and gone on with elsewhere. */
export interface Intake {
  /** Of the one button: 登记. */
  readonly label: string;
  readonly heading: string;
  readonly backTo: string;
  readonly addressOf: (recordId: string) => string;
}

export interface RecordFormProps extends RecordStart {
  readonly withheld: readonly string[];
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

function FormBody(props: RecordFormProps): ReactNode {
  const { definition, recordId, intake } = props;
  const element = useRef<HTMLFormElement>(null);
  const saving = useRecordSave(props);
  const { base, dirty, busy, save } = saving;
  const { control } = saving.form;
  const draft = useDraft(props, base?.revision ?? null);
  const heading = useHeading(definition, control, base === null);
  useFocusOnOpen(element);

  const { back, goOn } = useWays(props, base !== null);
  const toDraft = Boolean(definition.workflow) && (base?.state ?? 'draft') === 'draft';
  const saveDraft = () => save('draft').then((done) => done && draft.forget());
  /** Saves and goes to what comes next. */
  async function saveAndLeave(state: RecordState, next?: () => void): Promise<boolean> {
    const done = await save(state, intake !== undefined && next !== undefined);
    if (done) draft.end();
    if (done) next?.();
    return done;
  }
  const finish = (next: () => void) => saveAndLeave(intake ? 'draft' : 'finished', next);
  useSaveKey(() => void (toDraft && !intake ? saveDraft() : finish(goOn)));

  return (
    <Box
      component="form"
      ref={element}
      noValidate
      aria-label={heading}
      onSubmit={(event) => event.preventDefault()}
      onKeyDown={(event) => handleFormKey(event, back)}
      sx={{ height: '100%', display: 'flex', flexDirection: 'column' }}
    >
      <DraftKeeper control={control} active={dirty && !busy} onKeep={(kept) => void draft.keep(kept)} />
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
        <SaveProblems definition={definition} saving={saving} form={element} />
        {definition.period ? (
          <PeriodControl
            definition={definition}
            kinds={definition.period.kinds}
            content={props.content}
            form={saving.form}
            hidden={intake !== undefined}
          />
        ) : null}
        <FormGroups definition={definition} recordId={recordId} control={control} withheld={props.withheld} />
      </Box>
      <SaveBar status={dirty && !busy ? (draft.words ?? saving.status) : saving.status}>
        <Button color="secondary" onClick={back}>
          返回
        </Button>
        {props.onAnother && !definition.workflow ? (
          <Button variant="outlined" disabled={busy} onClick={() => void finish(() => props.onAnother?.())}>
            保存并再建一条
          </Button>
        ) : null}
        {toDraft && !intake ? (
          <Button variant="outlined" disabled={busy} onClick={() => void saveDraft()}>
            保存草稿
          </Button>
        ) : null}
        <Button
          variant="contained"
          data-main-action
          aria-keyshortcuts="Control+S"
          disabled={busy}
          onClick={() => void finish(goOn)}
        >
          {intake?.label ?? (definition.workflow ? '完成' : '保存')}
        </Button>
      </SaveBar>
      <LeaveGuard
        unsaved={dirty}
        busy={busy}
        what={`“${heading}”里有没保存的内容`}
        saveLabel={toDraft ? '保存草稿并离开' : '保存并离开'}
        otherPageOnly
        over={draft.over}
        onSave={() => saveAndLeave(toDraft ? 'draft' : 'finished')}
        onDiscard={draft.discard}
      />
    </Box>
  );
}

/** Where the form leads, with what the list beside it shows: out of it, and on once it is saved. */
function useWays({ definition, recordId, intake, base }: RecordFormProps, isStored: boolean) {
  const navigate = useNavigate();
  const { search } = useLocation();
  const list = `/ledger/${definition.id}`;
  const page = `${list}/${recordId}${search}`;
  return {
    back: () => void navigate(intake?.backTo ?? (isStored ? page : `${list}${search}`)),
    // The browser's way back must not lead into the empty form of a record that is there.
    goOn: () => void navigate(intake?.addressOf(recordId) ?? page, { replace: base === null }),
  };
}

/** Typing can begin at once. */
function useFocusOnOpen(form: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const first = form.current?.querySelector<HTMLElement>('[data-field]:not([data-field="@period"])');
    if (first) focusInside(first);
  }, [form]);
}

/** What is typed, kept beside the store until it is saved or thrown away. */
function useDraft({ definition, recordId }: RecordStart, baseRevision: number | null) {
  const [words, setWords] = useState<string | null>(null);
  /** Nothing may be kept any more: it is saved or thrown away. */
  const over = useRef(false);
  return {
    over,
    words,
    forget: () => setWords(null),
    end: () => {
      over.current = true;
    },
    keep: async (kept: FormShape) => {
      if (over.current) return;
      const answer = await tryCall('draft.save', { ledger: definition.id, recordId, baseRevision, ...kept });
      setWords(answer.ok ? '没保存的内容已自动留底' : `没能自动留底：${answer.failure.sentence}`);
    },
    discard: async () => {
      over.current = true;
      await tryCall('draft.discard', { ledger: definition.id, recordId });
    },
  };
}

/** The record's name as typed so far, for heading and dialogs. */
function useHeading(definition: AnyLedger, control: Control<FormShape>, isNew: boolean): string {
  const { titleOf } = useTitles();
  const value = useWatch({ control, name: `values.${definition.title}` });
  const field = fieldsOf(definition)[definition.title];
  const title = field ? formatValue(field, value, titleOf) : '';
  return title || (isNew ? `新建${definition.label}` : definition.label);
}
