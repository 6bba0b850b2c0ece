import Button from '@mui/material/Button';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { EmptyState } from './EmptyState.tsx';

export function UnknownScreen(): ReactNode {
  return (
    <EmptyState sentence="没有这个页面，可能是地址写错了。">
      <Button component={Link} to="/" variant="contained">
        回到工作台
      </Button>
    </EmptyState>
  );
}
