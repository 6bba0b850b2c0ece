import { ThemeProvider } from '@mui/material/styles';
import type { ReactNode } from 'react';
import { RouterProvider } from 'react-router/dom';
import { withAddressLinks } from '../ground/addressLinks.tsx';
import { PeriodProvider } from '../ground/periodContext.tsx';
import { router } from './routes.tsx';

/** The program once a school is open: frame, addresses and screens; nothing of it is needed for unlocking. */
export function OpenSchool(): ReactNode {
  return (
    <ThemeProvider theme={withAddressLinks}>
      <PeriodProvider>
        <RouterProvider router={router} />
      </PeriodProvider>
    </ThemeProvider>
  );
}
