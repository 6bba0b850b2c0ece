import type { Statement } from 'better-sqlite3';
import type BetterSqlite3 from 'better-sqlite3';
import {
  DummyDriver,
  Kysely,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type Compilable,
  type RawBuilder,
} from 'kysely';
import type { ReadHandle, WriteHandle } from './handles.ts';
import type { SystemTables } from './schema/systemTables.ts';
import { oncePer } from '../../shared/kernel/oncePer.ts';

/** Builds queries over the system tables; `allRows`, `firstRow` and `execute` run them at once. */
export const tables = new Kysely<SystemTables>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (database) => new SqliteIntrospector(database),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
});

export type SqlValue = string | number | null;
/** The columns of a row in the order of the query. */
export type SqlRow = readonly SqlValue[];

const maxStatements = 500;

interface KnownStatement {
  readonly statement: Statement<unknown[]>;
  /** The table it writes; `null` = it only reads. */
  readonly writes: string | null;
  readonly reads: readonly string[];
}
const statementsOf = oncePer((_connection: BetterSqlite3.Database) => new Map<string, KnownStatement>());

/**
 * A prepared statement, kept for the next time the same text is run on this connection. The one way to a statement, so
 * that a unit of work knows by itself which tables it has written. Throws for a writing statement on a read handle.
 */
export function prepared(h: ReadHandle, text: string): Statement<unknown[]> {
  const known = statementsOf(h.db);
  let found = known.get(text);
  if (!found) {
    if (known.size >= maxStatements) known.clear();
    const statement = h.db.prepare<unknown[]>(text);
    const writes = statement.readonly ? null : tableWrittenBy(text);
    known.set(text, (found = { statement, writes, reads: tablesReadBy(text) }));
  }
  if (found.writes !== null) {
    if (!isWriteHandle(h)) throw new Error(`A read handle can't write ${found.writes}.`);
    h.onWrite(found.writes);
  }
  if (h.onRead) for (const table of found.reads) h.onRead(table);
  return found.statement;
}

function isWriteHandle(h: ReadHandle): h is WriteHandle {
  return h.mode === 'write';
}

function tableWrittenBy(text: string): string {
  const [, table] = /^\s*(?:insert(?:\s+or\s+\w+)?\s+into|update|delete\s+from)\s+"?(\w+)/i.exec(text) ?? [];
  if (table === undefined) throw new Error(`Which table does this write? ${text}`);
  return table;
}

/** Names of common table expressions and functions may be among them: nobody writes these. */
function tablesReadBy(text: string): readonly string[] {
  return [...text.matchAll(/\b(?:from|join)\s+"?(\w+)/gi)].map(([, table = '']) => table);
}

/** All rows of a query. The row type comes from `SystemTables`, which the STRICT tables hold to. */
export function allRows<Row>(h: ReadHandle, query: Compilable<Row>): Row[] {
  const { sql, parameters } = query.compile();
  return prepared(h, sql).all(...parameters) as Row[];
}

export function firstRow<Row>(h: ReadHandle, query: Compilable<Row>): Row | undefined {
  const { sql, parameters } = query.compile();
  return prepared(h, sql).get(...parameters) as Row | undefined;
}

/** All rows of a fragment written with Kysely's `sql` tag. */
export function allRowsOf<Row>(h: ReadHandle, fragment: RawBuilder<Row>): Row[] {
  return allRows(h, { compile: () => fragment.compile(tables) });
}

/** The same as lists of columns, for readers of many rows. */
export function rawRowsOf(h: ReadHandle, fragment: RawBuilder<unknown>): SqlRow[] {
  const { sql, parameters } = fragment.compile(tables);
  return prepared(h, sql)
    .raw()
    .all(...parameters) as SqlRow[];
}

export function firstRowOf<Row>(h: ReadHandle, fragment: RawBuilder<Row>): Row | undefined {
  return firstRow(h, { compile: () => fragment.compile(tables) });
}

/** Runs a change and says how many rows it touched. */
export function execute(w: WriteHandle, query: Compilable): number {
  const { sql, parameters } = query.compile();
  return prepared(w, sql).run(...parameters).changes;
}
