import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { SentenceAlert } from '../../ui/SentenceAlert.tsx';

interface RollSidesProps {
  readonly board: ReactNode;
  /** Above the heading of the exceptions. */
  readonly lead?: ReactNode;
  readonly heading: string;
  readonly children: ReactNode;
  readonly problems: readonly { readonly level: 'error' | 'warning'; readonly sentence: string }[];
  readonly foot?: ReactNode;
}

/** A roll at the left, and at the right who is an exception and what speaks against it. */
export function RollSides({ board, lead, heading, children, problems, foot }: RollSidesProps): ReactNode {
  return (
    <Box sx={{ display: 'flex', gap: 2, alignItems: 'flex-start', flex: 1, minHeight: 0 }}>
      <Box sx={{ flex: '1 1 30rem', minWidth: 0 }}>{board}</Box>
      <Box
        component="section"
        aria-label="例外"
        sx={{ flex: '0 0 21rem', maxHeight: 'calc(100vh - 17rem)', overflow: 'auto' }}
        tabIndex={0}
      >
        {lead}
        <Typography variant="h2" sx={{ mb: 1 }}>
          {heading}
        </Typography>
        {children}
        <SentenceAlert
          severity={problems.some(({ level }) => level === 'error') ? 'error' : 'warning'}
          sentences={problems.map(({ sentence }) => sentence)}
          most={8}
        />
        {foot}
      </Box>
    </Box>
  );
}

interface ExceptionProps {
  readonly title: string;
  readonly children: ReactNode;
}

/** One pupil who is an exception. */
export function Exception({ title, children }: ExceptionProps): ReactNode {
  return (
    <Box sx={{ borderBottom: 1, borderColor: 'divider', pb: 1, mb: 1 }}>
      <Typography variant="h3" sx={{ mb: 1 }}>
        {title}
      </Typography>
      {children}
    </Box>
  );
}
