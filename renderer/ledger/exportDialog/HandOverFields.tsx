import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';
import { useState, type ReactNode } from 'react';
import type { HandOver } from '../../../shared/contract/files.ts';
import { useCall } from '../../client.ts';

const empty: HandOver = { purpose: '', recipient: '' };

/** Purpose and recipient of what is about to leave, beginning with those of the last time. */
export function useHandOver(): {
  readonly value: HandOver;
  readonly complete: boolean;
  readonly change: (value: HandOver) => void;
} {
  const last = useCall('export.lastHandOver', {}, { fresh: true });
  const [typed, change] = useState<HandOver | null>(null);
  const value = typed ?? last.data ?? empty;
  const complete = [...value.purpose.trim()].length >= 2 && value.recipient.trim() !== '';
  return { value, complete, change };
}

interface HandOverFieldsProps {
  readonly value: HandOver;
  readonly onChange: (value: HandOver) => void;
}

export function HandOverFields({ value, onChange }: HandOverFieldsProps): ReactNode {
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(14rem, 1fr))', gap: 2 }}>
      <TextField
        required
        label="用途"
        placeholder="例如：年度统计、支部换届"
        value={value.purpose}
        onChange={(event) => onChange({ ...value, purpose: event.target.value })}
        slotProps={{ htmlInput: { maxLength: 200 } }}
      />
      <TextField
        required
        label="交给谁"
        placeholder="例如：县教育局、本校留存"
        value={value.recipient}
        onChange={(event) => onChange({ ...value, recipient: event.target.value })}
        slotProps={{ htmlInput: { maxLength: 100 } }}
      />
    </Box>
  );
}
