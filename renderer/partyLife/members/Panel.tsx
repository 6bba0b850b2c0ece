import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';

interface PanelProps {
  readonly title: string;
  /** Beside the title: how many, how much. */
  readonly hint?: string;
  readonly children: ReactNode;
}

/** One side of a person on a page. */
export function Panel({ title, hint, children }: PanelProps): ReactNode {
  return (
    <Paper variant="outlined" component="section" aria-label={title} sx={{ p: 2, minWidth: 0 }}>
      <Typography variant="h2" sx={{ mb: 0.5 }}>
        {title}
        {hint === undefined ? null : (
          <Typography component="span" variant="body2" color="textSecondary" sx={{ ml: 1 }}>
            {hint}
          </Typography>
        )}
      </Typography>
      {children}
    </Paper>
  );
}
