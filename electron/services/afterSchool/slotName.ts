import type { LooseValues } from '../../../shared/ledger/definition.ts';
import { isEmptyValue } from '../../../shared/ledger/schema.ts';
import type { ReadHandle } from '../../store/handles.ts';
import { titlesOf } from '../../store/records/records.ts';

/** Names a session by its day and course. */
export function nameSlot(h: ReadHandle, values: LooseValues): LooseValues {
  const { name, heldOn, course } = values;
  if (!isEmptyValue(name) || typeof heldOn !== 'string' || typeof course !== 'string') return values;
  return { ...values, name: `${heldOn} ${titlesOf(h, [course])[course] ?? ''}`.trim() };
}
