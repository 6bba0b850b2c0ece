import type { BackupInfo } from '../../../shared/contract/session.ts';
import type { Job } from '../../jobs/job.ts';
import { createBackup, type BackupReason } from '../../store/backups/backup.ts';

/** Job: takes a backup of the open file and checks it. `target` absent = the school's own backup folder. */
export const takeBackup: Job<
  { readonly target: string | null; readonly reason: BackupReason },
  BackupInfo
> = ({ target, reason }, context) => {
  context.progress('正在备份并检查', 0, 0);
  const store = context.store();
  return createBackup(store, target ?? store.folder.backups, reason);
};
