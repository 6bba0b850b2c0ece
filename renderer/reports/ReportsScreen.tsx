import type { ReactNode } from 'react';
import { PageHeader } from '../ui/PageHeader.tsx';

export function ReportsScreen(): ReactNode {
  return <PageHeader title="报表" />;
}
