import type { StatisticTable } from '../../../shared/contract/ledgers.ts';
import { formatPeriod } from '../../../shared/kernel/periods.ts';
import { sheetName } from '../../../shared/ledger/columns.ts';
import type { AnyLedger } from '../../../shared/ledger/definition.ts';
import { hiddenMark } from '../../../shared/ledger/smallCounts.ts';
import { rowHeading } from '../../../shared/ledger/statistics.ts';
import type { OutputSheet } from '../../documents/writeWorkbook.ts';
import { officialSheet, type ReportColumn } from '../reports/officialSheet.ts';

interface StatisticSheetOptions {
  readonly unitName: string;
  readonly period: string | null;
  /** `2026-11-24` */
  readonly today: string;
  readonly accountName: string;
}

const hiddenNote = `（${hiddenMark} 为小数或可推算的数，不显示）`;
const cellOf = (value: number | null): number | string => value ?? hiddenMark;

/** One official sheet per statistic, with live sums except under averages. */
export function statisticSheets(
  definition: AnyLedger,
  tables: readonly StatisticTable[],
  options: StatisticSheetOptions,
): OutputSheet[] {
  const period = options.period === null ? '' : formatPeriod(options.period);
  return tables.map((table) => {
    const statistic = definition.statistics?.find((each) => each.id === table.id);
    const crossed = statistic?.columns !== undefined;
    const shown = statistic?.hidesSmallCounts !== true;
    const summed = statistic?.measure.kind !== 'average' && shown;
    const whole = table.rows.every((row) =>
      row.values.every((value) => value === null || Number.isInteger(value)),
    );
    const isHidden = table.rows.some((row) => [...row.values, row.total].includes(null));
    const number = (header: string): ReportColumn => ({
      header,
      width: 12,
      form: whole ? 'integer' : 'decimal',
      digits: 2,
      total: summed,
    });
    return officialSheet({
      name: sheetName(table.label),
      title: `${options.unitName}${period}${definition.label}统计（${table.label}）`,
      unitName: options.unitName,
      madeOn: options.today,
      madeBy: options.accountName,
      ...(table.unit === '' ? {} : { note: `单位：${table.unit}${isHidden ? hiddenNote : ''}` }),
      columns: [
        { header: statistic ? rowHeading(definition, statistic) : '', width: 24, form: 'text' },
        ...table.columns.map(number),
        ...(crossed ? [number('合计')] : []),
      ],
      rows: [
        ...table.rows,
        // A live sum would leave out what is hidden.
        ...(shown ? [] : [{ label: '合计', values: table.totals, total: table.total }]),
      ].map((row) => [row.label, ...row.values.map(cellOf), ...(crossed ? [cellOf(row.total)] : [])]),
      totals: summed && table.rows.length > 0,
    });
  });
}
