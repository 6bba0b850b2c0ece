import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import type { CaseView } from '../../shared/contract/ethics.ts';
import { Panel } from '../ui/Panel.tsx';

/** What happened in a case, by time. */
export function CaseTimeline({ view }: { readonly view: CaseView }): ReactNode {
  return (
    <Panel title="办理经过">
      <Box component="ol" sx={{ m: 0, pl: 2, borderLeft: 2, borderColor: 'divider', listStyle: 'none' }}>
        {view.timeline.map(({ on, event, by, note }) => (
          <Box component="li" key={`${on}${event}`} sx={{ py: 0.75 }}>
            <Box component="span" sx={{ mr: 1.5 }}>
              {on}
            </Box>
            <strong>{event}</strong>
            {by ? (
              <Typography component="span" variant="body2" color="textSecondary" sx={{ ml: 1 }}>
                经办 {by}
              </Typography>
            ) : null}
            {note ? <Typography variant="body2">{note}</Typography> : null}
          </Box>
        ))}
      </Box>
    </Panel>
  );
}
