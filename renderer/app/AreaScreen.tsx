import Box from '@mui/material/Box';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import { areas, type AnyLedger } from '../../shared/ledger/definition.ts';
import { areaLabels } from '../../shared/text/areas.ts';
import { useCall } from '../client.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { FailureNotice } from '../ui/FailureNotice.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { Panel } from '../ui/Panel.tsx';
import { QuietButton } from '../ui/QuietButton.tsx';
import { Wall } from '../ui/Wall.tsx';
import { UnknownScreen } from '../ui/UnknownScreen.tsx';
import { areaScreens } from './screens.ts';
import { useRights } from '../ground/sessionContext.tsx';
import { useVisibleLedgers } from '../ground/visibleLedgers.ts';

/** What one area holds: its walls and its ledgers with their counts. 台账 lists the ledgers of all areas. */
export function AreaScreen(): ReactNode {
  const params = useParams();
  const area = areas.find((each) => each === params['area']);
  const visible = useVisibleLedgers();
  const { mayRead } = useRights();
  const dashboard = useCall('checks.dashboard', {});
  if (!area) return <UnknownScreen />;
  const shown = area === 'ledgers' ? areas : [area];
  const walls = (dashboard.data?.walls ?? []).filter((wall) => wall.area === area);
  const groups = shown.flatMap((each) => {
    const own = visible.filter((definition) => definition.area === each);
    return own.length > 0 ? [{ area: each, own }] : [];
  });
  return (
    <>
      <PageHeader
        title={areaLabels[area]}
        actions={areaScreens
          .filter((screen) => screen.area === area && mayRead(area))
          .map((screen) => (
            <QuietButton key={screen.to} href={screen.to}>
              {screen.label}
            </QuietButton>
          ))}
      />
      <FailureNotice error={dashboard.error} onRetry={() => void dashboard.refetch()} />
      {walls.map((wall) => (
        <Panel key={wall.title} title={wall.title} sx={{ mb: 2 }}>
          <Wall wall={wall} />
        </Panel>
      ))}
      {groups.map((group) => (
        <Box key={group.area} component="section" sx={{ mb: 2 }}>
          {area === 'ledgers' ? (
            <Typography variant="h2" sx={{ mb: 1 }}>
              {areaLabels[group.area]}
            </Typography>
          ) : null}
          <LedgerCards ledgers={group.own} />
        </Box>
      ))}
      {groups.length === 0 ? <EmptyState sentence="这里还没有您可以查看的台账。" /> : null}
    </>
  );
}

function LedgerCards({ ledgers }: { readonly ledgers: readonly AnyLedger[] }): ReactNode {
  const counts = useCall('ledger.counts', {});
  return (
    <Box
      component="ul"
      sx={{
        m: 0,
        p: 0,
        listStyle: 'none',
        display: 'grid',
        gap: 1,
        gridTemplateColumns: 'repeat(auto-fill, minmax(18rem, 1fr))',
      }}
    >
      {ledgers.map((definition) => (
        <Paper
          key={definition.id}
          component="li"
          variant="outlined"
          sx={{ '&:hover': { borderColor: 'text.secondary' } }}
        >
          <Box
            component={Link}
            to={`/ledger/${definition.id}`}
            sx={{ display: 'block', p: 1.5, color: 'inherit', textDecoration: 'none' }}
          >
            <Box sx={{ display: 'flex', gap: 1, alignItems: 'baseline' }}>
              <Typography variant="h3" component="span" sx={{ flex: 1 }}>
                {definition.label}
              </Typography>
              <Typography variant="body2" color="textSecondary">
                {counts.data ? `${counts.data[definition.id] ?? 0} 条` : ''}
              </Typography>
            </Box>
            <Typography variant="body2" color="textSecondary">
              {definition.description}
            </Typography>
          </Box>
        </Paper>
      ))}
    </Box>
  );
}
