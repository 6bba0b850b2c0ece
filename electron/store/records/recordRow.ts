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

export type SqlValue = string | number | null;
export type SqlRow = Readonly<Record<string, unknown>>;

interface StoredField {
  readonly id: string;
  readonly field: Field;
  readonly column: string;
  readonly sort: { readonly column: string; readonly kind: SortKind } | null;
}

export interface DetailPlan {
  readonly fieldId: string;
  readonly fields: readonly StoredField[];
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
  /** Records of a JSON list of ids. */
  readonly select: string;
  readonly insert: string;
  readonly update: string;
}

const plans = new WeakMap<AnyLedger, RowPlan>();

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

export function rowPlanOf(definition: AnyLedger): RowPlan {
  let plan = plans.get(definition);
  if (!plan) plans.set(definition, (plan = makePlan(definition)));
  return plan;
}

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
  const columns = ['record_id', 'position', 'id', ...fields.flatMap(columnsOf)];
  return {
    fieldId,
    fields,
    select: `SELECT ${names(['record_id', 'id', ...fields.map(({ column }) => column)])} FROM ${table}
      WHERE "record_id" IN (SELECT value FROM json_each(?)) ORDER BY "record_id", "position"`,
    insert: `INSERT INTO ${table} (${names(columns)}) VALUES (${marks(columns)})`,
    remove: `DELETE FROM ${table} WHERE "record_id" = ?`,
  };
}

/**
 * Values of all field columns, hidden sort columns included, in the order of the plan's statements. `titleSortOf` gives
 * what a record referred to sorts by.
 */
export function columnValues(
  fields: readonly StoredField[],
  values: LooseValues,
  titleSortOf: (id: string) => string | null,
): SqlValue[] {
  return fields.flatMap(({ id, field, sort }) => {
    const stored = toSql(field, values[id]);
    if (sort === null) return [stored];
    if (typeof stored !== 'string') return [stored, null];
    return [stored, sort.kind === 'pinyin' ? pinyinSortKey(stored) : titleSortOf(stored)];
  });
}

/** A record without its detail rows. */
export function recordFromRow(plan: RowPlan, row: SqlRow): LedgerRecord {
  return {
    id: String(row['id']),
    schoolId: String(row['school_id']),
    period: textOrNull(row['period']),
    state: row['state'] as RecordState,
    revision: Number(row['revision']),
    createdAt: String(row['created_at']),
    createdBy: String(row['created_by']),
    updatedAt: String(row['updated_at']),
    updatedBy: String(row['updated_by']),
    deletedAt: textOrNull(row['deleted_at']),
    values: valuesFromRow(plan.fields, row),
  };
}

export function detailFromRow(plan: DetailPlan, row: SqlRow): LooseValues {
  return { id: String(row['id']), ...valuesFromRow(plan.fields, row) };
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

function fromSql(field: Field, stored: unknown): unknown {
  switch (field.kind) {
    case 'yesNo':
      return stored === null ? null : stored === 1;
    case 'multiChoice':
    case 'references':
    case 'attachments':
      return typeof stored === 'string' ? (JSON.parse(stored) as unknown) : [];
    default:
      return stored;
  }
}

function valuesFromRow(fields: readonly StoredField[], row: SqlRow): LooseValues {
  return Object.fromEntries(fields.map(({ id, field, column }) => [id, fromSql(field, row[column] ?? null)]));
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
        sort: kind && { column: sortColumnOf(id), kind },
      };
    });
}

function columnsOf({ column, sort }: StoredField): string[] {
  return sort === null ? [column] : [column, sort.column];
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function names(columns: readonly string[]): string {
  return columns.map((column) => `"${column}"`).join(', ');
}

function marks(columns: readonly string[]): string {
  return columns.map(() => '?').join(', ');
}
