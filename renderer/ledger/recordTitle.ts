import type { RecordView } from '../../shared/contract/ledgers.ts';
import { formatValue } from '../../shared/ledger/cells.ts';
import type { AnyLedger } from '../../shared/ledger/definition.ts';
import { fieldsOf } from '../../shared/ledger/schema.ts';

/** What a record is called: its title field, or the ledger's name while that is empty. */
export function recordTitle(definition: AnyLedger, { record, titles }: RecordView): string {
  const field = fieldsOf(definition)[definition.title];
  return (
    (field && formatValue(field, record.values[definition.title], (id) => titles[id] ?? '')) ||
    definition.label
  );
}
