import Alert from '@mui/material/Alert';
import type { ReactNode } from 'react';

interface SentenceAlertProps {
  readonly severity: 'error' | 'warning' | 'info' | 'success';
  readonly sentences: readonly string[];
  /** So many are written out. */
  readonly most?: number;
  /** What the others are, after their number: 场没有确认. */
  readonly rest?: string;
}

/** Sentences one below the other, the first ones written out and the others counted; nothing for none. */
export function SentenceAlert({ severity, sentences, most = 6, rest = '处' }: SentenceAlertProps): ReactNode {
  if (sentences.length === 0) return null;
  return (
    <Alert severity={severity} sx={{ mb: 1 }}>
      {sentences.slice(0, most).map((sentence) => (
        <div key={sentence}>{sentence}</div>
      ))}
      {sentences.length > most ? `另有 ${sentences.length - most} ${rest}。` : ''}
    </Alert>
  );
}
