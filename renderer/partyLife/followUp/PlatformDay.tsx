import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useId, useState, type ReactNode } from 'react';
import type { RecordView } from '../../../shared/contract/ledgers.ts';
import { isPlainDate } from '../../../shared/kernel/plainDate.ts';
import { date } from '../../../shared/ledger/field.ts';
import { useToday } from '../../ground/today.ts';
import { sentenceOf, useChange } from '../../client.ts';
import { DateControl } from '../../ledger/form/controls/DateControl.tsx';
import { textOf } from './looseValues.ts';

const dayField = date({ label: '平台录入日期' });

/** The day on which a meeting was entered on the provincial platform: today by one click, or as typed. */
export function PlatformDay({ record }: { readonly record: RecordView['record'] }): ReactNode {
  const id = useId();
  const today = useToday();
  const stored = record.values['platformOn'] ?? null;
  const [on, setOn] = useState<unknown>(stored ?? today);
  const save = useChange('followUp.record');
  const day = typeof on === 'string' && isPlainDate(on) ? on : null;
  const problem = day === null ? '请填日期，如 11-24。' : save.error ? sentenceOf(save.error) : null;
  const late = day !== null && day > textOf(record.values['heldOn']);
  return (
    <>
      <Box sx={{ width: '9.5rem' }}>
        <DateControl
          field={dayField}
          id={`${id}-day`}
          value={on}
          onChange={setOn}
          onBlur={() => undefined}
          invalid={problem !== null}
          describedBy={`${id}-note`}
          name="平台录入日期"
        />
      </Box>
      <Button
        variant="outlined"
        disabled={day === null || day === stored || save.isPending}
        onClick={() =>
          save.mutate({
            ledger: 'partyMeeting',
            id: record.id,
            baseRevision: record.revision,
            platformOn: day,
          })
        }
      >
        登记为已录入
      </Button>
      <Typography id={`${id}-note`} variant="body2" color={problem === null ? 'textSecondary' : 'error'}>
        {problem ?? (late ? '平台不能补录已经开过的会议，请照实登记。' : '')}
      </Typography>
    </>
  );
}
