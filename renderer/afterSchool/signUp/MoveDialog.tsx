import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useState, type ReactNode } from 'react';
import type { SignUpBoard, SignUpPupilView } from '../../../shared/contract/signUp.ts';
import { useChange } from '../../client.ts';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { TextBox } from '../../ui/TextBox.tsx';
import { pupilWords, whyNotMove } from './boardView.ts';

interface MoveDialogProps {
  readonly board: SignUpBoard;
  readonly pupil: SignUpPupilView;
  /** The course that is given up; `null` = a further one is given. */
  readonly from: string | null;
  readonly onClose: (sentence?: string) => void;
}

/** Chooses another course for a pupil; courses that can't be say why. */
export function MoveDialog({ board, pupil, from, onClose }: MoveDialogProps): ReactNode {
  const [to, setTo] = useState('');
  const [reason, setReason] = useState('');
  const move = useChange('signUp.move');
  const ready = to !== '' && [...reason.trim()].length >= 2 && !move.isPending;
  const choices = board.courses
    .filter(({ id }) => id !== from)
    .map((course) => ({ course, refusal: whyNotMove(board, pupil, from, course) }))
    .toSorted((a, b) => Number(a.refusal !== undefined) - Number(b.refusal !== undefined));
  return (
    <Dialog open onClose={() => onClose()} maxWidth="sm" fullWidth>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          event.stopPropagation();
          if (!ready) return;
          move.mutate(
            { enrolment: pupil.id, baseRevision: pupil.revision, from, to, reason: reason.trim() },
            { onSuccess: ({ sentence }) => onClose(sentence) },
          );
        }}
      >
        <DialogTitle>
          {from === null ? `给${pupilWords(pupil)}安排课程` : `${pupilWords(pupil)}换课`}
        </DialogTitle>
        <DialogContent sx={{ display: 'grid', gap: 1.5 }}>
          <FailureNotice error={move.error} />
          <TextField
            select
            label="换到哪门课"
            value={to}
            sx={{ mt: 1 }}
            onChange={(event) => {
              setTo(event.target.value);
            }}
          >
            {choices.map(({ course, refusal }) => (
              <MenuItem key={course.id} value={course.id} disabled={refusal !== undefined}>
                {refusal === undefined ? course.name : `${course.name}（${refusal}）`}
              </MenuItem>
            ))}
          </TextField>
          <TextBox label="原因" value={reason} onChange={setReason} required maxLength={100} />
        </DialogContent>
        <DialogActions>
          <Button color="secondary" onClick={() => onClose()}>
            取消
          </Button>
          <Button type="submit" variant="contained" disabled={!ready}>
            确认
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
