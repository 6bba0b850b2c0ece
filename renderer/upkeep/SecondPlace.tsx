import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import type { ReactNode } from 'react';
import type { BackupInfo } from '../../shared/contract/session.ts';
import { useRights } from '../ground/sessionContext.tsx';
import { useCall, useChange } from '../client.ts';
import { FailureNotice } from '../ui/FailureNotice.tsx';

interface SecondPlaceProps {
  /** A backup just taken to a place the person chose, which may become the second place. */
  readonly taken: BackupInfo | null;
}

/** Says where the second copies go, or that there is none and how to get one. */
export function SecondPlace({ taken }: SecondPlaceProps): ReactNode {
  const rights = useRights();
  const settings = useCall('settings.get', {});
  const save = useChange('settings.save');
  if (!settings.data) return null;
  const present = settings.data;
  const chosen = taken ? folderOf(taken.path) : null;
  if (present.backupFolder !== null)
    return (
      <Alert severity="info" sx={{ mb: 2, overflowWrap: 'anywhere' }}>
        第二个备份位置：{present.backupFolder}。关闭程序时也会往那里备份一份。
      </Alert>
    );
  return (
    <>
      <FailureNotice error={save.error} onClose={() => save.reset()} />
      <Alert
        severity="info"
        sx={{ mb: 2 }}
        action={
          !rights.may('manageSettings') ? undefined : chosen !== null ? (
            <Button
              color="inherit"
              disabled={save.isPending}
              onClick={() => save.mutate({ ...present, backupFolder: chosen })}
            >
              以后也自动备份到这里
            </Button>
          ) : (
            <Button href="/settings" color="inherit">
              去设置
            </Button>
          )
        }
      >
        {chosen !== null
          ? `要不要把“${chosen}”定为第二个备份位置？以后关闭程序时也往那里自动备份一份。`
          : '备份都在这台电脑上，硬盘坏了就一起没有了。建议每周备份到 U 盘一次，或者在设置里指定另一块硬盘作第二个备份位置。'}
      </Alert>
    </>
  );
}

/** The folder in which a backup's own folder lies. */
function folderOf(path: string): string {
  return path.replace(/[\\/]+[^\\/]+[\\/]*$/, '') || path;
}
