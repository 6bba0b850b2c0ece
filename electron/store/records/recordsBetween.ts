import type { Filter } from '../../../shared/contract/ledgers.ts';
import type { DateRange } from '../../../shared/kernel/periods.ts';
import type { AnyLedger } from '../../../shared/ledger/definition.ts';
import type { ReadHandle } from '../handles.ts';
import { queriedRecords, type RecordIn } from './records.ts';

/** Drafts are nobody's evidence. */
const finished: Filter = { field: 'state', operator: 'anyOf', value: ['finished', 'approved'] };

/** Finished records whose date lies in a range, details included, in the ledger's own order. */
export function recordsBetween<D extends AnyLedger>(
  h: ReadHandle,
  definition: D,
  field: keyof D['fields'] & string,
  range: DateRange,
): readonly RecordIn<D>[] {
  return finishedRecords(h, definition, [{ field, operator: 'between', value: [range.from, range.to] }]);
}

/** Finished records that meet every filter, details included, in the ledger's own order. */
export function finishedRecords<D extends AnyLedger>(
  h: ReadHandle,
  definition: D,
  filters: readonly Filter[] = [],
  period: string | null = null,
): readonly RecordIn<D>[] {
  return queriedRecords(h, definition, { filters: [finished, ...filters], period });
}
