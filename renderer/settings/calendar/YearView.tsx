import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { memo, type ReactNode } from 'react';
import { dayOf, formatWeekday, weekdayNames } from '../../../shared/kernel/plainDate.ts';
import { inks } from '../../ground/theme.ts';
import type { DayKind, YearDay } from './yearDays.ts';

interface Mark {
  readonly sign: string;
  readonly word: string;
  readonly ink: string;
  readonly ground: string;
}

const marks: Readonly<Record<DayKind, Mark>> = {
  off: { sign: '休', word: '放假', ink: inks.bad, ground: '#FBE9E7' },
  madeUp: { sign: '班', word: '调休上班', ink: inks.warn, ground: '#FCF0DC' },
  teaching: { sign: '·', word: '上课', ink: inks.good, ground: '#E8F3EB' },
  plain: { sign: '', word: '不上课', ink: inks.quiet, ground: 'transparent' },
};

/** Twelve small months: days off, make-up days and teaching days by sign and colour. */
export const YearView = memo(function YearView(props: {
  readonly months: readonly (readonly YearDay[])[];
  readonly today: string;
}): ReactNode {
  return (
    <Box
      sx={{
        display: 'grid',
        columnGap: 1.5,
        rowGap: 1,
        alignItems: 'start',
        gridTemplateColumns: 'repeat(auto-fill, minmax(11.5rem, 1fr))',
      }}
    >
      {props.months.map((days, index) => (
        <Month key={index} month={index + 1} days={days} today={props.today} />
      ))}
    </Box>
  );
});

interface MonthProps {
  readonly month: number;
  readonly days: readonly YearDay[];
  readonly today: string;
}

function Month({ month, days, today }: MonthProps): ReactNode {
  return (
    <Box
      component="table"
      sx={{
        width: '100%',
        tableLayout: 'fixed',
        borderCollapse: 'separate',
        borderSpacing: '1px',
        fontSize: '0.75rem',
        lineHeight: 1.1,
        textAlign: 'center',
        '& caption': { textAlign: 'left', fontWeight: 600, fontSize: '0.8125rem', pb: 0.25 },
        '& th': { fontWeight: 400, color: 'text.secondary', p: 0 },
        '& td': { p: 0, height: '1.125rem', borderRadius: 0.5 },
      }}
    >
      <caption>{month}月</caption>
      <thead>
        <tr>
          {weekdayNames.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(days).map((week, index) => (
          <tr key={index}>
            {week.map((day, weekday) =>
              day ? <Day key={day.date} day={day} isToday={day.date === today} /> : <td key={weekday} />,
            )}
          </tr>
        ))}
      </tbody>
    </Box>
  );
}

function Day({ day, isToday }: { readonly day: YearDay; readonly isToday: boolean }): ReactNode {
  const mark = marks[day.kind];
  const words = dayWords(day, isToday);
  return (
    <Box
      component="td"
      title={words}
      aria-label={words}
      sx={{
        color: mark.ink,
        bgcolor: mark.ground,
        ...(isToday ? { outline: `2px solid ${inks.calm}`, outlineOffset: '-1px', fontWeight: 600 } : {}),
      }}
    >
      {dayOf(day.date)}
      <Box component="span" sx={{ fontSize: '0.625rem' }}>
        {mark.sign}
      </Box>
    </Box>
  );
}

function dayWords(day: YearDay, isToday: boolean): string {
  const taught =
    day.kind === 'madeUp' && day.timetable !== null
      ? `按星期${weekdayNames[day.timetable - 1] ?? ''}的课表上课`
      : '';
  return [
    `${day.date} ${formatWeekday(day.date)}`,
    marks[day.kind].word,
    day.name,
    taught,
    isToday ? '今天' : '',
  ]
    .filter((word) => word !== '')
    .join('，');
}

/** Rows of seven, Monday first, empty where the month has not begun or is over. */
function weeksOf(days: readonly YearDay[]): (YearDay | null)[][] {
  const cells: (YearDay | null)[] = [
    ...Array.from({ length: (days[0]?.weekday ?? 1) - 1 }, () => null),
    ...days,
  ];
  while (cells.length % 7 !== 0) cells.push(null);
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7));
}

/** What the signs mean and how many days of each there are. */
export function YearLegend({ months }: { readonly months: readonly (readonly YearDay[])[] }): ReactNode {
  const days = months.flat();
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, mb: 1 }}>
      {(['off', 'madeUp', 'teaching'] as const).map((kind) => (
        <Typography key={kind} variant="body2" sx={{ display: 'flex', alignItems: 'center', gap: 0.5 }}>
          <Box
            component="span"
            aria-hidden
            sx={{
              px: 0.5,
              borderRadius: 0.5,
              color: marks[kind].ink,
              bgcolor: marks[kind].ground,
            }}
          >
            {marks[kind].sign}
          </Box>
          {marks[kind].word} {days.filter((day) => day.kind === kind).length} 天
        </Typography>
      ))}
    </Box>
  );
}
