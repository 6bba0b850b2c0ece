import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useState, type FormEvent, type ReactNode } from 'react';
import { schoolTypes, type SessionState } from '../../shared/contract/session.ts';
import { call } from '../client.ts';
import { FailureNotice } from '../ui/FailureNotice.tsx';
import { problemAt } from '../ui/problemAt.ts';
import { isUsable, NewPasswordFields, noPassword } from './NewPasswordFields.tsx';

interface NewSchoolFormProps {
  readonly onHold: (hold: boolean) => void;
  readonly onBack: () => void;
  readonly onCreated: (recoveryCode: string, opened: SessionState) => void;
}

export function NewSchoolForm({ onHold, onBack, onCreated }: NewSchoolFormProps): ReactNode {
  const [schoolName, setSchoolName] = useState('');
  const [schoolType, setSchoolType] = useState<(typeof schoolTypes)[number]>('九年一贯制学校');
  const [accountName, setAccountName] = useState('');
  const [password, setPassword] = useState(noPassword);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const ready = schoolName.trim() !== '' && accountName.trim() !== '' && isUsable(password);

  async function create(event: FormEvent) {
    event.preventDefault();
    if (!ready || busy) return;
    setBusy(true);
    setError(null);
    onHold(true);
    try {
      const made = await call('session.createSchool', {
        schoolName,
        schoolType,
        accountName,
        password: password.password,
      });
      onCreated(made.recoveryCode, made.state);
    } catch (refused) {
      onHold(false);
      setError(refused);
      setBusy(false);
    }
  }

  return (
    <form onSubmit={(event) => void create(event)}>
      <FailureNotice error={error} />
      <Box sx={{ display: 'grid', gap: 2 }}>
        <TextField
          autoFocus
          required
          label="学校全称"
          value={schoolName}
          error={problemAt(error, 'schoolName') !== undefined}
          helperText={problemAt(error, 'schoolName') ?? '和公章上的名称一致，会印在文件上。'}
          onChange={(event) => setSchoolName(event.target.value)}
          slotProps={{ htmlInput: { maxLength: 60 } }}
        />
        <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'repeat(auto-fit, minmax(14rem, 1fr))' }}>
          <TextField
            select
            required
            label="学校类型"
            value={schoolType}
            helperText="决定用到哪些台账，以后可以改。"
            onChange={(event) => {
              const chosen = schoolTypes.find((type) => type === event.target.value);
              if (chosen) setSchoolType(chosen);
            }}
          >
            {schoolTypes.map((type) => (
              <MenuItem key={type} value={type}>
                {type}
              </MenuItem>
            ))}
          </TextField>
          <TextField
            required
            label="您的姓名"
            value={accountName}
            error={problemAt(error, 'accountName') !== undefined}
            helperText={problemAt(error, 'accountName') ?? '您将是负责人兼管理员，可再添加同事。'}
            onChange={(event) => setAccountName(event.target.value)}
            slotProps={{ htmlInput: { maxLength: 30, autoComplete: 'off' } }}
          />
        </Box>
        <NewPasswordFields value={password} onChange={setPassword} problem={problemAt(error, 'password')} />
      </Box>
      <Box sx={{ display: 'flex', justifyContent: 'flex-end', gap: 1, mt: 2 }}>
        <Button color="secondary" onClick={onBack} disabled={busy}>
          返回
        </Button>
        <Button type="submit" variant="contained" disabled={!ready || busy}>
          {busy ? '正在建立…' : '建立学校'}
        </Button>
      </Box>
    </form>
  );
}
