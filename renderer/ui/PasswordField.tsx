import IconButton from '@mui/material/IconButton';
import Visibility from '@mui/icons-material/VisibilityOutlined';
import VisibilityOff from '@mui/icons-material/VisibilityOffOutlined';
import { useState, type KeyboardEvent, type ReactNode } from 'react';
import { TextBox, type TextBoxProps } from './TextBox.tsx';

interface PasswordFieldProps extends Omit<TextBoxProps, 'type' | 'onKey' | 'autoComplete' | 'endButton'> {
  /** A new password, not the one in use. */
  readonly isNew?: boolean;
}

/** A password that can be looked at while typing, and that warns when Caps Lock is on. */
export function PasswordField({ isNew = false, ...props }: PasswordFieldProps): ReactNode {
  const [shown, setShown] = useState(false);
  const [capsLock, setCapsLock] = useState(false);
  const noteCapsLock = (event: KeyboardEvent) => setCapsLock(event.getModifierState('CapsLock'));
  return (
    <TextBox
      {...props}
      type={shown ? 'text' : 'password'}
      onKey={noteCapsLock}
      help={capsLock ? '大写锁定（Caps Lock）已打开，请留意大小写。' : props.help}
      autoComplete={isNew ? 'new-password' : 'current-password'}
      endButton={
        <IconButton
          aria-label={shown ? '遮住输入的内容' : '看看输入的内容'}
          edge="end"
          tabIndex={-1}
          onClick={() => setShown(!shown)}
        >
          {shown ? <VisibilityOff fontSize="small" /> : <Visibility fontSize="small" />}
        </IconButton>
      }
    />
  );
}
