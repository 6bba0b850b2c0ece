import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useMemo, type ReactNode } from 'react';
import type { AnyLedger } from '../../shared/ledger/definition.ts';
import { reference } from '../../shared/ledger/field.ts';
import { useCall } from '../client.ts';
import { ReferenceControl } from '../ledger/form/controls/ReferenceControl.tsx';
import { TitlesProvider } from '../ledger/form/titles.tsx';
import { recordTitle } from '../ledger/recordTitle.ts';

interface RecordChoiceProps {
  readonly definition: AnyLedger;
  readonly recordId: string | null;
  readonly onChange: (recordId: string | null) => void;
}

/** The record a document is made from, found by its name; a chosen one can be opened. */
export function RecordChoice({ definition, recordId, onChange }: RecordChoiceProps): ReactNode {
  const chosen = useCall(
    'ledger.get',
    { ledger: definition.id, id: recordId ?? '' },
    { enabled: recordId !== null },
  );
  const title = chosen.data && recordId !== null ? recordTitle(definition, chosen.data) : null;
  const known = useMemo(
    () => (recordId === null || title === null ? {} : { [recordId]: title }),
    [recordId, title],
  );
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, flex: '1 1 22rem' }}>
      <Box sx={{ flex: '0 1 26rem', '& .MuiAutocomplete-root': { maxWidth: 'none' } }}>
        <TitlesProvider known={known}>
          <ReferenceControl
            field={reference({ label: definition.label, target: definition.id })}
            id="report-record"
            name={`选择${definition.label}`}
            value={chosen.error ? null : recordId}
            onChange={(value) => onChange(typeof value === 'string' ? value : null)}
            onBlur={() => undefined}
            invalid={chosen.isError}
            describedBy={undefined}
          />
        </TitlesProvider>
      </Box>
      {title === null ? null : (
        <Button href={`/ledger/${definition.id}/${recordId ?? ''}`} color="secondary">
          打开这条记录
        </Button>
      )}
    </Box>
  );
}
