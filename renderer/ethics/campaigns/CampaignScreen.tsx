import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState, type ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { periodOf } from '../../../shared/kernel/periods.ts';
import { usePeriod } from '../../ground/periodContext.tsx';
import { useRights } from '../../ground/sessionContext.tsx';
import { useToday } from '../../ground/today.ts';
import { useCall } from '../../client.ts';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { PeriodStepper } from '../../ui/PeriodStepper.tsx';
import { QuietButton } from '../../ui/QuietButton.tsx';
import { Unanswered } from '../../ui/Unanswered.tsx';
import { ChoiceField } from '../ChoiceField.tsx';
import { CampaignSummary } from './CampaignSummary.tsx';
import { SignerList } from './SignerList.tsx';
import { selfCheckOccasions, signCampaigns } from '../../../shared/domain/ethics/words.ts';

/** Pledges and self-examinations: who has signed, who has not, and the entry of many at once. */
export function CampaignScreen(): ReactNode {
  const today = useToday();
  const chosen = usePeriod();
  const [search, setSearch] = useSearchParams();
  const mayWrite = useRights().mayWrite('ethics');
  const campaign = signCampaigns.find((one) => one === search.get('campaign')) ?? '师德承诺书';
  const isPledge = campaign === '师德承诺书';
  const [year, setYear] = useState<string | null>(null);
  const [term, setTerm] = useState<string | null>(null);
  const shownTerm = term ?? chosen.term ?? periodOf('term', today);
  const vacation = shownTerm.endsWith('-1') ? ('寒假前' as const) : ('暑假前' as const);
  const occasion = selfCheckOccasions.find((one) => one === search.get('occasion')) ?? vacation;
  const period = isPledge ? (year ?? chosen.schoolYear) : shownTerm;
  const about = { campaign, period, occasion: isPledge ? null : occasion };
  const view = useCall('ethics.campaign', about);
  const reports = isPledge
    ? { all: 'pledgeForms', missing: 'pledgeFormsMissing', status: 'pledgeStatus' }
    : { all: 'selfCheckForms', missing: 'selfCheckFormsMissing', status: 'selfCheckResults' };
  const print = (name: string) => `/reports?${new URLSearchParams({ name, period }).toString()}`;

  return (
    <>
      <PageHeader
        title="承诺书和自查"
        hint="以当天在岗人员为准，逐人看签订情况；签完一次登记，例外的取消勾选。"
        actions={
          <>
            <Button href="/ledger/ethicsClause" color="secondary">
              条款文本
            </Button>
            <QuietButton href={print(reports.status)}>{isPledge ? '签订情况表' : '自查结果表'}</QuietButton>
            <QuietButton href={print(reports.missing)}>打印未签人员</QuietButton>
            <Button href={print(reports.all)} variant="contained">
              打印全部
            </Button>
          </>
        }
      />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'flex-end', mb: 2 }}>
        <ChoiceField
          label="事项"
          value={campaign}
          options={signCampaigns.map((value) => ({ value, label: value }))}
          onChange={(value) => setSearch({ campaign: value }, { replace: true })}
        />
        {isPledge ? (
          <PeriodStepper kinds={['schoolYear']} value={period} onChange={setYear} name="学年" />
        ) : (
          <>
            <ChoiceField
              label="时点"
              value={occasion}
              options={['学期中' as const, vacation].map((value) => ({
                value,
                label: value,
              }))}
              onChange={(value) => setSearch({ campaign, occasion: value }, { replace: true })}
              minWidth="8rem"
            />
            <PeriodStepper
              kinds={['term']}
              value={period}
              onChange={(next) => {
                setTerm(next);
                setSearch({ campaign }, { replace: true });
              }}
              name="学期"
            />
          </>
        )}
      </Box>
      <Unanswered query={view} />
      {view.data ? (
        <>
          <CampaignSummary view={view.data} isPledge={isPledge} />
          <SignerList
            key={`${campaign} ${period} ${about.occasion ?? ''}`}
            about={about}
            view={view.data}
            mayWrite={mayWrite}
          />
        </>
      ) : null}
    </>
  );
}
