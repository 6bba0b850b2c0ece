import { sql } from 'kysely';
import { success, type Result } from '../../../shared/kernel/result.ts';
import type { AnyLedger, StatisticDefinition } from '../../../shared/ledger/definition.ts';
import { fieldsOf } from '../../../shared/ledger/schema.ts';
import type { StatisticCell } from '../../../shared/ledger/statistics.ts';
import { columnNameOf } from '../../../shared/ledger/tables.ts';
import type { ReadHandle } from '../handles.ts';
import { allRowsOf } from '../query.ts';
import { conditionOf, type RecordQuery } from './recordQuery.ts';

/** Counts, and sums of the measured field, of the query's records, grouped by the statistic's one or two fields. */
export function statisticCells(
  h: ReadHandle,
  definition: AnyLedger,
  statistic: StatisticDefinition,
  query: RecordQuery,
): Result<StatisticCell[]> {
  const condition = conditionOf(definition, query);
  if (!condition.ok) return condition;
  const rows = groupOf(definition, statistic.rows, 'g1');
  const columns = statistic.columns === undefined ? null : groupOf(definition, statistic.columns, 'g2');
  const measured =
    statistic.measure.kind === 'count' ? sql`0` : sql.id('r', columnNameOf(statistic.measure.field));
  const counted = statistic.measure.kind === 'count' ? sql`count(*)` : sql`count(${measured})`;
  return success(
    allRowsOf<StatisticCell>(
      h,
      sql`SELECT ${rows.key} AS "row", ${columns ? columns.key : sql`NULL`} AS "column",
          ${counted} AS "count", coalesce(sum(${measured}), 0) AS "sum"
        FROM ${sql.id(definition.table)} r ${rows.join} ${columns ? columns.join : sql``}
        WHERE ${condition.value} GROUP BY 1, 2`,
    ),
  );
}

/** Lists count once under each of their entries. */
function groupOf(definition: AnyLedger, field: string, alias: string) {
  if (field === 'period') return { key: sql.ref('r.period'), join: sql`` };
  const column = sql.id('r', columnNameOf(field));
  const kind = fieldsOf(definition)[field]?.kind;
  if (kind !== 'multiChoice' && kind !== 'references')
    return { key: sql`CAST(${column} AS TEXT)`, join: sql`` };
  return { key: sql.ref(`${alias}.value`), join: sql`LEFT JOIN json_each(${column}) ${sql.id(alias)}` };
}
