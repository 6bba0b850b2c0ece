import { isDeepStrictEqual } from 'node:util';
import type { AnyLedger, LooseValues } from '../../../shared/ledger/definition.ts';
import { rowsOf } from '../../../shared/ledger/schema.ts';

/** Whether two states of a record differ in nothing but what is filled in after it is finished (`followUp`). */
export function differsInFollowUpOnly(
  definition: AnyLedger,
  before: LooseValues,
  after: LooseValues,
): boolean {
  const places = definition.followUp ?? [];
  return (
    places.length > 0 && isDeepStrictEqual(withoutFollowUp(before, places), withoutFollowUp(after, places))
  );
}

function withoutFollowUp(values: LooseValues, places: readonly string[]): LooseValues {
  const kept = { ...values };
  for (const place of places) {
    const [field = '', inner] = place.split('.');
    if (inner === undefined) delete kept[field];
    else kept[field] = rowsOf(kept[field]).map(({ [inner]: _filledLater, ...row }) => row);
  }
  return kept;
}
