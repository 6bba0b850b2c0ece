import type { AccountInfo } from '../../../shared/contract/session.ts';
import type { AnyLedger, LedgerRecord, LooseValues } from '../../../shared/ledger/definition.ts';
import { fieldsOf, isEmptyValue } from '../../../shared/ledger/schema.ts';
import type { ReadHandle } from '../../store/handles.ts';
import { titlesOf } from '../../store/records/records.ts';

/** Ids of the fields that only people named for the record may see. */
export function lockedFieldsOf(definition: AnyLedger): readonly string[] {
  return Object.entries(fieldsOf(definition))
    .filter(([, field]) => field.sensitivity === 'locked')
    .map(([id]) => id);
}

/**
 * Whether an account may see the locked fields of a record: the head may, and whoever the stored record names as
 * working on it (an account is that person when it bears the same name). A new record belongs to whoever writes it.
 */
export function maySeeLocked(
  h: ReadHandle,
  definition: AnyLedger,
  record: Pick<LedgerRecord, 'values'> | null,
  account: AccountInfo,
): boolean {
  if (!record || account.roles.includes('head')) return true;
  const namedBy: readonly string[] = definition.namedBy ?? [];
  const named = namedBy.flatMap((field) => {
    const value = record.values[field];
    return (Array.isArray(value) ? value : [value]).filter((id) => typeof id === 'string');
  });
  return named.length > 0 && Object.values(titlesOf(h, named)).includes(account.name);
}

/** The values without what is locked; the fields stay, empty. */
export function withoutLocked<V extends LooseValues>(definition: AnyLedger, values: V): V {
  const emptied = lockedFieldsOf(definition)
    .filter((id) => id in values)
    .map((id): [string, unknown] => [id, Array.isArray(values[id]) ? [] : null]);
  return { ...values, ...Object.fromEntries(emptied) };
}

/** `values` with the locked fields of `stored`: a person who can't see them can't change them either. */
export function keepLocked(definition: AnyLedger, values: LooseValues, stored: LooseValues): LooseValues {
  return {
    ...values,
    ...Object.fromEntries(lockedFieldsOf(definition).map((id) => [id, stored[id] ?? null])),
  };
}

/** Locked fields that hold something. */
export function filledLockedFields(definition: AnyLedger, values: LooseValues): readonly string[] {
  return lockedFieldsOf(definition).filter((id) => !isEmptyValue(values[id]));
}
