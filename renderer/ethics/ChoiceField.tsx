import Box from '@mui/material/Box';
import FormLabel from '@mui/material/FormLabel';
import MenuItem from '@mui/material/MenuItem';
import Select from '@mui/material/Select';
import { useId, type ReactNode } from 'react';

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
      <FormLabel id={`${id}-label`} sx={{ display: 'block', mb: 0.5, fontSize: '0.8125rem' }}>
        {props.label}
      </FormLabel>
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
