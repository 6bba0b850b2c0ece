import Button from '@mui/material/Button';
import type { ReactNode } from 'react';
import { Link } from 'react-router';

/** Ways to the screens of the area that no ledger stands behind. */
export function EthicsLinks(): ReactNode {
  return (
    <>
      <Button component={Link} to="/ethics/people" variant="outlined" color="secondary">
        师德档案
      </Button>
      <Button component={Link} to="/ethics/cases" variant="outlined" color="secondary">
        案件办理
      </Button>
      <Button component={Link} to="/ethics/gate" variant="contained">
        师德把关
      </Button>
    </>
  );
}
