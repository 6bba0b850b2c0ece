import Box from '@mui/material/Box';
import { useId, type ReactNode } from 'react';
import { date } from '../../../../shared/ledger/field.ts';
import { FieldLabel } from '../../../ui/fieldWords.tsx';
import { DateControl } from './DateControl.tsx';

interface DayFieldProps {
  readonly label: string;
  /** A day, or what was typed while it can't be read as one. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly invalid?: boolean;
  readonly disabled?: boolean;
  /** Id of what is said about it below. */
  readonly describedBy?: string;
}

/** A day outside a ledger's form, typed and picked as there. */
export function DayField({ label, value, onChange, ...looks }: DayFieldProps): ReactNode {
  const id = useId();
  return (
    <Box>
      <FieldLabel id={id} label={label} />
      <DateControl
        field={date({ label })}
        id={id}
        value={value}
        onChange={(typed) => onChange(typeof typed === 'string' ? typed : '')}
        onBlur={() => undefined}
        invalid={looks.invalid ?? false}
        disabled={looks.disabled ?? false}
        describedBy={looks.describedBy}
      />
    </Box>
  );
}
