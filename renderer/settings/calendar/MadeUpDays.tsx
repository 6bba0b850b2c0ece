import Box from '@mui/material/Box';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import type { CalendarDay } from '../../../shared/contract/upkeep.ts';
import { formatWeekday, weekdayNames } from '../../../shared/kernel/plainDate.ts';
import { useRights } from '../../ground/sessionContext.tsx';
import { useChange } from '../../client.ts';
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
      <Table size="small" aria-label="调休上班的日子" sx={{ '& th, & td': { px: 0.5 } }}>
        <TableHead>
          <TableRow>
            <TableCell>日期</TableCell>
            <TableCell>因</TableCell>
            <TableCell>按哪天的课表上课</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {days.map((day) => (
            <TableRow key={day.date}>
              <TableCell sx={{ whiteSpace: 'nowrap' }}>
                {day.date.slice(5)}
                <Box component="span" sx={{ color: 'text.secondary' }}>
                  {' '}
                  {formatWeekday(day.date)}
                </Box>
              </TableCell>
              <TableCell>{day.name}</TableCell>
              <TableCell>
                {rights.may('manageSettings') ? (
                  <TextField
                    select
                    value={day.followWeekday ?? ''}
                    onChange={(event) =>
                      change.mutate({
                        date: day.date,
                        weekday: event.target.value === '' ? null : Number(event.target.value),
                      })
                    }
                    slotProps={{
                      select: { native: true },
                      htmlInput: { 'aria-label': `${day.date} 按哪天的课表上课` },
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
                ) : day.followWeekday === null ? (
                  '没定（不上课）'
                ) : (
                  `星期${weekdayNames[day.followWeekday - 1] ?? ''}`
                )}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </>
  );
}
