import type { AnyLedger } from './definition.ts';
import type { Field } from './field.ts';
import { fieldsOf, knownFields } from './schema.ts';

/** What SQLite may keep in a column of a STRICT table. */
export type ColumnType = 'TEXT' | 'INTEGER' | 'REAL';

/** A column as a definition wants it. */
export interface ColumnSpec {
  readonly name: string;
  readonly type: ColumnType;
  readonly required: boolean;
}

/** An index as a definition wants it. */
export interface IndexSpec {
  readonly name: string;
  readonly table: string;
  /** Column names, with ` DESC` where the index runs backwards. */
  readonly columns: readonly string[];
  /** Holds only records outside the recycle bin. */
  readonly live: boolean;
}

/** A table as a definition wants it; a test holds the migrated file against it. */
export interface TableSpec {
  readonly name: string;
  readonly columns: readonly ColumnSpec[];
  readonly primaryKey: readonly string[];
  /** Table of the records that these rows are details of. */
  readonly parent: string | null;
  readonly indexes: readonly IndexSpec[];
}

/** Columns that every record has besides its fields. */
const systemColumns: readonly ColumnSpec[] = [
  { name: 'id', type: 'TEXT', required: true },
  { name: 'school_id', type: 'TEXT', required: true },
  { name: 'period', type: 'TEXT', required: false },
  { name: 'state', type: 'TEXT', required: true },
  { name: 'revision', type: 'INTEGER', required: true },
  { name: 'created_at', type: 'TEXT', required: true },
  { name: 'created_by', type: 'TEXT', required: true },
  { name: 'updated_at', type: 'TEXT', required: true },
  { name: 'updated_by', type: 'TEXT', required: true },
  { name: 'deleted_at', type: 'TEXT', required: false },
  { name: 'import_id', type: 'TEXT', required: false },
];

const detailColumns: readonly ColumnSpec[] = [
  { name: 'id', type: 'TEXT', required: true },
  { name: 'record_id', type: 'TEXT', required: true },
  { name: 'position', type: 'INTEGER', required: true },
];

const reserved = new Set([...systemColumns, ...detailColumns].map((column) => column.name));

/** Column of a field: its id in snake_case; a name that a system column has gets `_value` behind it. */
export function columnNameOf(fieldId: string): string {
  const name = snakeCase(fieldId);
  return reserved.has(name) ? `${name}_value` : name;
}

/** How a field sorts where its own value would give no order that people expect. */
export type SortKind = 'pinyin' | 'title';

/**
 * Fields that have a hidden column to sort by: people's names (pinyin), and the references of the ledger's usual order
 * (title of the record referred to). Details have none: nobody sorts by them.
 */
export function sortKindOf(definition: AnyLedger, fieldId: string): SortKind | null {
  const field = fieldsOf(definition)[fieldId];
  if (field?.kind === 'text' && field.search === 'name') return 'pinyin';
  const usual = definition.sort.some((sort) => sort.field === fieldId);
  return field?.kind === 'reference' && usual ? 'title' : null;
}

/** Hidden column of a field that has a `sortKindOf`. */
export function sortColumnOf(fieldId: string): string {
  return `${columnNameOf(fieldId)}__sort`;
}

/** Table of the detail rows of a field. */
export function detailTableOf(definition: AnyLedger, fieldId: string): string {
  return `${definition.table}__${snakeCase(fieldId)}`;
}

/** The tables of a ledger: its own first, then one per field of detail rows. */
export function tablesOf(definition: AnyLedger): readonly TableSpec[] {
  const fields = fieldsOf(definition);
  const details = Object.entries(fields).flatMap(([id, field]) =>
    field.kind === 'details' ? [detailTable(definition, id, knownFields(field.fields))] : [],
  );
  const main: TableSpec = {
    name: definition.table,
    columns: [...systemColumns, ...columnsOf(fields, (id) => sortKindOf(definition, id) !== null)],
    primaryKey: ['id'],
    parent: null,
    indexes: indexesOf(definition, fields),
  };
  return [main, ...details];
}

/** `CREATE TABLE` and `CREATE INDEX` of a table. */
export function createStatements(table: TableSpec): readonly string[] {
  const lines = table.columns.map(columnText);
  lines.push(`PRIMARY KEY (${table.primaryKey.map(quoted).join(', ')})`);
  if (table.parent) {
    lines.push(`FOREIGN KEY ("record_id") REFERENCES ${quoted(table.parent)} ("id") ON DELETE CASCADE`);
  }
  const options = table.parent ? 'STRICT, WITHOUT ROWID' : 'STRICT';
  const create = `CREATE TABLE ${quoted(table.name)} (\n  ${lines.join(',\n  ')}\n) ${options}`;
  return [create, ...table.indexes.map(createIndexStatement)];
}

