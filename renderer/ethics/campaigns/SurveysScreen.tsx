import Button from '@mui/material/Button';
import MuiLink from '@mui/material/Link';
import Paper from '@mui/material/Paper';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { usePeriod } from '../../ground/periodContext.tsx';
import { useRights } from '../../ground/sessionContext.tsx';
import { useCall } from '../../client.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { PeriodStepper } from '../../ui/PeriodStepper.tsx';
import { percentWords } from './percentWords.ts';

/** Questionnaires of a school year with how many came back and how satisfied people are. */
export function SurveysScreen(): ReactNode {
  const choice = usePeriod();
  const [chosen, setChosen] = useState<string | null>(null);
  const schoolYear = chosen ?? choice.schoolYear;
  const surveys = useCall('ethics.surveys', { schoolYear }, { fresh: true });
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
              <Button component={Link} to="/ledger/ethicsSurvey/new" variant="contained">
                新建问卷
              </Button>
            ) : null}
          </>
        }
      />
      <FailureNotice error={surveys.error} onRetry={() => void surveys.refetch()} />
      {surveys.isPending ? <Loading /> : null}
      {surveys.data?.length === 0 ? (
        <EmptyState sentence="这个学年还没有问卷。新建一份，填好题目就可以打印。" />
      ) : null}
      {surveys.data && surveys.data.length > 0 ? (
        <Paper variant="outlined" component="section" aria-label="问卷">
          <Table size="small">
            <TableHead>
              <TableRow>
                <TableCell sx={{ width: '8rem' }}>发放日期</TableCell>
                <TableCell>问卷</TableCell>
                <TableCell sx={{ width: '5rem' }}>对象</TableCell>
                <TableCell align="right">发放</TableCell>
                <TableCell align="right">收回</TableCell>
                <TableCell align="right">满意率</TableCell>
              </TableRow>
            </TableHead>
            <TableBody>
              {surveys.data.map((row) => (
                <TableRow key={row.id}>
                  <TableCell>{row.startsOn}</TableCell>
                  <TableCell>
                    <MuiLink component={Link} to={`/ethics/surveys/${row.id}`} color="inherit">
                      {row.title}
                    </MuiLink>
                  </TableCell>
                  <TableCell>{row.audience}</TableCell>
                  <TableCell align="right">{row.issued === null ? '' : `${row.issued} 份`}</TableCell>
                  <TableCell align="right">{row.sheets} 份</TableCell>
                  <TableCell align="right">{percentWords(row.satisfiedPercent, row.suppressed)}</TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </Paper>
      ) : null}
    </>
  );
}
