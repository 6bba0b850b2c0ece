import { useSyncExternalStore } from 'react';

/** What a restore has done; kept here because the school is locked afterwards and every screen is a new one. */
export interface RestoreNotice {
  /** When the backup that is now in force was taken. */
  readonly takenAt: string;
  /** Where the replaced state lies. */
  readonly replaced: string | null;
  readonly missingAttachments: number;
}

let notice: RestoreNotice | null = null;
const listeners = new Set<() => void>();

export function keepRestoreNotice(next: RestoreNotice | null): void {
  notice = next;
  for (const listener of listeners) listener();
}

export function useRestoreNotice(): RestoreNotice | null {
  return useSyncExternalStore(watch, () => notice);
}

function watch(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}
