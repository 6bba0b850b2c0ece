import Button from '@mui/material/Button';
import Paper from '@mui/material/Paper';
import type { ReactNode } from 'react';
import type { BranchYear } from '../../../shared/contract/partyLife.ts';
import { useRights } from '../../ground/sessionContext.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { QuietButton } from '../../ui/QuietButton.tsx';

/** No branch, or a branch with nobody on its roll in the year: what to do first. */
export function NobodyYet({ choice }: { readonly choice: Pick<BranchYear, 'branchId' | 'year'> }): ReactNode {
  const rights = useRights();
  const mayWrite = rights.mayWrite('partyLife');
  const noBranch = choice.branchId === null;
  const ledger = noBranch ? 'branch' : 'partyMember';
  return (
    <Paper variant="outlined">
      <EmptyState
        sentence={
          noBranch
            ? `${choice.year} 年还没有党支部。先登记支部，再登记党员名册，这里就会列出每个人的情况。`
            : `${choice.year} 年没有在册党员。登记党员名册并填好转入日期，这里就会列出每个人的情况。`
        }
      >
        {mayWrite ? (
          <Button href={`/ledger/${ledger}/new`} variant="contained">
            {noBranch ? '登记党支部' : '登记党员'}
          </Button>
        ) : null}
        {mayWrite && rights.may('import') ? (
          <QuietButton href={`/import/${ledger}`}>从 Excel 导入</QuietButton>
        ) : null}
      </EmptyState>
    </Paper>
  );
}
