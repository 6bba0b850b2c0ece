import { sql, type RawBuilder } from 'kysely';
import type { ListPage, RecycledRecord } from '../../../shared/contract/ledgers.ts';
import { isPeriod } from '../../../shared/kernel/periods.ts';
import { success, type Result } from '../../../shared/kernel/result.ts';
import { oncePer } from '../../../shared/kernel/oncePer.ts';
import type { AnyLedger, LedgerRecord, LooseValues } from '../../../shared/ledger/definition.ts';
import type { Field } from '../../../shared/ledger/field.ts';
import { fieldsOf } from '../../../shared/ledger/schema.ts';
import { columnNameOf } from '../../../shared/ledger/tables.ts';
import type { ReadHandle } from '../handles.ts';
import {
  allRows,
  allRowsOf,
  firstRowOf,
  prepared,
  rawRowsOf,
  tables,
  type SqlRow,
  type SqlValue,
} from '../query.ts';
import { conditionOf, equalityOf, orderOf, storedField, type RecordQuery } from './recordQuery.ts';
import { detailFromRow, recordFromRow, rowPlanOf, toSql } from './recordRow.ts';
import type { RecordIn, ValuesIn } from './recordTypes.ts';

/** A record with its detail rows, also from the recycle bin (`deletedAt` tells); `null` when there is none. */
export function getRecord<D extends AnyLedger>(h: ReadHandle, definition: D, id: string): RecordIn<D> | null {
  const rows = prepared(h, rowPlanOf(definition).selectOne).raw().all(id) as SqlRow[];
  return (withDetails(h, definition, rows) as RecordIn<D>[])[0] ?? null;
}

/** Records with their detail rows in the order of the ids; ids without a record are passed over. */
export function getRecords<D extends AnyLedger>(
  h: ReadHandle,
  definition: D,
  ids: readonly string[],
): readonly RecordIn<D>[] {
  const plan = rowPlanOf(definition);
  const rows = prepared(h, plan.select).raw().all(JSON.stringify(ids)) as SqlRow[];
  const found = withDetails(h, definition, rows) as RecordIn<D>[];
  const byId = new Map(found.map((record) => [record.id, record]));
  return [...new Set(ids)].flatMap((id) => byId.get(id) ?? []);
}

/** For what the records of some ids count (`null` = no period), by id. */
export function periodsOf(
  h: ReadHandle,
  { table }: AnyLedger,
  ids: readonly string[],
): ReadonlyMap<string, string | null> {
  const text = `SELECT "id", "period" FROM "${table}" WHERE "id" IN (SELECT value FROM json_each(?))`;
  const rows = prepared(h, text).all(JSON.stringify(ids)) as { id: string; period: string | null }[];
  return new Map(rows.map(({ id, period }) => [id, period]));
}

/** One page of a list, without detail rows and titles. `page` counts from 0. Unknown fields and periods are refused. */
export function listRecords<D extends AnyLedger>(
  h: ReadHandle,
  definition: D,
  query: RecordQuery,
  page: number,
  pageSize: number,
): Result<Omit<ListPage, 'titles' | 'rows'> & { readonly rows: readonly RecordIn<D>[] }> {
  const condition = conditionOf(definition, query);
  if (!condition.ok) return condition;
  const order = orderOf(definition, query.sort);
  if (!order.ok) return order;
  const plan = rowPlanOf(definition);
  const rows = rawRowsOf(
    h,
    sql`SELECT ${sql.raw(plan.columns)} FROM ${sql.id(definition.table)} r WHERE ${condition.value}
      ORDER BY ${order.value} LIMIT ${pageSize} OFFSET ${page * pageSize}`,
  );
  const { total, totals } = totalsOf(h, definition, condition.value);
  return success({ rows: rows.map((row) => recordFromRow(plan, row) as RecordIn<D>), total, totals });
}

/** Ids of all records of a query, in its order: for exports and statistics over what the list shows. */
export function listIds(h: ReadHandle, definition: AnyLedger, query: RecordQuery): Result<readonly string[]> {
  const condition = conditionOf(definition, query);
  if (!condition.ok) return condition;
  const order = orderOf(definition, query.sort);
  if (!order.ok) return order;
  const rows = allRowsOf(
    h,
    sql<{ id: string }>`SELECT r."id" AS id FROM ${sql.id(definition.table)} r WHERE ${condition.value}
      ORDER BY ${order.value}`,
  );
  return success(rows.map(({ id }) => id));
}

/** All records of a query with their detail rows, in its order. Throws for unknown fields and periods. */
export function queriedRecords<D extends AnyLedger>(
  h: ReadHandle,
  definition: D,
  query: RecordQuery,
): readonly RecordIn<D>[] {
  const condition = conditionOf(definition, query);
  const order = orderOf(definition, query.sort);
  if (!condition.ok) throw new Error(`${definition.id}: ${condition.failure.sentence}`);
  if (!order.ok) throw new Error(`${definition.id}: ${order.failure.sentence}`);
  return loadRecords(h, definition, condition.value, order.value);
}

