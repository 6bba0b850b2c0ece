import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState, type FormEvent, type ReactNode } from 'react';
import { applySession } from '../ground/sessionContext.tsx';
import { call } from '../client.ts';
import { FailureNotice } from '../ui/FailureNotice.tsx';
import { problemAt } from '../ui/problemAt.ts';
import { TextBox } from '../ui/TextBox.tsx';
import { AccountChoice } from './AccountChoice.tsx';
import { isUsable, NewPasswordFields, noPassword } from './NewPasswordFields.tsx';

interface RecoveryFormProps {
  readonly accountNames: readonly string[];
  readonly name: string;
  readonly onName: (name: string) => void;
  readonly onBack: () => void;
}

/** The way in for somebody who has forgotten the password: the recovery code and a new password. */
export function RecoveryForm({ accountNames, name, onName, onBack }: RecoveryFormProps): ReactNode {
  const [recoveryCode, setRecoveryCode] = useState('');
  const [password, setPassword] = useState(noPassword);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const ready = recoveryCode.trim() !== '' && name !== '' && isUsable(password);

  async function open(event: FormEvent) {
    event.preventDefault();
    if (!ready || busy) return;
    setBusy(true);
    setError(null);
    try {
      applySession(
        await call('session.unlockWithRecoveryCode', {
          recoveryCode,
          accountName: name,
          newPassword: password.password,
        }),
      );
    } catch (refused) {
      setError(refused);
      setBusy(false);
    }
  }

  return (
    <form onSubmit={(event) => void open(event)}>
      <FailureNotice error={error} />
      <Box sx={{ display: 'grid', gap: 2 }}>
        <AccountChoice names={accountNames} value={name} onChange={onName} />
        <TextBox
          autoFocus
          monospace
          label="恢复码"
          value={recoveryCode}
          help="大小写和短横线都可以不管，照着纸上输入即可。"
          maxLength={100}
          onChange={setRecoveryCode}
        />
        <NewPasswordFields
          label="新密码"
          value={password}
          onChange={setPassword}
          problem={problemAt(error, 'newPassword')}
        />
      </Box>
      <Box sx={{ display: 'flex', justifyContent: 'flex-end', gap: 1, mt: 2 }}>
        <Button color="secondary" onClick={onBack} disabled={busy}>
          返回
        </Button>
        <Button type="submit" variant="contained" disabled={!ready || busy}>
          {busy ? '正在打开…' : '打开并换成新密码'}
        </Button>
      </Box>
    </form>
  );
}
