import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import type { SystemStyleObject } from '@mui/system';
import type { Theme } from '@mui/material/styles';
import type { ReactNode } from 'react';

interface PanelProps {
  readonly title?: string;
  /** Names the part where its title says something that changes, or where it has none. */
  readonly label?: string;
  /** Beside the title: how many, how much. */
  readonly hint?: string;
  /** Quiet words below the title. */
  readonly note?: ReactNode;
  /** What is inside reaches the edges, as a table does. */
  readonly flush?: true;
  readonly sx?: SystemStyleObject<Theme>;
  readonly children: ReactNode;
}

/** One part of a screen: a framed section under a title. */
export function Panel({ title, label, hint, note, flush, sx = {}, children }: PanelProps): ReactNode {
  const edge = flush ? 2 : 0;
  return (
    <Paper
      variant="outlined"
      component="section"
      aria-label={label ?? title}
      sx={[{ p: flush ? 0 : 2, minWidth: 0 }, sx]}
    >
      {title === undefined ? null : (
        <Typography variant="h2" sx={{ px: edge, pt: edge, pb: note === undefined ? 0.75 : 0 }}>
          {title}
          {hint === undefined ? null : (
            <Typography component="span" variant="body2" color="textSecondary" sx={{ ml: 1 }}>
              {hint}
            </Typography>
          )}
        </Typography>
      )}
      {note === undefined ? null : (
        <Typography variant="body2" color="textSecondary" sx={{ px: edge, pb: 1 }}>
          {note}
        </Typography>
      )}
      {children}
    </Paper>
  );
}
