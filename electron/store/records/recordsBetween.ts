import type { Filter } from '../../../shared/contract/ledgers.ts';
import type { DateRange } from '../../../shared/kernel/periods.ts';
import type { AnyLedger } from '../../../shared/ledger/definition.ts';
import { columnNameOf } from '../../../shared/ledger/tables.ts';
import type { ReadHandle } from '../handles.ts';
import { liveRecords, usualOrderOf } from './recordReads.ts';
import { queriedRecords, type RecordIn } from './records.ts';

/** Drafts are nobody's evidence. */
const finished: Filter = { field: 'state', operator: 'anyOf', value: ['finished', 'approved'] };

/** Finished records whose date lies in a range, details included, in the ledger's own order. */
export function recordsBetween<D extends AnyLedger>(
  h: ReadHandle,
  definition: D,
  field: keyof D['fields'] & string,
  { from, to }: DateRange,
): readonly RecordIn<D>[] {
  const condition = `r."state" IN ('finished', 'approved') AND r."${columnNameOf(field)}" BETWEEN ? AND ?
    ORDER BY ${usualOrderOf(definition)}`;
  return liveRecords(h, definition, condition, [from, to]);
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
