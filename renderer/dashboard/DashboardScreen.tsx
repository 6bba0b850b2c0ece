import Box from '@mui/material/Box';
import Paper from '@mui/material/Paper';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import Typography from '@mui/material/Typography';
import { useState, type ReactNode } from 'react';
import type { Dashboard } from '../../shared/contract/checks.ts';
import { formatPeriod } from '../../shared/kernel/periods.ts';
import { formatChinese, formatWeekday } from '../../shared/kernel/plainDate.ts';
import type { Area } from '../../shared/ledger/definition.ts';
import { areaLabels } from '../../shared/text/areas.ts';
import { usePeriod } from '../ground/periodContext.tsx';
import { useCall } from '../client.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { obligationSigns, StatusSign } from '../ui/StatusSign.tsx';
import { useRoom } from '../ui/useRoom.ts';
import { Wall } from '../ui/Wall.tsx';
import { DueList } from './DueList.tsx';
import { FindingList } from '../ui/FindingList.tsx';
import { Unanswered } from '../ui/Unanswered.tsx';
import { FirstSteps } from './FirstSteps.tsx';

/** How the school stands today: what is due, the walls of obligations and what the rules have found. */
export function DashboardScreen(): ReactNode {
  const { year, current } = usePeriod();
  const dashboard = useCall('checks.dashboard', year === current.year ? {} : { year: Number(year) }, {
    keepPrevious: true,
  });
  const counts = useCall('ledger.counts', {});
  const wide = useRoom(76);
  if (!dashboard.isSuccess) return <Unanswered query={dashboard} label="正在核对各项记录" />;
  if (!counts.isSuccess) return <Unanswered query={counts} label="正在核对各项记录" />;
  const { today, term, schoolYear, upcoming } = dashboard.data;
  return (
    <>
      <PageHeader
        title="工作台"
        hint={`今天是${formatChinese(today)} ${formatWeekday(today)} · ${formatPeriod(term ?? schoolYear)}`}
      />
      <FirstSteps counts={counts.data} />
      <Box
        sx={{
          display: 'grid',
          gap: 2,
          gridTemplateColumns: wide ? 'minmax(0, 1fr) 20rem' : 'minmax(0, 1fr)',
          alignItems: 'start',
        }}
      >
        <AreaTabs dashboard={dashboard.data} />
        <Paper
          component="section"
          aria-labelledby="due"
          variant="outlined"
          sx={{ p: 1, order: wide ? 0 : -1 }}
        >
          <Typography id="due" variant="h2" sx={{ px: 1, py: 0.5 }}>
            要办的事{upcoming.length > 0 ? `（${upcoming.length}）` : ''}
          </Typography>
          <Box sx={{ maxHeight: wide ? 'calc(100vh - 13rem)' : '12rem', overflow: 'auto', p: '2px' }}>
            <DueList items={upcoming} today={today} />
          </Box>
        </Paper>
      </Box>
    </>
  );
}

function AreaTabs({ dashboard }: { readonly dashboard: Dashboard }): ReactNode {
  const [chosen, setChosen] = useState<Area | null>(null);
  const areas = [...new Set([...dashboard.walls, ...dashboard.findings].map(({ area }) => area))];
  const [first] = areas;
  const area = chosen !== null && areas.includes(chosen) ? chosen : first;
  if (area === undefined)
    return (
      <Paper variant="outlined">
        <EmptyState sentence="您的账号看不到需要检查的资料。" />
      </Paper>
    );
  const { overdue, dueSoon, records } = dashboard.counts[area];
  return (
    <Paper variant="outlined" sx={{ minWidth: 0 }}>
      <Tabs
        value={area}
        onChange={(_, value: Area) => setChosen(value)}
        aria-label="按领域查看"
        variant="scrollable"
        sx={{ borderBottom: 1, borderColor: 'divider', minHeight: '2.5rem' }}
      >
        {areas.map((each) => (
          <Tab
            key={each}
            value={each}
            id={`area-tab-${each}`}
            aria-controls="area-panel"
            label={tabLabel(each, dashboard)}
            sx={{ minHeight: '2.5rem', py: 0 }}
          />
        ))}
      </Tabs>
      <Box role="tabpanel" id="area-panel" aria-labelledby={`area-tab-${area}`} sx={{ p: 2 }}>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mb: 1 }}>
          {overdue > 0 ? <StatusSign sign={obligationSigns.overdue} word={`逾期 ${overdue} 项`} /> : null}
          {dueSoon > 0 ? <StatusSign sign={obligationSigns.dueSoon} word={`快到期 ${dueSoon} 项`} /> : null}
          <Typography variant="body2" color="textSecondary">
            共有 {records} 条记录
          </Typography>
        </Box>
        {dashboard.walls
          .filter((wall) => wall.area === area)
          .map((wall) => (
            <Box key={wall.title} component="section" sx={{ mb: 2 }}>
              <Typography variant="h2" sx={{ mb: 0.5 }}>
                {wall.title}
              </Typography>
              {wall.rows.length > 0 ? (
                <Wall wall={wall} />
              ) : (
                <Typography color="textSecondary">这一时期没有需要按期完成的事项。</Typography>
              )}
            </Box>
          ))}
        <Typography variant="h2" sx={{ mb: 0.5 }}>
          检查发现
        </Typography>
        {records === 0 ? (
          <Typography color="textSecondary">这里还没有记录，登记后会自动检查。</Typography>
        ) : (
          <FindingList key={area} findings={dashboard.findings.filter((finding) => finding.area === area)} />
        )}
      </Box>
    </Paper>
  );
}

/** 党建（逾期 3） */
function tabLabel(area: Area, dashboard: Dashboard): string {
  const { overdue, dueSoon } = dashboard.counts[area];
  if (overdue > 0) return `${areaLabels[area]}（逾期 ${overdue}）`;
  return dueSoon > 0 ? `${areaLabels[area]}（快到期 ${dueSoon}）` : areaLabels[area];
}
