import Autocomplete from '@mui/material/Autocomplete';
import Button from '@mui/material/Button';
import FormControlLabel from '@mui/material/FormControlLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import TextField from '@mui/material/TextField';
import type { ReactNode } from 'react';
import type { Field } from '../../../../shared/ledger/field.ts';
import { isNamedBy } from '../../../ui/nameMatch.ts';
import { bareSx } from './bare.ts';
import type { ControlProps } from './control.ts';

const mostRadios = 5;

interface Option {
  readonly value: string | boolean;
  readonly label: string;
}

/** One of several: side by side when few, else a list that narrows while typing characters or pinyin initials. */
export function ChoiceControl(props: ControlProps<Extract<Field, { kind: 'choice' | 'yesNo' }>>): ReactNode {
  const options: readonly Option[] =
    props.field.kind === 'yesNo'
      ? [
          { value: true, label: '是' },
          { value: false, label: '否' },
        ]
      : props.field.options.map((option) => ({ value: option.value, label: option.value }));
  return options.length <= mostRadios && !props.bare ? (
    <Radios {...props} options={options} />
  ) : (
    <Narrowing {...props} options={options} />
  );
}

type OptionsProps = ControlProps<Extract<Field, { kind: 'choice' | 'yesNo' }>> & {
  readonly options: readonly Option[];
};

function Radios({ options, value, onChange, ...props }: OptionsProps): ReactNode {
  const chosen = options.find((option) => option.value === value);
  return (
    <RadioGroup
      row
      id={props.id}
      aria-labelledby={`${props.id}-label`}
      aria-describedby={props.describedBy}
      value={chosen?.label ?? ''}
      onBlur={props.onBlur}
      onChange={(_, label) => onChange(options.find((option) => option.label === label)?.value ?? null)}
      sx={{ alignItems: 'center', minHeight: '2.5rem' }}
    >
      {options.map((option) => (
        <FormControlLabel
          key={option.label}
          value={option.label}
          label={option.label}
          disabled={props.disabled}
          control={<Radio size="small" />}
        />
      ))}
      {chosen && !props.field.required && !props.disabled ? (
        <Button color="secondary" tabIndex={-1} onClick={() => onChange(null)}>
          清除
        </Button>
      ) : null}
    </RadioGroup>
  );
}

function Narrowing({ options, value, onChange, ...props }: OptionsProps): ReactNode {
  const chosen = options.find((option) => option.value === value) ?? null;
  const stray = chosen === null && typeof value === 'string' ? { value, label: value } : null;
  return (
    <Autocomplete
      id={props.id}
      options={options}
      value={chosen ?? stray}
      disabled={props.disabled}
      autoHighlight
      openOnFocus={false}
      selectOnFocus
      disableClearable={props.field.required === true && chosen !== null}
      getOptionLabel={(option) => option.label}
      getOptionKey={(option) => option.label}
      isOptionEqualToValue={(option, other) => option.value === other.value}
      filterOptions={(all, { inputValue }) =>
        inputValue === '' || inputValue === chosen?.label
          ? [...all]
          : all.filter((option) => isNamedBy(option.label, inputValue))
      }
      noOptionsText="没有这一选项"
      onChange={(_, option) => onChange(option?.value ?? null)}
      onBlur={props.onBlur}
      sx={props.bare ? bareSx : { maxWidth: '20rem' }}
      renderInput={(params) => (
        <TextField
          {...params}
          error={props.invalid}
          slotProps={{
            ...params.slotProps,
            htmlInput: {
              ...params.slotProps.htmlInput,
              'aria-describedby': props.describedBy,
              'aria-label': props.name,
            },
          }}
        />
      )}
    />
  );
}
