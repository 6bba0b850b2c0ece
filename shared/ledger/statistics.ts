import { compareLabels } from '../kernel/labelOrder.ts';
import { formatPeriod } from '../kernel/periods.ts';
import type { AnyLedger, StatisticDefinition } from './definition.ts';
import type { Field } from './field.ts';
import { fieldsOf } from './schema.ts';

/** A cross table ready to be shown: rows by columns, with totals. */
export interface StatisticTable {
  readonly id: string;
  readonly label: string;
  readonly unit: string;
  readonly columns: readonly string[];
  readonly rows: readonly {
    readonly label: string;
    /** `null` = a small count that is not shown. */
    readonly values: readonly (number | null)[];
    readonly total: number | null;
  }[];
  readonly totals: readonly (number | null)[];
  /** Over all records. */
  readonly total: number | null;
}

/** Count and sum of the records that share a row and a column value; keys are stored values, `null` = not filled in. */
export interface StatisticCell {
  readonly row: string | null;
  readonly column: string | null;
  readonly count: number;
  readonly sum: number;
}

const emptyLabel = '（未填）';

/**
 * Shapes the aggregated cells of a statistic into a table: choices in their own order, periods and references by
 * label, empty values last, with totals on both sides. An average's totals are averages over all its records.
 * `titleOf` gives the title of a referred record.
 */
export function statisticTable(
  definition: AnyLedger,
  statistic: StatisticDefinition,
  cells: readonly StatisticCell[],
  titleOf: (id: string) => string,
): StatisticTable {
  const rowKeys = keysInOrder(
    definition,
    statistic.rows,
    cells.map((cell) => cell.row),
    titleOf,
  );
  const crossed = statistic.columns !== undefined;
  const columnKeys = crossed
    ? keysInOrder(
        definition,
        statistic.columns ?? '',
        cells.map((cell) => cell.column),
        titleOf,
      )
    : [null];
  const measured = (chosen: readonly StatisticCell[]) => measure(definition, statistic, chosen);
  const labelOfRow = labelOf(definition, statistic.rows, titleOf);
  const labelOfColumn = labelOf(definition, statistic.columns ?? '', titleOf);
  return {
    id: statistic.id,
    label: statistic.label,
    unit: unitOf(definition, statistic),
    columns: crossed ? columnKeys.map(labelOfColumn) : [measureLabel(definition, statistic)],
    rows: rowKeys.map((row) => {
      const inRow = cells.filter((cell) => cell.row === row);
      return {
        label: labelOfRow(row),
        values: columnKeys.map((column) =>
          measured(crossed ? inRow.filter((cell) => cell.column === column) : inRow),
        ),
        total: measured(inRow),
      };
    }),
    totals: columnKeys.map((column) =>
      measured(crossed ? cells.filter((cell) => cell.column === column) : cells),
    ),
    total: measured(cells),
  };
}

/** What stands above the labels of the rows. */
export function rowHeading(definition: AnyLedger, statistic: StatisticDefinition): string {
  return statistic.rows === 'period' ? '所属期' : (fieldsOf(definition)[statistic.rows]?.label ?? '');
}

/** A record with several values counts once under each, so totals may exceed the number of records. */
export function countsTwice(definition: AnyLedger, statistic: StatisticDefinition): boolean {
  return [statistic.rows, statistic.columns ?? ''].some((id) =>
    ['multiChoice', 'references'].includes(fieldsOf(definition)[id]?.kind ?? ''),
  );
}

/** Money is summed in 分 and shown in 元. */
function measure(
  definition: AnyLedger,
  statistic: StatisticDefinition,
  cells: readonly StatisticCell[],
): number {
  const count = cells.reduce((total, cell) => total + cell.count, 0);
  if (statistic.measure.kind === 'count') return count;
  const money = measuredField(definition, statistic)?.kind === 'money';
  const sum = cells.reduce((total, cell) => total + cell.sum, 0) / (money ? 100 : 1);
  if (statistic.measure.kind === 'average') return count === 0 ? 0 : Number((sum / count).toFixed(2));
  return Number(sum.toFixed(4));
}

function measuredField(definition: AnyLedger, statistic: StatisticDefinition): Field | undefined {
  return statistic.measure.kind === 'count' ? undefined : fieldsOf(definition)[statistic.measure.field];
}

function unitOf(definition: AnyLedger, statistic: StatisticDefinition): string {
  return measuredField(definition, statistic)?.unit ?? (statistic.measure.kind === 'count' ? '条' : '');
}

function measureLabel(definition: AnyLedger, statistic: StatisticDefinition): string {
  const field = measuredField(definition, statistic);
  if (!field) return '数量';
  return statistic.measure.kind === 'average' ? `平均${field.label}` : field.label;
}

function keysInOrder(
  definition: AnyLedger,
  fieldId: string,
  found: readonly (string | null)[],
  titleOf: (id: string) => string,
): (string | null)[] {
  const keys = [...new Set(found)];
  const field = fieldsOf(definition)[fieldId];
  const options =
    field?.kind === 'choice' || field?.kind === 'multiChoice'
      ? field.options.map((option) => option.value)
      : [];
  const labelOfKey = labelOf(definition, fieldId, titleOf);
  const rank = (key: string | null) => {
    if (key === null) return options.length + 1;
    const place = options.indexOf(key);
    return place < 0 ? options.length : place;
  };
  return keys.sort((a, b) => rank(a) - rank(b) || compareLabels(labelOfKey(a), labelOfKey(b)));
}

function labelOf(
  definition: AnyLedger,
  fieldId: string,
  titleOf: (id: string) => string,
): (key: string | null) => string {
  const kind = fieldsOf(definition)[fieldId]?.kind;
  return (key) => {
    if (key === null || key === '') return emptyLabel;
    if (fieldId === 'period') return formatPeriod(key);
    if (kind === 'reference' || kind === 'references') return titleOf(key);
    if (kind === 'yesNo') return key === '1' || key === 'true' ? '是' : '否';
    return key;
  };
}
