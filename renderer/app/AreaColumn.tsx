import Box from '@mui/material/Box';
import type { SvgIconComponent } from '@mui/icons-material';
import Dashboard from '@mui/icons-material/SpaceDashboardOutlined';
import Flag from '@mui/icons-material/FlagOutlined';
import Verified from '@mui/icons-material/VerifiedUserOutlined';
import Schedule from '@mui/icons-material/ScheduleOutlined';
import MenuBook from '@mui/icons-material/MenuBookOutlined';
import Description from '@mui/icons-material/DescriptionOutlined';
import Outbox from '@mui/icons-material/OutboxOutlined';
import Groups from '@mui/icons-material/GroupsOutlined';
import Settings from '@mui/icons-material/SettingsOutlined';
import type { ReactNode } from 'react';
import { NavLink, useLocation } from 'react-router';
import type { Area } from '../../shared/ledger/definition.ts';
import { findLedger } from '../../shared/ledgers/index.ts';
import { areaLabels } from '../../shared/text/areas.ts';
import { useCall } from '../client.ts';
import { inks } from '../ground/theme.ts';
import { areaScreens } from './screens.ts';
import { useRights } from '../ground/sessionContext.tsx';
import { useVisibleLedgers } from '../ground/visibleLedgers.ts';

interface Entry {
  readonly label: string;
  readonly to: string;
  readonly icon: SvgIconComponent;
  readonly area?: Area;
}

const areaEntries: readonly (Entry & { readonly area: Area })[] = [
  { label: areaLabels.partyLife, to: '/area/partyLife', icon: Flag, area: 'partyLife' },
  { label: areaLabels.ethics, to: '/area/ethics', icon: Verified, area: 'ethics' },
  { label: areaLabels.afterSchool, to: '/area/afterSchool', icon: Schedule, area: 'afterSchool' },
  { label: areaLabels.ledgers, to: '/area/ledgers', icon: MenuBook, area: 'ledgers' },
];
const baseEntry: Entry = { label: areaLabels.base, to: '/area/base', icon: Groups, area: 'base' };

/** The one narrow column of areas, each with what is overdue or due soon in it. */
export function AreaColumn(): ReactNode {
  const rights = useRights();
  const visible = useVisibleLedgers();
  const counts = useCall('checks.dashboard', {}).data?.counts;
  const location = useLocation();
  const ledgerId = /^\/(?:ledger|import)\/([^/]+)/.exec(location.pathname)?.[1];
  const openArea =
    ledgerId === undefined
      ? areaScreens.find((screen) => location.pathname.startsWith(screen.to))?.area
      : findLedger(ledgerId)?.area;

  const areas = areaEntries.filter(
    (entry) =>
      rights.mayRead(entry.area) &&
      (entry.area === 'ledgers' || visible.some((definition) => definition.area === entry.area)),
  );
  const entries: readonly Entry[] = [
    { label: '工作台', to: '/', icon: Dashboard },
    ...areas,
    { label: '报表', to: '/reports', icon: Description },
    ...(rights.may('export') ? [{ label: '上报', to: '/submission', icon: Outbox }] : []),
    ...(rights.mayRead('base') ? [baseEntry] : []),
    { label: '设置', to: '/settings', icon: Settings },
  ];

  return (
    <Box
      component="nav"
      aria-label="主要栏目"
      sx={{
        flex: 'none',
        width: '9.5rem',
        py: 1,
        bgcolor: 'background.paper',
        borderRight: 1,
        borderColor: 'divider',
        overflowY: 'auto',
      }}
    >
      {entries.map((entry) => {
        const count = entry.area ? counts?.[entry.area] : undefined;
        const here = entry.area !== undefined && entry.area === openArea;
        return (
          <Box
            key={entry.to}
            component={NavLink}
            to={entry.to}
            end={entry.to === '/'}
            className={here ? 'active' : undefined}
            sx={{
              display: 'flex',
              alignItems: 'center',
              gap: 1,
              mx: 0.75,
              px: 1,
              py: 0.875,
              borderRadius: 1,
              borderLeft: '3px solid transparent',
              color: 'text.primary',
              textDecoration: 'none',
              '&:hover': { bgcolor: 'background.default' },
              '&.active': {
                bgcolor: 'background.default',
                borderLeftColor: inks.accent,
                fontWeight: 600,
              },
            }}
          >
            <entry.icon fontSize="small" sx={{ color: 'text.secondary' }} />
            <Box component="span" sx={{ flex: 1 }}>
              {entry.label}
            </Box>
            {count ? <DueCount overdue={count.overdue} dueSoon={count.dueSoon} /> : null}
          </Box>
        );
      })}
    </Box>
  );
}

function DueCount(props: { readonly overdue: number; readonly dueSoon: number }): ReactNode {
  const overdue = props.overdue > 0;
  const count = overdue ? props.overdue : props.dueSoon;
  if (count === 0) return null;
  const words = overdue ? `${count} 项逾期` : `${count} 项快到期`;
  return (
    <Box
      component="span"
      title={words}
      sx={{ fontSize: '0.75rem', fontWeight: 600, color: overdue ? inks.bad : inks.warn }}
    >
      <span aria-hidden>
        {overdue ? '!' : '◔'}
        {count}
      </span>
      <Box component="span" sx={{ position: 'absolute', clip: 'rect(0 0 0 0)' }}>
        {words}
      </Box>
    </Box>
  );
}
