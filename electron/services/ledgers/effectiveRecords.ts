import type { AnyLedger, LooseValues } from '../../../shared/ledger/definition.ts';
import type { ReadHandle } from '../../store/handles.ts';
import { allRecords } from '../../store/records/records.ts';

export interface EffectiveRecord {
  readonly id: string;
  readonly from: string;
  readonly to: string | null;
  readonly values: LooseValues;
}

/** All live records of an effective-dated ledger about the same subject as `values` (its subject fields), by beginning. */
export function recordsOfSubject(
  h: ReadHandle,
  definition: AnyLedger,
  values: LooseValues,
): EffectiveRecord[] {
  const effective = definition.effective;
  if (!effective) return [];
  const where = Object.fromEntries(effective.subject.map((field) => [field, values[field] ?? null]));
  return allRecords(h, definition, { where })
    .flatMap((record) => {
      const from = record.values[effective.from];
      const to = record.values[effective.to];
      return typeof from === 'string'
        ? [{ id: record.id, from, to: typeof to === 'string' ? to : null, values: record.values }]
        : [];
    })
    .toSorted((a, b) => (a.from < b.from ? -1 : 1));
}
