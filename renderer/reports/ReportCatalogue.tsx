import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { ReportInfo } from '../../shared/contract/reports.ts';
import { areaLabels } from '../../shared/text/areas.ts';
import { choiceLinkSx } from './choiceLink.ts';

interface ReportCatalogueProps {
  readonly reports: readonly ReportInfo[];
  readonly chosen: string | null;
  readonly addressOf: (report: ReportInfo) => string;
}

/** The reports that the account may make, by area. */
export function ReportCatalogue({ reports, chosen, addressOf }: ReportCatalogueProps): ReactNode {
  const areas = [...Map.groupBy(reports, ({ area }) => area)];
  return (
    <Box
      component="nav"
      aria-label="报表目录"
      sx={{ flex: 'none', width: 'min(13rem, 24vw)', overflowY: 'auto', p: '2px' }}
    >
      {areas.map(([area, own]) => (
        <Box key={area} sx={{ mb: 1.5 }}>
          <Typography variant="body2" component="h2" color="textSecondary" sx={{ px: 1, fontWeight: 600 }}>
            {areaLabels[area]}
          </Typography>
          {own.map((report) => (
            <Box
              key={report.name}
              component={Link}
              to={addressOf(report)}
              aria-current={report.name === chosen ? 'page' : undefined}
              sx={choiceLinkSx}
            >
              {report.label}
            </Box>
          ))}
        </Box>
      ))}
    </Box>
  );
}
