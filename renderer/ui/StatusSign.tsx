import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import type { ObligationState, Severity } from '../../shared/contract/checks.ts';
import type { Advice, RecordState } from '../../shared/ledger/definition.ts';
import { inks } from '../ground/theme.ts';

type Tone = 'good' | 'warn' | 'bad' | 'calm' | 'quiet';

interface Sign {
  readonly mark: string;
  readonly word: string;
  readonly tone: Tone;
}

const tones: Readonly<Record<Tone, { readonly ink: string; readonly ground: string }>> = {
  good: { ink: inks.good, ground: '#E8F3EB' },
  warn: { ink: inks.warn, ground: '#FCF0DC' },
  bad: { ink: inks.bad, ground: '#FBE9E7' },
  calm: { ink: inks.calm, ground: '#E9F0F7' },
  quiet: { ink: inks.quiet, ground: '#F1EEE9' },
};

export const obligationSigns: Readonly<Record<ObligationState, Sign>> = {
  met: { mark: '✓', word: '已完成', tone: 'good' },
  dueSoon: { mark: '◔', word: '快到期', tone: 'warn' },
  overdue: { mark: '!', word: '已逾期', tone: 'bad' },
  excused: { mark: '○', word: '已说明', tone: 'calm' },
  notYet: { mark: '·', word: '未到时间', tone: 'quiet' },
  notDue: { mark: '—', word: '不要求', tone: 'quiet' },
};

export const severitySigns: Readonly<Record<Severity, Sign>> = {
  error: { mark: '!', word: '必须改', tone: 'bad' },
  warning: { mark: '◔', word: '请核对', tone: 'warn' },
  info: { mark: 'i', word: '提示', tone: 'calm' },
};

export const adviceSigns: Readonly<Record<Advice['level'], Sign>> = {
  good: { mark: '✓', word: '符合', tone: 'good' },
  info: { mark: 'i', word: '提示', tone: 'calm' },
  warning: { mark: '◔', word: '请核对', tone: 'warn' },
  problem: { mark: '!', word: '不符合', tone: 'bad' },
};

export const recordStateSigns: Readonly<Record<RecordState, Sign>> = {
  draft: { mark: '✎', word: '草稿', tone: 'warn' },
  finished: { mark: '✓', word: '已完成', tone: 'good' },
  approved: { mark: '★', word: '已审定', tone: 'calm' },
};

/** Colours of a sign, for parts that draw it their own way. */
export function inkOf(sign: Sign): { readonly ink: string; readonly ground: string } {
  return tones[sign.tone];
}

/** A state by sign, colour and word together. */
export function StatusSign({ sign, word }: { readonly sign: Sign; readonly word?: string }): ReactNode {
  const { ink, ground } = inkOf(sign);
  return (
    <Box
      component="span"
      sx={{
        display: 'inline-flex',
        alignItems: 'center',
        gap: 0.5,
        px: 0.75,
        borderRadius: 1,
        color: ink,
        bgcolor: ground,
        fontSize: '0.8125rem',
        lineHeight: 1.6,
        whiteSpace: 'nowrap',
      }}
    >
      <span aria-hidden>{sign.mark}</span>
      {word ?? sign.word}
    </Box>
  );
}
