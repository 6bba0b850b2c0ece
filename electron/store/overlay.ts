import type BetterSqlite3 from 'better-sqlite3';

interface Column {
  readonly name: string;
  readonly type: string;
  /** Place in the primary key, from 1; 0 = not in it. */
  readonly pk: number;
}

/**
 * Lets a connection that only reads its file take writes all the same: a table that is about to be written is covered
 * by a temporary view of the same name, which shows the file's rows with the changes laid over them, so that every
 * statement reads and writes on as it is. The changes are in memory (`temp_store`) and go with the connection, which from
 * now on sees the file as it was at its first read.
 * @returns covers a table, unless it is covered already
 */
export function layOver(db: BetterSqlite3.Database): (table: string) => void {
  const covered = new Set<string>();
  // The rows laid over stand in a schema without the tables that theirs point to.
  db.pragma('foreign_keys = OFF');
  db.exec('BEGIN');
  return (table) => {
    if (covered.has(table)) return;
    covered.add(table);
    db.exec(coveringStatements(db, table).join(';'));
  };
}

function coveringStatements(db: BetterSqlite3.Database, table: string): readonly string[] {
  const columns = db.pragma(`main.table_xinfo("${table}")`) as Column[];
  const keyColumns = columns.filter(({ pk }) => pk > 0);
  const key = keyColumns.map(({ name }) => name);
  const [made, ...indexes] = db
    .prepare(
      `SELECT type, name, sql FROM main.sqlite_schema WHERE tbl_name = ? AND sql IS NOT NULL ORDER BY type DESC`,
    )
    .all(table) as { type: string; name: string; sql: string }[];
  if (!made || key.length === 0) throw new Error(`${table} can't be covered.`);
  const rows = `"${table} laid over"`;
  const gone = `"${table} gone"`;
  const names = columns.map(({ name }) => `"${name}"`).join(', ');
  const sameKey = (left: string, right: string): string =>
    key.map((name) => `${left}."${name}" = ${right}."${name}"`).join(' AND ');
  const ofKey = (row: string): string => key.map((name) => `${row}."${name}"`).join(', ');
  /** A number that neither the file nor the rows over it have, where the key is one. */
  const given = ({ name, type, pk }: Column): string =>
    pk === 1 && key.length === 1 && type === 'INTEGER'
      ? `coalesce(NEW."${name}", (SELECT 1 + max(
          coalesce((SELECT max("${name}") FROM main."${table}"), 0), coalesce((SELECT max("${name}") FROM ${rows}), 0))))`
      : `NEW."${name}"`;
  const insert = `INSERT INTO ${rows} (${names}) VALUES (${columns.map(given).join(', ')})`;
  const remove = `INSERT OR IGNORE INTO ${gone} VALUES (${ofKey('OLD')}); DELETE FROM ${rows} WHERE ${sameKey(rows, 'OLD')}`;
  const trigger = (on: 'INSERT' | 'UPDATE' | 'DELETE', body: string): string =>
    `CREATE TEMP TRIGGER "${table} on ${on}" INSTEAD OF ${on} ON "${table}" BEGIN ${body}; END`;
  return [
    made.sql.replace(/^CREATE TABLE \S+/, () => `CREATE TEMP TABLE ${rows}`),
    ...indexes.map(({ name, sql }) =>
      sql.replace(
        /^CREATE (UNIQUE )?INDEX \S+ ON \S+/,
        (_, unique = '') => `CREATE ${unique}INDEX temp."${name} laid over" ON ${rows}`,
      ),
    ),
    // Typed like the file's own, or they could not be searched by them.
    `CREATE TEMP TABLE ${gone} (${keyColumns.map(({ name, type }) => `"${name}" ${type}`).join(', ')},
      PRIMARY KEY (${key.map((name) => `"${name}"`).join(', ')})) WITHOUT ROWID`,
    `CREATE TEMP VIEW "${table}" AS
      SELECT ${names} FROM main."${table}" m WHERE NOT EXISTS (SELECT 1 FROM ${gone} g WHERE ${sameKey('g', 'm')})
      UNION ALL SELECT ${names} FROM ${rows}`,
    trigger('INSERT', insert),
    trigger('UPDATE', `${remove}; ${insert}`),
    trigger('DELETE', remove),
  ];
}
