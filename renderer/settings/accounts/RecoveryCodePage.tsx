import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useRef, type ReactNode } from 'react';
import { useBlocker, useNavigate } from 'react-router';
import { useSession } from '../../ground/sessionContext.tsx';
import { useToday } from '../../ground/today.ts';
import { useChange } from '../../client.ts';
import { RecoveryCodePanel } from '../../session/RecoveryCodePanel.tsx';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { SettingsPage } from '../SettingsPage.tsx';

/** A new recovery code in the place of the old one, shown this once. */
export function RecoveryCodePage(): ReactNode {
  const { school } = useSession();
  const today = useToday();
  const navigate = useNavigate();
  const renew = useChange('accounts.renewRecoveryCode');
  const code = renew.data?.recoveryCode ?? null;
  const kept = useRef(false);
  const blocker = useBlocker(() => code !== null && !kept.current);
  const back = () => void navigate('/settings/accounts');

  return (
    <SettingsPage title={code === null ? '更换恢复码' : '新的恢复码，请保管好'}>
      <FailureNotice error={renew.error} onClose={() => renew.reset()} />
      <Box sx={{ maxWidth: '42rem' }}>
        {code === null ? (
          <>
            <Typography sx={{ mb: 1 }}>
              恢复码是忘记密码时打开资料的最后办法。原来那张找不到了，或者保管人换了，就换一组新的。
            </Typography>
            <Typography sx={{ mb: 2 }}>
              换好以后，原来的恢复码马上作废，打印的那一张请销毁。以前做的备份仍要用它们当时的恢复码。
            </Typography>
            <Box sx={{ display: 'flex', gap: 1 }}>
              <Button variant="contained" disabled={renew.isPending} onClick={() => renew.mutate({})}>
                {renew.isPending ? '正在更换…' : '更换恢复码'}
              </Button>
              <Button color="secondary" onClick={back}>
                返回
              </Button>
            </Box>
          </>
        ) : (
          <RecoveryCodePanel
            code={code}
            schoolName={school.name}
            today={today}
            onConfirmed={() => {
              kept.current = true;
              back();
            }}
          />
        )}
      </Box>
      <ConfirmDialog
        open={blocker.state === 'blocked'}
        title="恢复码抄好了吗？"
        confirmLabel="已抄好，离开"
        closeLabel="回去抄好"
        onConfirm={() => blocker.proceed?.()}
        onClose={() => blocker.reset?.()}
      >
        这组恢复码只显示这一次，离开后看不到了；原来的已经作废。没有抄下就只能再换一次。
      </ConfirmDialog>
    </SettingsPage>
  );
}
