import Button from '@mui/material/Button';
import MuiLink from '@mui/material/Link';
import { useState, type ReactNode } from 'react';
import { usePeriod } from '../../ground/periodContext.tsx';
import { useRights } from '../../ground/sessionContext.tsx';
import { useCall } from '../../client.ts';
import { ColumnTable } from '../../ui/ColumnTable.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { PeriodStepper } from '../../ui/PeriodStepper.tsx';
import { Unanswered } from '../../ui/Unanswered.tsx';
import { percentWords } from './percentWords.ts';

/** Questionnaires of a school year with how many came back and how satisfied people are. */
export function SurveysScreen(): ReactNode {
  const choice = usePeriod();
  const [chosen, setChosen] = useState<string | null>(null);
  const schoolYear = chosen ?? choice.schoolYear;
  const surveys = useCall('ethics.surveys', { schoolYear });
  const mayWrite = useRights().mayWrite('ethics');
  return (
    <>
      <PageHeader
        title="师德问卷"
        hint="家长、学生不记名问卷：打印纸质问卷，收回后成批录入或从表格导入，只保存票数。"
        actions={
          <>
            <PeriodStepper kinds={['schoolYear']} value={schoolYear} onChange={setChosen} name="学年" />
            {mayWrite ? (
              <Button href="/ledger/ethicsSurvey/new" variant="contained">
                新建问卷
              </Button>
            ) : null}
          </>
        }
      />
      <Unanswered query={surveys} />
      {surveys.data?.length === 0 ? (
        <EmptyState sentence="这个学年还没有问卷。新建一份，填好题目就可以打印。" />
      ) : null}
      {surveys.data && surveys.data.length > 0 ? (
        <Panel label="问卷" flush>
          <ColumnTable
            rows={surveys.data}
            rowKey={({ id }) => id}
            columns={[
              { head: '发放日期', cell: ({ startsOn }) => startsOn, sx: { width: '8rem' } },
              {
                head: '问卷',
                cell: ({ id, title }) => (
                  <MuiLink href={`/ethics/surveys/${id}`} color="inherit">
                    {title}
                  </MuiLink>
                ),
              },
              { head: '对象', cell: ({ audience }) => audience, sx: { width: '5rem' } },
              { head: '发放', cell: ({ issued }) => (issued === null ? '' : `${issued} 份`), right: true },
              { head: '收回', cell: ({ sheets }) => `${sheets} 份`, right: true },
              {
                head: '满意率',
                cell: ({ satisfiedPercent, suppressed }) => percentWords(satisfiedPercent, suppressed),
                right: true,
              },
            ]}
          />
        </Panel>
      ) : null}
    </>
  );
}
