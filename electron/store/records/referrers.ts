import { sql } from 'kysely';
import type { AnyLedger } from '../../../shared/ledger/definition.ts';
import type { Field } from '../../../shared/ledger/field.ts';
import { fieldsOf, knownFields } from '../../../shared/ledger/schema.ts';
import { columnNameOf, detailTableOf } from '../../../shared/ledger/tables.ts';
import type { ReadHandle } from '../handles.ts';
import { allRowsOf } from '../query.ts';

export interface Referrer {
  readonly ledger: string;
  readonly id: string;
}

/** Every live record that refers to one of these records of a ledger, by its own fields or its detail rows. */
export function referrersOf(h: ReadHandle, target: AnyLedger, ids: readonly string[]): Referrer[] {
  const wanted = JSON.stringify(ids);
  return [...h.ledgers.values()].flatMap((definition) => {
    const found = new Set<string>();
    for (const [id, field] of Object.entries(fieldsOf(definition))) {
      if (field.kind === 'details') {
        const table = sql.id(detailTableOf(definition, id));
        for (const [innerId, inner] of Object.entries(knownFields(field.fields))) {
          if (!pointsTo(inner, target)) continue;
          const rows = allRowsOf<{ id: string }>(
            h,
            sql`SELECT DISTINCT r."id" AS id FROM ${table} d JOIN ${sql.id(definition.table)} r ON r."id" = d."record_id"
              WHERE r."deleted_at" IS NULL AND ${holds(inner, 'd', innerId, wanted)}`,
          );
          rows.forEach((row) => found.add(row.id));
        }
      } else if (pointsTo(field, target)) {
        const rows = allRowsOf<{ id: string }>(
          h,
          sql`SELECT r."id" AS id FROM ${sql.id(definition.table)} r
            WHERE r."deleted_at" IS NULL AND ${holds(field, 'r', id, wanted)}`,
        );
        rows.forEach((row) => found.add(row.id));
      }
    }
    return [...found].map((id) => ({ ledger: definition.id, id }));
  });
}

function pointsTo(field: Field, target: AnyLedger): boolean {
  return (field.kind === 'reference' || field.kind === 'references') && field.target === target.id;
}

function holds(field: Field, table: 'r' | 'd', id: string, wanted: string) {
  const column = sql.id(table, columnNameOf(id));
  return field.kind === 'references'
    ? sql`EXISTS (SELECT 1 FROM json_each(${column}) j WHERE j.value IN (SELECT value FROM json_each(${wanted})))`
    : sql`${column} IN (SELECT value FROM json_each(${wanted}))`;
}
