import type { AnyLedger } from '../../../shared/ledger/definition.ts';
import { fieldsOf } from '../../../shared/ledger/schema.ts';
import { columnNameOf, sortColumnOf, sortKindOf } from '../../../shared/ledger/tables.ts';
import type { ReadHandle, WriteHandle } from '../handles.ts';
import { prepared } from '../query.ts';
import { oncePer } from '../../../shared/kernel/oncePer.ts';

/** What others need of a record, as its entry in the search index has it. */
export interface NamedRecord {
  readonly ledger: string;
  readonly title: string;
  /** What those who refer to it sort by: the title, by pinyin where it is a name. */
  readonly titleSort: string;
  /** Outside the recycle bin. */
  readonly live: boolean;
}

const selectNamed = `SELECT record_id, ledger, title, title_sort, deleted_at IS NULL FROM search_entry
  WHERE record_id IN (SELECT value FROM json_each(?))`;

/**
 * Records of any ledger by id, among others; those that don't exist are absent. A write remembers them, since nobody else
 * can change them meanwhile: the rows of a sheet name the same few records again and again.
 */
export function namedRecords(h: ReadHandle, ids: Iterable<string>): ReadonlyMap<string, NamedRecord> {
  const known = rememberedBy(h);
  if (known.size > mostRemembered) known.clear();
  const unknown = [...new Set(ids)].filter((id) => !known.has(id));
  if (unknown.length === 0) return known;
  const rows = prepared(h, selectNamed).raw().all(JSON.stringify(unknown)) as NamedRow[];
  for (const [id, ledger, title, titleSort, live] of rows)
    known.set(id, { ledger, title, titleSort, live: live === 1 });
  return known;
}

/** To be told of every entry that is written. */
export function rememberNamed(w: WriteHandle, id: string, record: NamedRecord): void {
  rememberedBy(w).set(id, record);
}

type NamedRow = readonly [id: string, ledger: string, title: string, titleSort: string, live: 0 | 1];

const mostRemembered = 5000;
const rememberedIn = oncePer((_write: ReadHandle) => new Map<string, NamedRecord>());

function rememberedBy(h: ReadHandle): Map<string, NamedRecord> {
  return h.mode === 'read' ? new Map<string, NamedRecord>() : rememberedIn(h);
}

/** Titles of records of any ledger, by id; records that don't exist are absent. */
export function titlesOf(h: ReadHandle, ids: Iterable<string>): Record<string, string> {
  const wanted = [...new Set(ids)];
  const named = namedRecords(h, wanted);
  return Object.fromEntries(
    wanted.flatMap((id) => {
      const record = named.get(id);
      return record ? [[id, record.title]] : [];
    }),
  );
}

const namedFirst = 5;

/** The titles of the first few of several records, and how many they are when there are more: “赵敏”、“钱进”等 7 条. */
export function firstTitles(h: ReadHandle, ids: readonly string[]): string {
  const few = ids.slice(0, namedFirst);
  const titles = titlesOf(h, few);
  const named = few.map((id) => `“${titles[id] ?? ''}”`).join('、');
  return ids.length > few.length ? `${named}等 ${ids.length} 条` : named;
}

/** What a record sorts by where others refer to it. */
export function titleSortOf(h: ReadHandle, id: string): string | null {
  return namedRecords(h, [id]).get(id)?.titleSort ?? null;
}

/** Statements that bring a record's new title to the hidden sort columns of those who refer to it, per ledger. */
const followersIn = oncePer((ledgers: ReadHandle['ledgers']) => followerStatements(ledgers.values()));

/**
 * Lets the records that sort by this record's title follow it. Those in the recycle bin follow when they are taken out.
 */
export function updateTitleSort(w: WriteHandle, ledger: string, id: string, titleSort: string): void {
  for (const statement of followersIn(w.ledgers).get(ledger) ?? []) prepared(w, statement).run(titleSort, id);
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
