import type { ReactNode } from 'react';
import type { Field } from '../../../../shared/ledger/field.ts';
import { ChoiceControl } from './ChoiceControl.tsx';
import type { ControlProps } from './control.ts';
import { DateControl } from './DateControl.tsx';
import { MultiChoiceControl } from './MultiChoiceControl.tsx';
import { ReferenceControl } from './ReferenceControl.tsx';
import { TextControl } from './TextControl.tsx';
import { TypedControl } from './TypedControl.tsx';

export type PlainField = Exclude<Field, { kind: 'details' | 'attachments' }>;

/** The control of a field kind, alone or inside a table cell. */
export function FieldControl({ field, ...rest }: ControlProps<PlainField>): ReactNode {
  switch (field.kind) {
    case 'text':
    case 'longText':
    case 'identityNumber':
    case 'phone':
      return <TextControl field={field} {...rest} />;
    case 'choice':
    case 'yesNo':
      return <ChoiceControl field={field} {...rest} />;
    case 'multiChoice':
      return <MultiChoiceControl field={field} {...rest} />;
    case 'date':
      return <DateControl field={field} {...rest} />;
    case 'time':
    case 'instant':
    case 'integer':
    case 'decimal':
    case 'money':
    case 'percentage':
      return <TypedControl field={field} {...rest} />;
    case 'reference':
    case 'references':
      return <ReferenceControl field={field} {...rest} />;
  }
}
