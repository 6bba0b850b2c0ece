import type { RecordView, RevisionView } from '../../../shared/contract/ledgers.ts';
import type { AccountInfo } from '../../../shared/contract/session.ts';
import type { AnyLedger, LedgerRecord, LooseValues } from '../../../shared/ledger/definition.ts';
import type { ReadHandle } from '../../store/handles.ts';
import { titlesOf } from '../../store/records/records.ts';
import { historyOf } from '../../store/records/revisions.ts';
import { lockedFieldsOf, maySeeLocked, withoutLocked } from './lockedFields.ts';
import { referencesIn } from './references.ts';

/** Titles of every record that these values refer to, by id. */
export function titlesFor(
  h: ReadHandle,
  definition: AnyLedger,
  values: readonly LooseValues[],
): Readonly<Record<string, string>> {
  const ids = values.flatMap((one) => referencesIn(definition, one).map((place) => place.id));
  return titlesOf(h, [...new Set(ids)]);
}

/** A record as an account may see it: locked fields are emptied and named where they are withheld. */
export function viewRecord(
  h: ReadHandle,
  definition: AnyLedger,
  record: LedgerRecord,
  account: AccountInfo,
): RecordView {
  const visible = maySeeLocked(h, definition, record, account);
  const values = visible ? record.values : withoutLocked(definition, record.values);
  return {
    record: { ...record, values },
    titles: titlesFor(h, definition, [values]),
    withheld: visible ? [] : lockedFieldsOf(definition),
  };
}

/** Every revision of a record, the newest first; locked values are left out where the account may not see them. */
export function viewHistory(
  h: ReadHandle,
  definition: AnyLedger,
  record: LedgerRecord,
  account: AccountInfo,
): RevisionView[] {
  const visible = maySeeLocked(h, definition, record, account);
  return historyOf(h, definition.id, record.id).map((revision) => {
    const values = visible ? revision.values : withoutLocked(definition, revision.values);
    return { ...revision, values, titles: titlesFor(h, definition, [values]) };
  });
}
