import type { ReactNode } from 'react';
import { PageHeader } from '../ui/PageHeader.tsx';

export function RecycleBinScreen(): ReactNode {
  return <PageHeader title="回收站" />;
}
