import type { SessionState } from '../../../shared/contract/session.ts';
import type { SchoolType } from '../../../shared/kernel/schoolType.ts';
import type { Result } from '../../../shared/kernel/result.ts';
import type { Caller } from '../../ipc/handlers.ts';
import type { Restored } from '../../store/backups/backup.ts';

export interface NewSchool {
  readonly schoolName: string;
  readonly schoolType: SchoolType;
  readonly accountName: string;
  readonly password: string;
}

/** The one school file of this PC: absent, locked, unusable or open by one account. */
export interface Session {
  state(): SessionState;
  /** The open store and its account; `null` while nothing is open. */
  current(): Caller | null;

  /** Makes file, first account (head and administrator) and school record, and opens it. */
  createSchool(school: NewSchool): Promise<Result<{ readonly recoveryCode: string }>>;
  unlock(accountName: string, password: string): Promise<Result<null>>;
  unlockOnThisPc(): Promise<Result<null>>;
  /** Opens with the recovery code and gives the account a new password. */
  unlockWithRecoveryCode(
    recoveryCode: string,
    accountName: string,
    newPassword: string,
  ): Promise<Result<null>>;
  setUnlockOnThisPc(enabled: boolean): Promise<Result<{ readonly enabled: boolean }>>;
  changePassword(oldPassword: string, newPassword: string): Promise<Result<null>>;
  /**
   * Replaces the school of this PC by a backup; what was there is kept beside it. The session is locked afterwards,
   * and stays as it was when the backup is no good.
   */
  openBackup(path: string): Promise<Result<Restored>>;

  /** Ends jobs on the file, makes the automatic backup when something changed, closes the file. */
  lock(): Promise<void>;
  /** Locks when nobody has been active for the school's idle minutes and no job is at work. */
  lockIfIdle(): Promise<void>;
  /** The person is there. */
  touch(): void;
  /** Account, school or settings changed: the state is read anew and told to the listeners. */
  refresh(): void;
  onChange(listener: () => void): () => void;
  /** As `lock`, and stops watching for idleness. */
  close(): Promise<void>;
}
