import type { ReactNode } from 'react';
import { PageHeader } from '../ui/PageHeader.tsx';

export function SettingsScreen(): ReactNode {
  return <PageHeader title="设置" />;
}
