import IconButton from '@mui/material/IconButton';
import Visibility from '@mui/icons-material/VisibilityOutlined';
import VisibilityOff from '@mui/icons-material/VisibilityOffOutlined';
import { useState, type KeyboardEvent, type ReactNode, type Ref } from 'react';
import { TextBox } from './TextBox.tsx';

interface PasswordFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** What is wrong with it. */
  readonly problem?: string | undefined;
  readonly help?: ReactNode;
  readonly autoFocus?: boolean;
  readonly inputRef?: Ref<HTMLInputElement>;
  readonly required?: boolean;
  /** A new password, not the one in use. */
  readonly isNew?: boolean;
}

/** A password that can be looked at while typing, and that warns when Caps Lock is on. */
export function PasswordField(props: PasswordFieldProps): ReactNode {
  const [shown, setShown] = useState(false);
  const [capsLock, setCapsLock] = useState(false);
  const noteCapsLock = (event: KeyboardEvent) => setCapsLock(event.getModifierState('CapsLock'));
  return (
    <TextBox
      label={props.label}
      required={props.required}
      type={shown ? 'text' : 'password'}
      value={props.value}
      onChange={props.onChange}
      onKey={noteCapsLock}
      autoFocus={props.autoFocus}
      inputRef={props.inputRef}
      problem={props.problem}
      help={capsLock ? '大写锁定（Caps Lock）已打开，请留意大小写。' : props.help}
      autoComplete={props.isNew ? 'new-password' : 'current-password'}
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
