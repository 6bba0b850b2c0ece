import { z } from 'zod';
import { anyone, call, needs, signedIn } from './call.ts';
import { roles, type Role } from './rights.ts';
import { schoolTypes, type SchoolType } from '../kernel/schoolType.ts';

/** A person's account in this school's file. */
export interface AccountInfo {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly active: boolean;
  readonly createdAt: string;
}

/** Whose file is open. */
export interface SchoolInfo {
  readonly id: string;
  readonly name: string;
  readonly type: SchoolType;
}

/** A backup that can be restored. */
export interface BackupInfo {
  readonly id: string;
  /** Full path of the backup folder or file, for people. */
  readonly path: string;
  readonly takenAt: string;
  readonly bytes: number;
  readonly reason: 'automatic' | 'manual' | 'beforeMigration' | 'beforeRestore';
  readonly verified: boolean;
}

/** What the renderer needs to decide which screen to show. */
export type SessionState =
  | { readonly stage: 'noSchool'; readonly desktop: DesktopInfo }
  | {
      readonly stage: 'locked';
      readonly desktop: DesktopInfo;
      readonly schoolName: string;
      /** Names offered at unlocking; only of accounts in use. */
      readonly accountNames: readonly string[];
      /** Whose account this PC opens without a password; `null` = it asks for the password. */
      readonly deviceUnlock: string | null;
    }
  | {
      readonly stage: 'unusable';
      readonly desktop: DesktopInfo;
      readonly sentence: string;
      readonly backups: readonly BackupInfo[];
    }
  | {
      readonly stage: 'open';
      readonly desktop: DesktopInfo;
      readonly school: SchoolInfo;
      readonly account: AccountInfo;
      readonly idleMinutes: number;
      /** As in the locked stage. */
      readonly deviceUnlock: string | null;
      readonly demo: boolean;
    };

/** On what the program runs. */
export interface DesktopInfo {
  readonly kind: 'electron' | 'chromium';
  readonly version: string;
  /** The operating system offers a key store, so "unlock on this PC" can be offered. */
  readonly keyStore: boolean;
}

const password = z.string().min(8, '密码至少 8 位。').max(200, '密码最多 200 位。');
const personName = z.string().trim().min(2, '请写姓名（至少 2 个字）。').max(30, '姓名最多 30 个字。');

/** First start, unlocking, locking, accounts' own passwords. */
export const sessionCalls = {
  'session.state': call<SessionState>()(z.object({}), anyone),
  'session.createSchool': call<{ recoveryCode: string; state: SessionState }>()(
    z.object({
      schoolName: z.string().trim().min(2, '请写学校全称。').max(60, '学校名称最多 60 个字。'),
      schoolType: z.enum(schoolTypes),
      accountName: personName,
      password,
    }),
    anyone,
  ),
  /** Makes the demo school by way of the real import; takes a minute or two and reports progress. */
  'session.createDemo': call<{ password: string; state: SessionState }>()(
    z.object({ jobId: z.uuid() }),
    anyone,
  ),
  /** Lets the user pick a backup (dialog) when `path` is absent, checks it and makes it the school of this PC. */
  'session.openBackup': call<SessionState>()(z.object({ path: z.string().max(2000).optional() }), anyone),
  'session.unlock': call<SessionState>()(
    z.object({ accountName: z.string().max(60), password: z.string().max(200) }),
    anyone,
  ),
  'session.unlockOnThisPc': call<SessionState>()(z.object({}), anyone),
  'session.unlockWithRecoveryCode': call<SessionState>()(
    z.object({ recoveryCode: z.string().max(200), accountName: z.string().max(60), newPassword: password }),
    anyone,
  ),
  'session.setUnlockOnThisPc': call<{ enabled: boolean }>()(z.object({ enabled: z.boolean() }), signedIn),
  'session.lock': call<SessionState>()(z.object({}), signedIn),
  /** Sent by the renderer while the person is active, so that idle locking counts from real work. */
  'session.touch': call<null>()(z.object({}), signedIn),
  'session.changePassword': call<null>()(
    z.object({ oldPassword: z.string().max(200), newPassword: password }),
    signedIn,
  ),

  'accounts.list': call<readonly AccountInfo[]>()(z.object({}), needs('manageAccounts')),
  'accounts.create': call<AccountInfo>()(
    z.object({ name: personName, roles: z.array(z.enum(roles)).min(1, '请至少选一个角色。'), password }),
    needs('manageAccounts'),
  ),
  'accounts.setRoles': call<AccountInfo>()(
    z.object({ id: z.uuid(), roles: z.array(z.enum(roles)).min(1, '请至少选一个角色。') }),
    needs('manageAccounts'),
  ),
  'accounts.setPassword': call<null>()(z.object({ id: z.uuid(), password }), needs('manageAccounts')),
  /** Takes the person's key slot away; their revisions stay theirs. */
  'accounts.withdraw': call<AccountInfo>()(z.object({ id: z.uuid() }), needs('manageAccounts')),
  /** A new recovery code; the old one stops working. */
  'accounts.renewRecoveryCode': call<{ recoveryCode: string }>()(z.object({}), needs('manageAccounts')),
};
