import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import { PageHeader } from '../ui/PageHeader.tsx';

interface SettingsPageProps {
  readonly title: string;
  readonly hint?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A page of the settings that scrolls as a whole. */
export function SettingsPage({ children, ...header }: SettingsPageProps): ReactNode {
  return (
    <Box sx={{ height: '100%', overflow: 'auto', p: 2, position: 'relative' }}>
      <PageHeader {...header} />
      {children}
    </Box>
  );
}
