import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useId, useState, type ReactNode } from 'react';
import type { FollowedMeeting } from '../../../shared/contract/partyFollowUp.ts';
import { isPlainDate } from '../../../shared/kernel/plainDate.ts';
import { date } from '../../../shared/ledger/field.ts';
import { useToday } from '../../ground/today.ts';
import { sentenceOf, useChange } from '../../client.ts';
import { DateControl } from '../../ledger/form/controls/DateControl.tsx';
import { problemAt } from '../../ui/problemAt.ts';

interface SettleFieldsProps {
  readonly meeting: Pick<FollowedMeeting, 'ledger' | 'id' | 'revision'>;
  readonly rowId: string;
  /** What the row is about, for screen readers. */
  readonly about: string;
  /** `closing`: a decision is carried out · `makingUp`: an absentee has made up. */
  readonly kind: 'closing' | 'makingUp';
  readonly on: string | null;
  readonly note: string | null;
}

const words = {
  closing: { day: '办结日期', note: '落实情况', button: '办结', noteLength: 300 },
  makingUp: { day: '补学日期', note: '补学方式', button: '登记补学', noteLength: 100 },
} as const;

/** Two boxes and a button in a line: how a row of a meeting was settled, and when. Written without leaving the page. */
export function SettleFields({ meeting, rowId, about, kind, on, note }: SettleFieldsProps): ReactNode {
  const id = useId();
  const today = useToday();
  const word = words[kind];
  const [day, setDay] = useState<unknown>(on);
  const [text, setText] = useState(note ?? '');
  const save = useChange('followUp.record');
  const readable = day === null || (typeof day === 'string' && isPlainDate(day)) ? day : undefined;
  const dayField = kind === 'closing' ? 'closedOn' : 'madeUpOn';
  const changed = readable !== on || text !== (note ?? '');
  const problem =
    readable === undefined ? '请填日期，如 11-24。' : problemAt(save.error, `${rowId}.${dayField}`);

  function submit(chosen: string | null) {
    setDay(chosen);
    const written = text.trim() === '' ? null : text.trim();
    const row =
      kind === 'closing'
        ? { id: rowId, closedOn: chosen, progress: written }
        : { id: rowId, madeUpOn: chosen, madeUpHow: written };
    save.mutate({ ledger: meeting.ledger, id: meeting.id, baseRevision: meeting.revision, rows: [row] });
  }

  return (
    <Box
      component="form"
      onSubmit={(event) => {
        event.preventDefault();
        // A note alone says how far it is; with the button nothing else typed, today is meant.
        if (readable !== undefined) submit(readable ?? (text === (note ?? '') ? today : null));
      }}
      sx={{ minWidth: 0 }}
    >
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
        <TextField
          value={text}
          placeholder={word.note}
          onChange={(event) => setText(event.target.value)}
          sx={{ flex: '1 1 9rem', maxWidth: '20rem' }}
          slotProps={{ htmlInput: { 'aria-label': `${word.note}：${about}`, maxLength: word.noteLength } }}
        />
        <Box sx={{ width: '9.5rem' }}>
          <DateControl
            field={date({ label: word.day })}
            id={`${id}-day`}
            value={day}
            onChange={setDay}
            onBlur={() => undefined}
            invalid={problem !== undefined}
            describedBy={problem === undefined ? undefined : `${id}-problem`}
            name={`${word.day}：${about}`}
            placeholder={word.day}
          />
        </Box>
        <Button
          type="submit"
          variant="outlined"
          disabled={save.isPending || readable === undefined || (!changed && on !== null)}
          aria-label={`${changed ? '保存' : word.button}：${about}`}
        >
          {changed ? '保存' : word.button}
        </Button>
      </Box>
      {problem !== undefined || save.error ? (
        <Typography id={`${id}-problem`} role="alert" variant="body2" color="error">
          {problem ?? sentenceOf(save.error)}
        </Typography>
      ) : null}
    </Box>
  );
}
