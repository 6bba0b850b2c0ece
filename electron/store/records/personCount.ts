import { sql, type RawBuilder } from 'kysely';
import type { ExportScope } from '../../../shared/contract/files.ts';
import { success, type Result } from '../../../shared/kernel/result.ts';
import type { AnyLedger } from '../../../shared/ledger/definition.ts';
import type { Field } from '../../../shared/ledger/field.ts';
import { maskKindOf } from '../../../shared/ledger/masking.ts';
import { fieldsOf, knownFields } from '../../../shared/ledger/schema.ts';
import { columnNameOf, detailTableOf } from '../../../shared/ledger/tables.ts';
import type { ReadHandle } from '../handles.ts';
import { firstRowOf } from '../query.ts';
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
  const own =
    title !== undefined && columns.includes(definition.title) && isName(h, title) && !('target' in title);
  const records = sql`SELECT r."id" FROM ${sql.id(definition.table)} r WHERE ${condition.value}`;
  const sources = columns.flatMap((id) => {
    const field = fields[id];
    return field ? personSources(h, definition, id, field, condition.value) : [];
  });
  const rows = countOf(h, sql`SELECT count(*) AS n FROM (${records})`);
  // One person may stand in two ledgers (staff and Party member); the name tells that it is the same.
  const elsewhere = own
    ? sql`WHERE e.title NOT IN (SELECT o.title FROM search_entry o WHERE o.record_id IN (${records}))`
    : sql``;
  const referred =
    sources.length === 0
      ? 0
      : countOf(
          h,
          sql`SELECT count(DISTINCT p.person) AS n FROM (${sql.join(sources, sql` UNION ALL `)}) p
            JOIN search_entry e ON e.record_id = p.person ${elsewhere}`,
        );
  return success({ rows, persons: referred + (own ? rows : 0) });
}

function countOf(h: ReadHandle, counting: RawBuilder<unknown>): number {
  return firstRowOf(h, sql<{ n: number }>`${counting}`)?.n ?? 0;
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
