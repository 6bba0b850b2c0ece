import type BetterSqlite3 from 'better-sqlite3';
import type { AnyLedger } from '../../../shared/ledger/definition.ts';
import {
  addColumnStatement,
  createIndexStatement,
  createStatements,
  tablesOf,
  type TableSpec,
} from '../../../shared/ledger/tables.ts';

export interface SchemaDifference {
  /** What brings the file in line with the definitions; loses nothing. */
  readonly statements: readonly string[];
  /** What only a migration written by hand can bring in line: `table.column: why`. */
  readonly conflicts: readonly string[];
  /** Columns that no definition has any more; they are kept. */
  readonly unknownColumns: readonly string[];
}

interface Column {
  readonly name: string;
  readonly type: string;
  readonly required: number;
  readonly key: number;
}

/** Holds a file's ledger tables against the definitions. */
export function schemaDifference(
  db: BetterSqlite3.Database,
  ledgers: readonly AnyLedger[],
): SchemaDifference {
  const parts = ledgers.flatMap(tablesOf).map((table) => tableDifference(db, table));
  return {
    statements: parts.flatMap((part) => part.statements),
    conflicts: parts.flatMap((part) => part.conflicts),
    unknownColumns: parts.flatMap((part) => part.unknownColumns),
  };
}

function tableDifference(db: BetterSqlite3.Database, table: TableSpec): SchemaDifference {
  const present = new Map(columnsOf(db, table.name).map((column) => [column.name, column]));
  if (present.size === 0) {
    return { statements: createStatements(table), conflicts: [], unknownColumns: [] };
  }
  const statements: string[] = [];
  const conflicts: string[] = [];
  for (const column of table.columns) {
    const known = present.get(column.name);
    const key = table.primaryKey.indexOf(column.name) + 1;
    const place = `${table.name}.${column.name}`;
    if (!known && (column.required || key > 0)) conflicts.push(`${place}: a required column is missing`);
    else if (!known) statements.push(addColumnStatement(table.name, column));
    else if (known.type !== column.type) conflicts.push(`${place}: is ${known.type}, not ${column.type}`);
    else if ((known.required === 1) !== column.required) conflicts.push(`${place}: NOT NULL differs`);
    else if (known.key !== key) conflicts.push(`${place}: the primary key differs`);
  }
  const expected = new Set(table.columns.map(({ name }) => name));
  return {
    statements: [...statements, ...indexStatements(db, table)],
    conflicts,
    unknownColumns: [...present.keys()]
      .filter((name) => !expected.has(name))
      .map((name) => `${table.name}.${name}`),
  };
}

function indexStatements(db: BetterSqlite3.Database, table: TableSpec): string[] {
  const present = new Map(
    db
      .prepare<[string], { name: string; sql: string }>(
        `SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL`,
      )
      .all(table.name)
      .map(({ name, sql }) => [name, sql]),
  );
  const wanted = new Map(table.indexes.map((index) => [index.name, createIndexStatement(index)]));
  const gone = [...present].filter(([name, sql]) => wanted.get(name) !== sql).map(([name]) => name);
  const missing = [...wanted].filter(([name, sql]) => present.get(name) !== sql).map(([, sql]) => sql);
  return [...gone.map((name) => `DROP INDEX "${name}"`), ...missing];
}

function columnsOf(db: BetterSqlite3.Database, table: string): Column[] {
  return db
    .prepare<[string], Column>(
      `SELECT name, type, "notnull" AS required, pk AS key FROM pragma_table_info(?)`,
    )
    .all(table);
}
