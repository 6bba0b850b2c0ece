import type { AnyLedger, LooseValues } from '../../../shared/ledger/definition.ts';
import type { Field } from '../../../shared/ledger/field.ts';
import { fieldList, fieldsOf, knownFields, rowsOf } from '../../../shared/ledger/schema.ts';

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

function placesIn(
  fields: Readonly<Record<string, Field>>,
  values: LooseValues,
  prefix: string,
  found: ReferencePlace[] = [],
): ReferencePlace[] {
  for (const [id, field] of fieldList(fields)) {
    if (field.kind !== 'reference' && field.kind !== 'references' && field.kind !== 'details') continue;
    const value = values[id];
    const path = prefix + id;
    if (field.kind === 'details')
      rowsOf(value).forEach((row, index) =>
        placesIn(knownFields(field.fields), row, `${path}.${index}.`, found),
      );
    else
      for (const entry of Array.isArray(value) ? value : [value])
        if (typeof entry === 'string')
          found.push({ path, label: field.label, target: field.target, id: entry });
  }
  return found;
}
