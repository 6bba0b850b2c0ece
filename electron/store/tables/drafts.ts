import type { Draft } from '../../../shared/contract/ledgers.ts';
import type { LooseValues } from '../../../shared/ledger/definition.ts';
import type { ReadHandle, WriteHandle } from '../handles.ts';
import { allRows, execute, tables } from '../query.ts';

/** An account's unsaved forms of a ledger, the last one first. */
export function listDrafts(h: ReadHandle, accountId: string, ledger: string): readonly Draft[] {
  const query = tables
    .selectFrom('draft')
    .selectAll()
    .where('account_id', '=', accountId)
    .where('ledger', '=', ledger)
    .orderBy('saved_at', 'desc')
    .orderBy('record_id');
  return allRows(h, query).map((row) => ({
    ledger: row.ledger,
    recordId: row.record_id,
    baseRevision: row.base_revision,
    period: row.period,
    values: JSON.parse(row.content) as LooseValues,
    savedAt: row.saved_at,
  }));
}

/** Keeps what the account has typed so far; an earlier draft of the same record is replaced. */
export function saveDraft(w: WriteHandle, draft: Omit<Draft, 'savedAt'>): void {
  const content = {
    base_revision: draft.baseRevision,
    period: draft.period,
    content: JSON.stringify(draft.values),
    saved_at: w.change.at,
  };
  execute(
    w,
    tables
      .insertInto('draft')
      .values({ account_id: w.change.accountId, ledger: draft.ledger, record_id: draft.recordId, ...content })
      .onConflict((conflict) => conflict.columns(['account_id', 'ledger', 'record_id']).doUpdateSet(content)),
  );
}

/** Forgets an account's draft of a record; nothing happens when there is none. */
export function discardDraft(
  w: WriteHandle,
  draft: { readonly accountId: string; readonly ledger: string; readonly recordId: string },
): void {
  execute(
    w,
    tables
      .deleteFrom('draft')
      .where('account_id', '=', draft.accountId)
      .where('ledger', '=', draft.ledger)
      .where('record_id', '=', draft.recordId),
  );
}
