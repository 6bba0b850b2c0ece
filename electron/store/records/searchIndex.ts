import { sql } from 'kysely';
import { labelSortKey } from '../../../shared/kernel/labelOrder.ts';
import { indexTokens, nameTokens, pinyinSortKey } from '../../../shared/kernel/searchText.ts';
import type { AnyLedger, LedgerRecord, LooseValues } from '../../../shared/ledger/definition.ts';
import type { Field } from '../../../shared/ledger/field.ts';
import { formatValue } from '../../../shared/ledger/cells.ts';
import { fieldsOf, knownFields } from '../../../shared/ledger/schema.ts';
import type { ReadHandle, WriteHandle } from '../handles.ts';
import { execute, prepared, tables } from '../query.ts';
import { titlesOf, updateTitleSort } from './titles.ts';

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
 * its detail rows.
 */
export function indexRecord(
  w: WriteHandle,
  definition: AnyLedger,
  record: LedgerRecord,
  loadRecord: (definition: AnyLedger, id: string) => LedgerRecord | null,
): void {
  const waiting = [{ definition, record }];
  const done = new Set<string>();
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    done.add(next.record.id);
    if (!writeEntry(w, next.definition, next.record)) continue;
    for (const { ledger, id } of dependentsOf(w, next.record.id)) {
      const owner = w.ledgers.get(ledger);
      const dependent = owner && !done.has(id) ? loadRecord(owner, id) : null;
      if (owner && dependent) waiting.push({ definition: owner, record: dependent });
    }
  }
}

