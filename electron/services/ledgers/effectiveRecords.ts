import type { AnyLedger, LooseValues } from '../../../shared/ledger/definition.ts';
import type { ReadHandle } from '../../store/handles.ts';
import { findByKey } from '../../store/records/records.ts';

export interface EffectiveRecord {
  readonly id: string;
  readonly from: string;
  readonly to: string | null;
  readonly values: LooseValues;
}

/**
 * All live records of an effective-dated ledger about the same subject as `values` (its subject fields), by beginning;
 * none where the subject isn't wholly named.
 */
export function recordsOfSubject(
  h: ReadHandle,
  definition: AnyLedger,
  values: LooseValues,
): EffectiveRecord[] {
  const effective = definition.effective;
  if (!effective) return [];
  return findByKey(h, definition, effective.subject, values)
    .flatMap((record) => {
      const from = record.values[effective.from];
      const to = record.values[effective.to];
      return typeof from === 'string'
        ? [{ id: record.id, from, to: typeof to === 'string' ? to : null, values: record.values }]
        : [];
    })
    .toSorted((a, b) => (a.from < b.from ? -1 : 1));
}
