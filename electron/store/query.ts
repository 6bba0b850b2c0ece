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
const statements = new WeakMap<BetterSqlite3.Database, Map<string, Statement<unknown[]>>>();

/** A prepared statement, kept for the next time the same text is run on this connection. */
export function prepared(h: ReadHandle, text: string): Statement<unknown[]> {
  let known = statements.get(h.db);
  if (!known) statements.set(h.db, (known = new Map<string, Statement<unknown[]>>()));
  let statement = known.get(text);
  if (!statement) {
    if (known.size >= maxStatements) known.clear();
    known.set(text, (statement = h.db.prepare<unknown[]>(text)));
  }
  return statement;
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