/** The SQL that makes an index. */
export function createIndexStatement(index: IndexSpec): string {
  const columns = index.columns.map((column) =>
    column.endsWith(' DESC') ? `${quoted(column.slice(0, -5))} DESC` : quoted(column),
  );
  const condition = index.live ? ' WHERE "deleted_at" IS NULL' : '';
  return `CREATE INDEX ${quoted(index.name)} ON ${quoted(index.table)} (${columns.join(', ')})${condition}`;
}

/** Adds a column that a definition has gained; only columns that may be empty can be added. */
export function addColumnStatement(table: string, column: ColumnSpec): string {
  return `ALTER TABLE ${quoted(table)} ADD COLUMN ${columnText(column)}`;
}

function columnText(column: ColumnSpec): string {
  return `${quoted(column.name)} ${column.type}${column.required ? ' NOT NULL' : ''}`;
}

function detailTable(
  definition: AnyLedger,
  fieldId: string,
  fields: Readonly<Record<string, Field>>,
): TableSpec {
  const name = detailTableOf(definition, fieldId);
  return {
    name,
    columns: [...detailColumns, ...columnsOf(fields, () => false)],
    primaryKey: ['record_id', 'id'],
    parent: definition.table,
    indexes: Object.entries(fields).flatMap(([id, field]) =>
      field.kind === 'reference'
        ? [indexOn(name, [id, field.indexedWith ?? []].flat().map(columnNameOf), false)]
        : [],
    ),
  };
}

function columnsOf(
  fields: Readonly<Record<string, Field>>,
  hasSortColumn: (id: string) => boolean,
): ColumnSpec[] {
  return Object.entries(fields).flatMap(([id, field]) => {
    const type = columnType(field);
    if (type === null) return [];
    const column: ColumnSpec = { name: columnNameOf(id), type, required: false };
    return hasSortColumn(id)
      ? [column, { name: sortColumnOf(id), type: 'TEXT' as const, required: false }]
      : [column];
  });
}

function columnType(field: Field): ColumnType | null {
  switch (field.kind) {
    case 'details':
      return null;
    case 'integer':
    case 'money':
    case 'yesNo':
      return 'INTEGER';
    case 'decimal':
    case 'percentage':
      return 'REAL';
    default:
      return 'TEXT';
  }
}

/**
 * Every filter's index goes on with the list's usual order, so that the first page of a filtered list is read
 * from the index alone, however many records match.
 */
function indexesOf(definition: AnyLedger, fields: Readonly<Record<string, Field>>): IndexSpec[] {
  const { table } = definition;
  const order = usualOrder(definition, fields);
  const filtered = Object.entries(fields)
    .filter(([, field]) => columnType(field) !== null)
    .filter(([, field]) => field.filter === true || field.kind === 'reference')
    .map(([id]) => columnNameOf(id));
  const candidates = [
    indexOn(table, order, true),
    ...(definition.period ? [indexOn(table, ['period', ...order], true)] : []),
    ...filtered.map((column) =>
      indexOn(table, [column, ...order.filter((name) => !isColumn(name, column))], true),
    ),
    ...Object.keys(fields)
      .filter((id) => sortKindOf(definition, id) === 'pinyin')
      .map((id) => indexOn(table, [sortColumnOf(id), 'id'], true)),
    ...definition.keys.map((key) => indexOn(table, key.map(columnNameOf), true)),
  ];
  const seen = new Set<string>();
  return candidates.filter((index) => {
    const known = seen.has(index.name);
    seen.add(index.name);
    return !known;
  });
}

function usualOrder(definition: AnyLedger, fields: Readonly<Record<string, Field>>): string[] {
  const order: string[] = [];
  let last = '';
  for (const { field: id, direction } of definition.sort) {
    const field = fields[id];
    if (!field || columnType(field) === null) break;
    last = direction === 'desc' ? ' DESC' : '';
    order.push((sortKindOf(definition, id) ? sortColumnOf(id) : columnNameOf(id)) + last);
  }
  return [...order, `id${last}`];
}

function isColumn(indexColumn: string, name: string): boolean {
  return indexColumn === name || indexColumn === `${name} DESC`;
}

function indexOn(table: string, columns: readonly string[], live: boolean): IndexSpec {
  const words = columns.map((column) => column.replace(' DESC', '_desc'));
  return { name: [table, ...words].join('__'), table, columns, live };
}

function snakeCase(id: string): string {
  return id.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
