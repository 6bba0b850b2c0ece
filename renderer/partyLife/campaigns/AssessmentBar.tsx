import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import FormLabel from '@mui/material/FormLabel';
import { useId, type ReactNode } from 'react';
import type { CampaignReview } from '../../../shared/contract/partyCampaign.ts';
import { DayField } from '../../ledger/form/controls/DayField.tsx';
import { ChoiceCell } from './ChoiceCell.tsx';
import type { ReviewDraft, ReviewReading } from './reviewSheet.ts';
import { gradingMeetings } from '../../../shared/domain/partyLife/words.ts';
import { QuietButton } from '../../ui/QuietButton.tsx';

interface AssessmentBarProps {
  readonly review: CampaignReview;
  readonly draft: ReviewDraft;
  readonly reading: ReviewReading;
  readonly mayWrite: boolean;
  readonly onChange: (draft: ReviewDraft) => void;
  /** Takes over what the ballots suggest. */
  readonly onTake: () => void;
}

/** How many 优秀 are given of how many, who is tied for the last place, and when the branch decided. */
export function AssessmentBar(props: AssessmentBarProps): ReactNode {
  const { review, draft, reading, mayWrite, onChange, onTake } = props;
  const id = useId();
  const { excellent, proposal } = reading;
  const over = excellent > review.limit;
  const tied = draft.rows.filter((_, index) => proposal.grades[index] === 'tied');
  return (
    <>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'end', mb: 1 }}>
        <Box sx={{ width: '11rem' }}>
          <DayField
            label="评定日期"
            value={draft.assessedOn ?? ''}
            disabled={!mayWrite}
            onChange={(on) => onChange({ ...draft, assessedOn: on === '' ? null : on })}
          />
        </Box>
        <Box sx={{ width: '9rem' }}>
          <FormLabel htmlFor={`${id}-by`} sx={{ display: 'block', fontSize: '0.8125rem' }}>
            评定会议
          </FormLabel>
          <ChoiceCell
            id={`${id}-by`}
            label="评定会议"
            value={draft.assessedBy}
            options={gradingMeetings}
            disabled={!mayWrite}
            onChange={(assessedBy) => onChange({ ...draft, assessedBy })}
          />
        </Box>
        <Box role="status" sx={{ color: over ? 'error.main' : 'text.primary', fontWeight: 600 }}>
          <span aria-hidden>{over ? '! ' : ''}</span>
          优秀 {excellent} 人，最多 {review.limit} 人（{review.base} 名党员的 1/{review.divisor}）
        </Box>
        {mayWrite ? <QuietButton onClick={onTake}>按票数建议填入</QuietButton> : null}
      </Box>
      {tied.length > 0 ? (
        <Alert severity="warning" sx={{ mb: 1, py: 0 }}>
          {tied.map(({ name }) => name).join('、')} 的优秀票都是 {tied[0]?.excellentVotes} 张，优秀还剩{' '}
          {proposal.placesLeft} 个名额，请支部决定，程序不代为选择。
        </Alert>
      ) : null}
      {over ? (
        <Alert severity="error" sx={{ mb: 1, py: 0 }}>
          评定优秀 {excellent} 人，超过了最多 {review.limit} 人，请支部重新评定后再保存。
        </Alert>
      ) : null}
    </>
  );
}
