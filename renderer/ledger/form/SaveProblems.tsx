import Alert from '@mui/material/Alert';
import type { ReactNode, RefObject } from 'react';
import type { AnyLedger } from '../../../shared/ledger/definition.ts';
import { ProblemSummary } from '../../ui/ProblemSummary.tsx';
import { jumpToField } from './formKeys.ts';
import { placeLabel } from './problems.ts';
import type { RecordSave } from './useRecordSave.ts';

interface SaveProblemsProps {
  readonly definition: AnyLedger;
  readonly saving: RecordSave;
  readonly form: RefObject<HTMLElement | null>;
}

/** Above the fields of a form: why it wasn't saved. */
export function SaveProblems({ definition, saving, form }: SaveProblemsProps): ReactNode {
  return (
    <>
      {saving.refusal ? (
        <Alert severity="error" sx={{ mb: 2 }}>
          {saving.refusal}
        </Alert>
      ) : null}
      <ProblemSummary
        problems={saving.problems}
        labelOf={(path) => placeLabel(definition, path)}
        onJump={(path) => form.current && jumpToField(form.current, path)}
      />
    </>
  );
}
