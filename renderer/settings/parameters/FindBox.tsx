import TextField from '@mui/material/TextField';
import type { ReactNode } from 'react';

interface FindBoxProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** Narrows a list while typing. */
export function FindBox({ label, value, onChange }: FindBoxProps): ReactNode {
  return (
    <TextField
      placeholder={label}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      sx={{ maxWidth: '22rem', mb: 1 }}
      slotProps={{ htmlInput: { 'aria-label': label, maxLength: 60, autoComplete: 'off' } }}
    />
  );
}
