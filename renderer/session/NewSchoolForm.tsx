import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState, type FormEvent, type ReactNode } from 'react';
import type { SessionState } from '../../shared/contract/session.ts';
import type { SchoolType } from '../../shared/kernel/schoolType.ts';
import { call } from '../client.ts';
import { FailureNotice } from '../ui/FailureNotice.tsx';
import { problemAt } from '../ui/problemAt.ts';
import { TextBox } from '../ui/TextBox.tsx';
import { isUsable, NewPasswordFields, noPassword } from './NewPasswordFields.tsx';
import { SchoolTypeField } from './SchoolTypeField.tsx';

interface NewSchoolFormProps {
  readonly onHold: (hold: boolean) => void;
  readonly onBack: () => void;
  readonly onCreated: (recoveryCode: string, opened: SessionState) => void;
}

export function NewSchoolForm({ onHold, onBack, onCreated }: NewSchoolFormProps): ReactNode {
  const [schoolName, setSchoolName] = useState('');
  const [schoolType, setSchoolType] = useState<SchoolType>('九年一贯制学校');
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
        <TextBox
          autoFocus
          required
          label="学校全称"
          value={schoolName}
          problem={problemAt(error, 'schoolName')}
          help="和公章上的名称一致，会印在文件上。"
          maxLength={60}
          onChange={setSchoolName}
        />
        <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'repeat(auto-fit, minmax(14rem, 1fr))' }}>
          <SchoolTypeField
            value={schoolType}
            help="决定用到哪些台账，以后可以改。"
            onChange={setSchoolType}
          />
          <TextBox
            required
            label="您的姓名"
            value={accountName}
            problem={problemAt(error, 'accountName')}
            help="您将是负责人兼管理员，可再添加同事。"
            maxLength={30}
            onChange={setAccountName}
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
