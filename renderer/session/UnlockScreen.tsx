import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useRef, useState, type FormEvent, type ReactNode } from 'react';
import type { SessionState } from '../../shared/contract/session.ts';
import { applySession } from '../ground/sessionContext.tsx';
import { call } from '../client.ts';
import { FailureNotice } from '../ui/FailureNotice.tsx';
import { PasswordField } from '../ui/PasswordField.tsx';
import { QuietButton } from '../ui/QuietButton.tsx';
import { RestoredNotice } from '../upkeep/RestoredNotice.tsx';
import { AccountChoice } from './AccountChoice.tsx';
import { EntrancePage } from './EntrancePage.tsx';
import { RecoveryForm } from './RecoveryForm.tsx';

interface UnlockScreenProps {
  readonly state: Extract<SessionState, { stage: 'locked' }>;
}

const lastNameKey = 'lastAccountName';

/** The school is locked: choose one's name, type the password. */
export function UnlockScreen({ state }: UnlockScreenProps): ReactNode {
  const [forgotten, setForgotten] = useState(false);
  const remembered = localStorage.getItem(lastNameKey);
  const [name, setName] = useState(
    state.accountNames.find((each) => each === remembered) ?? state.accountNames[0] ?? '',
  );
  if (forgotten)
    return (
      <EntrancePage
        title="用恢复码打开"
        hint="恢复码是建学校时打印或抄下的那一组字母和数字。打开后，您的密码换成下面的新密码。"
      >
        <RecoveryForm
          accountNames={state.accountNames}
          name={name}
          onName={setName}
          onBack={() => setForgotten(false)}
        />
      </EntrancePage>
    );
  return (
    <EntrancePage title={state.schoolName} hint="资料已锁定，请选择您的姓名并输入密码。">
      <RestoredNotice locked />
      <UnlockForm state={state} name={name} onName={setName} onForgotten={() => setForgotten(true)} />
    </EntrancePage>
  );
}

interface UnlockFormProps extends UnlockScreenProps {
  readonly name: string;
  readonly onName: (name: string) => void;
  readonly onForgotten: () => void;
}

function UnlockForm({ state, name, onName, onForgotten }: UnlockFormProps): ReactNode {
  const passwordInput = useRef<HTMLInputElement>(null);
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);

  async function open(unlock: () => Promise<SessionState>) {
    setBusy(true);
    setError(null);
    try {
      applySession(await unlock());
      localStorage.setItem(lastNameKey, name);
    } catch (refused) {
      setError(refused);
      setBusy(false);
      passwordInput.current?.select();
    }
  }
  function submit(event: FormEvent) {
    event.preventDefault();
    if (name !== '' && password !== '' && !busy)
      void open(() => call('session.unlock', { accountName: name, password }));
  }

  return (
    <form onSubmit={submit}>
      <FailureNotice error={error} />
      <Box sx={{ display: 'grid', gap: 2 }}>
        <AccountChoice
          names={state.accountNames}
          value={name}
          onChange={(chosen) => {
            onName(chosen);
            passwordInput.current?.focus();
          }}
        />
        <PasswordField
          autoFocus
          label="密码"
          value={password}
          inputRef={passwordInput}
          onChange={setPassword}
        />
      </Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 2 }}>
        <Button color="secondary" onClick={onForgotten} disabled={busy}>
          忘记密码
        </Button>
        <Box sx={{ flex: 1 }} />
        {state.deviceUnlock !== null ? (
          <QuietButton disabled={busy} onClick={() => void open(() => call('session.unlockOnThisPc', {}))}>
            免密码打开（{state.deviceUnlock}）
          </QuietButton>
        ) : null}
        <Button type="submit" variant="contained" disabled={busy || name === '' || password === ''}>
          {busy ? '正在打开…' : '打开'}
        </Button>
      </Box>
    </form>
  );
}
