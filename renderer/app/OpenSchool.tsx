import type { ReactNode } from 'react';
import { RouterProvider } from 'react-router/dom';
import { PeriodProvider } from '../ground/periodContext.tsx';
import { router } from './routes.tsx';

/** The program once a school is open: frame, addresses and screens; nothing of it is needed for unlocking. */
export function OpenSchool(): ReactNode {
  return (
    <PeriodProvider>
      <RouterProvider router={router} />
    </PeriodProvider>
  );
}
