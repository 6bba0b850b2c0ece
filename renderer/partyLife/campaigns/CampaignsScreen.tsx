import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import type { CampaignRow } from '../../../shared/contract/partyCampaign.ts';
import type { CampaignKind } from '../../../shared/domain/partyLife/words.ts';
import { useRights } from '../../ground/sessionContext.tsx';
import { useCall, useChange } from '../../client.ts';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { PeriodStepper } from '../../ui/PeriodStepper.tsx';
import { QuietButton } from '../../ui/QuietButton.tsx';
import { inkOf, StatusSign } from '../../ui/StatusSign.tsx';
import { Unanswered } from '../../ui/Unanswered.tsx';
import { NobodyYet } from '../members/NobodyYet.tsx';
import { useBranchYear } from '../members/useBranchYear.ts';
import { campaignSigns } from './campaignSigns.ts';

/** The year's campaigns of every branch: how far each is, and what comes next. */
export function CampaignsScreen(): ReactNode {
  const { choice, choose } = useBranchYear();
  const overview = useCall('campaigns.overview', { year: choice.year }, { keepPrevious: true });
  const branches = [...Map.groupBy(overview.data?.rows ?? [], ({ branch }) => branch.id).values()];
  return (
    <>
      <PageHeader
        title="组织生活会和民主评议"
        hint="每年一次的工作，从方案、征求意见、谈心谈话到会议、整改销号，一步一步办，缺什么当场看见。"
        actions={
          <PeriodStepper
            kinds={['year']}
            name="年度"
            value={String(choice.year)}
            onChange={(period) => choose({ ...choice, year: Number(period) })}
          />
        }
      />
      <Unanswered query={overview} label="正在核对各项年度工作" />
      {overview.data && branches.length === 0 ? (
        <NobodyYet choice={{ branchId: null, year: choice.year }} />
      ) : null}
      <Box sx={{ display: 'grid', gap: 1.5 }}>
        {branches.map((rows) => (
          <BranchCampaigns key={rows[0]?.branch.id} rows={rows} year={choice.year} />
        ))}
      </Box>
      {branches.length > 0 ? (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 1.5 }}>
          {Object.values(campaignSigns).map((sign) => (
            <StatusSign key={sign.word} sign={sign} />
          ))}
        </Box>
      ) : null}
    </>
  );
}

function BranchCampaigns({
  rows,
  year,
}: {
  readonly rows: readonly CampaignRow[];
  readonly year: number;
}): ReactNode {
  const navigate = useNavigate();
  const mayWrite = useRights().mayWrite('partyLife');
  const start = useChange('campaigns.start');
  const [first] = rows;
  if (!first) return null;
  const { branch } = first;
  const owed = rows.filter(({ id, kind }) => id === null && kind !== '民主生活会');

  function begin(kind: CampaignKind) {
    start.mutate(
      { branch: branch.id, year, kind },
      { onSuccess: ({ id }) => void navigate(`/party/campaigns/${id}`) },
    );
  }

  return (
    <Panel label={branch.name}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, mb: 0.5 }}>
        <Typography variant="h2" sx={{ flex: 1 }}>
          {branch.name}
        </Typography>
        {mayWrite && owed.length === 2 ? (
          <QuietButton disabled={start.isPending} onClick={() => begin('组织生活会和民主评议')}>
            两项合并开展
          </QuietButton>
        ) : null}
      </Box>
      <FailureNotice error={start.error} onClose={() => start.reset()} />
      {rows.map((row) => (
        <Box
          key={`${row.kind} ${row.id ?? ''}`}
          sx={{
            display: 'grid',
            gridTemplateColumns: 'minmax(0, 1fr) auto',
            columnGap: 2,
            alignItems: 'center',
            py: 1,
            borderTop: 1,
            borderColor: 'divider',
          }}
        >
          <Box sx={{ minWidth: 0 }}>
            <Typography variant="h3" component="h3">
              {row.kind}
              {row.kind === '民主生活会' ? (
                <Typography component="span" variant="body2" color="textSecondary" sx={{ ml: 1 }}>
                  学校领导班子
                </Typography>
              ) : null}
            </Typography>
            {row.id === null ? (
              <Typography variant="body2" color="textSecondary">
                {row.kind === '民主生活会'
                  ? '上级要求召开民主生活会的学校才需要。'
                  : `还没有开始，最迟 ${row.lastDay} 前召开会议。`}
              </Typography>
            ) : (
              <StepMarks row={row} />
            )}
          </Box>
          {row.id === null ? (
            mayWrite ? (
              <Button
                variant={row.kind === '民主生活会' ? 'outlined' : 'contained'}
                color={row.kind === '民主生活会' ? 'secondary' : 'primary'}
                aria-label={`开始${row.kind}：${branch.name}`}
                disabled={start.isPending}
                onClick={() => begin(row.kind)}
              >
                开始
              </Button>
            ) : null
          ) : (
            <QuietButton href={`/party/campaigns/${row.id}`} aria-label={`打开${row.kind}：${branch.name}`}>
              打开
            </QuietButton>
          )}
        </Box>
      ))}
    </Panel>
  );
}

/** One mark a step, and in words what comes next. */
function StepMarks({ row }: { readonly row: CampaignRow }): ReactNode {
  const done = row.steps.filter(({ state }) => state === 'done').length;
  return (
    <>
      <Box component="ol" sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.5, m: 0, p: 0, listStyle: 'none' }}>
        {row.steps.map(({ key, name, state }) => {
          const sign = campaignSigns[state];
          const { ink, ground } = inkOf(sign);
          return (
            <Box
              component="li"
              key={key}
              title={`${name}：${sign.word}`}
              sx={{ px: 0.75, borderRadius: 1, fontSize: '0.8125rem', color: ink, bgcolor: ground }}
            >
              <span aria-hidden>{sign.mark}</span> {name}
            </Box>
          );
        })}
      </Box>
      {row.next === '' ? (
        <Alert severity="success" sx={{ mt: 0.5, py: 0 }}>
          全部步骤都办完了。
        </Alert>
      ) : (
        <Typography variant="body2" sx={{ mt: 0.5 }}>
          已完成 {done} / {row.steps.length} 步，下一步 {row.next}
          {row.openRectifications > 0 ? `；还有 ${row.openRectifications} 项整改没有销号` : ''}
        </Typography>
      )}
    </>
  );
}
