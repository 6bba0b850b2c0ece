import TextField from '@mui/material/TextField';
import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import type { HandOver } from '../../shared/contract/files.ts';
import { problemAt } from './problemAt.ts';

interface HandOverFieldsProps {
  readonly value: HandOver;
  readonly onChange: (value: HandOver) => void;
  /** A refused call, whose problems stand beside the fields. */
  readonly error?: unknown;
  /** Takes the focus when it appears. */
  readonly autoFocus?: boolean;
  /** Can be read and not changed: the work is going on. */
  readonly fixed?: boolean;
}

/** What a document leaves for and to whom; both go into the export log. */
export function HandOverFields({
  value,
  onChange,
  error,
  autoFocus,
  fixed = false,
}: HandOverFieldsProps): ReactNode {
  const purposeProblem = problemAt(error, 'purpose');
  const recipientProblem = problemAt(error, 'recipient');
  return (
    <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'repeat(auto-fit, minmax(14rem, 1fr))' }}>
      <TextField
        label="用途"
        autoFocus={autoFocus}
        required
        value={value.purpose}
        onChange={(event) => onChange({ ...value, purpose: event.target.value })}
        error={purposeProblem !== undefined}
        helperText={purposeProblem ?? '例如：按通知上报、存档备查。会记入导出记录'}
        slotProps={{ htmlInput: { maxLength: 200, readOnly: fixed } }}
      />
      <TextField
        label="交给谁"
        required
        value={value.recipient}
        onChange={(event) => onChange({ ...value, recipient: event.target.value })}
        error={recipientProblem !== undefined}
        helperText={recipientProblem ?? '单位或个人，例如：山丹县教育局。下次会自动填上'}
        slotProps={{ htmlInput: { maxLength: 100, readOnly: fixed } }}
      />
    </Box>
  );
}
