import { sql, type RawBuilder } from 'kysely';
import type { Filter, LedgerQuery, Sort } from '../../../shared/contract/ledgers.ts';
import { isPeriod, periodsInside } from '../../../shared/kernel/periods.ts';
import { failure, success, type Result } from '../../../shared/kernel/result.ts';
import { queryExpression } from '../../../shared/kernel/searchText.ts';
import type { AnyLedger } from '../../../shared/ledger/definition.ts';
import type { Field } from '../../../shared/ledger/field.ts';
import { fieldsOf, knownFields } from '../../../shared/ledger/schema.ts';
import { columnNameOf, detailTableOf, sortColumnOf, sortKindOf } from '../../../shared/ledger/tables.ts';
import { toSql } from './recordRow.ts';

/** What part of a ledger is meant: a `LedgerQuery` without its ledger, sort optional. */
export type RecordQuery = Partial<Omit<LedgerQuery, 'ledger'>>;

type Fragment = RawBuilder<unknown>;
type FilterValue = string | number | null;

interface Target {
  readonly column: Fragment;
  /** How a typed value is brought into the column's form. */
  readonly form: 'text' | 'number' | 'yesNo' | 'instant' | 'list' | 'attachments';
  /** The table of the detail rows when the field stands in one. */
  readonly detailTable: string | null;
}

const systemFields: Readonly<Record<string, Omit<Target, 'detailTable'>>> = {
  id: { column: sql.ref('r.id'), form: 'text' },
  period: { column: sql.ref('r.period'), form: 'text' },
  state: { column: sql.ref('r.state'), form: 'text' },
  createdAt: { column: sql.ref('r.created_at'), form: 'instant' },
  updatedAt: { column: sql.ref('r.updated_at'), form: 'instant' },
};

/** The condition of a query over the table `r`; unknown fields and periods are refused, never written into SQL. */
export function conditionOf(definition: AnyLedger, query: RecordQuery): Result<Fragment> {
  const parts: Fragment[] = [query.deleted ? sql`r."deleted_at" IS NOT NULL` : sql`r."deleted_at" IS NULL`];
  if (query.period !== null && query.period !== undefined) {
    if (!isPeriod(query.period))
      return failure('invalidInput', `“${query.period}”不是一个时期，请重新选择。`);
    parts.push(sql`r."period" IN (${sql.join(periodsInside(query.period))})`);
  }
  for (const filter of query.filters ?? []) {
    const part = filterCondition(definition, filter);
    if (!part.ok) return part;
    parts.push(part.value);
  }
  const search = query.search?.trim() ?? '';
  if (search !== '') {
    const expression = queryExpression(search);
    parts.push(
      expression === ''
        ? sql`FALSE`
        : sql`r."id" IN (SELECT e.record_id FROM search_text JOIN search_entry e ON e.entry = search_text.rowid
            WHERE search_text MATCH ${expression} AND e.ledger = ${definition.id})`,
    );
  }
  return success(sql.join(parts, sql` AND `));
}

/** The order of a list, the definition's own when none is asked; ends with the id so that pages never overlap. */
export function orderOf(definition: AnyLedger, sort: readonly Sort[] = []): Result<Fragment> {
  const asked: readonly Sort[] = sort.length > 0 ? sort : definition.sort;
  const parts: Fragment[] = [];
  let last: Sort['direction'] = 'asc';
  for (const { field: id, direction } of asked) {
    const column = sortColumn(definition, id);
    if (!column) return unknownField(id);
    last = direction;
    parts.push(direction === 'desc' ? sql`${column} DESC` : sql`${column}`);
  }
  parts.push(last === 'desc' ? sql`r."id" DESC` : sql`r."id"`);
  return success(sql.join(parts));
}

function sortColumn(definition: AnyLedger, id: string): Fragment | null {
  const fields = fieldsOf(definition);
  if (Object.hasOwn(systemFields, id)) return systemFields[id]?.column ?? null;
  const field = Object.hasOwn(fields, id) ? fields[id] : undefined;
  if (!field || field.kind === 'details' || field.sensitivity === 'locked') return null;
  if (sortKindOf(definition, id)) return sql.id('r', sortColumnOf(id));
  const column = sql.id('r', columnNameOf(id));
  return field.kind === 'reference'
    ? sql`(SELECT t.title_sort FROM search_entry t WHERE t.record_id = ${column})`
    : column;
}

function filterCondition(definition: AnyLedger, filter: Filter): Result<Fragment> {
  const target = targetOf(definition, filter.field);
  if (!target) return unknownField(filter.field);
  const test = testOf(target, filter);
  if (!test.ok || target.detailTable === null) return test;
  return success(
    sql`EXISTS (SELECT 1 FROM ${sql.id(target.detailTable)} d WHERE d."record_id" = r."id" AND ${test.value})`,
  );
}

function targetOf(definition: AnyLedger, path: string): Target | null {
  if (Object.hasOwn(systemFields, path)) {
    const system = systemFields[path];
    return system ? { ...system, detailTable: null } : null;
  }
  const fields = fieldsOf(definition);
  const [id = '', innerId] = path.split('.');
  const field = Object.hasOwn(fields, id) ? fields[id] : undefined;
  if (!field || field.sensitivity === 'locked') return null;
  if (field.kind !== 'details') {
    if (innerId !== undefined) return null;
    return { column: sql.id('r', columnNameOf(id)), form: formOf(field), detailTable: null };
  }
  const inner = knownFields(field.fields);
  const innerField = innerId !== undefined && Object.hasOwn(inner, innerId) ? inner[innerId] : undefined;
  if (!innerField || innerId === undefined || innerField.sensitivity === 'locked') return null;
  return {
    column: sql.id('d', columnNameOf(innerId)),
    form: formOf(innerField),
    detailTable: detailTableOf(definition, id),
  };
}

