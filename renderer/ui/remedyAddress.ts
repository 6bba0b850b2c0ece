import type { Remedy } from '../../shared/contract/checks.ts';
import { recordAddress } from './recordAddress.ts';

/** Values for a new record, carried in the history state of the address. */
export interface Prefill {
  readonly period: string | null;
  readonly values: Readonly<Record<string, unknown>>;
}

/** Where a remedy leads: `navigate(to, { state })`. */
export function remedyAddress(remedy: Remedy): {
  readonly to: string;
  readonly state?: { readonly prefill: Prefill };
} {
  switch (remedy.kind) {
    case 'open':
      return { to: recordAddress(remedy.ledger, remedy.id) };
    case 'list':
      return { to: `/ledger/${remedy.ledger}` };
    case 'create':
      return {
        to: `/ledger/${remedy.ledger}/new`,
        state: { prefill: { period: remedy.period, values: remedy.values } },
      };
  }
}
