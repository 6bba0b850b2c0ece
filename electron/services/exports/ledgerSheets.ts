import { formatValue } from '../../../shared/ledger/cells.ts';
import {
  sheetName,
  sheetPlan,
  stateLabels,
  type DetailSheet,
  type SheetColumn,
} from '../../../shared/ledger/columns.ts';
import type { AnyLedger, LedgerRecord, LooseValues } from '../../../shared/ledger/definition.ts';
import type { Field, MaskKind } from '../../../shared/ledger/field.ts';
import {
  columnLeaves,
  leavesUnchanged,
  mask,
  maskKindOf,
  type ExportProfile,
} from '../../../shared/ledger/masking.ts';
import { fieldsOf, rowsOf } from '../../../shared/ledger/schema.ts';
import { formatPeriod } from '../../../shared/kernel/periods.ts';
import type { OutputCell, OutputColumn, OutputSheet } from '../../documents/writeWorkbook.ts';
import { keySheet } from '../imports/sheetKeys.ts';

export interface LedgerSheetOptions {
  readonly profile: ExportProfile;
  /** Field ids the person picked; absent = everything the profile lets leave. */
  readonly columns?: readonly string[];
  /** How a referred record is called: `exact` finds it again on import, `title` is its bare title. */
  readonly labelOf: (ledger: string, id: string, form: 'exact' | 'title') => string;
  /** Definitions by id: a reference is masked like the title of what it points to. */
  readonly ledgerOf: (id: string) => AnyLedger | undefined;
  readonly unitName: string;
  /** `2026-11-24` */
  readonly today: string;
  readonly period: string | null;
}

interface LeavingColumn extends SheetColumn {
  /** What a value of the column's field leaves as. */
  readonly cellOf: (value: LooseValues[string]) => OutputCell;
}

/** The columns of a ledger that may leave in a profile, and how each is masked. */
function leavingColumns(columns: readonly SheetColumn[], options: LedgerSheetOptions): LeavingColumn[] {
  const own = options.profile === 'internal' || options.profile === 'upward';
  return columns.flatMap((column): LeavingColumn[] => {
    const { field, path } = column;
    const fieldId = path.split('.')[0] ?? path;
    if (field === null) {
      const leaves = column.hidden ? options.profile === 'internal' : path !== '@title' || own;
      return leaves ? [{ ...column, cellOf: () => null }] : [];
    }
    const picked = options.columns?.includes(fieldId) ?? false;
    if (options.columns && !picked) return [];
    const maskKind = maskKindOf(field, options.ledgerOf);
    return columnLeaves(field, maskKind, options.profile, picked)
      ? [{ ...column, cellOf: cellMaker(field, maskKind, picked, options) }]
      : [];
  });
}

/** The workbook of a ledger's records: main sheet, one sheet per kind of detail, and the hidden keys. */
export function ledgerSheets(
  definition: AnyLedger,
  records: Iterable<LedgerRecord>,
  options: LedgerSheetOptions,
): OutputSheet[] {
  const plan = sheetPlan(definition);
  const main = leavingColumns(plan.main, options);
  const details = plan.details
    .filter((detail) => detailLeaves(definition, detail, options))
    .map((detail) => ({ detail, columns: leavingColumns(detail.columns, options) }))
    .filter(({ columns }) => columns.some((column) => column.field !== null));
  const names = uniqueNames([definition.label, ...details.map(({ detail }) => detail.label)]);
  const sheets: OutputSheet[] = [
    {
      ...sheetLook(names[0] ?? definition.label, title(definition, options), main, options),
      rows: mainRows(main, records),
      totalsRow: main.some((column) => column.total),
    },
    ...details.map(({ detail, columns }, index) => ({
      ...sheetLook(
        names[index + 1] ?? detail.label,
        `${title(definition, options)}（${detail.label}）`,
        columns,
        options,
      ),
      rows: detailRows(definition, detail, columns, records, options),
    })),
  ];
  const columnsOf = [main, ...details.map(({ columns }) => columns)];
  return [
    ...sheets,
    keySheet(
      sheets.map((sheet, index) => ({
        sheet: sheet.name,
        ledger: definition.id,
        detail: index === 0 ? null : (details[index - 1]?.detail.fieldId ?? null),
        headers: (columnsOf[index] ?? []).map((column) => column.header),
        paths: (columnsOf[index] ?? []).map((column) => column.path),
      })),
    ),
  ];
}

/** Header words and rows of the main sheet alone, for csv: everything visible, numbers as numbers. */
export function* csvRows(
  definition: AnyLedger,
  records: Iterable<LedgerRecord>,
  options: LedgerSheetOptions,
): Generator<readonly OutputCell[]> {
  const columns = leavingColumns(sheetPlan(definition).main, options);
  yield columns.map((column) => column.header);
  yield* mainRows(columns, records);
}

/** What a person sees of the main sheet: header words and texts, without the hidden columns. */
export function printedTable(
  definition: AnyLedger,
  records: Iterable<LedgerRecord>,
  options: LedgerSheetOptions,
): { title: string; headers: string[]; rows: string[][] } {
  const columns = leavingColumns(sheetPlan(definition).main, options).filter((column) => !column.hidden);
  const rows = [...mainRows(columns, records)].map((row) =>
    row.map((cell, index) => printedCell(cell, columns[index])),
  );
  return { title: title(definition, options), headers: columns.map((column) => column.header), rows };
}

