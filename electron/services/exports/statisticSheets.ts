import type { StatisticTable } from '../../../shared/ledger/statistics.ts';
import { formatPeriod } from '../../../shared/kernel/periods.ts';
import { sheetName } from '../../../shared/ledger/columns.ts';
import type { AnyLedger } from '../../../shared/ledger/definition.ts';
import { hiddenMark } from '../../../shared/ledger/smallCounts.ts';
import { rowHeading } from '../../../shared/ledger/statistics.ts';
import type { OutputSheet } from '../../documents/writeWorkbook.ts';
import { officialSheet, type SheetHead } from '../../documents/officialSheet.ts';

type StatisticRow = StatisticTable['rows'][number];

interface StatisticSheetOptions {
  readonly period: string | null;
  readonly head: SheetHead;
}

const hiddenNote = `（${hiddenMark} 为小数或可推算的数，不显示）`;

/** One official sheet per statistic, with live sums except under averages. */
export function statisticSheets(
  definition: AnyLedger,
  tables: readonly StatisticTable[],
  { period, head }: StatisticSheetOptions,
): OutputSheet[] {
  return tables.map((table) => {
    const statistic = definition.statistics?.find((each) => each.id === table.id);
    const shown = statistic?.hidesSmallCounts !== true;
    const numbers = table.rows.flatMap((row) => [...row.values, row.total]);
    const whole = table.rows.every((row) =>
      row.values.every((value) => value === null || Number.isInteger(value)),
    );
    const number = (heading: string, of: (row: StatisticRow) => number | null | undefined) => ({
      heading,
      width: 12,
      format: whole ? ('integer' as const) : ('decimal' as const),
      digits: 2,
      total: statistic?.measure.kind !== 'average' && shown && table.rows.length > 0,
      cell: (row: StatisticRow) => of(row) ?? hiddenMark,
    });
    return officialSheet(head, {
      name: sheetName(table.label),
      title: `${period === null ? '' : formatPeriod(period)}${definition.label}统计（${table.label}）`,
      ...(table.unit === ''
        ? {}
        : { note: `单位：${table.unit}${numbers.includes(null) ? hiddenNote : ''}` }),
      columns: [
        {
          heading: statistic ? rowHeading(definition, statistic) : '',
          width: 24,
          cell: ({ label }) => label,
        },
        ...table.columns.map((heading, index) => number(heading, ({ values }) => values[index])),
        ...(statistic?.columns === undefined ? [] : [number('合计', ({ total }) => total)]),
      ],
      rows: [
        ...table.rows,
        // A live sum would leave out what is hidden.
        ...(shown ? [] : [{ label: '合计', values: table.totals, total: table.total }]),
      ],
    });
  });
}
