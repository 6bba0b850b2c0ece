import type { AnyLedger, LedgerRecord, LooseValues, RecordState } from '../../../shared/ledger/definition.ts';
import type { Field } from '../../../shared/ledger/field.ts';
import { fieldsOf, knownFields } from '../../../shared/ledger/schema.ts';
import {
  columnNameOf,
  detailTableOf,
  sortColumnOf,
  sortKindOf,
  type SortKind,
} from '../../../shared/ledger/tables.ts';
import { pinyinSortKey } from '../../../shared/kernel/searchText.ts';
import { oncePer } from '../../../shared/kernel/oncePer.ts';
import type { SqlRow, SqlValue } from '../query.ts';

/** By field id, while a record is put together. */
type StoredValues = Record<string, unknown>;

interface StoredField {
  readonly id: string;
  readonly field: Field;
  readonly column: string;
  readonly form: 'plain' | 'yesNo' | 'list';
  readonly sort: { readonly column: string; readonly kind: SortKind } | null;
}

export interface DetailPlan {
  readonly fieldId: string;
  readonly fields: readonly StoredField[];
  /** Rows of one record, in no order. */
  readonly selectOne: string;
  /** Rows of a JSON list of record ids, in no order. */
  readonly select: string;
  readonly insert: string;
  readonly remove: string;
}

/** How one ledger's records are written to and read from its tables; made once per definition. */
export interface RowPlan {
  readonly fields: readonly StoredField[];
  readonly details: readonly DetailPlan[];
  /** Column list of a `SELECT` from the table under the name `r`. */
  readonly columns: string;
  readonly selectOne: string;
  /** Records of a JSON list of ids. */
  readonly select: string;
  readonly insert: string;
  readonly update: string;
}

const metaColumns = [
  'id',
  'school_id',
  'period',
  'state',
  'revision',
  'created_at',
  'created_by',
  'updated_at',
  'updated_by',
  'deleted_at',
];

const detailColumns = ['record_id', 'position', 'id'];

export const rowPlanOf = oncePer(makePlan);

function makePlan(definition: AnyLedger): RowPlan {
  const fields = storedFields(fieldsOf(definition), (id) => sortKindOf(definition, id));
  const columns = fields.flatMap(columnsOf);
  const table = `"${definition.table}"`;
  const inserted = [...metaColumns, 'import_id', ...columns];
  const selected = [...metaColumns, ...fields.map(({ column }) => column)]
    .map((column) => `r."${column}"`)
    .join(', ');
  const updated = ['period', 'state', 'revision', 'updated_at', 'updated_by', 'deleted_at', ...columns];
  return {
    fields,
    details: Object.entries(fieldsOf(definition)).flatMap(([id, field]) =>
      field.kind === 'details' ? [makeDetailPlan(definition, id, field)] : [],
    ),
    columns: selected,
    selectOne: `SELECT ${selected} FROM ${table} r WHERE r."id" = ?`,
    select: `SELECT ${selected} FROM ${table} r WHERE r."id" IN (SELECT value FROM json_each(?))`,
    insert: `INSERT INTO ${table} (${names(inserted)}) VALUES (${marks(inserted)})`,
    update: `UPDATE ${table} SET ${updated.map((column) => `"${column}" = ?`).join(', ')} WHERE "id" = ?`,
  };
}

function makeDetailPlan(
  definition: AnyLedger,
  fieldId: string,
  field: Extract<Field, { kind: 'details' }>,
): DetailPlan {
  const table = `"${detailTableOf(definition, fieldId)}"`;
  const fields = storedFields(knownFields(field.fields), () => null);
  const columns = [...detailColumns, ...fields.flatMap(columnsOf)];
  const selected = `SELECT ${names([...detailColumns, ...fields.map(({ column }) => column)])} FROM ${table}`;
  return {
    fieldId,
    fields,
    selectOne: `${selected} WHERE "record_id" = ?`,
    select: `${selected} WHERE "record_id" IN (SELECT value FROM json_each(?))`,
    insert: `INSERT INTO ${table} (${names(columns)}) VALUES (${marks(columns)})`,
    remove: `DELETE FROM ${table} WHERE "record_id" = ?`,
  };
}

