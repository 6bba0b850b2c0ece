import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState, type ReactNode } from 'react';
import type { BackupInfo, SessionState } from '../../shared/contract/session.ts';
import { applySession } from '../ground/sessionContext.tsx';
import { call } from '../client.ts';
import { BackupTable } from '../upkeep/BackupTable.tsx';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { FailureNotice } from '../ui/FailureNotice.tsx';
import { instantWords } from '../ui/instantWords.ts';
import { EntrancePage } from './EntrancePage.tsx';

interface UnusableScreenProps {
  readonly state: Extract<SessionState, { stage: 'unusable' }>;
}

/** The school's file can't be opened: what happened, and the backups that can take its place. */
export function UnusableScreen({ state }: UnusableScreenProps): ReactNode {
  const [chosen, setChosen] = useState<BackupInfo | null>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);

  async function restore(path?: string) {
    setBusy(true);
    setError(null);
    try {
      applySession(await call('session.openBackup', path === undefined ? {} : { path }));
    } catch (refused) {
      setError(refused);
    }
    setChosen(null);
    setBusy(false);
  }

  return (
    <EntrancePage wide title="学校资料暂时打不开">
      <Alert severity="error" sx={{ mb: 2 }}>
        {state.sentence}
      </Alert>
      <Typography sx={{ mb: 2 }}>
        程序没有删除或改动任何文件。您可以恢复下面的一份备份；现在的文件会另存一份，不会丢。
      </Typography>
      <FailureNotice error={error} onClose={() => setError(null)} />
      <Box sx={{ maxHeight: '18rem', overflow: 'auto' }}>
        <BackupTable
          backups={state.backups}
          onRestore={setChosen}
          busy={busy}
          none="这台电脑上没有找到备份。如果备份存在 U 盘或别的文件夹里，请用下面的按钮选择。"
        />
      </Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', justifyContent: 'flex-end', gap: 1, mt: 2 }}>
        <Button color="secondary" disabled={busy} onClick={() => applySession(null)}>
          再看一次
        </Button>
        <Button variant="contained" disabled={busy} onClick={() => void restore()}>
          选择别处的备份…
        </Button>
      </Box>
      <ConfirmDialog
        open={chosen !== null}
        title="恢复这份备份？"
        confirmLabel="恢复"
        busy={busy}
        onConfirm={() => void restore(chosen?.path)}
        onClose={() => setChosen(null)}
      >
        资料会回到 {chosen ? instantWords(chosen.takenAt) : ''}{' '}
        的样子，那以后的改动不在里面。现在的文件会另存一份。
      </ConfirmDialog>
    </EntrancePage>
  );
}
