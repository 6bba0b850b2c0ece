import Database from 'better-sqlite3';
import type { ReadHandle } from '../handles.ts';
import { allRows, firstRow, tables } from '../query.ts';
import type { Store } from '../store.ts';

/** What was reckoned from some records. `stamp` names them and their revisions: where it differs, the sum is worth nothing. */
export interface KeptSum {
  readonly key: string;
  readonly stamp: string;
  /** JSON */
  readonly content: string;
}

/** The sum of a kind with a key, as it was kept. */
export function keptSum(h: ReadHandle, kind: string, key: string): KeptSum | undefined {
  return firstRow(
    h,
    tables
      .selectFrom('kept_sum')
      .select(['key', 'stamp', 'content'])
      .where('kind', '=', kind)
      .where('key', '=', key),
  );
}

/** Keys of a range under which sums of a kind are kept. */
export function keptKeys(
  h: ReadHandle,
  kind: string,
  range: { readonly from: string; readonly to: string },
): readonly string[] {
  return allRows(
    h,
    tables
      .selectFrom('kept_sum')
      .select('key')
      .where('kind', '=', kind)
      .where('key', '>=', range.from)
      .where('key', '<=', range.to),
  ).map(({ key }) => key);
}

/**
 * Keeps sums in place of earlier ones, beside the unit of work: they are nobody's change, and no screen shows them. What can't be
 * kept (another connection writes, the disk is full) may as well be kept later.
 * @returns whether they are kept, all or none
 */
export function keepSums(store: Store, kind: string, sums: readonly KeptSum[]): boolean {
  return inPassing(store, (db) => {
    const insert = db.prepare('INSERT OR REPLACE INTO kept_sum VALUES (?, ?, ?, ?)');
    db.transaction(() => {
      for (const { key, stamp, content } of sums) insert.run(kind, key, stamp, content);
    })();
  });
}

/** Throws away sums that nobody will ask for; what can't be now may be later. */
export function dropSums(store: Store, kind: string, keys: readonly string[]): void {
  if (keys.length === 0) return;
  inPassing(store, (db) =>
    db
      .prepare('DELETE FROM kept_sum WHERE kind = ? AND key IN (SELECT value FROM json_each(?))')
      .run(kind, JSON.stringify(keys)),
  );
}

/** Writes without waiting for anybody. */
function inPassing({ read: { db } }: Store, work: (db: ReadHandle['db']) => void): boolean {
  const patience = Number(db.pragma('busy_timeout', { simple: true }));
  db.pragma('busy_timeout = 0');
  try {
    work(db);
    return true;
  } catch (error) {
    if (!(error instanceof Database.SqliteError)) throw error;
    return false;
  } finally {
    db.pragma(`busy_timeout = ${patience}`);
  }
}