export interface Selection<Values = LooseValues> {
  /** Records that count for this period or one inside it. Throws when it isn't a period. */
  readonly period?: string;
  /** Fields that must have these values; `null` = empty. */
  readonly where?: Partial<Values>;
}

/** Every record outside the recycle bin with its detail rows, in the ledger's own order. */
export function allRecords<D extends AnyLedger>(
  h: ReadHandle,
  definition: D,
  selection: Selection<ValuesIn<D>> = {},
): readonly RecordIn<D>[] {
  return loadRecords(h, definition, selected(definition, selection), orderByDefault(definition));
}

/** Number of records outside the recycle bin. */
export function countRecords<D extends AnyLedger>(
  h: ReadHandle,
  definition: D,
  selection: Selection<ValuesIn<D>> = {},
): number {
  return totalsOf(h, definition, selected(definition, selection)).total;
}

/** Records with the same values in all fields of a key, outside the recycle bin; a key with an empty field finds nothing. */
export function findByKey<D extends AnyLedger>(
  h: ReadHandle,
  definition: D,
  key: readonly string[],
  values: LooseValues,
): readonly RecordIn<D>[] {
  const { fields, text } = keySearchOf(definition, key);
  const wanted = fields.map(([id, field]) => toSql(field, values[id]));
  if (wanted.some((value) => value === null || value === '')) return [];
  return foundRecords(h, definition, text, wanted);
}

/** A record's values in the fields of a key, as one text; `null` when one is empty. */
export function keyTextOf(definition: AnyLedger, key: readonly string[], values: LooseValues): string | null {
  const wanted = keySearchOf(definition, key).fields.map(([id, field]) => toSql(field, values[id]));
  return wanted.some((value) => value === null || value === '') ? null : JSON.stringify(wanted);
}

/** The `keyTextOf` of every record outside the recycle bin, empty fields included. */
export function keyTextsInUse(h: ReadHandle, definition: AnyLedger, key: readonly string[]): Set<string> {
  const columns = key.map((id) => `"${columnNameOf(id)}"`).join(', ');
  const text = `SELECT ${columns} FROM "${definition.table}" WHERE "deleted_at" IS NULL`;
  return new Set(
    prepared(h, text)
      .raw()
      .all()
      .map((row) => JSON.stringify(row)),
  );
}

interface KeySearch {
  readonly fields: readonly (readonly [id: string, field: Field])[];
  readonly text: string;
}

/** Made once for each key: every row of a sheet asks for all of them. */
const keySearchesOf = oncePer((_definition: AnyLedger) => new Map<string, KeySearch>());

function keySearchOf(definition: AnyLedger, key: readonly string[]): KeySearch {
  const known = keySearchesOf(definition);
  const name = key.join();
  let search = known.get(name);
  if (!search) {
    const all = fieldsOf(definition);
    const equal = key.map((id) => `r."${columnNameOf(id)}" IS ?`).join(' AND ');
    search = {
      fields: key.map((id) => [id, storedField(definition, all, id)]),
      text: selectLive(definition, equal),
    };
    known.set(name, search);
  }
  return search;
}

/**
 * Records outside the recycle bin that meet a condition over the table `r`, which may go on with an order. Written by hand
 * for what every save asks: building a query costs more than running it.
 */
export function liveRecords<D extends AnyLedger>(
  h: ReadHandle,
  definition: D,
  condition: string,
  parameters: readonly SqlValue[],
): readonly RecordIn<D>[] {
  return foundRecords(h, definition, selectLive(definition, condition), parameters);
}

function selectLive(definition: AnyLedger, condition: string): string {
  return `SELECT ${rowPlanOf(definition).columns} FROM "${definition.table}" r
    WHERE r."deleted_at" IS NULL AND ${condition}`;
}

function foundRecords<D extends AnyLedger>(
  h: ReadHandle,
  definition: D,
  text: string,
  parameters: readonly SqlValue[],
): readonly RecordIn<D>[] {
  const rows = prepared(h, text).raw().all(parameters) as SqlRow[];
  return withDetails(h, definition, rows) as RecordIn<D>[];
}

/** The ledger's own order as SQL over the table `r`. */
export const usualOrderOf = oncePer(
  (definition: AnyLedger): string => orderByDefault(definition).compile(tables).sql,
);

