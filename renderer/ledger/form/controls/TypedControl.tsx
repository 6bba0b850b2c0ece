import InputAdornment from '@mui/material/InputAdornment';
import TextField from '@mui/material/TextField';
import { useState, type ReactNode } from 'react';
import { formatValue, parseCell } from '../../../../shared/ledger/cells.ts';
import type { Field } from '../../../../shared/ledger/field.ts';
import { useToday } from '../../../ground/today.ts';
import { bareSx } from './bare.ts';
import type { ControlProps } from './control.ts';

type TypedField = Extract<
  Field,
  { kind: 'date' | 'time' | 'instant' | 'integer' | 'decimal' | 'money' | 'percentage' }
>;

interface TypedControlProps extends ControlProps<TypedField> {
  /** At the end of the box, e.g. the calendar's button. */
  readonly endButton?: ReactNode;
}

const placeholders: Readonly<Partial<Record<Field['kind'], string>>> = {
  date: '如 20261124、11-24、今天',
  time: '如 1430、下午2点半',
  instant: '如 2026-11-24 14:30',
};

/** Values that are typed in many forms and shown in one: dates, times, numbers, money in 元. */
export function TypedControl(props: TypedControlProps): ReactNode {
  const { field, value, onChange, bare } = props;
  const today = useToday();
  /** What is being typed; `null` = shown in its form. */
  const [typed, setTyped] = useState<string | null>(null);
  const shown = typed ?? showTyped(field, value);
  const numeric = !['date', 'time', 'instant'].includes(field.kind);

  function read(text: string) {
    setTyped(text);
    onChange(readTyped(field, text, today));
  }

  return (
    <TextField
      id={props.id}
      value={shown}
      error={props.invalid}
      disabled={props.disabled}
      placeholder={bare ? undefined : (props.placeholder ?? placeholders[field.kind])}
      onChange={(event) => read(event.target.value)}
      onBlur={() => {
        setTyped(null);
        props.onBlur();
      }}
      sx={bare ? bareSx : { maxWidth: '16rem' }}
      slotProps={{
        input: {
          endAdornment: props.endButton ? (
            <InputAdornment position="end">{props.endButton}</InputAdornment>
          ) : field.unit && !bare ? (
            <InputAdornment position="end">{field.unit}</InputAdornment>
          ) : undefined,
        },
        htmlInput: {
          'aria-describedby': props.describedBy,
          'aria-label': props.name,
          inputMode: numeric ? 'decimal' : undefined,
          autoComplete: 'off',
          maxLength: 40,
          style: numeric ? { textAlign: 'right' } : undefined,
        },
      }}
    />
  );
}

/** A value as it stands in its box; what couldn't be read stands as it was typed. */
export function showTyped(field: TypedField, value: unknown): string {
  if (typeof value === 'string' && !['date', 'time', 'instant'].includes(field.kind)) return value;
  if (field.kind === 'instant' && typeof value === 'string' && Number.isNaN(Date.parse(value))) return value;
  return formatValue(field, value, () => '');
}

/** Reads typed text; `null` for none, the text itself when it can't be read. */
export function readTyped(field: TypedField, text: string, today: string): unknown {
  const parsed = parseCell(field, text, { resolve: () => ({ kind: 'unknown', similar: [] }), today });
  return parsed.ok ? parsed.value : text.trim();
}
