import TextField from '@mui/material/TextField';
import type { ReactNode } from 'react';
import { problemAt } from '../ui/problemAt.ts';
import type { PurposeWords } from './purposeWords.ts';

interface PurposeFieldsProps {
  readonly value: PurposeWords;
  readonly onChange: (value: PurposeWords) => void;
  /** A refused call, whose problems stand beside the fields. */
  readonly error: unknown;
  /** Takes the focus when it appears. */
  readonly autoFocus?: boolean;
  /** Can be read and not changed: the work is going on. */
  readonly fixed?: boolean;
}

/** What a document leaves for and to whom; both go into the export log. */
export function PurposeFields({
  value,
  onChange,
  error,
  autoFocus,
  fixed = false,
}: PurposeFieldsProps): ReactNode {
  const purposeProblem = problemAt(error, 'purpose');
  const recipientProblem = problemAt(error, 'recipient');
  return (
    <>
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
    </>
  );
}
