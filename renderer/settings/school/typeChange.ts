import type { SchoolType } from '../../../shared/kernel/schoolType.ts';
import type { AnyLedger } from '../../../shared/ledger/definition.ts';

export interface TypeChange {
  /** Ledgers that the school has no more; their records stay. */
  readonly lost: readonly string[];
  readonly gained: readonly string[];
}

/** Which ledgers come and go, by their labels, when a school becomes one of another type. */
export function typeChange(ledgers: readonly AnyLedger[], from: SchoolType, to: SchoolType): TypeChange {
  const has = ({ schoolTypes }: AnyLedger, type: SchoolType) => !schoolTypes || schoolTypes.includes(type);
  const labels = (one: SchoolType, other: SchoolType) =>
    ledgers.filter((ledger) => has(ledger, one) && !has(ledger, other)).map(({ label }) => label);
  return { lost: labels(from, to), gained: labels(to, from) };
}
