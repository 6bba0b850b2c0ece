import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import type { ReactNode } from 'react';
import { useOutlet, useParams } from 'react-router';
import type { AccountInfo } from '../../../shared/contract/session.ts';
import { roleLabels } from '../../../shared/contract/rights.ts';
import { useSession } from '../../ground/sessionContext.tsx';
import { useCall } from '../../client.ts';
import { ColumnTable, type Column } from '../../ui/ColumnTable.tsx';
import { instantWords } from '../../ui/instantWords.ts';
import { QuietButton } from '../../ui/QuietButton.tsx';
import { StatusSign } from '../../ui/StatusSign.tsx';
import { Unanswered } from '../../ui/Unanswered.tsx';
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
          {narrow ? null : <QuietButton href="/settings/accounts/recovery-code">更换恢复码</QuietButton>}
          <Button href="/settings/accounts/new" variant="contained">
            新建账号
          </Button>
        </>
      }
    >
      <Unanswered query={accounts} />
      {accounts.data ? (
        <ColumnTable
          hover
          label="账号"
          rows={accounts.data}
          rowKey={({ id }) => id}
          selected={({ id }) => id === accountId}
          columns={[
            {
              head: '姓名',
              cell: ({ id, name }) => (
                <>
                  <Link color="inherit" href={`/settings/accounts/${id}`}>
                    {name}
                  </Link>
                  {id === session.account.id ? '（自己）' : ''}
                </>
              ),
            },
            ...(narrow ? columns : [...columns, createdAt]),
          ]}
        />
      ) : null}
    </SettingsPage>
  );
}

const columns: readonly Column<AccountInfo>[] = [
  { head: '角色', cell: ({ roles }) => roles.map((role) => roleLabels[role]).join('、') },
  {
    head: '状态',
    cell: ({ active }) => (
      <StatusSign
        sign={
          active ? { mark: '✓', word: '在用', tone: 'good' } : { mark: '—', word: '已停用', tone: 'quiet' }
        }
      />
    ),
  },
];

const createdAt: Column<AccountInfo> = {
  head: '建立时间',
  cell: (account) => instantWords(account.createdAt),
};