function printedCell(cell: OutputCell, column: LeavingColumn | undefined): string {
  if (cell === null) return '';
  return typeof cell === 'number' && column?.form === 'money' ? cell.toFixed(2) : String(cell);
}

function outputColumn(column: SheetColumn): OutputColumn {
  return {
    width: column.width,
    form: column.form,
    digits: column.digits,
    wrap: column.wrap,
    hidden: column.hidden,
    total: column.total,
  };
}

function sheetLook(
  name: string,
  heading: string,
  columns: readonly LeavingColumn[],
  options: LedgerSheetOptions,
): Omit<OutputSheet, 'rows'> {
  return {
    name,
    title: heading,
    subtitle: { left: `填报单位（盖章）：${options.unitName}`, right: `填报日期：${options.today}` },
    headers: [columns.map((column) => ({ text: column.header }))],
    columns: columns.map(outputColumn),
    signOff: ['单位负责人：', '审核人：', '填报人：', '联系电话：'].join(' '.repeat(16)),
    frozenColumns: Math.min(2, columns.length),
  };
}

function title(definition: AnyLedger, options: LedgerSheetOptions): string {
  const period = options.period === null ? '' : formatPeriod(options.period);
  return `${options.unitName}${period}${definition.label}`;
}

/** The details field itself may be sensitive: its rows leave only where the field may. */
function detailLeaves(definition: AnyLedger, detail: DetailSheet, options: LedgerSheetOptions): boolean {
  const field = fieldsOf(definition)[detail.fieldId];
  if (!field) return false;
  if (options.columns && !options.columns.includes(detail.fieldId)) return false;
  return columnLeaves(field, field.mask ?? 'none', options.profile, options.columns !== undefined);
}

function* mainRows(
  columns: readonly LeavingColumn[],
  records: Iterable<LedgerRecord>,
): Generator<readonly OutputCell[]> {
  let number = 0;
  for (const record of records) {
    number += 1;
    yield columns.map((column) => mainCell(column, record, number));
  }
}

function* detailRows(
  definition: AnyLedger,
  detail: DetailSheet,
  columns: readonly LeavingColumn[],
  records: Iterable<LedgerRecord>,
  options: LedgerSheetOptions,
): Generator<readonly OutputCell[]> {
  const titleField = fieldsOf(definition)[definition.title];
  let number = 0;
  for (const record of records) {
    number += 1;
    for (const row of rowsOf(record.values[detail.fieldId])) {
      yield columns.map((column): OutputCell => {
        if (column.path === '@no') return number;
        if (column.path === '@rowId') return typeof row.id === 'string' ? row.id : null;
        if (column.path === '@title')
          return titleField ? titleText(titleField, record, definition, options) : null;
        return column.cellOf(row[column.path.slice(detail.fieldId.length + 1)]);
      });
    }
  }
}

function titleText(
  field: Field,
  record: LedgerRecord,
  definition: AnyLedger,
  options: LedgerSheetOptions,
): string | null {
  const kind = maskKindOf(field, options.ledgerOf);
  if (!columnLeaves(field, kind, options.profile, false)) return null;
  const text = formatValue(field, record.values[definition.title], (id) =>
    targetLabel(field, id, 'title', options),
  );
  return mask(kind, text, options.profile) || null;
}

function mainCell(column: LeavingColumn, record: LedgerRecord, number: number): OutputCell {
  switch (column.path) {
    case '@no':
      return number;
    case '@id':
      return record.id;
    case '@period':
      return record.period === null ? null : formatPeriod(record.period);
    case '@state':
      return stateLabels[record.state];
    default:
      return column.cellOf(record.values[column.path]);
  }
}

/** Numbers stay numbers where nothing is masked, in 元 for money; everything else is text. */
function cellMaker(
  field: Field,
  maskKind: MaskKind,
  asked: boolean,
  options: LedgerSheetOptions,
): LeavingColumn['cellOf'] {
  const { profile } = options;
  const unchanged = leavesUnchanged(maskKind, profile);
  const form = unchanged && (profile === 'internal' || profile === 'upward') ? 'exact' : 'title';
  const labels = new Map<string, string>();
  const labelOf = (id: string): string => {
    let label = labels.get(id);
    if (label === undefined) labels.set(id, (label = targetLabel(field, id, form, options)));
    return label;
  };
  return (value) => {
    if (value === null || value === undefined) return null;
    if (typeof value === 'number' && unchanged) return field.kind === 'money' ? value / 100 : value;
    if (field.kind === 'references' && Array.isArray(value)) {
      const shown = value.map((id) => mask(maskKind, labelOf(String(id)), profile, asked));
      return shown.filter((label) => label !== '').join('、') || null;
    }
    return mask(maskKind, formatValue(field, value, labelOf), profile, asked) || null;
  };
}

function targetLabel(field: Field, id: string, form: 'exact' | 'title', options: LedgerSheetOptions): string {
  return 'target' in field ? options.labelOf(field.target, id, form) : '';
}

function uniqueNames(labels: readonly string[]): string[] {
  const names: string[] = [];
  for (const label of labels) {
    const base = sheetName(label);
    let name = base;
    for (let number = 2; names.includes(name); number += 1) name = `${base.slice(0, 28)}${number}`;
    names.push(name);
  }
  return names;
}
