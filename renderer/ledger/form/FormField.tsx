import Box from '@mui/material/Box';
import { Controller, get, type Control } from 'react-hook-form';
import { memo, type ReactNode } from 'react';
import type { Field } from '../../../shared/ledger/field.ts';
import { FieldLabel, FieldNote } from '../../ui/fieldWords.tsx';
import { AttachmentsControl } from './controls/AttachmentsControl.tsx';
import { FieldControl } from './controls/FieldControl.tsx';
import { flattenErrors } from './problems.ts';
import { DetailsControl } from './rows/DetailsControl.tsx';
import type { FormShape } from './formShape.ts';

interface FormFieldProps {
  readonly ledger: string;
  readonly recordId: string;
  readonly fieldId: string;
  readonly field: Field;
  readonly control: Control<FormShape>;
  readonly locked: boolean;
}

/** Id of a field's control in the page, also the target of jumps. */
function controlId(fieldId: string): string {
  return `field-${fieldId}`;
}

/** Label above, control, help and problem below. */
export const FormField = memo(function FormField(props: FormFieldProps): ReactNode {
  const { field, fieldId, control, ledger, recordId, locked } = props;
  const id = controlId(fieldId);
  return (
    <Controller
      name={`values.${fieldId}`}
      control={control}
      render={({ field: input, formState }) => {
        const errors: unknown = get(formState.errors, `values.${fieldId}`);
        const problems = flattenErrors(errors);
        const own = problems.filter((problem) => problem.path === '');
        const rows = problems.filter((problem) => problem.path !== '');
        const help = `${id}-help`;
        const common = {
          id,
          value: input.value,
          onChange: input.onChange,
          onBlur: input.onBlur,
          invalid: own.length > 0,
          describedBy: field.help || problems.length > 0 ? help : undefined,
          disabled: locked,
        };
        return (
          <Box data-field={fieldId} sx={{ mb: 2 }}>
            <FieldLabel
              id={id}
              label={field.label}
              required={field.required}
              grouped={groupKinds.includes(field.kind)}
            />
            {field.kind === 'details' ? (
              <DetailsControl {...common} field={field} ledger={ledger} control={control} problems={rows} />
            ) : field.kind === 'attachments' ? (
              <AttachmentsControl {...common} field={field} ledger={ledger} recordId={recordId} />
            ) : (
              <FieldControl {...common} field={field} />
            )}
            <FieldNote id={help} help={field.help} problems={own.map((problem) => problem.sentence)} />
          </Box>
        );
      }}
    />
  );
});

const groupKinds: readonly Field['kind'][] = ['multiChoice', 'details', 'attachments', 'yesNo'];
