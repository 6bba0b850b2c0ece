import { set, type FieldErrors, type Resolver } from 'react-hook-form';
import type { AnyLedger } from '../../../shared/ledger/definition.ts';
import { checkValues } from '../../../shared/ledger/schema.ts';
import type { FormShape } from './formShape.ts';
import { formNameOf } from './problems.ts';

/** The definition's own check in the form library's shape, so that form, service and import judge alike. */
export function resolverFor(definition: AnyLedger, today: string): Resolver<FormShape> {
  return (content) => {
    const checked = checkValues(definition, content.values, { today });
    if ('values' in checked) return { values: content, errors: {} };
    const errors: FieldErrors<FormShape> = {};
    for (const { path, sentence } of checked.problems)
      set(errors, formNameOf(definition, path), { type: 'check', message: sentence });
    return { values: {}, errors };
  };
}
