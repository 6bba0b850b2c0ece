import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState, type ReactNode } from 'react';
import { useParams, useSearchParams } from 'react-router';
import type { CampaignPage } from '../../../shared/contract/partyCampaign.ts';
import { useCall } from '../../client.ts';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { QuietButton } from '../../ui/QuietButton.tsx';
import { Unanswered } from '../../ui/Unanswered.tsx';
import { queryOf } from '../members/useBranchYear.ts';
import { StepList } from './StepList.tsx';
import { StepPanel } from './StepPanel.tsx';

/** One campaign: its steps at the left, and what the chosen one needs. */
export function CampaignScreen(): ReactNode {
  const { campaignId = '' } = useParams();
  const page = useCall('campaigns.page', { id: campaignId });
  const back = <QuietButton href="/party/campaigns">返回组织生活会和民主评议</QuietButton>;
  if (!page.isSuccess) return <Unanswered query={page} label="正在打开" back={back} />;
  return <Campaign key={campaignId} page={page.data} />;
}

function Campaign({ page }: { readonly page: CampaignPage }): ReactNode {
  const [search] = useSearchParams();
  // The step that was next on opening stays until another is chosen, also once it is done.
  const [first] = useState(page.nextStep);
  const wanted = search.get('step') ?? first;
  const step = page.steps.find(({ key }) => key === wanted) ?? page.steps[0];
  const done = page.steps.filter(({ state }) => state === 'done').length;
  return (
    <Box component="article" aria-label={`${page.branch.name}${page.title}`}>
      <PageHeader
        title={page.title}
        hint={`${page.branch.name} · 已完成 ${done} / ${page.steps.length} 步`}
        actions={
          <>
            <QuietButton href={`/ledger/partyCampaign/${page.id}`}>台账记录</QuietButton>
            <Button href={`/party/campaigns${queryOf({ year: page.year })}`} color="secondary">
              返回
            </Button>
          </>
        }
      />
      <Box
        sx={{
          display: 'grid',
          gap: 2,
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: '13.5rem minmax(0, 1fr)' },
          alignItems: 'start',
        }}
      >
        <StepList page={page} chosen={step?.key ?? null} />
        {step ? <StepPanel key={step.key} page={page} step={step} /> : null}
      </Box>
    </Box>
  );
}
