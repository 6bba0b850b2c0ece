import { useEffect, useRef, type ReactNode } from 'react';
import { useWatch, type Control } from 'react-hook-form';
import type { FormShape } from './formShape.ts';

const restMillis = 1500;

interface DraftKeeperProps {
  readonly control: Control<FormShape>;
  /** False while there is nothing that could be lost. */
  readonly active: boolean;
  readonly onKeep: (content: FormShape) => void;
}

/** Keeps what is typed as a draft when the typing rests, and at once when the form goes away. */
export function DraftKeeper({ control, active, onKeep }: DraftKeeperProps): ReactNode {
  const values = useWatch({ control, name: 'values' });
  const period = useWatch({ control, name: 'period' });
  const pending = useRef<FormShape | null>(null);
  const keep = useRef(onKeep);
  useEffect(() => {
    keep.current = onKeep;
  }, [onKeep]);

  useEffect(() => {
    pending.current = active ? { values, period } : null;
    if (!active) return undefined;
    const timer = window.setTimeout(() => {
      pending.current = null;
      keep.current({ values, period });
    }, restMillis);
    return () => window.clearTimeout(timer);
  }, [values, period, active]);

  useEffect(
    () => () => {
      if (pending.current) keep.current(pending.current);
    },
    [],
  );
  return null;
}
