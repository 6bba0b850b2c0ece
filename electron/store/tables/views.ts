import { querySchema, type SavedView } from '../../../shared/contract/ledgers.ts';
import { failure, success, type Result } from '../../../shared/kernel/result.ts';
import type { ReadHandle, WriteHandle } from '../handles.ts';
import { allRows, execute, firstRow, tables } from '../query.ts';

/** The list views that an account has saved for a ledger, by name. */
export function listViews(h: ReadHandle, accountId: string, ledger: string): readonly SavedView[] {
  const query = tables
    .selectFrom('saved_view')
    .selectAll()
    .where('account_id', '=', accountId)
    .where('ledger', '=', ledger)
    .orderBy('name');
  return allRows(h, query).map((row) => ({
    id: row.id,
    ledger: row.ledger,
    name: row.name,
    query: querySchema.parse(JSON.parse(row.query)),
  }));
}

/** Saves or replaces a view. Failure `conflict` when its id is another account's. */
export function saveView(w: WriteHandle, view: SavedView): Result<SavedView> {
  const owner = firstRow(w, tables.selectFrom('saved_view').select('account_id').where('id', '=', view.id));
  if (owner && owner.account_id !== w.change.accountId) {
    return failure('conflict', '这个视图是别人保存的，请另存为新的视图。');
  }
  const content = { ledger: view.ledger, name: view.name, query: JSON.stringify(view.query) };
  execute(
    w,
    tables
      .insertInto('saved_view')
      .values({ id: view.id, account_id: w.change.accountId, ...content })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(content)),
  );
  return success(view);
}

/** Removes a view of the account; nothing happens when it has none of this id. */
export function removeView(w: WriteHandle, id: string): void {
  execute(
    w,
    tables.deleteFrom('saved_view').where('id', '=', id).where('account_id', '=', w.change.accountId),
  );
}
