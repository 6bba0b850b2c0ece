import type { StatisticTable } from '../../../shared/contract/ledgers.ts';
import { success } from '../../../shared/kernel/result.ts';
import type { Result } from '../../../shared/kernel/result.ts';
import type { AnyLedger } from '../../../shared/ledger/definition.ts';
import { statisticTable } from '../../../shared/ledger/statistics.ts';
import type { ReadHandle } from '../../store/handles.ts';
import { titlesOf, type RecordQuery } from '../../store/records.ts';
import { statisticCells } from '../../store/statistics.ts';

/** The cross tables that a definition declares, over the records of a query. */
export function statisticTables(
  h: ReadHandle,
  definition: AnyLedger,
  query: RecordQuery,
): Result<readonly StatisticTable[]> {
  const tables: StatisticTable[] = [];
  for (const statistic of definition.statistics ?? []) {
    const cells = statisticCells(h, definition, statistic, query);
    if (!cells.ok) return cells;
    const keys = cells.value.flatMap((cell) => [cell.row, cell.column]).filter((key) => key !== null);
    const titles = titlesOf(h, keys);
    tables.push(statisticTable(definition, statistic, cells.value, (id) => titles[id] ?? '（记录已不存在）'));
  }
  return success(tables);
}
