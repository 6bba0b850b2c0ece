import Box from '@mui/material/Box';
import InputAdornment from '@mui/material/InputAdornment';
import OutlinedInput from '@mui/material/OutlinedInput';
import { useId, type KeyboardEvent, type ReactNode, type Ref } from 'react';
import { FieldLabel, FieldNote } from './fieldWords.tsx';

export interface TextBoxProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onBlur?: () => void;
  readonly onKey?: (event: KeyboardEvent) => void;
  readonly required?: boolean;
  /** What is wrong with it. */
  readonly problem?: string | undefined;
  readonly help?: ReactNode;
  readonly autoFocus?: boolean;
  readonly inputRef?: Ref<HTMLInputElement>;
  readonly maxLength?: number;
  /** What stands for nothing typed. */
  readonly placeholder?: string;
  /** A number with its unit behind it, in a narrow box. */
  readonly numeric?: { readonly unit: string };
  readonly monospace?: boolean;
  readonly multiline?: boolean;
  readonly type?: 'text' | 'password';
  readonly autoComplete?: string;
  readonly endButton?: ReactNode;
}

/** A text field outside of ledgers: label above, help and problem below; a stop of the form's Enter key. */
export function TextBox(props: TextBoxProps): ReactNode {
  const id = useId();
  const note = `${id}-note`;
  const end = props.endButton ?? props.numeric?.unit;
  return (
    <Box data-field={id} sx={{ position: 'relative' }}>
      <FieldLabel id={id} label={props.label} required={props.required} />
      <OutlinedInput
        id={id}
        size="small"
        fullWidth
        color="info"
        type={props.type ?? 'text'}
        value={props.value}
        placeholder={props.placeholder}
        error={props.problem !== undefined}
        autoFocus={props.autoFocus}
        inputRef={props.inputRef}
        multiline={props.multiline}
        onChange={(event) => props.onChange(event.target.value)}
        onBlur={props.onBlur}
        onKeyDown={props.onKey}
        onKeyUp={props.onKey}
        sx={props.numeric ? { maxWidth: '12rem' } : undefined}
        endAdornment={end ? <InputAdornment position="end">{end}</InputAdornment> : undefined}
        inputProps={{
          maxLength: props.maxLength ?? 200,
          autoComplete: props.autoComplete ?? 'off',
          'aria-describedby': props.help || props.problem ? note : undefined,
          'aria-required': props.required,
          ...(props.numeric ? { inputMode: 'decimal' } : {}),
          ...(props.monospace ? { style: { fontFamily: 'monospace' } } : {}),
        }}
      />
      <FieldNote id={note} help={props.help} problems={props.problem === undefined ? [] : [props.problem]} />
    </Box>
  );
}
