import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import type { CellPlace } from '../../ui/entryGrid/useGridFocus.ts';

interface ChoiceCellProps<V extends string> {
  readonly label: string;
  readonly value: V | null;
  readonly options: readonly V[];
  readonly disabled: boolean;
  readonly onChange: (value: V | null) => void;
  readonly id?: string;
  readonly place?: CellPlace;
  readonly invalid?: boolean;
}

/** A short choice inside a table: the machine's own list, which letters and arrow keys choose from. */
export function ChoiceCell<V extends string>(props: ChoiceCellProps<V>): ReactNode {
  const { label, value, options, disabled, onChange, id, place, invalid = false } = props;
  return (
    <Box
      component="select"
      id={id}
      {...place}
      aria-label={label}
      aria-invalid={invalid}
      disabled={disabled}
      value={value ?? ''}
      onChange={(event) => onChange(options.find((option) => option === event.target.value) ?? null)}
      sx={{
        width: '100%',
        height: '2rem',
        border: 1,
        borderColor: invalid ? 'error.main' : 'divider',
        borderRadius: 0.5,
        bgcolor: 'background.paper',
        color: 'inherit',
        font: 'inherit',
        fontSize: '0.875rem',
      }}
    >
      <option value="">未填</option>
      {options.map((option) => (
        <option key={option} value={option}>
          {option}
        </option>
      ))}
    </Box>
  );
}
