import { sql } from 'kysely';
import type { LookupHit, SearchHit } from '../../../shared/contract/ledgers.ts';
import { queryExpression } from '../../../shared/kernel/searchText.ts';
import type { AnyLedger } from '../../../shared/ledger/definition.ts';
import type { ReadHandle, WriteHandle } from '../handles.ts';
import { allRowsOf, execute, tables } from '../query.ts';

/** Records of several ledgers that hold every word of the text, best first. Letters are also looked for as pinyin. */
export function searchRecords(
  h: ReadHandle,
  text: string,
  { ledgers, limit }: { readonly ledgers: readonly string[]; readonly limit: number },
): readonly SearchHit[] {
  const expression = queryExpression(text);
  if (expression === '' || ledgers.length === 0) return [];
  return allRowsOf(
    h,
    sql<SearchHit>`SELECT e.ledger AS ledger, e.record_id AS id, e.title AS title, e.hint AS hint
      FROM search_text JOIN search_entry e ON e.entry = search_text.rowid
      WHERE search_text MATCH ${expression} AND e.deleted_at IS NULL AND e.ledger IN (${sql.join(ledgers)})
      ORDER BY bm25(search_text, 10.0, 8.0, 1.0), e.title_sort LIMIT ${limit}`,
  );
}

/**
 * For pickers: records whose title or code holds the text (characters, pinyin or initials), those that the account
 * chose last first. Empty text gives the recent ones, then the beginning of the roll.
 */
export function lookup(
  h: ReadHandle,
  definition: AnyLedger,
  text: string,
  limit: number,
  accountId: string,
): readonly LookupHit[] {
  const expression = queryExpression(text);
  if (expression === '') {
    return text.trim() === '' ? firstChoices(h, definition.id, limit, accountId) : [];
  }
  return allRowsOf(
    h,
    sql<LookupHit>`SELECT e.record_id AS id, e.title AS title, e.code AS code, e.hint AS hint
      FROM search_text JOIN search_entry e ON e.entry = search_text.rowid
      LEFT JOIN recent_choice c
        ON c.account_id = ${accountId} AND c.ledger = e.ledger AND c.record_id = e.record_id
      WHERE search_text MATCH ${`{title code} : (${expression})`}
        AND e.deleted_at IS NULL AND e.ledger = ${definition.id}
      ORDER BY c.chosen_at DESC NULLS LAST, e.title = ${text.trim()} DESC, e.title_sort, e.entry LIMIT ${limit}`,
  );
}

/** Puts a record first in this account's picker. */
export function rememberChoice(w: WriteHandle, ledger: string, recordId: string): void {
  const chosen = { chosen_at: w.change.at };
  execute(
    w,
    tables
      .insertInto('recent_choice')
      .values({ account_id: w.change.accountId, ledger, record_id: recordId, ...chosen })
      .onConflict((conflict) => conflict.columns(['account_id', 'ledger', 'record_id']).doUpdateSet(chosen)),
  );
}

function firstChoices(h: ReadHandle, ledger: string, limit: number, accountId: string): LookupHit[] {
  const recent = allRowsOf(
    h,
    sql<LookupHit>`SELECT e.record_id AS id, e.title AS title, e.code AS code, e.hint AS hint
      FROM recent_choice c JOIN search_entry e ON e.record_id = c.record_id
      WHERE c.account_id = ${accountId} AND c.ledger = ${ledger} AND e.deleted_at IS NULL
      ORDER BY c.chosen_at DESC LIMIT ${limit}`,
  );
  if (recent.length >= limit) return recent;
  const rest = allRowsOf(
    h,
    sql<LookupHit>`SELECT e.record_id AS id, e.title AS title, e.code AS code, e.hint AS hint
      FROM search_entry e WHERE e.ledger = ${ledger} AND e.deleted_at IS NULL
      ORDER BY e.title_sort, e.entry LIMIT ${limit}`,
  );
  const known = new Set(recent.map(({ id }) => id));
  return [...recent, ...rest.filter(({ id }) => !known.has(id))].slice(0, limit);
}