/**
 * Adds the values of all field columns, hidden sort columns included, in the order of the plan's statements.
 * `titleSortOf` gives what a record referred to sorts by.
 */
export function addColumnValues(
  into: unknown[],
  fields: readonly StoredField[],
  values: LooseValues,
  titleSortOf: (id: string) => string | null,
): unknown[] {
  for (const { id, field, sort } of fields) {
    const stored = toSql(field, values[id]);
    into.push(stored);
    if (sort === null) continue;
    if (typeof stored !== 'string') into.push(null);
    else into.push(sort.kind === 'pinyin' ? pinyinSortKey(stored) : titleSortOf(stored));
  }
  return into;
}

/** A record; its detail rows are added afterwards, by `values` of the plan's details. */
export function recordFromRow(plan: RowPlan, row: SqlRow): LedgerRecord & { readonly values: StoredValues } {
  return {
    id: String(row[0]),
    schoolId: String(row[1]),
    period: textOrNull(row[2]),
    state: row[3] as RecordState,
    revision: Number(row[4]),
    createdAt: String(row[5]),
    createdBy: String(row[6]),
    updatedAt: String(row[7]),
    updatedBy: String(row[8]),
    deletedAt: textOrNull(row[9]),
    values: addValues({}, plan.fields, row, metaColumns.length),
  };
}

/** A detail row with the record it belongs to and its place there. */
export function detailFromRow(
  plan: DetailPlan,
  row: SqlRow,
): { readonly owner: string; readonly position: number; readonly values: LooseValues } {
  const values = addValues({ id: String(row[2]) }, plan.fields, row, detailColumns.length);
  return { owner: String(row[0]), position: Number(row[1]), values };
}

/** The form a value has in a filter or in a column. */
export function toSql(field: Field, value: unknown): SqlValue {
  if (value === null || value === undefined) return null;
  switch (field.kind) {
    case 'yesNo':
      return value ? 1 : 0;
    case 'multiChoice':
    case 'references':
    case 'attachments':
      return Array.isArray(value) && value.length > 0 ? JSON.stringify(value) : null;
    case 'details':
      throw new Error('Detail rows have their own table.');
    default:
      // Anything else that isn't a text or a number is refused by the database as a wrong type.
      return value as string | number;
  }
}

/** Loops instead of `map` and `fromEntries`: this runs for every value of every record that is read. */
function addValues(
  values: StoredValues,
  fields: readonly StoredField[],
  row: SqlRow,
  first: number,
): StoredValues {
  let place = first;
  for (const { id, form } of fields) values[id] = fromSql(form, row[place++] ?? null);
  return values;
}

function fromSql(form: StoredField['form'], stored: SqlValue): unknown {
  if (form === 'list') return typeof stored === 'string' ? (JSON.parse(stored) as unknown) : [];
  return form === 'plain' || stored === null ? stored : stored === 1;
}

function formOf({ kind }: Field): StoredField['form'] {
  if (kind === 'yesNo') return 'yesNo';
  return kind === 'multiChoice' || kind === 'references' || kind === 'attachments' ? 'list' : 'plain';
}

function storedFields(
  fields: Readonly<Record<string, Field>>,
  kindOf: (id: string) => SortKind | null,
): StoredField[] {
  return Object.entries(fields)
    .filter(([, field]) => field.kind !== 'details')
    .map(([id, field]) => {
      const kind = kindOf(id);
      return {
        id,
        field,
        column: columnNameOf(id),
        form: formOf(field),
        sort: kind && { column: sortColumnOf(id), kind },
      };
    });
}

function columnsOf({ column, sort }: StoredField): string[] {
  return sort === null ? [column] : [column, sort.column];
}

function textOrNull(value: SqlValue | undefined): string | null {
  return typeof value === 'string' ? value : null;
}

function names(columns: readonly string[]): string {
  return columns.map((column) => `"${column}"`).join(', ');
}

function marks(columns: readonly string[]): string {
  return columns.map(() => '?').join(', ');
}
