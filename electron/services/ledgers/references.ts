import type { FieldProblem } from '../../../shared/kernel/result.ts';
import type { AnyLedger, LooseValues } from '../../../shared/ledger/definition.ts';
import type { Field } from '../../../shared/ledger/field.ts';
import { fieldsOf, knownFields, rowsOf } from '../../../shared/ledger/schema.ts';

/** One place in a record that points to another record. */
export interface ReferencePlace {
  /** `host`, `attendance.3.member`, `courses` … */
  readonly path: string;
  readonly label: string;
  /** Ledger that the record must belong to. */
  readonly target: string;
  readonly id: string;
}

/** Every reference in a record's values, detail rows included, in the order of the fields. */
export function referencesIn(definition: AnyLedger, values: LooseValues): ReferencePlace[] {
  return placesIn(fieldsOf(definition), values, '');
}

/**
 * Problems of references whose record is absent, deleted or of another ledger.
 * @param ledgerOf the ledger of each live record among the ids
 */
export function checkReferences(
  places: readonly ReferencePlace[],
  ledgerOf: ReadonlyMap<string, string>,
): FieldProblem[] {
  return places
    .filter((place) => ledgerOf.get(place.id) !== place.target)
    .map((place) => ({
      path: place.path,
      sentence: `“${place.label}”所选的记录已删除或不存在，请重新选择。`,
    }));
}

function placesIn(
  fields: Readonly<Record<string, Field>>,
  values: LooseValues,
  prefix: string,
): ReferencePlace[] {
  return Object.entries(fields).flatMap(([id, field]): ReferencePlace[] => {
    const value = values[id];
    const path = prefix + id;
    switch (field.kind) {
      case 'reference':
        return typeof value === 'string'
          ? [{ path, label: field.label, target: field.target, id: value }]
          : [];
      case 'references':
        return textsOf(value).map((entry) => ({ path, label: field.label, target: field.target, id: entry }));
      case 'details':
        return rowsOf(value).flatMap((row, index) =>
          placesIn(knownFields(field.fields), row, `${path}.${index}.`),
        );
      default:
        return [];
    }
  });
}

function textsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((entry): entry is string => typeof entry === 'string') : [];
}