/** @returns whether the title is new or differs from before */
function writeEntry(w: WriteHandle, definition: AnyLedger, record: LedgerRecord): boolean {
  const entry = entryOf(w, definition, record);
  const columns = {
    title: entry.title,
    code: entry.code,
    hint: entry.hint,
    title_sort: entry.titleSort,
    deleted_at: record.deletedAt,
    deleted_by: record.deletedAt === null ? null : record.updatedBy,
  };
  const known = prepared(w, 'SELECT entry, title, title_sort FROM search_entry WHERE record_id = ?').get(
    record.id,
  ) as KnownEntry | undefined;
  if (known) execute(w, tables.updateTable('search_entry').set(columns).where('entry', '=', known.entry));
  const number =
    known?.entry ??
    Number(
      prepared(
        w,
        `INSERT INTO search_entry (ledger, record_id, title, code, hint, title_sort, deleted_at, deleted_by)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      ).run(
        definition.id,
        record.id,
        columns.title,
        columns.code,
        columns.hint,
        columns.title_sort,
        columns.deleted_at,
        columns.deleted_by,
      ).lastInsertRowid,
    );
  if (!w.trial) writeWords(w, number, entry, known !== undefined);
  if (known?.title_sort !== entry.titleSort) {
    updateTitleSort(w, definition.id, record.id, entry.titleSort);
  }
  return known?.title !== entry.title;
}

function writeWords(w: WriteHandle, number: number, entry: Entry, replacing: boolean): void {
  if (replacing) {
    prepared(w, 'DELETE FROM search_text WHERE rowid = ?').run(number);
    prepared(w, 'DELETE FROM search_source WHERE entry = ?').run(number);
  }
  const tokens = entry.tokens();
  prepared(w, 'INSERT INTO search_text (rowid, title, code, body) VALUES (?, ?, ?, ?)').run(
    number,
    tokens.title,
    tokens.code,
    tokens.body,
  );
  for (const target of entry.sources) {
    prepared(w, 'INSERT OR IGNORE INTO search_source (target_id, entry) VALUES (?, ?)').run(target, number);
  }
}

function dependentsOf(h: ReadHandle, id: string): { ledger: string; id: string }[] {
  return prepared(
    h,
    `SELECT search_entry.ledger, search_entry.record_id AS id FROM search_source
      JOIN search_entry ON search_entry.entry = search_source.entry WHERE search_source.target_id = ?`,
  ).all(id) as { ledger: string; id: string }[];
}

function entryOf(h: ReadHandle, definition: AnyLedger, record: LedgerRecord): Entry {
  const fields = openFields(fieldsOf(definition));
  const { values } = record;
  const sources = sourcesOf(definition, fields, values);
  const titles = sources.length > 0 ? titlesOf(h, sources) : {};
  const words = (id: string | undefined): string => {
    const field = id === undefined ? undefined : fields[id];
    return field && id !== undefined ? formatValue(field, values[id], (target) => titles[target] ?? '') : '';
  };
  const code = words(definition.code);
  const title = words(definition.title) || code;
  const titleField = fields[definition.title];
  const isName = titleField?.kind === 'reference' || titleField?.search === 'name';
  const hint = hintIdsOf(definition, fields)
    .map(words)
    .filter((word) => word !== '');
  return {
    title,
    code: code === '' ? null : code,
    hint: hint.length > 0 ? hint.join(' · ') : null,
    titleSort: isName ? pinyinSortKey(title) : labelSortKey(title),
    tokens: () => ({
      title: tokensOf(title, isName || [...title].length <= shortTitle),
      code: tokensOf(code, false),
      body: bodyTokens(definition, fields, values, (id) => titles[id] ?? ''),
    }),
    sources,
  };
}

function bodyTokens(
  definition: AnyLedger,
  fields: Readonly<Record<string, Field>>,
  values: LooseValues,
  titleOf: (id: string) => string,
): string {
  const parts: string[] = [];
  for (const [id, field] of Object.entries(fields)) {
    if (id === definition.title || id === definition.code) continue;
    if (field.kind === 'details') {
      const inner = openFields(knownFields(field.fields));
      for (const row of rowsOf(values[id])) {
        for (const [innerId, innerField] of Object.entries(inner)) {
          if (innerField.search) parts.push(tokensOfField(innerField, row[innerId], titleOf));
        }
      }
    } else if (field.search) {
      parts.push(tokensOfField(field, values[id], titleOf));
    }
  }
  return parts.join(' ');
}

function tokensOfField(field: Field, value: unknown, titleOf: (id: string) => string): string {
  return tokensOf(formatValue(field, value, titleOf).slice(0, maxBodyLength), field.search === 'name');
}

function tokensOf(text: string, isName: boolean): string {
  return (isName ? nameTokens(text) : indexTokens(text)).join(' ');
}

/** Ids of the records whose titles the entry uses: in its own title, its second line and its searchable references. */
function sourcesOf(
  definition: AnyLedger,
  fields: Readonly<Record<string, Field>>,
  values: LooseValues,
): string[] {
  const used = new Set([definition.title, ...hintIdsOf(definition, fields)]);
  const found: unknown[] = [];
  for (const [id, field] of Object.entries(fields)) {
    if (field.kind === 'details') {
      const inner = Object.entries(openFields(knownFields(field.fields))).filter(
        ([, innerField]) => innerField.search && isReference(innerField),
      );
      if (inner.length === 0) continue;
      for (const row of rowsOf(values[id])) found.push(...inner.map(([innerId]) => row[innerId]));
    } else if (isReference(field) && (field.search || used.has(id))) {
      found.push(values[id]);
    }
  }
  return found.flat().filter((id): id is string => typeof id === 'string');
}

function isReference(field: Field): boolean {
  return field.kind === 'reference' || field.kind === 'references';
}

function hintIdsOf(definition: AnyLedger, fields: Readonly<Record<string, Field>>): string[] {
  return Object.entries(fields)
    .filter(([id]) => id !== definition.title && id !== definition.code)
    .filter(([, field]) => field.listWidth !== undefined && (field.sensitivity ?? 'open') === 'open')
    .filter(([, field]) => ['text', 'choice', 'date', 'reference'].includes(field.kind))
    .slice(0, hintFields)
    .map(([id]) => id);
}

function openFields(fields: Readonly<Record<string, Field>>): Record<string, Field> {
  return Object.fromEntries(Object.entries(fields).filter(([, field]) => field.sensitivity !== 'locked'));
}

function rowsOf(value: unknown): LooseValues[] {
  return Array.isArray(value) ? (value as LooseValues[]) : [];
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
