import Box from '@mui/material/Box';
import MenuItem from '@mui/material/MenuItem';
import Select from '@mui/material/Select';
import { useId, type ReactNode } from 'react';
import { FieldLabel } from '../ui/fieldWords.tsx';

interface ChoiceFieldProps<Value extends string> {
  readonly label: string;
  readonly value: Value | '';
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly onChange: (value: Value) => void;
  readonly minWidth?: string;
}

/** One of a few, with its label above as in a ledger's form. */
export function ChoiceField<Value extends string>(props: ChoiceFieldProps<Value>): ReactNode {
  const id = useId();
  return (
    <Box>
      <FieldLabel grouped id={id} label={props.label} />
      <Select
        labelId={`${id}-label`}
        id={id}
        displayEmpty
        value={props.value}
        onChange={(event) => props.onChange(event.target.value as Value)}
        sx={{ minWidth: props.minWidth ?? '11rem' }}
      >
        {props.value === '' ? (
          <MenuItem value="" disabled>
            请选择
          </MenuItem>
        ) : null}
        {props.options.map((option) => (
          <MenuItem key={option.value} value={option.value}>
            {option.label}
          </MenuItem>
        ))}
      </Select>
    </Box>
  );
}
