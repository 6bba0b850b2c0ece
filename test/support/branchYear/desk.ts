import type { Channel, InputOf, OutputOf } from '#shared/contract/index.ts';
import { createUuid } from '#shared/kernel/ids.ts';
import { emptyValues } from '#shared/ledger/schema.ts';
import { findLedger } from '#shared/ledgers/index.ts';

/** What a branch's year needs of the program: calls that must hold, and a clock that moves. */
export interface Desk {
  call<C extends Channel>(channel: C, input: InputOf<C>): Promise<OutputOf<C>>;
  setNow(instant: string): void;
}

export function newId(): string {
  return createUuid(Date.now(), crypto.getRandomValues(new Uint8Array(10)));
}

/** Saves a finished record with these values, the others empty; its id. */
export async function add(
  desk: Desk,
  ledger: string,
  values: Readonly<Record<string, unknown>>,
  period: string | null = null,
  state: 'draft' | 'finished' = 'finished',
): Promise<string> {
  const definition = findLedger(ledger);
  if (!definition) throw new Error(`no ledger ${ledger}`);
  const id = newId();
  await desk.call('ledger.save', {
    ledger,
    id,
    values: { ...emptyValues(definition), ...values },
    period,
    state,
    baseRevision: null,
  });
  return id;
}

/** Changes some values of a record. */
export async function change(
  desk: Desk,
  ledger: string,
  id: string,
  values: Readonly<Record<string, unknown>>,
): Promise<void> {
  const { record } = await desk.call('ledger.get', { ledger, id });
  await desk.call('ledger.save', {
    ledger,
    id,
    values: { ...record.values, ...values },
    period: record.period,
    state: record.state,
    baseRevision: record.revision,
  });
}

/** Noon in China of a day, as the clock takes it; with `hour`, another hour. */
export function at(day: string, hour = 12): string {
  return new Date(`${day}T${String(hour).padStart(2, '0')}:00:00+08:00`).toISOString();
}
