import type { AnyLedger, LooseValues } from '../../../shared/ledger/definition.ts';
import { emptyValues, fieldsOf, isEmptyValue } from '../../../shared/ledger/schema.ts';

export interface StartValues {
  readonly values: LooseValues;
  /** Labels of the fields taken over from the record before, to be named to the clerk. */
  readonly carried: readonly string[];
}

/** Values of a new record: the definition's defaults, then those of the last record, then what the address brought. */
export function startValues(
  definition: AnyLedger,
  sources: {
    readonly today: string;
    readonly latest: LooseValues | null;
    readonly prefill: Readonly<Record<string, unknown>> | null;
  },
): StartValues {
  const fields = fieldsOf(definition);
  const values = emptyValues(definition, { today: sources.today });
  const carried: string[] = [];
  const carry: readonly string[] = definition.carry ?? [];
  for (const id of carry) {
    const last = sources.latest?.[id];
    if (isEmptyValue(last) || !isEmptyValue(values[id]) || sources.prefill?.[id] !== undefined) continue;
    values[id] = last;
    carried.push(fields[id]?.label ?? id);
  }
  for (const [id, value] of Object.entries(sources.prefill ?? {})) if (fields[id]) values[id] = value;
  return { values, carried };
}
