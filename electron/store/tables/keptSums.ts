import Database from 'better-sqlite3';
import type { ReadHandle } from '../handles.ts';
import { allRows, tables } from '../query.ts';
import type { Store } from '../store.ts';

/** What was reckoned from some records. `stamp` names them and their revisions: where it differs, the sum is worth nothing. */
export interface KeptSum {
  readonly key: string;
  readonly stamp: string;
  /** JSON */
  readonly content: string;
}

/** The sums of a kind with keys of a range, by key. */
export function keptSums(
  h: ReadHandle,
  kind: string,
  range: { readonly from: string; readonly to: string },
): ReadonlyMap<string, KeptSum> {
  const rows = allRows(
    h,
    tables
      .selectFrom('kept_sum')
      .select(['key', 'stamp', 'content'])
      .where('kind', '=', kind)
      .where('key', '>=', range.from)
      .where('key', '<=', range.to),
  );
  return new Map(rows.map((row) => [row.key, row]));
}

/**
 * Keeps a sum in place of an earlier one, beside the unit of work: it is nobody's change, and no screen shows it. What can't be
 * kept (another connection writes, the disk is full) may as well be kept later.
 * @returns whether it is kept
 */
export function keepSum({ read: { db } }: Store, kind: string, { key, stamp, content }: KeptSum): boolean {
  const patience = Number(db.pragma('busy_timeout', { simple: true }));
  db.pragma('busy_timeout = 0');
  try {
    db.prepare('INSERT OR REPLACE INTO kept_sum VALUES (?, ?, ?, ?)').run(kind, key, stamp, content);
    return true;
  } catch (error) {
    if (!(error instanceof Database.SqliteError)) throw error;
    return false;
  } finally {
    db.pragma(`busy_timeout = ${patience}`);
  }
}