/** Effective-dated records that hold on a day, `2026-11-24`. Throws when the ledger has no effective dates. */
export function recordsOn<D extends AnyLedger>(
  h: ReadHandle,
  definition: D,
  date: string,
  selection: Selection<ValuesIn<D>> = {},
): readonly RecordIn<D>[] {
  const { effective } = definition;
  if (!effective) throw new Error(`${definition.id} has no effective dates.`);
  const from = sql.id('r', columnNameOf(effective.from));
  const to = sql.id('r', columnNameOf(effective.to));
  const condition = sql`${selected(definition, selection)}
    AND (${from} IS NULL OR ${from} <= ${date}) AND (${to} IS NULL OR ${to} >= ${date})`;
  return loadRecords(h, definition, condition, orderByDefault(definition));
}

/** Ids of the records that an import brought in: when they were entered says nothing about when they were written. */
export function importedIds(h: ReadHandle, definition: AnyLedger): ReadonlySet<string> {
  const rows = allRowsOf(
    h,
    sql<{
      id: string;
    }>`SELECT r."id" AS id FROM ${sql.id(definition.table)} r WHERE r."import_id" IS NOT NULL`,
  );
  return new Set(rows.map(({ id }) => id));
}

/** What lies in the recycle bin, last removed first. */
export function recycled(h: ReadHandle): readonly RecycledRecord[] {
  return allRows(
    h,
    tables
      .selectFrom('search_entry')
      .select([
        'ledger',
        'record_id as id',
        'title',
        'hint',
        'deleted_at as deletedAt',
        'deleted_by as deletedBy',
      ])
      .where('deleted_at', 'is not', null)
      .orderBy('deleted_at', 'desc')
      .orderBy('entry', 'desc'),
  ).map((row) => ({ ...row, deletedAt: row.deletedAt ?? '', deletedBy: row.deletedBy ?? '' }));
}

function selected(definition: AnyLedger, { period, where }: Selection): RawBuilder<unknown> {
  if (period !== undefined && !isPeriod(period)) throw new Error(`Not a period: ${period}`);
  const condition = conditionOf(definition, { period: period ?? null });
  if (!condition.ok) throw new Error(condition.failure.sentence);
  return sql.join([condition.value, ...equalityOf(definition, where ?? {})], sql` AND `);
}

function orderByDefault(definition: AnyLedger): RawBuilder<unknown> {
  const order = orderOf(definition);
  if (!order.ok) throw new Error(`${definition.id}: ${order.failure.sentence}`);
  return order.value;
}

function loadRecords<D extends AnyLedger>(
  h: ReadHandle,
  definition: D,
  condition: RawBuilder<unknown>,
  order: RawBuilder<unknown> | null,
): RecordIn<D>[] {
  const rows = rawRowsOf(
    h,
    sql`SELECT ${sql.raw(rowPlanOf(definition).columns)} FROM ${sql.id(definition.table)} r WHERE ${condition}
      ${order ? sql`ORDER BY ${order}` : sql``}`,
  );
  return withDetails(h, definition, rows) as RecordIn<D>[];
}

/** The records of some rows, each with its detail rows in their order. */
function withDetails(h: ReadHandle, definition: AnyLedger, rows: readonly SqlRow[]): readonly LedgerRecord[] {
  const plan = rowPlanOf(definition);
  const records = rows.map((row) => recordFromRow(plan, row));
  if (plan.details.length === 0 || records.length === 0) return records;
  const ids = records.map(({ id }) => id);
  const [text, wanted] =
    ids.length === 1 ? (['selectOne', ids[0]] as const) : (['select', JSON.stringify(ids)] as const);
  for (const detail of plan.details) {
    const found = prepared(h, detail[text]).raw().all(wanted) as SqlRow[];
    const byRecord = Map.groupBy(
      found.map((row) => detailFromRow(detail, row)),
      ({ owner }) => owner,
    );
    for (const { id, values } of records)
      values[detail.fieldId] = (byRecord.get(id) ?? [])
        .sort((a, b) => a.position - b.position)
        .map((row) => row.values);
  }
  return records;
}

function totalsOf(
  h: ReadHandle,
  definition: AnyLedger,
  condition: RawBuilder<unknown>,
): { total: number; totals: Record<string, number> } {
  const summed = Object.entries(fieldsOf(definition)).filter(
    ([, field]) => 'total' in field && field.total === true,
  );
  const sums = summed.map(
    ([id], index) => sql`, total(${sql.id('r', columnNameOf(id))}) AS ${sql.id(`sum${index}`)}`,
  );
  const row = firstRowOf(
    h,
    sql<Record<string, number>>`SELECT count(*) AS total ${sql.join(sums, sql``)}
      FROM ${sql.id(definition.table)} r WHERE ${condition}`,
  );
  return {
    total: row?.['total'] ?? 0,
    totals: Object.fromEntries(summed.map(([id], index) => [id, row?.[`sum${index}`] ?? 0])),
  };
}
