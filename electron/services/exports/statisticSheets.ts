import type { StatisticTable } from '../../../shared/contract/ledgers.ts';
import { formatPeriod } from '../../../shared/kernel/periods.ts';
import { sheetName } from '../../../shared/ledger/columns.ts';
import type { AnyLedger } from '../../../shared/ledger/definition.ts';
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
    const summed = statistic?.measure.kind !== 'average';
    const whole = table.rows.every((row) => row.values.every((value) => Number.isInteger(value)));
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
      ...(table.unit === '' ? {} : { note: `单位：${table.unit}` }),
      columns: [
        { header: statistic ? rowHeading(definition, statistic) : '', width: 24, form: 'text' },
        ...table.columns.map(number),
        ...(crossed ? [number('合计')] : []),
      ],
      rows: table.rows.map((row) => [row.label, ...row.values, ...(crossed ? [row.total] : [])]),
      totals: summed && table.rows.length > 0,
    });
  });
}
