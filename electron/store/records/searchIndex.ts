import { sql } from 'kysely';
import { labelSortKey } from '../../../shared/kernel/labelOrder.ts';
import { indexTokens, nameTokens, pinyinSortKey } from '../../../shared/kernel/searchText.ts';
import { oncePer } from '../../../shared/kernel/oncePer.ts';
import type { AnyLedger, LedgerRecord, LooseValues } from '../../../shared/ledger/definition.ts';
import type { Field } from '../../../shared/ledger/field.ts';
import { formatValue } from '../../../shared/ledger/cells.ts';
import { fieldsOf, knownFields, rowsOf } from '../../../shared/ledger/schema.ts';
import type { ReadHandle, WriteHandle } from '../handles.ts';
import { prepared, tables } from '../query.ts';
import { namedRecords, rememberNamed, updateTitleSort } from './titles.ts';

const maxBodyLength = 50_000;
const hintFields = 3;
/** Titles up to this length are called like names: found by their pinyin too. */
const shortTitle = 20;

interface Entry {
  readonly title: string;
  readonly code: string | null;
  readonly hint: string | null;
  readonly titleSort: string;
  /** Splitting text into words is the dear part, done only when they are written. */
  readonly tokens: () => { readonly title: string; readonly code: string; readonly body: string };
  /** Records whose titles stand in this entry. */
  readonly sources: readonly string[];
}

interface KnownEntry {
  readonly entry: number;
  readonly title: string;
  readonly title_sort: string;
}

/**
 * Brings a record's entry in the search index up to date: its title, code, second line and searchable words. Other
 * records that are called by this record's title follow. Locked fields never enter. `loadRecord` reads a record with
 * its detail rows; a new record has no entry to look for.
 */
export function indexRecord(
  w: WriteHandle,
  definition: AnyLedger,
  record: LedgerRecord,
  isNew: boolean,
  loadRecord: (definition: AnyLedger, id: string) => LedgerRecord | null,
): void {
  const waiting = [{ definition, record, known: isNew ? undefined : knownEntry(w, record.id) }];
  const done = new Set<string>();
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    done.add(next.record.id);
    if (!writeEntry(w, next.definition, next.record, next.known)) continue;
    for (const { ledger, id } of dependentsOf(w, next.record.id)) {
      const owner = w.ledgers.get(ledger);
      const dependent = owner && !done.has(id) ? loadRecord(owner, id) : null;
      if (owner && dependent)
        waiting.push({ definition: owner, record: dependent, known: knownEntry(w, id) });
    }
  }
}

function knownEntry(h: ReadHandle, id: string): KnownEntry | undefined {
  return prepared(h, 'SELECT entry, title, title_sort FROM search_entry WHERE record_id = ?').get(id) as
    KnownEntry | undefined;
}

/** @returns whether the title is new or differs from before */
function writeEntry(
  w: WriteHandle,
  definition: AnyLedger,
  record: LedgerRecord,
  known: KnownEntry | undefined,
): boolean {
  const entry = entryOf(w, definition, record);
  if (known) renewEntry(w, known.entry, record, entry);
  else addEntry(w, definition, record, entry);
  const { title, titleSort } = entry;
  rememberNamed(w, record.id, { ledger: definition.id, title, titleSort, live: record.deletedAt === null });
  if (known?.title_sort !== entry.titleSort) updateTitleSort(w, definition.id, record.id, entry.titleSort);
  return known?.title !== entry.title;
}

function renewEntry(w: WriteHandle, number: number, record: LedgerRecord, entry: Entry): void {
  const { title, code, hint, titleSort } = entry;
  prepared(
    w,
    `UPDATE search_entry SET title = ?, code = ?, hint = ?, title_sort = ?, deleted_at = ?, deleted_by = ?
      WHERE entry = ?`,
  ).run(title, code, hint, titleSort, record.deletedAt, removerOf(record), number);
  if (w.trial) return;
  prepared(w, 'DELETE FROM search_text WHERE rowid = ?').run(number);
  prepared(w, 'DELETE FROM search_source WHERE entry = ?').run(number);
  addWords(w, number, entry);
}

