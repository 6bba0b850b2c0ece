import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import type { ReactNode } from 'react';
import { Link as RouterLink, useOutlet, useParams } from 'react-router';
import { roleLabels } from '../../../shared/contract/rights.ts';
import { useSession } from '../../ground/sessionContext.tsx';
import { useCall } from '../../client.ts';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { instantWords } from '../../ui/instantWords.ts';
import { Loading } from '../../ui/Loading.tsx';
import { StatusSign } from '../../ui/StatusSign.tsx';
import { MasterDetail } from '../MasterDetail.tsx';
import { SettingsPage } from '../SettingsPage.tsx';

/** Who may open the school's file, and as what. */
export function AccountsPage(): ReactNode {
  const open = useOutlet();
  return <MasterDetail list={<AccountList narrow={open !== null} />} detail={open} />;
}

function AccountList({ narrow }: { readonly narrow: boolean }): ReactNode {
  const session = useSession();
  const { accountId } = useParams();
  const accounts = useCall('accounts.list', {});
  return (
    <SettingsPage
      title="账号"
      hint={narrow ? undefined : '每人用自己的账号，谁做了什么都有记录。'}
      actions={
        <>
          {narrow ? null : (
            <Button
              component={RouterLink}
              to="/settings/accounts/recovery-code"
              variant="outlined"
              color="secondary"
            >
              更换恢复码
            </Button>
          )}
          <Button component={RouterLink} to="/settings/accounts/new" variant="contained">
            新建账号
          </Button>
        </>
      }
    >
      <FailureNotice error={accounts.error} onRetry={() => void accounts.refetch()} />
      {accounts.data ? (
        <Table size="small" aria-label="账号">
          <TableHead>
            <TableRow>
              <TableCell>姓名</TableCell>
              <TableCell>角色</TableCell>
              <TableCell>状态</TableCell>
              {narrow ? null : <TableCell>建立时间</TableCell>}
            </TableRow>
          </TableHead>
          <TableBody>
            {accounts.data.map((account) => (
              <TableRow key={account.id} hover selected={account.id === accountId}>
                <TableCell>
                  <Link color="inherit" component={RouterLink} to={`/settings/accounts/${account.id}`}>
                    {account.name}
                  </Link>
                  {account.id === session.account.id ? '（自己）' : ''}
                </TableCell>
                <TableCell>{account.roles.map((role) => roleLabels[role]).join('、')}</TableCell>
                <TableCell>
                  <StatusSign
                    sign={
                      account.active
                        ? { mark: '✓', word: '在用', tone: 'good' }
                        : { mark: '—', word: '已停用', tone: 'quiet' }
                    }
                  />
                </TableCell>
                {narrow ? null : <TableCell>{instantWords(account.createdAt)}</TableCell>}
              </TableRow>
            ))}
          </TableBody>
        </Table>
      ) : accounts.error ? null : (
        <Loading />
      )}
    </SettingsPage>
  );
}
