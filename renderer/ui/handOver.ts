import { useState } from 'react';
import type { HandOver } from '../../shared/contract/files.ts';
import { useCall } from '../client.ts';
import { problemAt } from './problemAt.ts';

/** Purpose and recipient of what is about to leave; what is not given begins with the words of this account's last export. */
export function useHandOver(given: Partial<HandOver> = {}): {
  readonly value: HandOver;
  readonly complete: boolean;
  readonly change: (value: HandOver) => void;
} {
  const last = useCall('export.lastHandOver', {});
  const [typed, change] = useState<HandOver | null>(null);
  const value = typed ?? {
    purpose: given.purpose ?? last.data?.purpose ?? '',
    recipient: given.recipient ?? last.data?.recipient ?? '',
  };
  const complete = [...value.purpose.trim()].length >= 2 && value.recipient.trim() !== '';
  return { value, complete, change };
}

/** Whether a refused call is about these words alone, so that the sentences beside the fields say all. */
export function isAboutHandOver(error: unknown): boolean {
  return problemAt(error, 'purpose') !== undefined || problemAt(error, 'recipient') !== undefined;
}
