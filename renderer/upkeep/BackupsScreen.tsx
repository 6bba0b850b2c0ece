import type { ReactNode } from 'react';
import { PageHeader } from '../ui/PageHeader.tsx';

export function BackupsScreen(): ReactNode {
  return <PageHeader title="备份" />;
}
