import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import GlobalStyles from '@mui/material/GlobalStyles';
import Portal from '@mui/material/Portal';
import Typography from '@mui/material/Typography';
import Print from '@mui/icons-material/PrintOutlined';
import { useState, type ReactNode } from 'react';
import { formatChinese } from '../../shared/kernel/plainDate.ts';
import { QuietButton } from '../ui/QuietButton.tsx';
import { TextBox } from '../ui/TextBox.tsx';

interface RecoveryCodePanelProps {
  readonly code: string;
  readonly schoolName: string;
  readonly today: string;
  readonly onConfirmed: () => void;
}

/** The recovery code, shown this once: to be printed or copied out, and confirmed by typing its last group. */
export function RecoveryCodePanel(props: RecoveryCodePanelProps): ReactNode {
  const [typed, setTyped] = useState('');
  const lastGroup = props.code.split('-').at(-1) ?? '';
  const wanted = typed.trim().toUpperCase();
  const right = wanted === lastGroup;
  const wrong = wanted.length >= lastGroup.length && !right;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (right) props.onConfirmed();
      }}
    >
      <Alert severity="warning" sx={{ mb: 2 }}>
        恢复码只显示这一次。忘记密码时只有它能打开资料；请打印或抄下，和公章、印鉴放在一起，不要存在这台电脑里。
      </Alert>
      <Box
        sx={{
          p: 2,
          mb: 2,
          border: 1,
          borderColor: 'divider',
          borderRadius: 1,
          bgcolor: 'background.default',
          textAlign: 'center',
        }}
      >
        <Typography variant="body2" color="textSecondary">
          恢复码
        </Typography>
        <Box
          component="output"
          aria-label="恢复码"
          sx={{
            fontFamily: 'monospace',
            fontSize: '1.375rem',
            letterSpacing: '0.05em',
            overflowWrap: 'anywhere',
          }}
        >
          {props.code}
        </Box>
      </Box>
      <TextBox
        autoFocus
        monospace
        label="抄好以后，请输入恢复码的最后 5 位"
        value={typed}
        problem={wrong ? '和上面的最后 5 位不一样，请核对抄下的内容。' : undefined}
        help="核对无误后才能继续。"
        maxLength={10}
        onChange={setTyped}
      />
      <Box sx={{ display: 'flex', justifyContent: 'flex-end', gap: 1, mt: 2 }}>
        <QuietButton startIcon={<Print />} onClick={() => window.print()}>
          打印恢复码
        </QuietButton>
        <Button type="submit" variant="contained" disabled={!right}>
          已妥善保存，继续
        </Button>
      </Box>
      <PrintedSheet {...props} />
    </form>
  );
}

const blankLine = '＿'.repeat(6);

/** What the printer gets instead of the screen. */
function PrintedSheet({ code, schoolName, today }: RecoveryCodePanelProps): ReactNode {
  return (
    <Portal>
      <GlobalStyles
        styles={{
          '#recovery-sheet': { display: 'none' },
          '@media print': {
            'body > *:not(#recovery-sheet)': { display: 'none !important' },
            '#recovery-sheet': { display: 'block', padding: '2cm', color: '#000' },
          },
        }}
      />
      <div id="recovery-sheet" aria-hidden>
        <h1>校园台账恢复码</h1>
        <p>学校：{schoolName}</p>
        <p>日期：{formatChinese(today)}</p>
        <p style={{ fontFamily: 'monospace', fontSize: '20pt' }}>{code}</p>
        <p>忘记密码时，在打开资料的页面选择“忘记密码”，输入这组恢复码并设置新密码。</p>
        <p>请密封后由专人保管，不要拍照、不要存入电脑。更换恢复码后，这一张作废。</p>
        <p style={{ display: 'flex', gap: '2cm' }}>
          <span>保管人：{blankLine}</span>
          <span>交接日期：{blankLine}</span>
        </p>
      </div>
    </Portal>
  );
}
