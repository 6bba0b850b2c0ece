import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormGroup from '@mui/material/FormGroup';
import type { ReactNode } from 'react';
import type { Field } from '../../../../shared/ledger/field.ts';
import type { ControlProps } from './control.ts';

/** Several of several, as boxes to tick. */
export function MultiChoiceControl(props: ControlProps<Extract<Field, { kind: 'multiChoice' }>>): ReactNode {
  const { field, value, onChange } = props;
  const chosen: readonly unknown[] = Array.isArray(value) ? value : [];
  return (
    <FormGroup
      row
      id={props.id}
      role="group"
      aria-labelledby={`${props.id}-label`}
      aria-describedby={props.describedBy}
      onBlur={props.onBlur}
    >
      {field.options.map((option) => (
        <FormControlLabel
          key={option.value}
          label={option.value}
          disabled={props.disabled}
          control={
            <Checkbox
              size="small"
              checked={chosen.includes(option.value)}
              onChange={(_, checked) =>
                onChange(
                  checked ? [...chosen, option.value] : chosen.filter((entry) => entry !== option.value),
                )
              }
            />
          }
        />
      ))}
    </FormGroup>
  );
}
