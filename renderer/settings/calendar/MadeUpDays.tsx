import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import type { CalendarDay } from '../../../shared/contract/upkeep.ts';
import { formatWeekday, weekdayNames } from '../../../shared/kernel/plainDate.ts';
import { useRights } from '../../ground/sessionContext.tsx';
import { useChange } from '../../client.ts';
import { ColumnTable } from '../../ui/ColumnTable.tsx';
import { FailureNotice } from '../../ui/FailureNotice.tsx';

const schooldays = weekdayNames.slice(0, 5);

/** The make-up working days of a year, each with whose timetable is taught on it. */
export function MadeUpDays({ days }: { readonly days: readonly CalendarDay[] }): ReactNode {
  const rights = useRights();
  const change = useChange('calendar.setFollowWeekday');
  if (days.length === 0) return <Typography color="textSecondary">这一年没有调休上班的日子。</Typography>;
  return (
    <>
      <FailureNotice error={change.error} onClose={() => change.reset()} />
      <ColumnTable
        label="调休上班的日子"
        sx={{ '& th, & td': { px: 0.5 } }}
        rows={days}
        rowKey={({ date }) => date}
        columns={[
          {
            head: '日期',
            sx: { whiteSpace: 'nowrap' },
            cell: ({ date }) => (
              <>
                {date.slice(5)}
                <Box component="span" sx={{ color: 'text.secondary' }}>
                  {' '}
                  {formatWeekday(date)}
                </Box>
              </>
            ),
          },
          { head: '因', cell: ({ name }) => name },
          {
            head: '按哪天的课表上课',
            cell: ({ date, followWeekday }) =>
              rights.may('manageSettings') ? (
                <TextField
                  select
                  value={followWeekday ?? ''}
                  onChange={({ target: { value } }) =>
                    change.mutate({ date, weekday: value === '' ? null : Number(value) })
                  }
                  slotProps={{
                    select: { native: true },
                    htmlInput: { 'aria-label': `${date} 按哪天的课表上课` },
                  }}
                  sx={{ '& select': { py: 0.5, fontSize: '0.8125rem' } }}
                >
                  <option value="">没定（不上课）</option>
                  {schooldays.map((name, index) => (
                    <option key={name} value={index + 1}>
                      星期{name}
                    </option>
                  ))}
                </TextField>
              ) : followWeekday === null ? (
                '没定（不上课）'
              ) : (
                `星期${weekdayNames[followWeekday - 1] ?? ''}`
              ),
          },
        ]}
      />
    </>
  );
}
