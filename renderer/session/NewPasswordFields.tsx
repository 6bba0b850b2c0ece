import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import { PasswordField } from '../ui/PasswordField.tsx';
import { passwordStrength } from './passwordStrength.ts';

export interface NewPassword {
  readonly password: string;
  readonly again: string;
}

export const noPassword: NewPassword = { password: '', again: '' };

/** Whether both are there, long enough and the same. */
export function isUsable({ password, again }: NewPassword): boolean {
  return passwordStrength(password).enough && password === again;
}

interface NewPasswordFieldsProps {
  readonly value: NewPassword;
  readonly onChange: (value: NewPassword) => void;
  /** What to call it, e.g. 新密码. */
  readonly label?: string;
  readonly problem?: string | undefined;
  /** Somebody has tried to save: what is missing is said too. */
  readonly asked?: boolean;
  /** What happens when it is forgotten. */
  readonly forgotten?: string;
}

/** A new password typed twice, with words on how strong it is. */
export function NewPasswordFields({
  value,
  onChange,
  label = '密码',
  problem,
  asked = false,
  forgotten = '请记牢，忘记时只能用恢复码打开。',
}: NewPasswordFieldsProps): ReactNode {
  const strength = passwordStrength(value.password);
  const differs = (asked || value.again !== '') && value.again !== value.password;
  return (
    <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'repeat(auto-fit, minmax(14rem, 1fr))' }}>
      <PasswordField
        isNew
        required
        label={label}
        value={value.password}
        problem={problem ?? (asked && !strength.enough ? '至少 8 位。' : undefined)}
        help={strength.words}
        onChange={(password) => onChange({ ...value, password })}
      />
      <PasswordField
        isNew
        required
        label={`再输一遍${label}`}
        value={value.again}
        problem={differs ? '两次输入的不一样，请核对。' : undefined}
        help={forgotten}
        onChange={(again) => onChange({ ...value, again })}
      />
    </Box>
  );
}
