import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useState, type ReactNode } from 'react';
import type { SignUpBoard, SignUpPupilView } from '../../../shared/contract/signUp.ts';
import { useChange } from '../../client.ts';
import { FormDialog } from '../../ui/FormDialog.tsx';
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
    <FormDialog
      title={from === null ? `给${pupilWords(pupil)}安排课程` : `${pupilWords(pupil)}换课`}
      error={move.error}
      submitLabel="确认"
      ready={ready}
      onSubmit={() =>
        move.mutate(
          { enrolment: pupil.id, baseRevision: pupil.revision, from, to, reason: reason.trim() },
          { onSuccess: ({ sentence }) => onClose(sentence) },
        )
      }
      onClose={() => onClose()}
    >
      <TextField select label="换到哪门课" value={to} onChange={(event) => setTo(event.target.value)}>
        {choices.map(({ course, refusal }) => (
          <MenuItem key={course.id} value={course.id} disabled={refusal !== undefined}>
            {refusal === undefined ? course.name : `${course.name}（${refusal}）`}
          </MenuItem>
        ))}
      </TextField>
      <TextBox label="原因" value={reason} onChange={setReason} required maxLength={100} />
    </FormDialog>
  );
}
