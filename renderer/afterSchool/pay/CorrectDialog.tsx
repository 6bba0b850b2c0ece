import Box from '@mui/material/Box';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useState, type ReactNode } from 'react';
import { formatPeriod, periodRange } from '../../../shared/kernel/periods.ts';
import { isPlainDate } from '../../../shared/kernel/plainDate.ts';
import { useCall, useChange } from '../../client.ts';
import { DayField } from '../../ledger/form/controls/DayField.tsx';
import { FormDialog } from '../../ui/FormDialog.tsx';

interface CorrectDialogProps {
  readonly month: string;
  readonly onClose: () => void;
}

/** Hours of one session of a locked month are put right; the difference goes into a later month. */
export function CorrectDialog({ month, onClose }: CorrectDialogProps): ReactNode {
  const { from } = periodRange(month);
  const [on, setOn] = useState(from);
  const [slotId, setSlotId] = useState('');
  const [hours, setHours] = useState<ReadonlyMap<string, string>>(new Map());
  const [reason, setReason] = useState('');
  const sessions = useCall('servicePay.sessions', { on }, { enabled: isPlainDate(on) });
  const correct = useChange('servicePay.correct');
  const session = sessions.data?.find((each) => each.slotId === slotId);
  const changed = (session?.people ?? []).flatMap(({ rowId, hours: before }) => {
    const typed = hours.get(rowId);
    return typed !== undefined && Number(typed) !== before ? [{ rowId, hours: Number(typed) }] : [];
  });
  const unreadable = changed.some(({ hours: value }) => !(value >= 0 && value <= 10));
  return (
    <FormDialog
      title={`更正${formatPeriod(month)}的课时`}
      error={sessions.error ?? correct.error}
      submitLabel="更正"
      ready={changed.length > 0 && !unreadable && [...reason.trim()].length >= 2 && !correct.isPending}
      onSubmit={() =>
        correct.mutate({ slotId, hours: changed, reason: reason.trim() }, { onSuccess: onClose })
      }
      onClose={onClose}
    >
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'flex-end' }}>
        <Box sx={{ width: '11rem', flex: 'none' }}>
          <DayField
            label="哪一天"
            value={on}
            onChange={(day) => {
              setOn(day);
              setSlotId('');
            }}
          />
        </Box>
        <TextField
          select
          label="哪一场"
          value={session ? slotId : ''}
          onChange={(event) => {
            setSlotId(event.target.value);
            setHours(new Map());
          }}
        >
          {(sessions.data ?? []).map((each) => (
            <MenuItem key={each.slotId} value={each.slotId}>
              {each.title}
            </MenuItem>
          ))}
        </TextField>
      </Box>
      {sessions.data?.length === 0 ? <Box>这一天没有已确认的场次。</Box> : null}
      {session?.people.map((person) => (
        <Box key={person.rowId} sx={{ display: 'flex', gap: 1, alignItems: 'center' }}>
          <Box sx={{ flex: 1 }}>{`${person.name}（${person.role}）原记 ${person.hours} 课时`}</Box>
          <TextField
            sx={{ width: '8rem' }}
            label="更正为"
            value={hours.get(person.rowId) ?? String(person.hours)}
            slotProps={{ htmlInput: { inputMode: 'decimal', 'aria-label': `${person.name}更正为` } }}
            onChange={(event) => setHours(new Map([...hours, [person.rowId, event.target.value]]))}
          />
        </Box>
      ))}
      <TextField
        label="更正原因"
        value={reason}
        helperText="至少 2 个字，会记入修改历史"
        slotProps={{ htmlInput: { maxLength: 200 } }}
        onChange={(event) => setReason(event.target.value)}
      />
    </FormDialog>
  );
}
