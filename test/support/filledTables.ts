import type BetterSqlite3 from 'better-sqlite3';

const rowsPerTable = 3;

interface Column {
  readonly name: string;
  readonly type: string;
}

/**
 * Puts rows into every table of a file, whatever its structure: a value in every column, so that a step that loses one
 * is noticed. Row `n` of a child refers to row `n` of its parent.
 */
export function fillTables(db: BetterSqlite3.Database): void {
  db.pragma('foreign_keys = OFF');
  for (const table of tableNames(db)) {
    const columns = columnsOf(db, table);
    const insert = db.prepare(
      `INSERT INTO "${table}" (${columns.map(({ name }) => `"${name}"`).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
    );
    for (let row = 1; row <= rowsPerTable; row += 1)
      insert.run(...columns.map((column) => valueFor(table, column, row)));
  }
  db.pragma('foreign_keys = ON');
}

/** Every row of every table, by table; words of the search index can't be read back and are left out. */
export function contentOf(db: BetterSqlite3.Database): Readonly<Record<string, readonly unknown[]>> {
  return Object.fromEntries(
    tableNames(db).map((table) => [table, db.prepare(`SELECT * FROM "${table}" ORDER BY 1, 2`).all()]),
  );
}

function tableNames(db: BetterSqlite3.Database): readonly string[] {
  return db
    .prepare<[], { name: string }>(
      `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`,
    )
    .all()
    .map(({ name }) => name);
}

function columnsOf(db: BetterSqlite3.Database, table: string): readonly Column[] {
  return db.prepare<[string], Column>('SELECT name, type FROM pragma_table_info(?)').all(table);
}

/** Small numbers also satisfy the checks of flags and weekdays; only a word with a closed list is named here. */
function valueFor(table: string, { name, type }: Column, row: number): string | number {
  if (table === 'revision' && name === 'action') return 'create';
  if (/^(active|is_off_day)$/.test(name)) return 1;
  if (table === 'account' && name === 'name') return `account ${row}`;
  return type === 'TEXT' ? `value ${row}` : row;
}
