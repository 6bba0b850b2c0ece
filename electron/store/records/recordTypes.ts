import type {
  AnyLedger,
  LedgerDefinition,
  LedgerRecord,
  LooseValues,
  RecordState,
} from '../../../shared/ledger/definition.ts';
import type { ValuesOf } from '../../../shared/ledger/field.ts';

/** Values of a definition's records; loose where the definition's fields aren't known by type. */
export type ValuesIn<D extends AnyLedger> =
  D extends LedgerDefinition<infer F> ? (string extends keyof F ? LooseValues : ValuesOf<F>) : never;

/** Records of a definition: `RecordIn<typeof staff>`; loose where its fields aren't known by type. */
export type RecordIn<D extends AnyLedger> = LedgerRecord<ValuesIn<D>>;

export interface RecordChange<Values> {
  readonly values: Values;
  readonly period: string | null;
  readonly state: RecordState;
}

export interface NewRecord<Values> extends RecordChange<Values> {
  /** UUIDv7, made where the record was first written down. */
  readonly id: string;
  readonly schoolId: string;
}
