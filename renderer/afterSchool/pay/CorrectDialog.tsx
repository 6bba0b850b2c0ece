import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useId, useState, type ReactNode } from 'react';
import { formatPeriod, periodRange } from '../../../shared/kernel/periods.ts';
import { isPlainDate } from '../../../shared/kernel/plainDate.ts';
import { useCall, useChange } from '../../client.ts';
import { DayField } from '../../ledger/form/controls/DayField.tsx';
import { FailureNotice } from '../../ui/FailureNotice.tsx';

interface CorrectDialogProps {
  readonly open: boolean;
  readonly month: string;
  readonly onClose: () => void;
}

/** Hours of one session of a locked month are put right; the difference goes into a later month. */
export function CorrectDialog({ open, month, onClose }: CorrectDialogProps): ReactNode {
  const titleId = useId();
  return (
    <Dialog open={open} onClose={onClose} maxWidth="sm" fullWidth aria-labelledby={titleId}>
      {open ? (
        <>
          <DialogTitle id={titleId}>{`更正${formatPeriod(month)}的课时`}</DialogTitle>
          <Body month={month} onClose={onClose} />
        </>
      ) : null}
    </Dialog>
  );
}

function Body({ month, onClose }: Omit<CorrectDialogProps, 'open'>): ReactNode {
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
    <>
      <DialogContent>
        <FailureNotice error={sessions.error ?? correct.error} />
        <Box sx={{ display: 'flex', gap: 1, my: 1, alignItems: 'flex-end' }}>
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
            fullWidth
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
        {sessions.data?.length === 0 ? <Box sx={{ mb: 1 }}>这一天没有已确认的场次。</Box> : null}
        {session?.people.map((person) => (
          <Box key={person.rowId} sx={{ display: 'flex', gap: 1, alignItems: 'center', mb: 1 }}>
            <Box sx={{ flex: 1 }}>{`${person.name}（${person.role}）原记 ${person.hours} 课时`}</Box>
            <TextField
              size="small"
              sx={{ width: '8rem' }}
              label="更正为"
              value={hours.get(person.rowId) ?? String(person.hours)}
              slotProps={{ htmlInput: { inputMode: 'decimal', 'aria-label': `${person.name}更正为` } }}
              onChange={(event) => {
                setHours((before) => new Map([...before, [person.rowId, event.target.value]]));
              }}
            />
          </Box>
        ))}
        <TextField
          fullWidth
          label="更正原因"
          value={reason}
          helperText="至少 2 个字，会记入修改历史"
          slotProps={{ htmlInput: { maxLength: 200 } }}
          onChange={(event) => setReason(event.target.value)}
        />
      </DialogContent>
      <DialogActions>
        <Button color="secondary" onClick={onClose}>
          取消
        </Button>
        <Button
          variant="contained"
          disabled={changed.length === 0 || unreadable || [...reason.trim()].length < 2 || correct.isPending}
          onClick={() => {
            correct.mutate({ slotId, hours: changed, reason: reason.trim() }, { onSuccess: onClose });
          }}
        >
          更正
        </Button>
      </DialogActions>
    </>
  );
}
