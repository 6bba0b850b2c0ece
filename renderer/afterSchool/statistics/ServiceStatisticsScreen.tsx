import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Paper from '@mui/material/Paper';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import Typography from '@mui/material/Typography';
import { useState, type ReactNode } from 'react';
import {
  indicatorsOf,
  type FigureBase,
  type Indicator,
  type ServiceFigures,
} from '../../../shared/domain/afterSchool/serviceFigures.ts';
import { usePeriod } from '../../ground/periodContext.tsx';
import { useCall } from '../../client.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { Unanswered } from '../../ui/Unanswered.tsx';
import { FigureTable } from './FigureTable.tsx';
import { tableOf, type Grouping } from './figureTables.ts';
import { WeekTrend } from './WeekTrend.tsx';

const groupings: readonly { readonly value: Grouping; readonly label: string }[] = [
  { value: 'grade', label: '按年级' },
  { value: 'class', label: '按班级' },
  { value: 'kind', label: '按课程类别' },
  { value: 'weekday', label: '按星期' },
  { value: 'week', label: '按周' },
];

/** The figures asked upward, with the base that is chosen standing beside every share. */
export function ServiceStatisticsScreen(): ReactNode {
  const period = usePeriod();
  const term = period.term ?? period.current.term ?? '';
  const figures = useCall('service.figures', { period: term });
  const [base, setBase] = useState<FigureBase>({ withBoarders: true, teachers: 'fullTime' });
  return (
    <>
      <PageHeader
        title="课后服务统计"
        hint="每个比率都写明分子和分母；分母口径各地不同，可以在这里换。"
        actions={
          <Button href={`/reports?name=serviceStatistics&period=${term}`} variant="outlined">
            上报统计表
          </Button>
        }
      />
      <Unanswered query={figures} label="正在统计" />
      {figures.data && figures.data.classes.length === 0 ? (
        <EmptyState sentence="还没有一至九年级的在校学生，统计不出来。请先导入班级和学生。" />
      ) : null}
      {figures.data && figures.data.classes.length > 0 ? (
        <>
          <BaseChoice base={base} onChange={setBase} day={figures.data.day} />
          <Indicators indicators={indicatorsOf(figures.data, base)} />
          <Figures figures={figures.data} base={base} />
        </>
      ) : null}
    </>
  );
}

function BaseChoice({
  base,
  onChange,
  day,
}: {
  readonly base: FigureBase;
  readonly onChange: (base: FigureBase) => void;
  readonly day: string;
}): ReactNode {
  return (
    <Box sx={{ display: 'flex', gap: 2, flexWrap: 'wrap', alignItems: 'center', mb: 1.5 }}>
      <ToggleButtonGroup
        exclusive
        size="small"
        aria-label="学生分母"
        value={base.withBoarders ? 'all' : 'day'}
        onChange={(_event, next: 'all' | 'day' | null) => {
          if (next) onChange({ ...base, withBoarders: next === 'all' });
        }}
      >
        <ToggleButton value="all">全体在校生</ToggleButton>
        <ToggleButton value="day">不含寄宿生</ToggleButton>
      </ToggleButtonGroup>
      <ToggleButtonGroup
        exclusive
        size="small"
        aria-label="教师分母"
        value={base.teachers}
        onChange={(_event, next: FigureBase['teachers'] | null) => {
          if (next) onChange({ ...base, teachers: next });
        }}
      >
        <ToggleButton value="fullTime">专任教师</ToggleButton>
        <ToggleButton value="staff">教职工</ToggleButton>
      </ToggleButtonGroup>
      <Typography variant="body2" color="textSecondary">
        统计至 {day}，只算已确认开展的场次。
      </Typography>
    </Box>
  );
}

function Indicators({ indicators }: { readonly indicators: readonly Indicator[] }): ReactNode {
  return (
    <Box
      component="dl"
      aria-label="主要指标"
      sx={{
        m: 0,
        mb: 2,
        display: 'grid',
        gap: 1,
        gridTemplateColumns: 'repeat(auto-fit, minmax(15rem, 1fr))',
      }}
    >
      {indicators.map(({ name, part, partWords, whole, wholeWords }) => (
        <Paper key={name} variant="outlined" component="div" sx={{ p: 1.5 }}>
          <Typography component="dt" variant="body2" color="textSecondary">
            {name}
          </Typography>
          <Typography component="dd" sx={{ m: 0, fontSize: '1.375rem', fontWeight: 600 }}>
            {whole === 0 ? '—' : `${((part / whole) * 100).toFixed(1)}%`}
          </Typography>
          <Typography component="dd" variant="body2" color="textSecondary" sx={{ m: 0 }}>
            {`${partWords} ${part} ÷ ${wholeWords} ${whole}`}
          </Typography>
        </Paper>
      ))}
    </Box>
  );
}

function Figures({
  figures,
  base,
}: {
  readonly figures: ServiceFigures;
  readonly base: FigureBase;
}): ReactNode {
  const [by, setBy] = useState<Grouping>('grade');
  return (
    <Box sx={{ display: 'flex', gap: 2, alignItems: 'flex-start', flexWrap: 'wrap' }}>
      <Panel label="分组统计" sx={{ flex: '1 1 34rem' }}>
        <ToggleButtonGroup
          exclusive
          size="small"
          aria-label="怎样分组"
          value={by}
          sx={{ mb: 1 }}
          onChange={(_event, next: Grouping | null) => {
            if (next) setBy(next);
          }}
        >
          {groupings.map(({ value, label }) => (
            <ToggleButton key={value} value={value}>
              {label}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
        <FigureTable table={tableOf(figures, by, base)} />
      </Panel>
      <Panel title="每周走势" sx={{ flex: '1 1 26rem' }}>
        <WeekTrend weeks={figures.weeks} />
      </Panel>
    </Box>
  );
}
