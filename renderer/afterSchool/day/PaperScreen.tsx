import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useState, type ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { addDays, isPlainDate, mondayOf } from '../../../shared/kernel/plainDate.ts';
import { usePeriod } from '../../ground/periodContext.tsx';
import { useRights } from '../../ground/sessionContext.tsx';
import { useToday } from '../../ground/today.ts';
import { useCall } from '../../client.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { SentenceAlert } from '../../ui/SentenceAlert.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { QuietButton } from '../../ui/QuietButton.tsx';
import { PaperGrid } from './PaperGrid.tsx';

/** Entry of returned paper: one group, one week, pupils × sessions. */
export function PaperScreen(): ReactNode {
  const today = useToday();
  const period = usePeriod();
  const [search, setSearch] = useSearchParams();
  const asked = search.get('on') ?? '';
  const on = mondayOf(isPlainDate(asked) ? asked : today);
  const term = period.term ?? period.current.term ?? null;
  const courses = useCall('ledger.list', {
    query: { ledger: 'serviceCourse', period: term },
    page: 0,
    pageSize: 200,
  });
  const rows = courses.data?.rows ?? [];
  const courseId = search.get('course') ?? rows[0]?.id ?? '';
  const week = useCall('serviceDay.week', { courseId, on }, { enabled: courseId !== '' });
  const mayWrite = useRights().mayWrite('afterSchool');
  const [saved, setSaved] = useState<{
    readonly place: string;
    readonly sentences: readonly string[];
  } | null>(null);
  const place = `${courseId} ${on}`;
  const go = (next: { readonly course?: string; readonly on?: string }) => {
    setSearch({ course: next.course ?? courseId, on: next.on ?? on });
  };
  const desks = (week.data?.desks ?? []).filter(
    ({ session }) => session.cancelledReason === null && session.heldOn <= today,
  );
  return (
    <Box sx={{ height: '100%', display: 'flex', flexDirection: 'column' }}>
      <PageHeader
        title="补录点名"
        hint={`${on} 这一周的纸质点名表。方向键移动，字母记例外：C 迟到、J 请假、Q 缺勤、T 缺勤已告知、D 到；早退请到当天点名里写明时间。`}
        actions={
          <>
            <TextField
              select
              label="班组"
              value={rows.some(({ id }) => id === courseId) ? courseId : ''}
              sx={{ width: '16rem' }}
              onChange={(event) => go({ course: event.target.value })}
            >
              {rows.map(({ id, values }) => (
                <MenuItem key={id} value={id}>
                  {String(values['name'])}
                </MenuItem>
              ))}
            </TextField>
            <QuietButton onClick={() => go({ on: addDays(on, -7) })}>上一周</QuietButton>
            <QuietButton disabled={addDays(on, 7) > today} onClick={() => go({ on: addDays(on, 7) })}>
              下一周
            </QuietButton>
          </>
        }
      />
      <FailureNotice error={week.error ?? courses.error} onRetry={() => void week.refetch()} />
      {saved?.place === place ? (
        <SentenceAlert
          severity={saved.sentences.length > 1 ? 'warning' : 'success'}
          sentences={saved.sentences}
          rest="处要补"
        />
      ) : null}
      {courseId !== '' && week.isPending ? <Loading /> : null}
      {courses.data && rows.length === 0 ? (
        <EmptyState sentence="这个学期还没有课后服务课程，请先登记课程。">
          <Button href="/ledger/serviceCourse" variant="outlined">
            登记课程
          </Button>
        </EmptyState>
      ) : null}
      {week.data && desks.length === 0 ? <EmptyState sentence="这个班组这一周没有已到时间的场次。" /> : null}
      {desks.length > 0 ? (
        <PaperGrid
          key={`${place} ${desks.map(({ rollCall }) => rollCall.revision ?? 0).join(',')}`}
          desks={desks}
          mayWrite={mayWrite}
          onSaved={({ saved: count, warnings }) =>
            setSaved({
              place,
              sentences: [`已保存 ${count} 场点名。`, ...warnings.map(({ sentence }) => sentence)],
            })
          }
        />
      ) : null}
    </Box>
  );
}
