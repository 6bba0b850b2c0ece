import Box from '@mui/material/Box';
import { useState, type ReactNode } from 'react';
import type { SignUpBoard, SignUpPupilView, WithdrawalEffect } from '../../../shared/contract/signUp.ts';
import { formatMoney } from '../../../shared/kernel/money.ts';
import { isPlainDate } from '../../../shared/kernel/plainDate.ts';
import { useCall, useChange } from '../../client.ts';
import { DayField } from '../../ledger/form/controls/DayField.tsx';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { TextBox } from '../../ui/TextBox.tsx';
import { pupilWords } from './boardView.ts';

interface WithdrawDialogProps {
  readonly board: SignUpBoard;
  readonly pupil: SignUpPupilView;
  /** With the sentence about what was done, when something was. */
  readonly onClose: (sentence?: string) => void;
}

/** Asks day and reason of a withdrawal and shows what it does to the fee and to those who wait. */
export function WithdrawDialog({ board, pupil, onClose }: WithdrawDialogProps): ReactNode {
  const [on, setOn] = useState(board.today);
  const [reason, setReason] = useState('');
  const readable = isPlainDate(on);
  const effect = useCall('signUp.effect', { enrolment: pupil.id, on }, { enabled: readable });
  const withdraw = useChange('signUp.withdraw');
  const ready = readable && [...reason.trim()].length >= 2 && !withdraw.isPending;
  return (
    <FormDialog
      title={`${pupilWords(pupil)}退出课后服务`}
      error={withdraw.error ?? effect.error}
      submitLabel="确认退出"
      danger
      ready={ready}
      onSubmit={() =>
        withdraw.mutate(
          { enrolment: pupil.id, baseRevision: pupil.revision, on, reason: reason.trim() },
          { onSuccess: ({ sentence }) => onClose(sentence) },
        )
      }
      onClose={() => onClose()}
    >
      <DayField label="从哪天起退出（当天不再参加）" value={on} onChange={setOn} />
      <TextBox label="退出原因" value={reason} onChange={setReason} required autoFocus maxLength={100} />
      <Box role="status">{effect.data ? <Effect effect={effect.data} /> : null}</Box>
    </FormDialog>
  );
}

function Effect({ effect: { before, after, freed } }: { readonly effect: WithdrawalEffect }): ReactNode {
  const balance =
    after.balance < 0
      ? `应退 ${formatMoney(-after.balance)} 元`
      : after.balance > 0
        ? `还应交 ${formatMoney(after.balance)} 元`
        : '费用结清';
  return (
    <>
      <Box>
        {`应收从 ${formatMoney(before.due)} 元变为 ${formatMoney(after.due)} 元（${after.words}），已交 ${formatMoney(after.paid)} 元，${balance}。`}
      </Box>
      {freed.map(({ courseId, course, next }) => (
        <Box key={courseId}>
          {next === null
            ? `“${course}”空出 1 个名额，没有人候补。`
            : `“${course}”空出 1 个名额，候补第一位是${next}。`}
        </Box>
      ))}
    </>
  );
}
