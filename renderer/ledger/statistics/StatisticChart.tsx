import { BarChart } from '@mui/x-charts/BarChart';
import { useTheme } from '@mui/material/styles';
import type { ReactNode } from 'react';
import type { StatisticTable } from '../../../shared/contract/ledgers.ts';
import { rootSize } from '../../ui/useRoom.ts';

/** Told apart by lightness as well as by hue. */
const colours = ['#2F5D8A', '#C98A2B', '#4F8F6B', '#B3261E', '#7A6BA8', '#8FB3D1', '#6B5A45', '#D7A6A0'];
const mostUpright = 6;
const longestUprightLabel = 6;

interface StatisticChartProps {
  readonly table: StatisticTable;
  /** Averages don't add up, so their bars stand side by side. */
  readonly stacked: boolean;
}

/** Bars of a statistic: upright for a few short labels, lying for many or long ones. The numbers stand in the table. */
export function StatisticChart({ table, stacked }: StatisticChartProps): ReactNode {
  const theme = useTheme();
  const unit = rootSize() / 16;
  const labels = table.rows.map((row) => row.label);
  const lying =
    labels.length > mostUpright || labels.some((label) => [...label].length > longestUprightLabel);
  const widest = Math.max(...labels.map((label) => [...label].length), 2);
  const band = {
    data: labels,
    scaleType: 'band',
    categoryGapRatio: 0.35,
    tickLabelStyle: { fontSize: 12 * unit },
  } as const;
  const amount = { min: 0, tickMinStep: 1, tickLabelStyle: { fontSize: 12 * unit } } as const;
  return (
    <BarChart
      skipAnimation
      layout={lying ? 'horizontal' : 'vertical'}
      height={(lying ? Math.max(160, labels.length * 26 + 90) : 260) * unit}
      colors={colours}
      xAxis={[lying ? amount : band]}
      yAxis={[
        lying ? { ...band, width: Math.min(12, widest + 1) * 12.5 * unit } : { ...amount, width: 40 * unit },
      ]}
      series={table.columns.map((label, index) => ({
        id: String(index),
        label,
        data: table.rows.map((row) => row.values[index] ?? 0),
        ...(stacked ? { stack: 'all' } : {}),
      }))}
      grid={lying ? { vertical: true } : { horizontal: true }}
      hideLegend={table.columns.length < 2}
      slotProps={{ legend: { sx: { ...theme.typography.body2 } } }}
    />
  );
}
