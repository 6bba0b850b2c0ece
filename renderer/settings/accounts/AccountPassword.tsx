import { useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { useChange } from '../../client.ts';
import { isUsable, NewPasswordFields, noPassword } from '../../session/NewPasswordFields.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { problemAt } from '../../ui/problemAt.ts';
import { SettingsForm } from '../SettingsForm.tsx';
import { useAccount } from './useAccount.ts';

/** A new password for a colleague who has forgotten the old one. */
export function AccountPassword(): ReactNode {
  const account = useAccount();
  const navigate = useNavigate();
  const change = useChange('accounts.setPassword');
  const [password, setPassword] = useState(noPassword);
  const [asked, setAsked] = useState(false);
  if (account === undefined) return <Loading />;
  if (!account?.active) return <EmptyState sentence="没有找到这个在用的账号，请从账号列表里选择。" />;
  const { id, name } = account;

  async function save(): Promise<boolean> {
    setAsked(true);
    if (!isUsable(password)) return false;
    await change.mutateAsync({ id, password: password.password });
    setPassword(noPassword);
    setAsked(false);
    return true;
  }

  return (
    <SettingsForm
      title={`给“${name}”设新密码`}
      hint="用在本人忘记密码的时候。原来的密码随即作废，这件事会记入日志。"
      saveLabel="设新密码"
      savedWords="新密码已设好。"
      dirty={password.password !== '' || password.again !== ''}
      onSave={save}
      onBack={() => void navigate(`/settings/accounts/${id}`)}
    >
      <NewPasswordFields
        label="新密码"
        value={password}
        asked={asked}
        forgotten="请当面告诉本人，让他在“安全”里改成自己的密码。"
        problem={problemAt(change.error, 'password')}
        onChange={setPassword}
      />
    </SettingsForm>
  );
}
