import { BarChart } from '@mui/x-charts/BarChart';
import { useTheme } from '@mui/material/styles';
import type { ReactNode } from 'react';
import type { StatisticTable } from '../../../shared/ledger/statistics.ts';
import { rootSize } from '../../ui/useRoom.ts';
import { barsOf } from './statisticBars.ts';

/** Told apart by lightness as well as by hue. */
const colours = ['#2F5D8A', '#C98A2B', '#4F8F6B', '#B3261E', '#7A6BA8', '#8FB3D1', '#6B5A45', '#D7A6A0'];

interface StatisticChartProps {
  readonly table: StatisticTable;
  /** Averages don't add up, so their bars stand side by side. */
  readonly stacked: boolean;
}

/** Bars of a statistic, lying, so that their labels stay readable. The numbers stand in the table. */
export function StatisticChart({ table, stacked }: StatisticChartProps): ReactNode {
  const theme = useTheme();
  const unit = rootSize() / 16;
  const { labels, series } = barsOf(table, colours.length);
  const widest = Math.max(...labels.map((label) => [...label].length), 2);
  const tickLabelStyle = { fontSize: 12 * unit };
  const thickness = stacked ? 28 : 14 * series.length + 14;
  return (
    <BarChart
      skipAnimation
      layout="horizontal"
      height={(labels.length * thickness + (series.length > 1 ? 130 : 84)) * unit}
      colors={colours}
      // The default heights have no room for Chinese characters.
      xAxis={[{ min: 0, tickMinStep: 1, height: 36 * unit, tickLabelStyle }]}
      yAxis={[
        {
          data: labels,
          scaleType: 'band',
          categoryGapRatio: 0.35,
          width: (Math.min(12, widest) * 12.5 + 16) * unit,
          tickLabelStyle,
        },
      ]}
      series={series.map(({ label, values }, index) => ({
        id: String(index),
        label,
        data: [...values],
        ...(stacked ? { stack: 'all' } : {}),
      }))}
      grid={{ vertical: true }}
      hideLegend={series.length < 2}
      slotProps={{ legend: { sx: { ...theme.typography.body2 } } }}
    />
  );
}
