import Button, { type ButtonProps } from '@mui/material/Button';
import type { ReactNode } from 'react';

/** A button beside the main one. */
export function QuietButton(props: ButtonProps): ReactNode {
  return <Button variant="outlined" color="secondary" {...props} />;
}
