import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState, type ReactNode } from 'react';
import type { RoundBoard } from '../../../shared/contract/appraisal.ts';
import { isPlainDate } from '../../../shared/kernel/plainDate.ts';
import { useToday } from '../../ground/today.ts';
import { useChange } from '../../client.ts';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { QuietButton } from '../../ui/QuietButton.tsx';
import { TextBox } from '../../ui/TextBox.tsx';
import { DayField } from '../../ledger/form/controls/DayField.tsx';

interface SignPanelProps {
  readonly board: RoundBoard;
  readonly selected: readonly string[];
  readonly onDone: () => void;
}

/** Signatures of the people selected, on one day; or why they didn't sign. */
export function SignPanel({ board, selected, onDone }: SignPanelProps): ReactNode {
  const today = useToday();
  const [day, setDay] = useState(today);
  const [note, setNote] = useState('');
  const sign = useChange('appraisal.sign');
  const none = selected.length === 0 || sign.isPending;
  return (
    <Box sx={{ px: 2, pb: 1 }} component="section" aria-label="登记签字">
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'flex-end' }}>
        <DayField label="签字日期" value={day} onChange={setDay} />
        <Button
          variant="contained"
          disabled={none || !isPlainDate(day)}
          onClick={() =>
            sign.mutate({ id: board.id, staffIds: [...selected], on: day }, { onSuccess: onDone })
          }
        >
          登记 {selected.length} 人签字
        </Button>
        <Box sx={{ flex: '0 1 18rem' }}>
          <TextBox label="没有签字的情况" value={note} onChange={setNote} maxLength={200} />
        </Box>
        <QuietButton
          disabled={none || note.trim().length < 2}
          onClick={() =>
            sign.mutate({ id: board.id, staffIds: [...selected], on: null, note }, { onSuccess: onDone })
          }
        >
          注明未签字
        </QuietButton>
      </Box>
      <FailureNotice error={sign.error} onClose={() => sign.reset()} />
    </Box>
  );
}
