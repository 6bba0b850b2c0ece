import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useRef, useState, type ReactNode } from 'react';
import type { RecordView } from '../../../shared/contract/ledgers.ts';
import type { AnyLedger } from '../../../shared/ledger/definition.ts';
import { useCall } from '../../client.ts';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { LeaveGuard } from '../../ui/LeaveGuard.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { SaveBar } from '../../ui/SaveBar.tsx';
import { useSaveKey } from '../../ui/useSaveKey.ts';
import { FormGroups } from './FormGroups.tsx';
import { handleFormKey } from './formKeys.ts';
import { SaveProblems } from './SaveProblems.tsx';
import { TitlesProvider } from './titles.tsx';
import { useRecordSave } from './useRecordSave.ts';

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
  const { record } = view;
  const element = useRef<HTMLFormElement>(null);
  const saving = useRecordSave({
    definition,
    recordId: record.id,
    base: record,
    content: { values: record.values, period: record.period },
  });
  const save = () => saving.save('finished');
  useSaveKey(() => void save());

  return (
    <Box
      component="form"
      ref={element}
      noValidate
      aria-label={label}
      onSubmit={(event) => event.preventDefault()}
      onKeyDown={(event) => handleFormKey(event)}
    >
      <SaveProblems definition={definition} saving={saving} form={element} />
      <FormGroups
        definition={definition}
        recordId={record.id}
        control={saving.form.control}
        withheld={view.withheld}
      />
      <Box sx={{ position: 'sticky', bottom: '-16px', zIndex: 2 }}>
        <SaveBar status={saving.status}>
          <Button
            variant="contained"
            data-main-action
            aria-keyshortcuts="Control+S"
            disabled={saving.busy || !saving.dirty}
            onClick={() => void save()}
          >
            保存
          </Button>
        </SaveBar>
      </Box>
      <LeaveGuard
        unsaved={saving.dirty}
        busy={saving.busy}
        what={`“${label}”里有没保存的修改`}
        onSave={save}
      />
    </Box>
  );
}