function addEntry(w: WriteHandle, definition: AnyLedger, record: LedgerRecord, entry: Entry): void {
  const { title, code, hint, titleSort } = entry;
  const { lastInsertRowid } = prepared(
    w,
    `INSERT INTO search_entry (ledger, record_id, title, code, hint, title_sort, deleted_at, deleted_by)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(definition.id, record.id, title, code, hint, titleSort, record.deletedAt, removerOf(record));
  if (!w.trial) addWords(w, Number(lastInsertRowid), entry);
}

function removerOf({ deletedAt, updatedBy }: LedgerRecord): string | null {
  return deletedAt === null ? null : updatedBy;
}

function addWords(w: WriteHandle, number: number, { tokens, sources }: Entry): void {
  const { title, code, body } = tokens();
  prepared(w, 'INSERT INTO search_text (rowid, title, code, body) VALUES (?, ?, ?, ?)').run(
    number,
    title,
    code,
    body,
  );
  for (const target of new Set(sources))
    prepared(w, 'INSERT INTO search_source (target_id, entry) VALUES (?, ?)').run(target, number);
}

function dependentsOf(h: ReadHandle, id: string): { ledger: string; id: string }[] {
  return prepared(
    h,
    `SELECT search_entry.ledger, search_entry.record_id AS id FROM search_source
      JOIN search_entry ON search_entry.entry = search_source.entry WHERE search_source.target_id = ?`,
  ).all(id) as { ledger: string; id: string }[];
}

function entryOf(h: ReadHandle, definition: AnyLedger, { values }: LedgerRecord): Entry {
  const plan = indexPlanOf(definition);
  const sources = plan.sources
    .flatMap((place) => valuesAt(place, values))
    .flat()
    .filter((id): id is string => typeof id === 'string');
  const named = namedRecords(h, sources);
  const titleOf = (id: string): string => named.get(id)?.title ?? '';
  const wordsAt = (place: Place): string[] =>
    valuesAt(place, values).flatMap((value) => formatValue(place.field, value, titleOf) || []);
  const [code = ''] = plan.code.flatMap(wordsAt);
  const title = plan.title.flatMap(wordsAt).join('') || code;
  const hint = plan.hints.flatMap(wordsAt);
  return {
    title,
    code: code === '' ? null : code,
    hint: hint.length > 0 ? hint.join(' · ') : null,
    titleSort: plan.isName ? pinyinSortKey(title) : labelSortKey(title),
    tokens: () => ({
      title: tokensOf(title, plan.isName || [...title].length <= shortTitle),
      code: tokensOf(code, false),
      body: plan.body
        .flatMap((place) =>
          wordsAt(place).map((text) => tokensOf(text.slice(0, maxBodyLength), place.field.search === 'name')),
        )
        .join(' '),
    }),
    sources,
  };
}

function tokensOf(text: string, isName: boolean): string {
  return (isName ? nameTokens(text) : indexTokens(text)).join(' ');
}

/** Where a record has a value: in its own field, or in that of each of its detail rows. */
interface Place {
  readonly id: string;
  readonly field: Field;
  /** The field of detail rows in which it stands; `null` = the record's own. */
  readonly rows: string | null;
}

/** What of a ledger's records enters the index; made once per definition. Locked fields are in none of it. */
interface IndexPlan {
  /** One place, or none. */
  readonly title: readonly Place[];
  readonly code: readonly Place[];
  readonly isName: boolean;
  /** The second line. */
  readonly hints: readonly Place[];
  /** What else can be searched. */
  readonly body: readonly Place[];
  /** References whose titles stand in the entry. */
  readonly sources: readonly Place[];
}

const indexPlanOf = oncePer(makePlan);

function makePlan(definition: AnyLedger): IndexPlan {
  const places = openPlaces(fieldsOf(definition), null);
  const title = places.filter(({ id, rows }) => rows === null && id === definition.title);
  const code = places.filter(({ id, rows }) => rows === null && id === definition.code);
  const others = places.filter((place) => !title.includes(place) && !code.includes(place));
  const hints = others
    .filter(({ field, rows }) => rows === null && field.listWidth !== undefined)
    .filter(({ field }) => (field.sensitivity ?? 'open') === 'open')
    .filter(({ field }) => ['text', 'choice', 'date', 'reference'].includes(field.kind))
    .slice(0, hintFields);
  const shown = [...title, ...hints];
  return {
    title,
    code,
    isName: title.some(({ field }) => field.kind === 'reference' || field.search === 'name'),
    hints,
    body: others.filter(({ field }) => field.search),
    sources: places.filter(
      (place) =>
        (place.field.kind === 'reference' || place.field.kind === 'references') &&
        (place.field.search !== undefined || shown.includes(place)),
    ),
  };
}

function openPlaces(fields: Readonly<Record<string, Field>>, rows: string | null): Place[] {
  return Object.entries(fields)
    .filter(([, field]) => field.sensitivity !== 'locked')
    .flatMap(([id, field]) =>
      field.kind === 'details' ? openPlaces(knownFields(field.fields), id) : [{ id, field, rows }],
    );
}

function valuesAt({ id, rows }: Place, values: LooseValues): unknown[] {
  return rows === null ? [values[id]] : rowsOf(values[rows]).map((row) => row[id]);
}

/** Number of records that have no entry, or of entries without words: 0 when the index is in step. */
export function countIndexGaps(h: ReadHandle): number {
  const entries = prepared(h, 'SELECT count(*) AS n FROM search_entry').get() as { n: number };
  const texts = prepared(h, 'SELECT count(*) AS n FROM search_text').get() as { n: number };
  let records = 0;
  for (const definition of h.ledgers.values()) {
    const { sql: text, parameters } = sql<{
      n: number;
    }>`SELECT count(*) AS n FROM ${sql.id(definition.table)}`.compile(tables);
    records += (prepared(h, text).get(...parameters) as { n: number }).n;
  }
  return Math.abs(records - entries.n) + Math.abs(entries.n - texts.n);
}
