import type { StatisticTable } from '../../../shared/ledger/statistics.ts';
import type { PlainDate } from '../../../shared/kernel/plainDate.ts';
import { success } from '../../../shared/kernel/result.ts';
import type { Result } from '../../../shared/kernel/result.ts';
import type { AnyLedger } from '../../../shared/ledger/definition.ts';
import { withoutSmallCounts } from '../../../shared/ledger/smallCounts.ts';
import { statisticTable } from '../../../shared/ledger/statistics.ts';
import type { ReadHandle } from '../../store/handles.ts';
import { titlesOf, type RecordQuery } from '../../store/records/records.ts';
import { parametersInForce } from '../school/parametersInForce.ts';
import { statisticCells } from '../../store/records/statistics.ts';

/** The cross tables that a definition declares, over the records of a query; small counts as hidden today. */
export function statisticTables(
  h: ReadHandle,
  definition: AnyLedger,
  query: RecordQuery,
  today: PlainDate,
): Result<readonly StatisticTable[]> {
  const tables: StatisticTable[] = [];
  const least = parametersInForce(h).number('smallestShownCount', today);
  for (const statistic of definition.statistics ?? []) {
    const cells = statisticCells(h, definition, statistic, query);
    if (!cells.ok) return cells;
    const keys = cells.value.flatMap((cell) => [cell.row, cell.column]).filter((key) => key !== null);
    const titles = titlesOf(h, keys);
    const table = statisticTable(
      definition,
      statistic,
      cells.value,
      (id) => titles[id] ?? '（记录已不存在）',
    );
    tables.push(
      statistic.hidesSmallCounts ? withoutSmallCounts(table, statistic.columns !== undefined, least) : table,
    );
  }
  return success(tables);
}
