import { LineChart } from '@mui/x-charts/LineChart';
import { useTheme } from '@mui/material/styles';
import type { ReactNode } from 'react';
import type { WeekFigures } from '../../../shared/domain/afterSchool/serviceFigures.ts';
import { inks } from '../../ground/theme.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { rootSize } from '../../ui/useRoom.ts';

/** Attendance and length of the service, week by week; the numbers stand in the table 按周. */
export function WeekTrend({ weeks }: { readonly weeks: readonly WeekFigures[] }): ReactNode {
  const theme = useTheme();
  const unit = rootSize() / 16;
  const tickLabelStyle = { fontSize: 12 * unit };
  if (weeks.length === 0) return <EmptyState sentence="还没有已确认开展的场次，画不出走势。" />;
  const axis = {
    data: weeks.map(({ week }) => `${week}周`),
    scaleType: 'point' as const,
    height: 30 * unit,
    tickLabelStyle,
  };
  const legend = { legend: { sx: { ...theme.typography.body2 } } };
  return (
    <>
      <LineChart
        skipAnimation
        height={190 * unit}
        colors={[inks.calm]}
        xAxis={[axis]}
        yAxis={[{ min: 0, max: 100, width: 44 * unit, tickLabelStyle }]}
        series={[
          {
            label: '出勤率（%）',
            data: weeks.map(({ due, present }) =>
              due === 0 ? null : Math.round((present / due) * 1000) / 10,
            ),
          },
        ]}
        grid={{ horizontal: true }}
        slotProps={legend}
      />
      <LineChart
        skipAnimation
        height={190 * unit}
        colors={[inks.good]}
        xAxis={[axis]}
        yAxis={[{ min: 0, width: 44 * unit, tickLabelStyle }]}
        series={[
          {
            label: '日均服务时长（分钟）',
            data: weeks.map(({ days, minutes }) => (days === 0 ? null : Math.round(minutes / days))),
          },
        ]}
        grid={{ horizontal: true }}
        slotProps={legend}
      />
    </>
  );
}
