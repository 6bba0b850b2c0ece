import type { ReadHandle } from '../handles.ts';
import { allRows, prepared, tables } from '../query.ts';
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

/** Keeps sums in place of earlier ones. No revision: they say nothing that the records don't. */
export function keepSums(store: Store, kind: string, sums: readonly KeptSum[]): void {
  const keep = prepared(store.read, 'INSERT OR REPLACE INTO kept_sum VALUES (?, ?, ?, ?)');
  store.read.db.transaction(() => {
    for (const { key, stamp, content } of sums) keep.run(kind, key, stamp, content);
  })();
}
