import type { Field } from '../../../../shared/ledger/field.ts';
import { knownFields } from '../../../../shared/ledger/schema.ts';

type DetailsField = Extract<Field, { kind: 'details' }>;

/** Details that are a roll call: one person a row, and a state that is the same for nearly all. */
export interface RosterShape {
  /** Id of the row's reference field. */
  readonly person: string;
  /** Ledger that the persons come from. */
  readonly target: string;
  /** Id of the row's state field. */
  readonly state: string;
  /** The state of everybody who isn't an exception. */
  readonly usual: string;
  readonly states: readonly string[];
}

/** The roll call in a details field, or `null` when it isn't one: keyed by one reference, with a required choice that has a default. */
export function rosterShapeOf(field: DetailsField): RosterShape | null {
  const fields = knownFields(field.fields);
  const [person] = field.rowKey ?? [];
  const reference = person === undefined ? undefined : fields[person];
  if (person === undefined || field.rowKey?.length !== 1 || reference?.kind !== 'reference') return null;
  for (const [state, each] of Object.entries(fields)) {
    if (each.kind === 'choice' && each.required && each.defaultValue !== undefined)
      return {
        person,
        target: reference.target,
        state,
        usual: each.defaultValue,
        states: each.options.map((option) => option.value),
      };
  }
  return null;
}
