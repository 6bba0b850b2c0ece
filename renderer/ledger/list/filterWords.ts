import type { Filter } from '../../../shared/contract/ledgers.ts';
import { formatPeriod } from '../../../shared/kernel/periods.ts';
import { formatValue } from '../../../shared/ledger/cells.ts';
import { stateLabels } from '../../../shared/ledger/columns.ts';
import type { AnyLedger } from '../../../shared/ledger/definition.ts';
import type { Field } from '../../../shared/ledger/field.ts';
import { fieldsOf } from '../../../shared/ledger/schema.ts';

/** How a column is filtered: by words, by picking options or records, by a range, by yes or no. */
export type FilterForm = 'words' | 'options' | 'records' | 'range' | 'yesNo';

/** `null` = can't be filtered. */
export function filterFormOf(field: Field): FilterForm | null {
  if (field.sensitivity === 'locked') return null;
  switch (field.kind) {
    case 'text':
    case 'longText':
    case 'identityNumber':
    case 'phone':
      return 'words';
    case 'choice':
    case 'multiChoice':
      return 'options';
    case 'reference':
    case 'references':
      return 'records';
    case 'date':
    case 'instant':
    case 'integer':
    case 'decimal':
    case 'money':
    case 'percentage':
      return 'range';
    case 'yesNo':
      return 'yesNo';
    case 'time':
    case 'attachments':
    case 'details':
      return null;
  }
}

/** A filter in words, e.g. 类型：党课、主题党日 or 日期：2026-01-01 起. */
export function filterWords(definition: AnyLedger, filter: Filter, titleOf: (id: string) => string): string {
  const field = fieldsOf(definition)[filter.field];
  const label =
    field?.label ?? { state: '状态', period: '所属期', updatedAt: '修改时间' }[filter.field] ?? '';
  const shown = (value: unknown): string => {
    if (field) return formatValue(single(field), value, titleOf) + (field.unit ?? '');
    if (filter.field === 'state' && typeof value === 'string' && isState(value)) return stateLabels[value];
    return typeof value === 'string' ? formatPeriod(value) : '';
  };
  const values: readonly unknown[] = Array.isArray(filter.value) ? filter.value : [filter.value];
  switch (filter.operator) {
    case 'isEmpty':
      return `${label}：未填`;
    case 'isNotEmpty':
      return `${label}：已填`;
    case 'contains':
      return `${label}含“${String(filter.value)}”`;
    case 'isNot':
      return `${label}：不是${values.map(shown).join('、')}`;
    case 'is':
    case 'anyOf':
      return `${label}：${values.map(shown).join('、')}`;
    case 'from':
      return `${label}：${shown(filter.value)} 起`;
    case 'to':
      return `${label}：到 ${shown(filter.value)}`;
    case 'between': {
      const [low, high] = values;
      if (low === null || low === undefined) return `${label}：到 ${shown(high)}`;
      if (high === null || high === undefined) return `${label}：${shown(low)} 起`;
      return `${label}：${shown(low)} 到 ${shown(high)}`;
    }
  }
}

/** Filters hold single values, also of fields that hold lists. */
function single(field: Field): Field {
  if (field.kind === 'references') return { kind: 'reference', label: field.label, target: field.target };
  if (field.kind === 'multiChoice') return { kind: 'text', label: field.label, maxLength: 200 };
  return field;
}

function isState(value: string): value is keyof typeof stateLabels {
  return Object.hasOwn(stateLabels, value);
}
