import Box from '@mui/material/Box';
import { useRef, useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import type { Role } from '../../../shared/contract/rights.ts';
import { useChange } from '../../client.ts';
import { isUsable, NewPasswordFields, noPassword } from '../../session/NewPasswordFields.tsx';
import { problemAt } from '../../ui/problemAt.ts';
import { TextBox } from '../../ui/TextBox.tsx';
import { SettingsForm } from '../SettingsForm.tsx';
import { RoleChoice } from './RoleChoice.tsx';

/** A colleague gets an account of the own, so that every change bears the right name. */
export function NewAccount(): ReactNode {
  const navigate = useNavigate();
  const create = useChange('accounts.create');
  const made = useRef('');
  const [name, setName] = useState('');
  const [roles, setRoles] = useState<readonly Role[]>([]);
  const [password, setPassword] = useState(noPassword);
  const [left, setLeft] = useState(false);
  const [asked, setAsked] = useState(false);
  const nameProblem = name.trim().length < 2 ? '请写姓名（至少 2 个字）。' : undefined;

  async function save(): Promise<boolean> {
    setAsked(true);
    if (nameProblem || roles.length === 0 || !isUsable(password)) return false;
    made.current = (await create.mutateAsync({ name, roles: [...roles], password: password.password })).id;
    return true;
  }

  return (
    <SettingsForm
      title="新建账号"
      hint="每人一个账号，谁改了什么都记在各自名下。"
      saveLabel="建立账号"
      dirty={name !== '' || roles.length > 0 || password.password !== ''}
      onSave={save}
      onSaved={() => void navigate(`/settings/accounts/${made.current}`)}
      onBack={() => void navigate('/settings/accounts')}
    >
      <Box sx={{ display: 'grid', gap: 2 }}>
        <TextBox
          autoFocus
          required
          label="姓名"
          value={name}
          maxLength={30}
          problem={(left || asked ? nameProblem : undefined) ?? problemAt(create.error, 'name')}
          help="写本人姓名，登记受理人、经办人时靠它对应。"
          onChange={setName}
          onBlur={() => setLeft(true)}
        />
        <RoleChoice
          value={roles}
          onChange={setRoles}
          problem={asked && roles.length === 0 ? '请至少选一个角色。' : undefined}
        />
        <NewPasswordFields
          label="初始密码"
          value={password}
          asked={asked}
          forgotten="请当面告诉本人，让他在“安全”里改成自己的密码。"
          problem={problemAt(create.error, 'password')}
          onChange={setPassword}
        />
      </Box>
    </SettingsForm>
  );
}
