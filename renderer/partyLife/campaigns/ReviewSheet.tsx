import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import { useState, type ReactNode } from 'react';
import type { CampaignPage, CampaignReview } from '../../../shared/contract/partyCampaign.ts';
import type { CampaignStepKey } from '../../../shared/domain/partyLife/campaignSteps.ts';
import { isPlainDate } from '../../../shared/kernel/plainDate.ts';
import type { FieldProblem } from '../../../shared/kernel/result.ts';
import { CallFailure, useChange } from '../../client.ts';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { QuietButton } from '../../ui/QuietButton.tsx';
import { SheetSaving } from '../../ui/SheetSaving.tsx';
import { TextBox } from '../../ui/TextBox.tsx';
import { AssessmentBar } from './AssessmentBar.tsx';
import { ReviewTable } from './ReviewTable.tsx';
import {
  ballotFields,
  draftOf,
  readDraft,
  reviewOrder,
  takeProposal,
  type ReviewDraft,
  type ReviewReading,
} from './reviewSheet.ts';

interface ReviewSheetProps {
  readonly page: CampaignPage;
  readonly review: CampaignReview;
  readonly step: CampaignStepKey;
  readonly mayWrite: boolean;
}

/** What is typed into the review, what it comes to, and its saving. */
function useReview(page: CampaignPage, review: CampaignReview) {
  const [edited, setEdited] = useState<ReviewDraft | null>(null);
  const [status, setStatus] = useState('');
  const save = useChange('campaigns.saveReview');
  const draft = edited ?? draftOf(review);
  const reading = readDraft(draft, review);
  const refused: readonly FieldProblem[] =
    save.error instanceof CallFailure ? (save.error.failure.problems ?? []) : [];
  const problemAt = (path: string): string | undefined =>
    [...reading.problems, ...refused].find((problem) => problem.path === path)?.sentence;

  function change(next: ReviewDraft) {
    setEdited(next);
    setStatus('');
    if (save.error) save.reset();
  }

  async function store(): Promise<boolean> {
    if (edited === null) return false;
    if (reading.unreadable > 0) {
      setStatus(`有 ${reading.unreadable} 个票数看不懂，请只填数字。`);
      return false;
    }
    if (
      [edited.assessedOn, ...edited.rows.map((row) => row.feedbackOn)].some(
        (on) => on !== null && !isPlainDate(on),
      )
    ) {
      setStatus('有日期看不懂，请写成 11-24 这样。');
      return false;
    }
    const answer = await save.mutateAsync(reviewOrder(edited, page)).catch(() => null);
    if (answer === null) return false;
    setEdited(null);
    setStatus('已保存');
    return true;
  }

  function discard() {
    setEdited(null);
    setStatus('');
    save.reset();
  }
  return { edited, draft, reading, problemAt, save, status, change, store, discard };
}

/** 自评, 互评, ballots and grades of a branch's members, filled in like a sheet and saved at once. */
export function ReviewSheet({ page, review, step, mayWrite }: ReviewSheetProps): ReactNode {
  const { edited, draft, reading, problemAt, save, status, change, store, discard } = useReview(page, review);
  if (review.rows.length === 0) return <NobodyListed page={page} mayWrite={mayWrite} />;
  return (
    <Paper variant="outlined" sx={{ p: 2, pb: 0 }}>
      <FailureNotice error={save.error} onClose={() => save.reset()} />
      {step === 'ballot' ? (
        <BallotCounts
          draft={draft}
          reading={reading}
          mostVoters={review.mostVoters}
          problemAt={problemAt}
          onChange={change}
        />
      ) : null}
      {step === 'assessment' ? (
        <AssessmentBar
          review={review}
          draft={draft}
          reading={reading}
          mayWrite={mayWrite}
          onChange={change}
          onTake={() => change(takeProposal(draft, reading))}
        />
      ) : null}
      {mayWrite && (step === 'selfReview' || step === 'peerReview') ? (
        <QuietButton
          sx={{ mb: 1 }}
          onClick={() => {
            const field = step === 'selfReview' ? 'selfGrade' : 'peerGrade';
            change({
              ...draft,
              rows: draft.rows.map((row) =>
                row.graded && row[field] === null ? { ...row, [field]: '合格' } : row,
              ),
            });
          }}
        >
          没填的都填“合格”，再改个别人
        </QuietButton>
      ) : null}
      <ReviewTable
        step={step}
        draft={draft}
        reading={reading}
        mayWrite={mayWrite}
        problemAt={problemAt}
        onChange={change}
      />
      {reading.problems
        .filter(({ path }) => path.startsWith('reviews.'))
        .slice(0, 4)
        .map(({ path, sentence }) => (
          <Alert key={path} severity="error" sx={{ mt: 0.5, py: 0 }}>
            {draft.rows[Number(path.split('.')[1])]?.name ?? ''}：{sentence}
          </Alert>
        ))}
      {mayWrite ? (
        <Box sx={{ mx: -2, mt: 1, position: 'sticky', bottom: '-16px', zIndex: 2 }}>
          <SheetSaving
            status={status || (edited ? '有未保存的修改' : '数字用方向键和回车移动，改动后按 Ctrl+S 保存')}
            unsaved={edited !== null}
            what="民主评议里有没保存的修改"
            busy={save.isPending}
            maySave={edited !== null}
            onSave={store}
            onDiscard={discard}
          />
        </Box>
      ) : null}
    </Paper>
  );
}

function NobodyListed({ page, mayWrite }: Pick<ReviewSheetProps, 'page' | 'mayWrite'>): ReactNode {
  const fill = useChange('campaigns.fillMembers');
  return (
    <Paper variant="outlined" sx={{ p: 2 }}>
      <FailureNotice error={fill.error} onClose={() => fill.reset()} />
      <Typography sx={{ mb: 1 }}>还没有列出参评党员。</Typography>
      {mayWrite ? (
        <Button
          variant="contained"
          disabled={fill.isPending}
          onClick={() => fill.mutate({ id: page.id, baseRevision: page.revision })}
        >
          从名册列出全体党员
        </Button>
      ) : null}
    </Paper>
  );
}

interface BallotCountsProps {
  readonly draft: ReviewDraft;
  readonly reading: ReviewReading;
  readonly mostVoters: CampaignReview['mostVoters'];
  readonly problemAt: (path: string) => string | undefined;
  readonly onChange: (draft: ReviewDraft) => void;
}

/** How many ballots were given out and came back, and how many of them count. */
function BallotCounts({ draft, reading, mostVoters, problemAt, onChange }: BallotCountsProps): ReactNode {
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2 }}>
      {ballotFields.map(([field, label, unit]) => (
        <Box key={field} sx={{ width: '8.5rem' }}>
          <TextBox
            label={label}
            numeric={{ unit }}
            value={draft[field]}
            maxLength={4}
            problem={problemAt(field)}
            onChange={(text) => onChange({ ...draft, [field]: text })}
          />
        </Box>
      ))}
      <Typography sx={{ alignSelf: 'center' }}>
        有效票 <strong>{reading.valid ?? '—'}</strong> 张
        <Typography component="span" variant="body2" color="textSecondary" sx={{ ml: 1 }}>
          到会或在册 {mostVoters} 人
        </Typography>
      </Typography>
    </Box>
  );
}
