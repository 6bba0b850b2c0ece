import type { ReactNode } from 'react';
import { PageHeader } from '../ui/PageHeader.tsx';

export function SubmissionScreen(): ReactNode {
  return <PageHeader title="上报" />;
}
