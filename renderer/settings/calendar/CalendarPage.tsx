import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import Typography from '@mui/material/Typography';
import ChevronLeft from '@mui/icons-material/ChevronLeft';
import ChevronRight from '@mui/icons-material/ChevronRight';
import { useMemo, type ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import type { CalendarDay } from '../../../shared/contract/upkeep.ts';
import { createSchoolCalendar } from '../../../shared/kernel/calendar.ts';
import type { LedgerRecord } from '../../../shared/ledger/definition.ts';
import { usePeriod } from '../../ground/periodContext.tsx';
import { useRights } from '../../ground/sessionContext.tsx';
import { useToday } from '../../ground/today.ts';
import { useCall, useChange } from '../../client.ts';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { QuietButton } from '../../ui/QuietButton.tsx';
import { useRoom } from '../../ui/useRoom.ts';
import { SettingsPage } from '../SettingsPage.tsx';
import { MadeUpDays } from './MadeUpDays.tsx';
import { TermTable } from './TermTable.tsx';
import { offRanges, yearDays } from './yearDays.ts';
import { YearLegend, YearView } from './YearView.tsx';

const firstYear = 2000;
const lastYear = 2100;

/** A year of the school at a glance: holidays, make-up days and the days with lessons. */
export function CalendarPage(): ReactNode {
  const period = usePeriod();
  const rights = useRights();
  const [search, setSearch] = useSearchParams();
  const asked = Number(search.get('year'));
  const year = asked >= firstYear && asked <= lastYear ? asked : Number(period.year);
  const show = (to: number) => setSearch({ year: String(to) }, { replace: true });

  const listed = useCall('calendar.days', { year }, { keepPrevious: true });
  const terms = useCall('ledger.list', { query: { ledger: 'term' }, page: 0, pageSize: 200 });
  const importing = useChange('calendar.import');
  const error = listed.error ?? terms.error;

  return (
    <SettingsPage
      title="校历"
      actions={
        <>
          <Box role="group" aria-label="年份" sx={{ display: 'flex', alignItems: 'center' }}>
            <IconButton
              aria-label={`看 ${year - 1} 年`}
              disabled={year <= firstYear}
              onClick={() => show(year - 1)}
            >
              <ChevronLeft />
            </IconButton>
            <Typography aria-live="polite" sx={{ fontWeight: 600, minWidth: '4.5rem', textAlign: 'center' }}>
              {year}年
            </Typography>
            <IconButton
              aria-label={`看 ${year + 1} 年`}
              disabled={year >= lastYear}
              onClick={() => show(year + 1)}
            >
              <ChevronRight />
            </IconButton>
          </Box>
          {rights.may('manageSettings') ? (
            <QuietButton
              disabled={importing.isPending}
              onClick={() =>
                importing.mutate({}, { onSuccess: (done) => (done ? show(done.year) : undefined) })
              }
            >
              导入放假安排…
            </QuietButton>
          ) : null}
        </>
      }
    >
      <FailureNotice error={importing.error} onClose={() => importing.reset()} />
      {importing.data ? (
        <Alert severity="success" sx={{ mb: 2 }} onClose={() => importing.reset()}>
          已导入 {importing.data.year} 年的放假安排，共 {importing.data.days} 天；这一年原来的安排已由它代替。
        </Alert>
      ) : null}
      <FailureNotice error={error} onRetry={() => void Promise.all([listed.refetch(), terms.refetch()])} />
      {listed.data && terms.data ? (
        <Year year={year} listed={listed.data} terms={terms.data.rows} />
      ) : error ? null : (
        <Loading />
      )}
    </SettingsPage>
  );
}

interface YearProps {
  readonly year: number;
  readonly listed: readonly CalendarDay[];
  readonly terms: readonly LedgerRecord[];
}

/** Room for the lists beside the months, in rem of the window's width. */
const roomForLists = 80;

function Year({ year, listed, terms }: YearProps): ReactNode {
  const today = useToday();
  const beside = useRoom(roomForLists);
  const months = useMemo(() => yearDays(year, listed, terms.flatMap(teachingSpan)), [year, listed, terms]);
  return (
    <>
      <KnownNotice year={year} listed={listed} />
      <YearLegend months={months} />
      <Box
        sx={{
          display: 'grid',
          gap: 3,
          gridTemplateColumns: beside && listed.length > 0 ? 'minmax(0, 1fr) 22rem' : 'minmax(0, 1fr)',
        }}
      >
        <YearView months={months} today={today} />
        {listed.length > 0 ? (
          <Box>
            <Typography variant="h2" sx={{ mb: 0.5 }}>
              调休上班
            </Typography>
            <MadeUpDays days={listed.filter((day) => !day.isOffDay)} />
            <Typography variant="h2" sx={{ mt: 2, mb: 0.5 }}>
              放假
            </Typography>
            <OffList listed={listed} />
          </Box>
        ) : null}
      </Box>
      <Typography variant="h2" sx={{ mt: 3, mb: 0.5 }}>
        学期
      </Typography>
      <TermTable terms={terms} />
    </>
  );
}

/** What it means that a year's arrangement isn't there, or not whole. */
function KnownNotice({ year, listed }: Omit<YearProps, 'terms'>): ReactNode {
  const rights = useRights();
  if (createSchoolCalendar(listed).hasDataFor(year)) return null;
  const way = rights.may('manageSettings')
    ? '国务院办公厅公布后，用“导入放假安排”导入。'
    : '国务院办公厅公布后，请负责人或管理员导入。';
  return (
    <Alert severity="info" sx={{ mb: 2 }}>
      {listed.length === 0
        ? `还没有 ${year} 年的放假安排，所以看不出哪天放假、哪天调休，按工作日计算的期限也算不到这一年。${way}`
        : `${year} 年的放假安排不完整（元旦或国庆节没有列出），暂时不能用来计算工作日。请核对后重新导入。`}
    </Alert>
  );
}

function OffList({ listed }: { readonly listed: readonly CalendarDay[] }): ReactNode {
  return (
    <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
      {offRanges(listed).map(({ name, from, to, days }) => (
        <Box key={from} component="li" sx={{ display: 'flex', gap: 1, py: 0.25 }}>
          <Box component="span" sx={{ flex: 1 }}>
            {name}
          </Box>
          <span>{from === to ? from.slice(5) : `${from.slice(5)} 至 ${to.slice(5)}`}</span>
          <Box component="span" sx={{ minWidth: '3rem', textAlign: 'right', color: 'text.secondary' }}>
            {days} 天
          </Box>
        </Box>
      ))}
    </Box>
  );
}

function teachingSpan({ values }: LedgerRecord): { from: string; to: string }[] {
  const { firstTeachingOn: from, lastTeachingOn: to } = values;
  return typeof from === 'string' && typeof to === 'string' ? [{ from, to }] : [];
}
