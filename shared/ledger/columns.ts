import type { AnyLedger } from './definition.ts';
import type { Field } from './field.ts';
import { fieldsOf, knownFields } from './schema.ts';

/**
 * What a column of a sheet stands for: a field id (`name`), or one of the columns every ledger has.
 *
 * `@no` row number on the sheet, which detail sheets point to · `@id` record id · `@period` · `@state` ·
 * `@title` whose detail row it is (for people, not read) · `@rowId` id of the detail row
 */
export type SystemColumn = '@no' | '@id' | '@period' | '@state' | '@title' | '@rowId';

/** How a spreadsheet keeps the cells of a column; money stands there in 元. */
export type CellForm = 'text' | 'integer' | 'decimal' | 'money';

/** A column of an import or export sheet. */
export interface SheetColumn {
  /** Field id, dotted for detail rows (`attendance.person`), or a system column. */
  readonly path: string;
  readonly header: string;
  /** Other words a school may have in the header. */
  readonly synonyms: readonly string[];
  /** `null` for system columns. */
  readonly field: Field | null;
  /** In characters of half width. */
  readonly width: number;
  /** How cells are stored; identity numbers, phones and everything that is not a quantity are text. */
  readonly form: CellForm;
  /** Digits after the point of decimals. */
  readonly digits: number;
  readonly wrap: boolean;
  /** Not shown, but kept in the file: what makes a re-import find its records. */
  readonly hidden: boolean;
  /** Stands under the totals row with a sum. */
  readonly total: boolean;
  readonly required: boolean;
}

/** The sheet of one kind of detail, a line per row, with the columns that tell which record it belongs to. */
export interface DetailSheet {
  /** Id of the details field. */
  readonly fieldId: string;
  readonly label: string;
  readonly columns: readonly SheetColumn[];
}

/** The sheets that a ledger's records fill: one line per record, and a further sheet per kind of detail. */
export interface SheetPlan {
  readonly main: readonly SheetColumn[];
  readonly details: readonly DetailSheet[];
}

/** The states of a record as people and sheets call them. */
export const stateLabels = { draft: '草稿', finished: '已完成', approved: '已审定' } as const;

const systemColumns: Readonly<
  Record<SystemColumn, { header: string; synonyms: readonly string[]; width: number; hidden: boolean }>
> = {
  '@no': { header: '序号', synonyms: ['编号序号', 'NO', 'No.'], width: 6, hidden: false },
  '@id': { header: '记录编号', synonyms: [], width: 38, hidden: true },
  '@period': {
    header: '所属期',
    synonyms: ['所属时期', '统计期', '所属年度', '所属学期'],
    width: 14,
    hidden: false,
  },
  '@state': { header: '状态', synonyms: ['记录状态'], width: 9, hidden: false },
  '@title': { header: '所属记录', synonyms: [], width: 24, hidden: false },
  '@rowId': { header: '行编号', synonyms: [], width: 38, hidden: true },
};

/** Flat columns of a ledger's sheets, in the order of its groups; the same for export, template and import. */
export function sheetPlan(definition: AnyLedger): SheetPlan {
  const fields = fieldsOf(definition);
  const order: readonly string[] = definition.groups.flatMap((group) => group.fields);
  const visible = order.filter((id) => leavesAsColumn(fields[id]));
  const main: SheetColumn[] = [systemColumn('@no')];
  const details: DetailSheet[] = [];
  for (const id of visible) {
    const field = fields[id];
    if (!field) continue;
    if (field.kind !== 'details') {
      main.push(fieldColumn(id, field));
      continue;
    }
    const rowFields = Object.entries(knownFields(field.fields)).filter(([, each]) => leavesAsColumn(each));
    details.push({
      fieldId: id,
      label: field.label,
      columns: [
        { ...systemColumn('@no'), header: '主表序号', synonyms: ['所属序号'] },
        systemColumn('@title'),
        ...rowFields
          .filter(([, each]) => each.kind !== 'details')
          .map(([rowId, each]) => fieldColumn(`${id}.${rowId}`, each)),
        systemColumn('@rowId'),
      ],
    });
  }
  if (definition.period) {
    const column = systemColumn('@period');
    main.push({ ...column, synonyms: [...column.synonyms, ...(definition.period.synonyms ?? [])] });
  }
  if (definition.workflow) main.push(systemColumn('@state'));
  main.push(systemColumn('@id'));
  return { main, details };
}

/** Whether a sheet cell of this column can be read back into the field. */
export function isReadable(column: SheetColumn): boolean {
  if (column.path === '@title') return false;
  return column.field === null || (column.field.kind !== 'attachments' && !column.field.computed);
}

/** Name of a details sheet: within Excel's 31 characters and without its forbidden ones. */
export function sheetName(label: string): string {
  const clean = label.replace(/[\\/?*[\]:：']/gu, ' ').trim();
  return [...clean].slice(0, 31).join('') || '明细';
}

/** A, B … Z, AA … for a column counted from 0. */
export function columnLetter(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnLetter(Math.floor(index / 26) - 1) + letter;
}

function leavesAsColumn(field: Field | undefined): boolean {
  return field !== undefined && field.exportWidth !== false && field.sensitivity !== 'locked';
}

function systemColumn(path: SystemColumn): SheetColumn {
  const { header, synonyms, width, hidden } = systemColumns[path];
  const form = path === '@no' ? 'integer' : 'text';
  return {
    path,
    header,
    synonyms,
    field: null,
    width,
    form,
    digits: 0,
    wrap: path === '@title',
    hidden,
    total: false,
    required: false,
  };
}

function fieldColumn(path: string, field: Field): SheetColumn {
  const unit = field.unit ? `（${field.unit}）` : '';
  const numeric = field.kind === 'decimal' || field.kind === 'percentage';
  return {
    path,
    header: field.label.includes('（') ? field.label : field.label + unit,
    synonyms: field.synonyms ?? [],
    field,
    width: typeof field.exportWidth === 'number' ? field.exportWidth : defaultWidth(field),
    form:
      field.kind === 'integer' ? 'integer' : field.kind === 'money' ? 'money' : numeric ? 'decimal' : 'text',
    digits: numeric ? (field.digits ?? 2) : field.kind === 'money' ? 2 : 0,
    wrap: ['longText', 'text', 'references', 'multiChoice', 'attachments'].includes(field.kind),
    hidden: false,
    total: 'total' in field && field.total === true,
    required: field.required === true && !field.visibleWhen,
  };
}

function defaultWidth(field: Field): number {
  const heading = [...field.label].length * 2 + 2;
  const widths: Record<Field['kind'], number> = {
    text: 16,
    longText: 40,
    choice: 12,
    multiChoice: 20,
    date: 12,
    time: 8,
    instant: 20,
    integer: 8,
    decimal: 10,
    money: 12,
    percentage: 8,
    yesNo: 6,
    reference: 16,
    references: 24,
    identityNumber: 21,
    phone: 14,
    attachments: 20,
    details: 0,
  };
  return Math.max(widths[field.kind], Math.min(heading, 24));
}
