import Box from '@mui/material/Box';
import { useId, type ReactNode } from 'react';
import { schoolTypes } from '../../shared/kernel/schoolType.ts';
import type { SchoolType } from '../../shared/kernel/schoolType.ts';
import { choice } from '../../shared/ledger/field.ts';
import { ChoiceControl } from '../ledger/form/controls/ChoiceControl.tsx';
import { FieldLabel, FieldNote } from '../ui/fieldWords.tsx';

const field = choice<string, true>({ label: '学校类型', required: true, options: schoolTypes });

interface SchoolTypeFieldProps {
  readonly value: SchoolType;
  readonly onChange: (value: SchoolType) => void;
  readonly help: ReactNode;
}

/** What kind of school it is, found by characters or pinyin initials. */
export function SchoolTypeField({ value, onChange, help }: SchoolTypeFieldProps): ReactNode {
  const id = useId();
  return (
    <Box data-field={id}>
      <FieldLabel id={id} label={field.label} required />
      <ChoiceControl
        id={id}
        field={field}
        value={value}
        invalid={false}
        describedBy={`${id}-note`}
        onBlur={() => undefined}
        onChange={(chosen) => {
          const type = schoolTypes.find((each) => each === chosen);
          if (type) onChange(type);
        }}
      />
      <FieldNote id={`${id}-note`} help={help} problems={[]} />
    </Box>
  );
}
