import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { roleLabels, type Role } from '../../../shared/contract/rights.ts';
import type { AccountInfo } from '../../../shared/contract/session.ts';
import { useSession } from '../../ground/sessionContext.tsx';
import { useChange } from '../../client.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { instantWords } from '../../ui/instantWords.ts';
import { Loading } from '../../ui/Loading.tsx';
import { QuietButton } from '../../ui/QuietButton.tsx';
import { SettingsForm } from '../SettingsForm.tsx';
import { SettingsPage } from '../SettingsPage.tsx';
import { RoleChoice } from './RoleChoice.tsx';
import { useAccount } from './useAccount.ts';
import { WithdrawDialog } from './WithdrawDialog.tsx';

/** One account: its roles, its password, and the way to take its access away. */
export function AccountDetail(): ReactNode {
  const account = useAccount();
  if (account === undefined) return <Loading />;
  if (account === null) return <EmptyState sentence="没有找到这个账号，请从账号列表里选择。" />;
  return account.active ? (
    <ActiveAccount key={account.id} account={account} />
  ) : (
    <SettingsPage title={account.name} hint={`建立于 ${instantWords(account.createdAt)}`}>
      <Alert severity="info">
        这个账号已停用，不能再打开资料。以前由他登记和修改的内容仍记在他名下；如果他又需要使用，请新建一个账号，可以用同样的姓名。
      </Alert>
    </SettingsPage>
  );
}

function ActiveAccount({ account }: { readonly account: AccountInfo }): ReactNode {
  const session = useSession();
  const navigate = useNavigate();
  const [roles, setRoles] = useState<readonly Role[]>(account.roles);
  const [asking, setAsking] = useState(false);
  const setStoredRoles = useChange('accounts.setRoles');
  const withdraw = useChange('accounts.withdraw');
  const own = account.id === session.account.id;
  const dirty = [...roles].sort().join() !== [...account.roles].sort().join();

  return (
    <SettingsForm
      title={account.name}
      hint={`${account.roles.map((role) => roleLabels[role]).join('、')} · 建立于 ${instantWords(account.createdAt)}`}
      saveLabel="保存角色"
      dirty={dirty}
      onSave={async () => {
        if (roles.length === 0) return false;
        await setStoredRoles.mutateAsync({ id: account.id, roles: [...roles] });
        return true;
      }}
      onBack={() => void navigate('/settings/accounts')}
      actions={
        own ? null : (
          <>
            <QuietButton href={`/settings/accounts/${account.id}/password`}>设新密码</QuietButton>
            <Button variant="outlined" color="error" onClick={() => setAsking(true)}>
              停用账号…
            </Button>
          </>
        )
      }
    >
      <FailureNotice error={withdraw.error} onClose={() => withdraw.reset()} />
      <RoleChoice
        value={roles}
        onChange={setRoles}
        problem={roles.length === 0 ? '请至少选一个角色。' : undefined}
      />
      <Typography variant="body2" color="textSecondary" sx={{ mt: 2 }}>
        {own
          ? '这是您自己的账号：密码在“安全”里改；自己的账号不能由自己停用。'
          : '角色从他的下一步操作起生效。'}
      </Typography>
      <WithdrawDialog
        account={asking ? account : null}
        busy={withdraw.isPending}
        onConfirm={() => withdraw.mutate({ id: account.id }, { onSettled: () => setAsking(false) })}
        onClose={() => setAsking(false)}
      />
    </SettingsForm>
  );
}
