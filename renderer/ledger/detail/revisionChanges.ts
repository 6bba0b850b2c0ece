import type { RevisionView } from '../../../shared/contract/ledgers.ts';
import { formatValue } from '../../../shared/ledger/cells.ts';
import type { AnyLedger } from '../../../shared/ledger/definition.ts';
import type { Field } from '../../../shared/ledger/field.ts';
import { fieldsOf, knownFields } from '../../../shared/ledger/schema.ts';

export interface ValueChange {
  readonly label: string;
  readonly before: string;
  readonly after: string;
}

export const actionWords: Readonly<Record<RevisionView['action'], string>> = {
  create: '新建',
  update: '修改',
  delete: '删除',
  undelete: '从回收站找回',
  restore: '恢复到早先的内容',
};

/**
 * What a revision changed, field by field, in words.
 * @param before the revision before it; `null` for the first
 */
export function changesOf(
  definition: AnyLedger,
  revision: RevisionView,
  before: RevisionView | null,
): readonly ValueChange[] {
  const fields = fieldsOf(definition);
  const titleOf = (id: string) => revision.titles[id] ?? before?.titles[id] ?? '（已删除的记录）';
  const order: readonly string[] = definition.groups.flatMap((group) => group.fields);
  return order.flatMap((id) => {
    const field = fields[id];
    if (!field || !revision.changed.includes(id)) return [];
    return {
      label: field.label,
      before: wordsOf(field, before?.values[id], titleOf),
      after: wordsOf(field, revision.values[id], titleOf),
    };
  });
}

function wordsOf(field: Field, value: unknown, titleOf: (id: string) => string): string {
  if (field.kind !== 'details') return formatValue(field, value, titleOf);
  const rows: readonly unknown[] = Array.isArray(value) ? value : [];
  const columns = Object.entries(knownFields(field.fields));
  return rows
    .map((row) => {
      if (typeof row !== 'object' || row === null) return '';
      const cells = new Map(Object.entries(row));
      return columns
        .map(([id, each]) => formatValue(each, cells.get(id), titleOf))
        .filter((text) => text !== '')
        .join(' ');
    })
    .join('\n');
}
