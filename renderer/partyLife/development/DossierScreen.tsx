import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MuiLink from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import Description from '@mui/icons-material/DescriptionOutlined';
import { useState, type ReactNode } from 'react';
import { useParams } from 'react-router';
import type { DevelopmentDossier } from '../../../shared/contract/partyLife.ts';
import { useRights } from '../../ground/sessionContext.tsx';
import { useCall, useChange } from '../../client.ts';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { QuietButton } from '../../ui/QuietButton.tsx';
import { severitySigns, StatusSign } from '../../ui/StatusSign.tsx';
import { Unanswered } from '../../ui/Unanswered.tsx';
import { useRoom } from '../../ui/useRoom.ts';
import { RecordStepDialog } from './RecordStepDialog.tsx';
import { StepTimeline } from './StepTimeline.tsx';
import { turnSigns } from './turnSigns.ts';

/** One person's way: the 25 steps with their days, papers and limits, and the button for the next one. */
export function DossierScreen(): ReactNode {
  const { personId = '' } = useParams();
  const dossier = useCall('development.dossier', { id: personId });
  const back = <QuietButton href="/party/development">返回发展党员</QuietButton>;
  if (!dossier.isSuccess) return <Unanswered query={dossier} label="正在打开档案" back={back} />;
  return <Dossier key={personId} dossier={dossier.data} />;
}

function Dossier({ dossier }: { readonly dossier: DevelopmentDossier }): ReactNode {
  const rights = useRights();
  const wide = useRoom(76);
  const [recording, setRecording] = useState<number | null>(null);
  const mayWrite = rights.mayWrite('partyLife');
  const next = dossier.steps.find(({ number }) => number === dossier.nextStep);
  const step = dossier.steps.find(({ number }) => number === recording);
  return (
    <Box component="article" aria-label={`${dossier.name}的发展党员档案`}>
      <PageHeader
        title={dossier.name}
        hint={`${dossier.state}${next ? ` · 下一步：第 ${next.number} 步 ${next.name}，${next.words}` : ''}`}
        actions={
          <>
            {mayWrite && next ? (
              <Button variant="contained" onClick={() => setRecording(next.number)}>
                登记第 {next.number} 步
              </Button>
            ) : null}
            {mayWrite ? (
              <QuietButton href={`/ledger/memberDevelopment/${dossier.id}/edit`}>修改档案</QuietButton>
            ) : null}
            <QuietButton
              href={`/reports?${new URLSearchParams({ name: 'developmentContents', recordId: dossier.id }).toString()}`}
              startIcon={<Description />}
            >
              档案目录
            </QuietButton>
            <Button href="/party/development" color="secondary">
              返回
            </Button>
          </>
        }
      />
      <Box
        sx={{
          display: 'grid',
          gap: 2,
          gridTemplateColumns: wide ? 'minmax(0, 1fr) 20rem' : 'minmax(0, 1fr)',
          alignItems: 'start',
        }}
      >
        <StepTimeline
          steps={dossier.steps}
          nextStep={dossier.nextStep}
          onRecord={mayWrite ? setRecording : null}
        />
        <Box sx={{ display: 'grid', gap: 2, order: wide ? 0 : -1 }}>
          <PersonPart dossier={dossier} mayWrite={mayWrite} />
          <Findings findings={dossier.findings} />
        </Box>
      </Box>
      {step ? (
        <RecordStepDialog
          key={step.number}
          dossier={dossier}
          step={step}
          onClose={() => setRecording(null)}
        />
      ) : null}
    </Box>
  );
}

function PersonPart({ dossier, mayWrite }: RollPartProps): ReactNode {
  return (
    <Panel title="基本情况">
      <Box component="dl" sx={{ m: 0, display: 'grid', gridTemplateColumns: '6rem 1fr', rowGap: 0.5 }}>
        {dossier.facts.map(({ label, value }) => (
          <Box key={label} sx={{ display: 'contents' }}>
            <Typography component="dt" variant="body2" color="textSecondary">
              {label}
            </Typography>
            <Typography component="dd" variant="body2" sx={{ m: 0, overflowWrap: 'anywhere' }}>
              {value}
            </Typography>
          </Box>
        ))}
      </Box>
      <RollPart dossier={dossier} mayWrite={mayWrite} />
      {dossier.inspection ? (
        <Box sx={{ mt: 1 }}>
          <StatusSign
            sign={turnSigns[dossier.inspection.standing]}
            {...(dossier.inspection.standing === 'open' ? { word: '半年考察' } : {})}
          />
          <Typography variant="body2">{dossier.inspection.words}</Typography>
        </Box>
      ) : null}
    </Panel>
  );
}

function Findings({ findings }: Pick<DevelopmentDossier, 'findings'>): ReactNode {
  return (
    <Panel title="检查发现">
      {findings.length === 0 ? (
        <Typography color="textSecondary">按现有记录检查，没有发现问题。</Typography>
      ) : (
        <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 1 }}>
          {findings.map(({ severity, sentence }) => (
            <li key={sentence}>
              <StatusSign sign={severitySigns[severity]} />
              <Typography variant="body2">{sentence}</Typography>
            </li>
          ))}
        </Box>
      )}
    </Panel>
  );
}

interface RollPartProps {
  readonly dossier: DevelopmentDossier;
  readonly mayWrite: boolean;
}

/** Where the person stands on the roll, and the way to bring it up to the dossier. */
function RollPart(props: RollPartProps): ReactNode {
  const { id, roll } = props.dossier;
  const enter = useChange('development.enterOnRoll');
  if (roll.memberId === null && roll.pending === null) return null;
  return (
    <Box sx={{ mt: 1, pt: 1, borderTop: 1, borderColor: 'divider' }}>
      <Typography variant="body2">
        {roll.memberId === null ? (
          '不在党员名册'
        ) : (
          <>
            <MuiLink href={`/party/members/${roll.memberId}`}>党员名册</MuiLink>：{roll.words}
          </>
        )}
      </Typography>
      {roll.pending === null ? null : (
        <Alert
          severity="warning"
          sx={{ mt: 1 }}
          action={
            props.mayWrite ? (
              <Button color="inherit" disabled={enter.isPending} onClick={() => enter.mutate({ id })}>
                登入名册
              </Button>
            ) : null
          }
        >
          {roll.pending}
        </Alert>
      )}
      <FailureNotice error={enter.error} onClose={() => enter.reset()} />
    </Box>
  );
}
