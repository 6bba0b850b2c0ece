import Box from '@mui/material/Box';
import { useState, type ReactNode } from 'react';
import type { BackupInfo } from '../../shared/contract/session.ts';
import { applySession } from '../ground/sessionContext.tsx';
import { call } from '../client.ts';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { FailureNotice } from '../ui/FailureNotice.tsx';
import { instantWords } from '../ui/instantWords.ts';
import { keepRestoreNotice } from './restoreNotice.ts';

interface RestoreDialogProps {
  /** The backup to go back to; `null` = closed. */
  readonly backup: BackupInfo | null;
  readonly onClose: () => void;
}

/** Says in words what a restore replaces and what is kept, and does it. */
export function RestoreDialog({ backup, onClose }: RestoreDialogProps): ReactNode {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  function close() {
    if (busy) return;
    setError(null);
    onClose();
  }
  async function restore(chosen: BackupInfo) {
    setBusy(true);
    setError(null);
    try {
      const { state, replaced, missingAttachments } = await call('backup.restore', { path: chosen.path });
      // By now the school is locked and this dialog is gone; what it leaves behind is read on the next screens.
      keepRestoreNotice({ takenAt: chosen.takenAt, replaced, missingAttachments });
      applySession(state);
    } catch (refused) {
      setError(refused);
    }
    setBusy(false);
  }
  return (
    <ConfirmDialog
      open={backup !== null}
      danger
      title={backup ? `恢复 ${instantWords(backup.takenAt)} 的备份？` : ''}
      confirmLabel={busy ? '正在检查并恢复…' : '恢复'}
      busy={busy}
      onClose={close}
      onConfirm={() => {
        if (backup) void restore(backup);
      }}
    >
      <FailureNotice error={error} />
      {backup ? (
        <Box component="ul" sx={{ m: 0, pl: 2.5, display: 'grid', gap: 1 }}>
          <li>
            全部资料（记录、附件、账号和密码）回到 {instantWords(backup.takenAt)} 的样子；
            <strong>那以后新增和修改的内容不在里面。</strong>
          </li>
          <li>现在的资料先另存为一份备份，来由写“恢复前留存”，需要时可以再恢复回来。</li>
          <li>恢复前会先检查这份备份；如果它已损坏，就不恢复，什么都不改动。</li>
          <li>恢复后程序会锁定，请用备份当时的密码打开。</li>
        </Box>
      ) : null}
    </ConfirmDialog>
  );
}
