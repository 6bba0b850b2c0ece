import Box from '@mui/material/Box';
import FormControlLabel from '@mui/material/FormControlLabel';
import Switch from '@mui/material/Switch';
import Typography from '@mui/material/Typography';
import { useState, type ReactNode } from 'react';
import { useSession } from '../ground/sessionContext.tsx';
import { useChange } from '../client.ts';
import { isUsable, NewPasswordFields, noPassword } from '../session/NewPasswordFields.tsx';
import { FailureNotice } from '../ui/FailureNotice.tsx';
import { PasswordField } from '../ui/PasswordField.tsx';
import { problemAt } from '../ui/problemAt.ts';
import { SettingsForm } from './SettingsForm.tsx';

/** One's own password, and whether this PC asks for it. */
export function SecurityPage(): ReactNode {
  const { account } = useSession();
  const change = useChange('session.changePassword');
  const [oldPassword, setOldPassword] = useState('');
  const [password, setPassword] = useState(noPassword);
  const [asked, setAsked] = useState(false);
  const dirty = oldPassword !== '' || password.password !== '' || password.again !== '';

  async function save(): Promise<boolean> {
    setAsked(true);
    if (oldPassword === '' || !isUsable(password)) return false;
    await change.mutateAsync({ oldPassword, newPassword: password.password });
    setOldPassword('');
    setPassword(noPassword);
    setAsked(false);
    return true;
  }

  return (
    <SettingsForm
      title="安全"
      hint={`现在使用的账号：${account.name}`}
      saveLabel="修改密码"
      savedWords="密码已改好，下次打开请用新密码。"
      dirty={dirty}
      onSave={save}
    >
      <Box sx={{ display: 'grid', gap: 2, maxWidth: '40rem' }}>
        <Typography variant="h2">修改自己的密码</Typography>
        <Box sx={{ maxWidth: '20rem' }}>
          <PasswordField
            required
            label="现在的密码"
            value={oldPassword}
            problem={
              asked && oldPassword === '' ? '请输入现在的密码。' : problemAt(change.error, 'oldPassword')
            }
            onChange={(typed) => {
              change.reset();
              setOldPassword(typed);
            }}
          />
        </Box>
        <NewPasswordFields
          label="新密码"
          value={password}
          asked={asked}
          forgotten="请记牢。忘记时请管理员设新密码，或用恢复码打开。"
          problem={problemAt(change.error, 'newPassword')}
          onChange={setPassword}
        />
        <UnlockOnThisPc />
      </Box>
    </SettingsForm>
  );
}

/** Opening without a password, kept by the operating system's key store where there is one. */
function UnlockOnThisPc(): ReactNode {
  const { account, desktop, deviceUnlock } = useSession();
  const change = useChange('session.setUnlockOnThisPc');
  const mine = deviceUnlock === account.name;
  return (
    <Box component="section" aria-labelledby="this-pc" sx={{ mt: 1 }}>
      <Typography variant="h2" id="this-pc">
        在这台电脑上免密码打开
      </Typography>
      <FailureNotice error={change.error} onClose={() => change.reset()} />
      {desktop.keyStore ? (
        <>
          <FormControlLabel
            label={mine ? '已打开：这台电脑不问密码' : '已关闭：每次都要输入密码'}
            control={
              <Switch
                checked={mine}
                disabled={change.isPending}
                onChange={(_, enabled) => change.mutate({ enabled })}
              />
            }
          />
          <Typography variant="body2" color="textSecondary">
            {deviceUnlock !== null && !mine
              ? `这台电脑现在为“${deviceUnlock}”免密码打开；打开后改为您的账号。`
              : '只适合您一个人使用、有开机密码的电脑：谁能登录这台电脑的 Windows，谁就能打开资料。'}
          </Typography>
        </>
      ) : (
        <Typography color="textSecondary">
          现在这样打开程序时，用不到操作系统的密钥库，不能免密码打开，每次都要输入密码。安装到电脑上使用的版本在
          Windows 上可以设置。
        </Typography>
      )}
    </Box>
  );
}
