import {
  isReadable,
  sheetName,
  sheetPlan,
  stateLabels,
  type SheetColumn,
} from '../../../shared/ledger/columns.ts';
import type { AnyLedger } from '../../../shared/ledger/definition.ts';
import type { Field } from '../../../shared/ledger/field.ts';
import type { OutputSheet } from '../../documents/writeWorkbook.ts';
import { keySheet } from './sheetKeys.ts';

/** Rows with formats and drop-downs that wait to be filled in. */
const preparedRows = 500;

/**
 * The workbook for filling in a ledger by hand: header row, help row, anonymised example row, drop-downs, text cells,
 * one more sheet per kind of detail, and the hidden keys by which it is known again.
 */
export function templateSheets(definition: AnyLedger, ledgerLabel: (id: string) => string): OutputSheet[] {
  const plan = sheetPlan(definition);
  const parts = [
    { name: sheetName(definition.label), detail: null, columns: plan.main },
    ...plan.details.map((detail) => ({
      name: sheetName(detail.label),
      detail: detail.fieldId,
      columns: detail.columns,
    })),
  ].map((part) => ({
    ...part,
    columns: part.columns.filter((column) => !column.hidden && isReadable(column)),
  }));
  return [
    ...parts.map(({ name, detail, columns }): OutputSheet => ({
      name,
      title: `${definition.label}导入模板${detail === null ? '' : `（${name}）`}`,
      headers: [columns.map((column) => ({ text: column.required ? `${column.header}*` : column.header }))],
      columns: columns.map((column) => ({
        width: column.width,
        form: column.form,
        digits: column.digits,
        wrap: column.wrap,
        choices: choicesOf(column, definition),
        choicesStrict: column.field?.kind !== 'choice',
      })),
      leadingRows: [
        columns.map((column) => helpOf(column, ledgerLabel)),
        columns.map((column) => exampleOf(column)),
      ],
      rows: [],
      preparedRows,
      frozenColumns: Math.min(2, columns.length),
    })),
    keySheet(
      parts.map(({ name, detail, columns }) => ({
        sheet: name,
        ledger: definition.id,
        detail,
        headers: columns.map((column) => column.header),
        paths: columns.map((column) => column.path),
      })),
    ),
  ];
}

function choicesOf(column: SheetColumn, definition: AnyLedger): readonly string[] {
  if (column.path === '@state')
    return definition.workflow ? [stateLabels.draft, stateLabels.finished] : [stateLabels.finished];
  if (column.field?.kind === 'choice') return column.field.options.map((option) => option.value);
  return column.field?.kind === 'yesNo' ? ['是', '否'] : [];
}

function helpOf(column: SheetColumn, ledgerLabel: (id: string) => string): string {
  if (column.path === '@no') return '说明';
  if (column.path === '@period') return '如 2026年、2026-2027学年第一学期';
  if (column.field === null) return '';
  const parts = [column.required ? '必填' : '', column.field.help ?? '', kindHelp(column.field, ledgerLabel)];
  return parts.filter((part) => part !== '').join('；');
}

function kindHelp(field: Field, ledgerLabel: (id: string) => string): string {
  switch (field.kind) {
    case 'date':
      return '如 2026-03-05';
    case 'time':
      return '如 14:30';
    case 'instant':
      return '如 2026-03-05 14:30';
    case 'choice':
    case 'yesNo':
      return '从下拉列表选';
    case 'multiChoice':
      return `可填几项，用“、”隔开：${field.options.map((option) => option.value).join('、')}`;
    case 'reference':
      return `填“${ledgerLabel(field.target)}”里的名称，重名时写成 名称（编号）`;
    case 'references':
      return `填“${ledgerLabel(field.target)}”里的名称，几个用“、”隔开`;
    case 'money':
      return '单位：元';
    case 'percentage':
      return '0 到 100，不用写 %';
    case 'integer':
    case 'decimal':
      return '只填数字';
    case 'identityNumber':
      return '18 位，按文本填写';
    case 'text':
    case 'longText':
    case 'phone':
    case 'attachments':
    case 'details':
      return '';
  }
}

function exampleOf(column: SheetColumn): string {
  if (column.path === '@no') return '示例';
  if (column.path === '@period') return '2026年';
  if (column.path === '@state') return stateLabels.finished;
  const { field } = column;
  if (field === null) return '';
  if (field.example !== undefined) return field.example;
  switch (field.kind) {
    case 'choice':
    case 'multiChoice':
      return field.options[0]?.value ?? '';
    case 'date':
      return '2026-03-05';
    case 'time':
      return '14:30';
    case 'instant':
      return '2026-03-05 14:30';
    case 'yesNo':
      return '是';
    case 'integer':
    case 'decimal':
    case 'money':
    case 'percentage':
      return '1';
    case 'identityNumber':
      return '620725********0015';
    case 'phone':
      return '138****1234';
    case 'reference':
    case 'references':
    case 'text':
    case 'longText':
    case 'attachments':
    case 'details':
      return '';
  }
}
