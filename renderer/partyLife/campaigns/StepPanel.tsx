import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MuiLink from '@mui/material/Link';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import { useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import type {
  CampaignPage,
  CampaignSitting,
  CampaignStepView,
} from '../../../shared/contract/partyCampaign.ts';
import { isReviewStep } from '../../../shared/domain/partyLife/campaignSteps.ts';
import { partyCampaign } from '../../../shared/ledgers/partyLife/partyCampaign.ts';
import { useRights } from '../../ground/sessionContext.tsx';
import { useChange } from '../../client.ts';
import { PartForm } from '../../ledger/form/PartForm.tsx';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { remedyAddress } from '../../ui/remedyAddress.ts';
import { StatusSign } from '../../ui/StatusSign.tsx';
import { TalkGrid } from '../members/TalkGrid.tsx';
import { campaignSigns } from './campaignSigns.ts';
import { ReviewSheet } from './ReviewSheet.tsx';

interface StepPanelProps {
  readonly page: CampaignPage;
  readonly step: CampaignStepView;
}

/** What a step asks, what is missing and why, its papers, and the place where it is recorded. */
export function StepPanel({ page, step }: StepPanelProps): ReactNode {
  const mayWrite = useRights().mayWrite('partyLife');
  const fields = step.fields.filter((field) => field !== 'meeting' && field !== 'reviewMeeting');
  return (
    <Box component="section" aria-label={step.name} sx={{ minWidth: 0 }}>
      <Paper variant="outlined" sx={{ p: 2, mb: 1.5 }}>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'baseline' }}>
          <Typography variant="h2">{step.name}</Typography>
          <StatusSign sign={campaignSigns[step.state]} />
          <Typography variant="body2">{step.clock}</Typography>
        </Box>
        <Typography variant="body2" color="textSecondary">
          {step.rule}
        </Typography>
        {step.missing.length > 0 ? (
          <Alert severity={step.state === 'overdue' ? 'error' : 'info'} sx={{ mt: 1, py: 0 }}>
            {step.missing.map((sentence) => (
              <div key={sentence}>{sentence}。</div>
            ))}
          </Alert>
        ) : null}
        {step.notes.length > 0 ? (
          <Alert severity="warning" sx={{ mt: 1, py: 0 }}>
            {step.notes.map((sentence) => (
              <div key={sentence}>{sentence}。</div>
            ))}
          </Alert>
        ) : null}
        {step.waitsFor.length > 0 && step.state !== 'done' ? (
          <Typography variant="body2" sx={{ mt: 1 }}>
            先办完：{step.waitsFor.join('、')}
          </Typography>
        ) : null}
        <Papers page={page} step={step} />
      </Paper>
      {step.sitting ? <Sitting page={page} sitting={step.sitting} mayWrite={mayWrite} /> : null}
      {step.key === 'talks' ? (
        <Paper variant="outlined" sx={{ p: 1, mb: 1.5 }}>
          <TalkGrid board={page.talks} columns={page.talks.members.filter(({ committee }) => committee)} />
        </Paper>
      ) : null}
      {page.review && isReviewStep(step.key) ? (
        <ReviewSheet key={step.key} page={page} review={page.review} step={step.key} mayWrite={mayWrite} />
      ) : null}
      {mayWrite && fields.length > 0 ? (
        <PartForm
          key={step.sitting?.named?.id ?? ''}
          definition={partyCampaign}
          recordId={page.id}
          label={step.name}
          fields={fields}
        />
      ) : null}
    </Box>
  );
}

function Papers({ page, step }: StepPanelProps): ReactNode {
  if (step.papers.length === 0) return null;
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, mt: 1, alignItems: 'center' }}>
      <Typography variant="body2" color="textSecondary">
        材料：
      </Typography>
      {step.papers.map(({ name, ready, report }) => (
        <Typography key={name} variant="body2" component="span">
          {ready ? '✓ ' : ''}
          {report === null ? (
            name
          ) : (
            <MuiLink
              href={`/reports?${new URLSearchParams({ name: report, recordId: report === 'reviewBallots' ? page.branch.id : page.id }).toString()}`}
            >
              打印{name}
            </MuiLink>
          )}
        </Typography>
      ))}
    </Box>
  );
}

interface SittingProps {
  readonly page: CampaignPage;
  readonly sitting: CampaignSitting;
  readonly mayWrite: boolean;
}

/** The record of the meeting: the one named, one to be named by a click, or a new one. */
function Sitting({ page, sitting, mayWrite }: SittingProps): ReactNode {
  const navigate = useNavigate();
  const name = useChange('campaigns.nameMeeting');
  const [changing, setChanging] = useState(false);
  const { named, choices } = sitting;
  const offering = mayWrite && (named === null || changing);
  return (
    <Panel label="会议记录" sx={{ mb: 1.5 }}>
      <FailureNotice error={name.error} onClose={() => name.reset()} />
      {named ? (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
          <span>
            会议记录：
            <MuiLink href={`/ledger/partyMeeting/${named.id}`}>
              {named.heldOn} {named.title}
            </MuiLink>
          </span>
          <Typography
            component="span"
            variant="body2"
            sx={{ color: named.enough ? 'success.main' : 'error.main' }}
          >
            <span aria-hidden>{named.enough ? '✓' : '!'}</span> {named.presence}
          </Typography>
          {mayWrite && choices.length > 0 && !changing ? (
            <Button color="secondary" onClick={() => setChanging(true)}>
              换一条
            </Button>
          ) : null}
        </Box>
      ) : null}
      {offering ? (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
          {choices.map((meeting) => (
            <Button
              key={meeting.id}
              variant="contained"
              disabled={name.isPending}
              onClick={() =>
                name.mutate(
                  {
                    id: page.id,
                    field: sitting.field,
                    meeting: meeting.id,
                    baseRevision: page.revision,
                  },
                  { onSuccess: () => setChanging(false) },
                )
              }
            >
              用这条记录：{meeting.heldOn} {meeting.title}
            </Button>
          ))}
          <Button
            variant={choices.length === 0 ? 'contained' : 'outlined'}
            color={choices.length === 0 ? 'primary' : 'secondary'}
            onClick={() => {
              const { to, state } = remedyAddress(sitting.create);
              void navigate(to, { state });
            }}
          >
            登记会议
          </Button>
          {choices.length === 0 ? (
            <Typography variant="body2" color="textSecondary">
              会议开完后登记，名单已填好；完成后回到这里选用。
            </Typography>
          ) : null}
        </Box>
      ) : null}
      {!named && !mayWrite ? <Typography variant="body2">还没有会议记录。</Typography> : null}
    </Panel>
  );
}
