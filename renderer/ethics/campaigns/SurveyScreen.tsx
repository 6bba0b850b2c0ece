import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import type { SurveyView } from '../../../shared/contract/ethicsCampaign.ts';
import { useRights } from '../../ground/sessionContext.tsx';
import { useCall } from '../../client.ts';
import { ColumnTable } from '../../ui/ColumnTable.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { QuietButton } from '../../ui/QuietButton.tsx';
import { Unanswered } from '../../ui/Unanswered.tsx';
import { AnswerBar, AnswerLegend } from './AnswerBar.tsx';
import { percentWords } from './percentWords.ts';
import { SheetEntry } from './SheetEntry.tsx';

/** One questionnaire: its result as a distribution, and the entry of filled sheets. */
export function SurveyScreen(): ReactNode {
  const { surveyId = '' } = useParams();
  const survey = useCall('ethics.survey', { id: surveyId });
  const mayWrite = useRights().mayWrite('ethics');
  if (!survey.isSuccess) return <Unanswered query={survey} />;
  const view = survey.data;
  const print = (name: string) => `/reports?${new URLSearchParams({ name, recordId: surveyId }).toString()}`;
  return (
    <>
      <PageHeader
        title={view.title}
        hint={[
          view.audience,
          view.issued === null ? '' : `发放 ${view.issued} 份`,
          `收回 ${view.result.sheets} 份`,
          view.issued ? `回收率 ${((view.result.sheets / view.issued) * 100).toFixed(1)}%` : '',
        ]
          .filter((word) => word !== '')
          .join(' · ')}
        actions={
          <>
            <Button href="/ethics/surveys" color="secondary">
              全部问卷
            </Button>
            <QuietButton href={`/ledger/ethicsSurvey/${surveyId}/edit`}>题目和设置</QuietButton>
            <QuietButton href={print('surveyForm')}>打印问卷</QuietButton>
            <Button href={print('surveyResult')} variant="contained">
              打印结果
            </Button>
          </>
        }
      />
      {view.questions.length === 0 ? (
        <EmptyState sentence="这份问卷还没有题目。到“题目和设置”里填写题目，再打印或录入。" />
      ) : (
        <>
          {mayWrite ? <SheetEntry key={view.questions.join('\n')} view={view} /> : null}
          <Result view={view} />
          <Groups view={view} />
        </>
      )}
    </>
  );
}

function Result({ view }: { readonly view: SurveyView }): ReactNode {
  const { result, minimum } = view;
  if (result.sheets === 0) return <EmptyState sentence="还没有录入答卷。" />;
  if (result.suppressed)
    return (
      <Alert severity="info" sx={{ mb: 2 }}>
        收回的答卷不足 {minimum} 份，为免认出答卷的人，暂不显示结果。
      </Alert>
    );
  return (
    <Panel
      title={`满意率 ${percentWords(result.overall?.satisfiedPercent ?? null, false)}（很满意和满意）`}
      label="问卷结果"
      sx={{ mb: 2 }}
    >
      <AnswerLegend />
      {result.questions.map(({ question, text, counts, satisfiedPercent }) => (
        <Box
          key={question}
          sx={{
            display: 'grid',
            gridTemplateColumns: '22rem 1fr 5rem',
            gap: 2,
            alignItems: 'center',
            py: 0.5,
          }}
        >
          <Typography>
            {question}. {text}
          </Typography>
          <AnswerBar label={`第 ${question} 题`} counts={counts} />
          <Typography align="right">{percentWords(satisfiedPercent, false)}</Typography>
        </Box>
      ))}
    </Panel>
  );
}

function Groups({ view }: { readonly view: SurveyView }): ReactNode {
  if (view.grouping === '全校' || view.result.groups.length === 0) return null;
  return (
    <Panel
      title={`按${view.grouping}`}
      note={`少于 ${view.minimum} 份的不显示；只有一个不够的，再隐去份数最少的一个，以免推算出来。`}
      flush
      sx={{ maxWidth: '40rem' }}
    >
      <ColumnTable
        rows={view.result.groups}
        rowKey={({ group }) => group}
        columns={[
          { head: view.grouping, cell: ({ group }) => group },
          { head: '答卷', cell: ({ sheets }) => (sheets === null ? '—' : `${sheets} 份`), right: true },
          {
            head: '满意率',
            cell: ({ satisfiedPercent, suppressed }) =>
              suppressed ? '不显示' : percentWords(satisfiedPercent, false),
            right: true,
          },
        ]}
      />
    </Panel>
  );
}
