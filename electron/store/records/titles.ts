import type { AnyLedger } from '../../../shared/ledger/definition.ts';
import { fieldsOf } from '../../../shared/ledger/schema.ts';
import { columnNameOf, sortColumnOf, sortKindOf } from '../../../shared/ledger/tables.ts';
import type { ReadHandle, WriteHandle } from '../handles.ts';
import { prepared } from '../query.ts';

const selectTitles = `SELECT record_id AS id, title FROM search_entry
  WHERE record_id IN (SELECT value FROM json_each(?))`;

/** Titles of records of any ledger, by id; records that don't exist are absent. */
export function titlesOf(h: ReadHandle, ids: Iterable<string>): Record<string, string> {
  const rows = prepared(h, selectTitles).all(JSON.stringify([...new Set(ids)])) as {
    id: string;
    title: string;
  }[];
  return Object.fromEntries(rows.map(({ id, title }) => [id, title]));
}

/** What a record sorts by where others refer to it: its title, by pinyin where it is a name. */
export function titleSortOf(h: ReadHandle, id: string): string | null {
  const row = prepared(h, 'SELECT title_sort FROM search_entry WHERE record_id = ?').get(id) as
    { title_sort: string } | undefined;
  return row?.title_sort ?? null;
}

/** Statements that bring a record's new title to the hidden sort columns of those who refer to it, per ledger. */
const followers = new WeakMap<ReadonlyMap<string, AnyLedger>, Map<string, string[]>>();

/**
 * Lets the records that sort by this record's title follow it. Those in the recycle bin follow when they are taken out.
 */
export function updateTitleSort(w: WriteHandle, ledger: string, id: string, titleSort: string): void {
  let byTarget = followers.get(w.ledgers);
  if (!byTarget) followers.set(w.ledgers, (byTarget = followerStatements(w.ledgers.values())));
  for (const statement of byTarget.get(ledger) ?? []) prepared(w, statement).run(titleSort, id);
}

function followerStatements(definitions: Iterable<AnyLedger>): Map<string, string[]> {
  const byTarget = new Map<string, string[]>();
  for (const definition of definitions) {
    for (const [id, field] of Object.entries(fieldsOf(definition))) {
      if (field.kind !== 'reference' || sortKindOf(definition, id) !== 'title') continue;
      const statement = `UPDATE "${definition.table}" SET "${sortColumnOf(id)}" = ?
        WHERE "${columnNameOf(id)}" = ? AND "deleted_at" IS NULL`;
      byTarget.set(field.target, [...(byTarget.get(field.target) ?? []), statement]);
    }
  }
  return byTarget;
}
