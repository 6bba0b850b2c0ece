import Button from '@mui/material/Button';
import type { ReactNode } from 'react';
import { EmptyState } from './EmptyState.tsx';

export function UnknownScreen(): ReactNode {
  return (
    <EmptyState sentence="没有这个页面，可能是地址写错了。">
      <Button href="/" variant="contained">
        回到工作台
      </Button>
    </EmptyState>
  );
}