function formOf(field: Field): Target['form'] {
  switch (field.kind) {
    case 'integer':
    case 'decimal':
    case 'money':
    case 'percentage':
      return 'number';
    case 'yesNo':
      return 'yesNo';
    case 'instant':
      return 'instant';
    case 'multiChoice':
    case 'references':
      return 'list';
    case 'attachments':
      return 'attachments';
    default:
      return 'text';
  }
}

function testOf(target: Target, { operator, value, field }: Filter): Result<Fragment> {
  const { column } = target;
  switch (operator) {
    case 'isEmpty':
      return success(sql`(${column} IS NULL OR ${column} = '')`);
    case 'isNotEmpty':
      return success(sql`(${column} IS NOT NULL AND ${column} <> '')`);
    case 'is':
    case 'isNot':
    case 'anyOf': {
      const wanted = (Array.isArray(value) ? value : [value]).map((one: unknown) => filterValue(target, one));
      if (wanted.includes(undefined)) return unusableValue(field);
      const test = oneOf(target, wanted as FilterValue[]);
      return success(operator === 'isNot' ? sql`NOT coalesce(${test}, FALSE)` : test);
    }
    case 'contains': {
      if (typeof value !== 'string') return unusableValue(field);
      if (target.form === 'list') return success(oneOf(target, [value]));
      const pattern = `%${value.replace(/[\\%_]/g, '\\$&')}%`;
      return success(sql`${column} LIKE ${pattern} ESCAPE '\\'`);
    }
    case 'from':
    case 'to':
    case 'between': {
      const [low, high] =
        operator === 'between' && Array.isArray(value) ? (value as unknown[]) : [value, value];
      const parts: Fragment[] = [];
      if (operator !== 'to' && low !== null && low !== undefined) {
        const bound = filterValue(target, low);
        if (bound === undefined) return unusableValue(field);
        parts.push(sql`${column} >= ${bound}`);
      }
      if (operator !== 'from' && high !== null && high !== undefined) {
        const bound = filterValue(target, high, 'end');
        if (bound === undefined) return unusableValue(field);
        parts.push(sql`${column} <= ${bound}`);
      }
      return success(parts.length > 0 ? sql`(${sql.join(parts, sql` AND `)})` : sql`TRUE`);
    }
  }
}

function oneOf(target: Target, wanted: readonly FilterValue[]): Fragment {
  const { column } = target;
  const filled = wanted.filter((value) => value !== null);
  const parts: Fragment[] = [];
  if (filled.length < wanted.length) parts.push(sql`${column} IS NULL`);
  if (filled.length > 0) {
    const list = sql.join(filled);
    parts.push(
      target.form === 'list' || target.form === 'attachments'
        ? sql`EXISTS (SELECT 1 FROM json_each(${column}) j WHERE ${
            target.form === 'list' ? sql`j.value` : sql`j.value ->> 'kind'`
          } IN (${list}))`
        : sql`${column} IN (${list})`,
    );
  }
  return parts.length > 0 ? sql`(${sql.join(parts, sql` OR `)})` : sql`FALSE`;
}

/** `undefined` = not a value this field can be held against. A day meant for an instant is the whole Chinese day. */
function filterValue(
  target: Target,
  value: unknown,
  edge: 'start' | 'end' = 'start',
): FilterValue | undefined {
  if (value === null || value === undefined) return null;
  switch (target.form) {
    case 'number':
      return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
    case 'yesNo':
      return typeof value === 'boolean' ? (value ? 1 : 0) : undefined;
    case 'instant': {
      if (typeof value !== 'string') return undefined;
      if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return value;
      const millis = Date.parse(`${value}T${edge === 'start' ? '00:00:00.000' : '23:59:59.999'}+08:00`);
      return Number.isNaN(millis) ? undefined : new Date(millis).toISOString();
    }
    case 'text':
    case 'list':
    case 'attachments':
      return typeof value === 'string' ? value : undefined;
  }
}

/** `field = value` for each given field; an empty value means that the field is empty. Throws on an unknown field. */
export function equalityOf(definition: AnyLedger, values: Readonly<Record<string, unknown>>): Fragment[] {
  const fields = fieldsOf(definition);
  return Object.entries(values).map(([id, value]) => {
    return sql`${sql.id('r', columnNameOf(id))} IS ${toSql(storedField(definition, fields, id), value)}`;
  });
}

/** A field that has a column of its own. Throws for any other. */
export function storedField(
  definition: AnyLedger,
  fields: Readonly<Record<string, Field>>,
  id: string,
): Field {
  const field = fields[id];
  if (!field || field.kind === 'details') throw new Error(`${definition.id} has no column for ${id}.`);
  return field;
}

function unknownField(id: string): Result<never> {
  return failure('invalidInput', `这份台账不能按“${id}”这一栏筛选或排序，请换一栏。`);
}

function unusableValue(id: string): Result<never> {
  return failure('invalidInput', `“${id}”的筛选条件填写不对，请重新选择。`);
}
