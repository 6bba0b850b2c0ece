import type { AccessLine } from '../../../shared/contract/upkeep.ts';
import type { ReadHandle, WriteHandle } from '../handles.ts';
import { allRows, execute, tables } from '../query.ts';

/** The last lines first. */
export function listAccess(h: ReadHandle, limit = 1000): readonly AccessLine[] {
  return allRows(
    h,
    tables
      .selectFrom('access_log')
      .select(['at', 'account_name as accountName', 'what', 'ledger', 'record_id as recordId'])
      .orderBy('id', 'desc')
      .limit(limit),
  );
}

/** The lines about one record, the last first. */
export function accessOf(h: ReadHandle, ledger: string, recordId: string): readonly AccessLine[] {
  return allRows(
    h,
    tables
      .selectFrom('access_log')
      .select(['at', 'account_name as accountName', 'what', 'ledger', 'record_id as recordId'])
      .where('ledger', '=', ledger)
      .where('record_id', '=', recordId)
      .orderBy('id', 'desc'),
  );
}

/** Adds a line; account and time are the change's. */
export function addAccess(
  w: WriteHandle,
  line: { readonly what: string; readonly ledger?: string | null; readonly recordId?: string | null },
): void {
  execute(
    w,
    tables.insertInto('access_log').values({
      at: w.change.at,
      account_id: w.change.accountId,
      account_name: w.change.accountName,
      what: line.what,
      ledger: line.ledger ?? null,
      record_id: line.recordId ?? null,
    }),
  );
}
