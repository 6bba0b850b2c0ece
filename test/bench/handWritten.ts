import { hash } from 'node:crypto';
import { copyFileSync } from 'node:fs';
import type BetterSqlite3 from 'better-sqlite3';
import { openDatabase } from '#electron/store/database.ts';
import { canonicalJson, type JsonValue } from '#shared/kernel/canonicalJson.ts';
import { verifyChain } from '#electron/store/records/revisions.ts';
import type { LooseValues } from '#shared/ledger/definition.ts';
import { valueOf } from '../support/temporarySchool.ts';
import type { BenchSchool } from './benchSchool.ts';

/** A new record as it stands in the search index. */
interface Entry {
  readonly ledger: string;
  readonly id: string;
  readonly title: string;
  readonly code: string | null;
  readonly hint: string | null;
  readonly titleSort: string;
  /** Tokens of title, code and body. */
  readonly words: readonly [string, string, string];
  /** Ids of the records whose titles stand in the entry. */
  readonly sources: readonly string[];
}

/** Saving records into a copy of the school's file with constant statements and without any check. */
export interface HandWritten {
  readonly db: BetterSqlite3.Database;
  /** The columns that every record begins with: id to `updated_by`. */
  columnsOf(id: string, period: string | null): readonly (string | number | null)[];
  /** All of `work` in one transaction. */
  save(work: () => void): void;
  titleOf(id: string): string;
  addEntry(entry: Entry): void;
  /** Adds the first revision of a record to the chain. */
  addRevision(ledger: string, id: string, period: string | null, values: LooseValues): void;
  close(): void;
}

/**
 * Copies the school's file as it is now and opens the copy as the program does.
 * @param importId what the revisions say they belong to
 */
export function openHandWritten(
  { store, dataKey, change, context }: BenchSchool,
  path: string,
  importId: string | null = null,
): HandWritten {
  store.read.db.pragma('wal_checkpoint(TRUNCATE)');
  store.read.db.pragma('shrink_memory');
  copyFileSync(store.folder.database, path);
  const db = openDatabase(path, dataKey);
  for (const pragma of ['synchronous', 'foreign_keys', 'secure_delete', 'cache_size'])
    db.pragma(`${pragma} = ${String(store.read.db.pragma(pragma, { simple: true }))}`);
  const begin = db.prepare('BEGIN IMMEDIATE');
  const commit = db.prepare('COMMIT');
  const title = db.prepare<[string], { title: string }>('SELECT title FROM search_entry WHERE record_id = ?');
  const entry = db.prepare(
    `INSERT INTO search_entry (ledger, record_id, title, code, hint, title_sort, deleted_at, deleted_by)
     VALUES (?, ?, ?, ?, ?, ?, NULL, NULL)`,
  );
  const text = db.prepare('INSERT INTO search_text (rowid, title, code, body) VALUES (?, ?, ?, ?)');
  const source = db.prepare('INSERT INTO search_source (target_id, entry) VALUES (?, ?)');
  const last = db.prepare<[], { seq: number; hash: string }>(
    'SELECT seq, hash FROM revision ORDER BY seq DESC LIMIT 1',
  );
  const revision = db.prepare(
    `INSERT INTO revision
     (seq, ledger, record_id, number, action, at, account_id, account_name, reason, import_id, content, hash)
     VALUES (?, ?, ?, 1, 'create', ?, ?, ?, NULL, ?, ?, ?)`,
  );
  const { at, accountId, accountName } = change;
  return {
    db,
    columnsOf: (id, period) => [
      id,
      context.schoolId,
      period,
      'finished',
      1,
      at,
      accountName,
      at,
      accountName,
    ],
    save(work) {
      begin.run();
      work();
      commit.run();
    },
    titleOf(id) {
      const found = title.get(id);
      if (!found) throw new Error(`Nothing is called ${id}.`);
      return found.title;
    },
    addEntry({ ledger, id, title: called, code, hint, titleSort, words, sources }) {
      const number = entry.run(ledger, id, called, code, hint, titleSort).lastInsertRowid;
      text.run(number, ...words);
      for (const target of sources) source.run(target, number);
    },
    addRevision(ledger, id, period, values) {
      const before = last.get() ?? { seq: 0, hash: '' };
      const content = canonicalJson({ period, state: 'finished', values } as JsonValue);
      const row = {
        seq: before.seq + 1,
        ledger,
        record_id: id,
        number: 1,
        action: 'create',
        at,
        account_id: accountId,
        account_name: accountName,
        reason: null,
        import_id: importId,
        content,
      };
      const sum = hash('sha256', before.hash + canonicalJson(row));
      revision.run(row.seq, ledger, id, at, accountId, accountName, importId, content, sum);
    },
    close: () => db.close(),
  };
}

/**
 * Throws unless both files hold the same rows in every table and the same words in the search index; ids may differ
 * where each side makes its own, and with them the hashes, whose chain must be whole in both.
 */
export function checkSameRows({ store: { read } }: BenchSchool, { db }: HandWritten): void {
  const files = [read.db, db] as const;
  for (const file of files)
    file.exec('CREATE VIRTUAL TABLE temp.word USING fts5vocab(main, search_text, instance)');
  const tables = read.db
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'search_%'")
    .pluck()
    .all() as string[];
  const known = new Map<string, string>();
  // Sources stand in the order of ids, which differ, so they are told by their entries' numbers.
  const sources = `(SELECT s.entry, t.entry AS target FROM search_source s JOIN search_entry t ON t.record_id = s.target_id
    ORDER BY s.entry, t.entry)`;
  for (const table of [...tables.map((name) => `main."${name}"`), 'search_entry', sources, 'temp.word']) {
    const [ours, theirs] = files.map((file) => file.prepare(`SELECT * FROM ${table}`).iterate());
    for (let row = 1, over = false; !over; row += 1) {
      const [one, other] = [ours?.next(), theirs?.next()];
      over = one?.done === true || other?.done === true;
      if (one?.done === other?.done && (over || sameRow(one?.value, other?.value, known))) continue;
      ours?.return?.();
      theirs?.return?.();
      throw new Error(`${table}, row ${row}: ${JSON.stringify([one?.value, other?.value])}`);
    }
  }
  for (const file of files) {
    file.exec('DROP TABLE temp.word');
    valueOf(verifyChain({ ...read, db: file }));
  }
}

function sameRow(one: unknown, other: unknown, known: Map<string, string>): boolean {
  const [a, b] = [one, other] as Record<string, unknown>[];
  return Object.entries(a ?? {}).every(([column, value]) => {
    const twin = b?.[column];
    if (value === twin || column === 'hash') return true;
    if (typeof value !== 'string' || typeof twin !== 'string') return false;
    const twins = twin.match(idPattern) ?? [];
    return (
      value.replaceAll(idPattern, '') === twin.replaceAll(idPattern, '') &&
      (value.match(idPattern) ?? []).every((id, place) => sameId(id, twins[place] ?? '', known))
    );
  });
}

const idPattern = /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/g;

function sameId(id: string, twin: string, known: Map<string, string>): boolean {
  if (!known.has(id)) known.set(id, twin);
  return known.get(id) === twin;
}
