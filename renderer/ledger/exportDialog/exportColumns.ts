import type { ExportProfile } from '../../../shared/contract/files.ts';
import { sheetPlan } from '../../../shared/ledger/columns.ts';
import type { AnyLedger } from '../../../shared/ledger/definition.ts';
import { columnLeaves, leavesUnchanged, maskKindOf } from '../../../shared/ledger/masking.ts';
import { fieldsOf } from '../../../shared/ledger/schema.ts';
import { findLedger } from '../../../shared/ledgers/index.ts';

export interface ExportColumn {
  /** Field id. */
  readonly id: string;
  readonly label: string;
  readonly onList: boolean;
  /** How it leaves in the profile: as it is, shortened, only because it was ticked, or not at all. */
  readonly leaves: 'whole' | 'masked' | 'ifAsked' | 'never';
}

/** The columns that a file of this ledger can have, and how each leaves in a profile. */
export function exportColumns(definition: AnyLedger, profile: ExportProfile): ExportColumn[] {
  const fields = fieldsOf(definition);
  const plan = sheetPlan(definition);
  const ids = [
    ...plan.main.flatMap(({ path, field }) => (field === null ? [] : [path])),
    ...plan.details.map(({ fieldId }) => fieldId),
  ];
  return ids.flatMap((id): ExportColumn[] => {
    const field = fields[id];
    if (!field) return [];
    const kind = maskKindOf(field, findLedger);
    const leaves = !columnLeaves(field, kind, profile, true)
      ? 'never'
      : !columnLeaves(field, kind, profile, false)
        ? 'ifAsked'
        : leavesUnchanged(kind, profile)
          ? 'whole'
          : 'masked';
    const onList = field.listWidth !== undefined || id === definition.title;
    return [{ id, label: field.label, onList, leaves }];
  });
}

/** Ids of the columns of a choice made at once; those that leave only when asked for are never among them. */
export function presetColumns(columns: readonly ExportColumn[], preset: 'list' | 'all'): string[] {
  return columns
    .filter(
      ({ leaves, onList }) => (leaves === 'whole' || leaves === 'masked') && (preset === 'all' || onList),
    )
    .map(({ id }) => id);
}
