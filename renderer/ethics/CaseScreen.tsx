import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { Fragment, type ReactNode } from 'react';
import { useParams } from 'react-router';
import type { CaseClockView, CaseView } from '../../shared/contract/ethics.ts';
import { useRights } from '../ground/sessionContext.tsx';
import { useCall } from '../client.ts';
import { PageHeader } from '../ui/PageHeader.tsx';
import { Panel } from '../ui/Panel.tsx';
import { QuietButton } from '../ui/QuietButton.tsx';
import { StatusSign } from '../ui/StatusSign.tsx';
import { Unanswered } from '../ui/Unanswered.tsx';
import { caseSign, clockSigns } from './ethicsSigns.ts';
import { CaseLooks } from './CaseLooks.tsx';
import { CasePapers } from './CasePapers.tsx';
import { CaseTimeline } from './CaseTimeline.tsx';
import { StepForm } from './StepForm.tsx';

/** One case: what happened, which clocks run, and the next step. */
export function CaseScreen(): ReactNode {
  const { caseId = '' } = useParams();
  const view = useCall('ethics.case', { id: caseId }, { fresh: true });
  const rights = useRights();
  if (!view.isSuccess) return <Unanswered query={view} />;
  const found = view.data;
  return (
    <>
      <PageHeader
        title={`案件 ${found.number}`}
        hint={`${found.staffName} · ${found.violation} · ${found.named ? '实名' : '匿名'} · 登记于 ${found.receivedOn}`}
        actions={
          <>
            <Button href="/ethics/cases" color="secondary">
              全部案件
            </Button>
            <QuietButton href={`/ethics/people/${found.staffId}`}>本人师德档案</QuietButton>
            <QuietButton href={`/ledger/ethicsCase/${found.id}`}>登记表和案卷</QuietButton>
          </>
        }
      />
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', mb: 2, flexWrap: 'wrap' }}>
        <StatusSign sign={caseSign(found.state)} />
        <Typography>{summaryOf(found)}</Typography>
      </Box>
      {found.urgent && found.steps.some(({ event }) => event === '紧急上报') ? (
        <Alert severity="error" sx={{ mb: 2 }}>
          这类情形应当立即报告教育局，并决定是否报告公安机关，请先办理“紧急上报”。
        </Alert>
      ) : null}
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', md: '1fr 1fr' } }}>
        <Box>
          {rights.mayWrite('ethics') ? (
            // A step changes what can be asked next, so each state has a form of its own.
            <StepForm key={`${found.state}${found.timeline.length}`} view={found} />
          ) : null}
          <Clocks clocks={found.clocks} />
        </Box>
        <Box>
          <CaseFacts view={found} />
          <CaseTimeline view={found} />
          {found.looks ? <CaseLooks looks={found.looks} /> : null}
        </Box>
      </Box>
      <CasePapers view={found} />
    </>
  );
}

function summaryOf(view: CaseView): string {
  const parts = [
    view.conclusion ? `结论：${view.conclusion}` : '',
    view.handling ? `处理：${view.handling}` : '',
    view.decidedBy ? `决定机关：${view.decidedBy}` : '',
    view.effectFrom ? `从 ${view.effectFrom} 起` : '',
    view.sanctionEndsOn ? `处分期到 ${view.sanctionEndsOn}` : '',
    view.disqualifiedUntil ? `取消资格到 ${view.disqualifiedUntil}` : '',
  ];
  return parts.filter((word) => word !== '').join('　');
}

/** What was reported and who works on it; nothing of who reported it. */
function CaseFacts({ view }: { readonly view: CaseView }): ReactNode {
  const lines: readonly (readonly [string, string])[] = [
    ['来源', `${view.channel}，${view.named ? '实名' : '匿名'}`],
    ['内容摘要', view.summary],
    ...(view.rejectionReason === null ? [] : [['不予受理', view.rejectionReason] as const]),
    ['办案人员', view.investigators.length > 0 ? view.investigators.join('、') : '还没有指定'],
  ];
  return (
    <Panel title="反映的问题" sx={{ mb: 2 }}>
      <Box
        component="dl"
        sx={{ m: 0, display: 'grid', gridTemplateColumns: 'auto 1fr', columnGap: 2, rowGap: 0.5 }}
      >
        {lines.map(([name, text]) => (
          <Fragment key={name}>
            <Typography component="dt" color="textSecondary">
              {name}
            </Typography>
            <Typography component="dd" sx={{ m: 0, overflowWrap: 'anywhere' }}>
              {text}
            </Typography>
          </Fragment>
        ))}
      </Box>
      <Typography variant="body2" color="textSecondary" sx={{ mt: 1 }}>
        {view.seesLocked
          ? '举报人、证据和笔录在“登记表和案卷”里，每次查看都有记录。'
          : '举报人、证据和笔录只有办案人员和负责人能看。'}
      </Typography>
    </Panel>
  );
}

function Clocks({ clocks }: { readonly clocks: readonly CaseClockView[] }): ReactNode {
  return (
    <Panel title="期限" sx={{ mt: 2 }}>
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {clocks.map((clock) => (
          <Box
            component="li"
            key={clock.step}
            sx={{ display: 'flex', gap: 1, alignItems: 'center', py: 0.5, flexWrap: 'wrap' }}
          >
            <Box component="span" sx={{ minWidth: '5rem' }}>
              {clock.step}
            </Box>
            <StatusSign sign={clockSigns[clock.state]} />
            <Typography variant="body2" color="textSecondary">
              {clock.dueOn ? `期限 ${clock.dueOn}` : '这一年的校历还没有，期限算不出'}
              {clock.doneOn ? `，${clock.doneOn} 完成` : ''}
            </Typography>
          </Box>
        ))}
      </Box>
    </Panel>
  );
}
