import { sql, type RawBuilder } from 'kysely';
import type { ExportScope } from '../../shared/contract/files.ts';
import { success, type Result } from '../../shared/kernel/result.ts';
import type { AnyLedger } from '../../shared/ledger/definition.ts';
import type { Field } from '../../shared/ledger/field.ts';
import { maskKindOf } from '../../shared/ledger/masking.ts';
import { fieldsOf, knownFields } from '../../shared/ledger/schema.ts';
import { columnNameOf, detailTableOf } from '../../shared/ledger/tables.ts';
import type { ReadHandle } from './handles.ts';
import { firstRowOf } from './query.ts';
import { conditionOf, type RecordQuery } from './recordQuery.ts';

/**
 * How many records a query has, and how many people a file of them is about.
 * @param columns field ids that will leave
 */
export function exportScope(
  h: ReadHandle,
  definition: AnyLedger,
  query: RecordQuery,
  columns: readonly string[],
): Result<ExportScope> {
  const condition = conditionOf(definition, query);
  if (!condition.ok) return condition;
  const fields = fieldsOf(definition);
  const title = fields[definition.title];
  const people = columns.flatMap((id) => {
    const field = fields[id];
    return field ? personSources(h, definition, id, field, condition.value) : [];
  });
  if (title && columns.includes(definition.title) && isName(h, title) && !('target' in title))
    people.push(sql`SELECT r."id" AS person FROM ${sql.id(definition.table)} r WHERE ${condition.value}`);
  const rows = firstRowOf(
    h,
    sql<{ n: number }>`SELECT count(*) AS n FROM ${sql.id(definition.table)} r WHERE ${condition.value}`,
  );
  const persons =
    people.length === 0
      ? undefined
      : firstRowOf(
          h,
          sql<{ n: number }>`SELECT count(DISTINCT person) AS n FROM (${sql.join(people, sql` UNION ALL `)})`,
        );
  return success({ rows: rows?.n ?? 0, persons: persons?.n ?? 0 });
}

function personSources(
  h: ReadHandle,
  definition: AnyLedger,
  id: string,
  field: Field,
  condition: RawBuilder<unknown>,
): RawBuilder<unknown>[] {
  const records = sql`${sql.id(definition.table)} r`;
  if (field.kind === 'details') {
    const rows = sql`${records} JOIN ${sql.id(detailTableOf(definition, id))} d ON d."record_id" = r."id"`;
    return Object.entries(knownFields(field.fields)).flatMap(([rowId, each]) =>
      isName(h, each) ? referred(each, sql.id('d', columnNameOf(rowId)), rows, condition) : [],
    );
  }
  return isName(h, field) ? referred(field, sql.id('r', columnNameOf(id)), records, condition) : [];
}

function referred(
  field: Field,
  column: RawBuilder<unknown>,
  from: RawBuilder<unknown>,
  condition: RawBuilder<unknown>,
): RawBuilder<unknown>[] {
  if (field.kind === 'reference') return [sql`SELECT ${column} AS person FROM ${from} WHERE ${condition}`];
  if (field.kind === 'references')
    return [sql`SELECT p.value AS person FROM ${from}, json_each(${column}) p WHERE ${condition}`];
  return [];
}

function isName(h: ReadHandle, field: Field): boolean {
  const kind = maskKindOf(field, (id) => h.ledgers.get(id));
  return kind === 'adultName' || kind === 'pupilName';
}
