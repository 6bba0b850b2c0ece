import TextField from '@mui/material/TextField';
import { useState, type KeyboardEvent, type ReactNode } from 'react';
import { parseTypedTime, type ClockTime } from '../../shared/kernel/clockTime.ts';

interface TimeBoxProps {
  readonly label: string;
  readonly value: ClockTime | null;
  readonly disabled?: boolean;
  readonly id?: string;
  /** `null` when the field is empty. */
  readonly onChange: (time: ClockTime | null) => void;
  /** Enter in the field. */
  readonly onDone?: () => void;
}

/** A time of day as people type it: 1720, 17:20, 下午5点20分. */
export function TimeBox({ label, value, disabled, id, onChange, onDone }: TimeBoxProps): ReactNode {
  const [typed, setTyped] = useState<string | null>(null);
  const unreadable = typed !== null && typed.trim() !== '' && parseTypedTime(typed) === undefined;
  return (
    <TextField
      id={id}
      label={label}
      disabled={disabled}
      error={unreadable}
      placeholder="17:20"
      sx={{ width: '8rem', flex: 'none' }}
      value={typed ?? value ?? ''}
      onChange={(event) => {
        const text = event.target.value;
        setTyped(text);
        const time = parseTypedTime(text);
        if (time !== undefined) onChange(time);
        else if (text.trim() === '') onChange(null);
      }}
      onBlur={() => {
        if (!unreadable) setTyped(null);
      }}
      onKeyDown={(event: KeyboardEvent) => {
        if (event.key !== 'Enter' || unreadable) return;
        event.preventDefault();
        onDone?.();
      }}
    />
  );
}
