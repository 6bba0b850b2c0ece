import { existsSync, rmSync } from 'node:fs';
import type { AccountInfo, BackupInfo, DesktopInfo, SessionState } from '../../../shared/contract/session.ts';
import { failure, success, type Failure, type Result } from '../../../shared/kernel/result.ts';
import { school as schoolLedger } from '../../../shared/ledgers/base/school.ts';
import type { Desktop } from '../../desktop/desktop.ts';
import type { Caller } from '../../ipc/handlers.ts';
import { findAccount, listAccounts, saveAccount } from '../../store/tables/accounts.ts';
import { completeRestore, listBackups, prepareRestore } from '../../store/backups/backup.ts';
import {
  createKeyFile,
  readDeviceSlot,
  readKeyFileInfo,
  replaceSlot,
  selfTest,
  setDeviceSlot,
  unlockWithPassword,
  unlockWithRecoveryCode,
  type KeyOptions,
} from '../../store/keys/keyFile.ts';
import { createRecord } from '../../store/records/records.ts';
import type { SchoolFolder } from '../../store/schoolFolder.ts';
import { openStore, type Store, type WrittenListener } from '../../store/store.ts';
import type { Clock } from '../app.ts';
import { behaviours } from '../behaviours.ts';
import { newId } from '../newId.ts';
import { changeStore } from '../unitOfWork.ts';
import { schoolOf } from '../school/schoolOf.ts';
import { readSchoolSettings } from '../upkeep/schoolSettings.ts';
import type { NewSchool, Session } from './session.ts';

export interface SessionOptions {
  readonly folder: SchoolFolder;
  readonly desktop: Desktop;
  readonly version: string;
  readonly clock: Clock;
  /** A job works on the file at present: nobody is locked out of their own work. */
  readonly busy: () => boolean;
  /** Ends the jobs on the file. */
  readonly endJobs: () => Promise<void>;
  readonly onWritten: WrittenListener;
  /** Takes the automatic backups of the file being closed, also to the school's second place if it has one. Never fails: that must not keep the file open. */
  readonly backUp: (secondFolder: string | null) => Promise<void>;
  readonly keyOptions?: KeyOptions;
}

/** The session, and what only the composition root may see of it. */
export interface OpenableSession extends Session {
  /** Place and key of the file while it is open or just being closed; for the worker threads. */
  credentials(): { readonly root: string; readonly dataKey: Uint8Array } | null;
}

interface OpenSchool {
  readonly store: Store;
  account: AccountInfo;
  readonly openedAt: string;
}

/** Takes about a second and says something about the machine, so once is enough. */
let machineTest: Result<null> | null = null;

const idleCheckEveryMs = 15_000;

export function createSession(options: SessionOptions): OpenableSession {
  const { folder, desktop, clock } = options;
  let open: OpenSchool | null = null;
  let closing: { readonly store: Store; readonly done: Promise<void> } | null = null;
  let unusable: Failure | null = null;
  let lastActiveMs = 0;
  const listeners = new Set<() => void>();
  const idleWatch = setInterval(() => void lockIfIdle(), idleCheckEveryMs);
  idleWatch.unref();

  const tell = () => listeners.forEach((listener) => listener());
  const touch = () => {
    lastActiveMs = Date.parse(clock.now());
  };

  /** Opens the file for an account that has proved its right; remembers why it could not be opened. */
  function enter(dataKey: Uint8Array, accountOf: (store: Store) => Result<AccountInfo>): Result<null> {
    const opened = openStore(folder, dataKey, { clock, behaviours, onWritten: options.onWritten });
    if (!opened.ok) {
      unusable = opened.failure;
      tell();
      return opened;
    }
    const store = opened.value;
    const account = accountOf(store);
    if (!account.ok) {
      store.close();
      return account;
    }
    open = { store, account: account.value, openedAt: stampOf(store) };
    unusable = null;
    touch();
    tell();
    return success(null);
  }

  function mustBeOpen(): OpenSchool {
    if (!open) throw new Error('no school is open');
    return open;
  }

  async function lock(): Promise<void> {
    if (!open) return closing?.done;
    const { store, openedAt } = open;
    open = null;
    const done = (async () => {
      await options.endJobs();
      const changed = stampOf(store) !== openedAt;
      const { backupFolder } = readSchoolSettings(store.read);
      store.close();
      if (changed) await options.backUp(backupFolder);
    })();
    closing = { store, done };
    tell();
    try {
      await done;
    } finally {
      closing = null;
    }
  }

  async function lockIfIdle(): Promise<void> {
    if (!open) return;
    if (options.busy()) return touch();
    const idleMs = Date.parse(clock.now()) - lastActiveMs;
    if (idleMs >= readSchoolSettings(open.store.read).idleMinutes * 60_000) await lock();
  }

  return {
    state: () => stateOf(),
    current(): Caller | null {
      return (
        open && {
          store: open.store,
          account: open.account,
          change: changeStore(open.store, clock, open.account),
        }
      );
    },
    credentials() {
      const store = open?.store ?? closing?.store;
      return store ? { root: store.folder.root, dataKey: store.dataKey } : null;
    },

    async createSchool(school) {
      await closing?.done;
      if (open || existsSync(folder.database))
        return failure('conflict', '这台电脑上已经有学校资料，不能再新建。请先打开现有资料。');
      const sound = (machineTest ??= selfTest());
      if (!sound.ok) return sound;
      const account: AccountInfo = {
        id: newId(clock),
        name: school.accountName,
        roles: ['head', 'administrator'],
        active: true,
        createdAt: clock.now(),
      };
      const keys = createKeyFile(
        folder,
        { schoolName: school.schoolName, account, password: school.password },
        options.keyOptions,
      );
      if (!keys.ok) return keys;
      const filled = fillNewFile(folder, keys.value.dataKey, school, account, clock);
      if (!filled.ok) {
        // Only what this call has just made: neither file was there before.
        for (const path of [folder.keys, folder.database]) rmSync(path, { force: true });
        return filled;
      }
      const entered = enter(keys.value.dataKey, (store) => activeAccount(store, account.id));
      return entered.ok ? success({ recoveryCode: keys.value.recoveryCode }) : entered;
    },

    async unlock(accountName, password) {
      await lock();
      const unlocked = unlockWithPassword(folder, accountName.trim(), password);
      if (!unlocked.ok) return unlocked;
      return enter(unlocked.value.dataKey, (store) => activeAccount(store, unlocked.value.accountId));
    },

    async unlockOnThisPc() {
      await lock();
      const slot = readDeviceSlot(folder);
      if (!slot.ok) return slot;
      const sealed = slot.value;
      const dataKey = sealed && desktop.keyStore ? await desktop.keyStore.open(sealed.sealed) : null;
      if (!sealed || !dataKey)
        return failure('unavailable', '这台电脑现在不能免密码打开，请输入密码；打开后可以重新设置。');
      return enter(dataKey, (store) => activeAccount(store, sealed.accountId));
    },

    async unlockWithRecoveryCode(recoveryCode, accountName, newPassword) {
      await lock();
      const unlocked = unlockWithRecoveryCode(folder, recoveryCode);
      if (!unlocked.ok) return unlocked;
      const { dataKey } = unlocked.value;
      return enter(dataKey, (store) => {
        const account = listAccounts(store.read).find((one) => one.active && one.name === accountName.trim());
        if (!account) return failure('notFound', `没有名叫“${accountName.trim()}”的在用账号，请核对姓名。`);
        const replaced = replaceSlot(folder, dataKey, account, newPassword, options.keyOptions);
        return replaced.ok ? success(account) : replaced;
      });
    },

    async setUnlockOnThisPc(enabled) {
      const { store, account } = mustBeOpen();
      if (!enabled) {
        const removed = setDeviceSlot(folder, store.dataKey, null);
        tell();
        return removed.ok ? success({ enabled: false }) : removed;
      }
      if (!desktop.keyStore)
        return failure('unavailable', '这台电脑没有可用的系统密钥库，不能免密码打开，请继续使用密码。');
      const sealed = await desktop.keyStore.seal(store.dataKey);
      const saved = setDeviceSlot(folder, store.dataKey, { accountId: account.id, sealed });
      tell();
      return saved.ok ? success({ enabled: true }) : saved;
    },

    async changePassword(oldPassword, newPassword) {
      const { store, account } = mustBeOpen();
      const proved = unlockWithPassword(folder, account.name, oldPassword);
      if (!proved.ok)
        return proved.failure.kind === 'wrongPassword'
          ? failure('wrongPassword', '原密码不对，密码没有改动。', [
              { path: 'oldPassword', sentence: '原密码不对。' },
            ])
          : proved;
      return replaceSlot(folder, store.dataKey, account, newPassword, options.keyOptions);
    },

    async openBackup(path) {
      await closing?.done;
      const before = open;
      // While the school is still open, so that a backup that is no good changes nothing for anybody.
      const prepared = prepareRestore(folder, path, before?.store.dataKey);
      if (!prepared.ok) return prepared;
      await lock();
      const restored = completeRestore(folder, prepared.value, clock);
      if (restored.ok) unusable = null;
      else if (before) enter(before.store.dataKey, (store) => activeAccount(store, before.account.id));
      tell();
      return restored;
    },

    lock,
    lockIfIdle,
    touch,
    refresh() {
      if (open) open.account = findAccount(open.store.read, open.account.id) ?? open.account;
      tell();
    },
    onChange(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    async close() {
      clearInterval(idleWatch);
      await lock();
    },
  };

  function stateOf(): SessionState {
    const info: DesktopInfo = {
      kind: desktop.kind,
      version: options.version,
      keyStore: desktop.keyStore !== null,
    };
    if (open) {
      const school = schoolOf(open.store.read);
      const settings = readSchoolSettings(open.store.read);
      return {
        stage: 'open',
        desktop: info,
        school: { id: school.id, name: school.values.name, type: school.values.type },
        account: open.account,
        idleMinutes: settings.idleMinutes,
        deviceUnlock: deviceAccountName(),
        demo: settings.demo,
      };
    }
    if (unusable)
      return { stage: 'unusable', desktop: info, sentence: unusable.sentence, backups: backups() };
    const keys = readKeyFileInfo(folder);
    const hasDatabase = existsSync(folder.database);
    if (!keys.ok) {
      if (keys.failure.kind === 'notFound' && !hasDatabase) return { stage: 'noSchool', desktop: info };
      return { stage: 'unusable', desktop: info, sentence: keys.failure.sentence, backups: backups() };
    }
    if (!hasDatabase)
      return {
        stage: 'unusable',
        desktop: info,
        sentence: `没有找到数据文件（${folder.database}）。请检查它是否被移动或删除，也可以用备份恢复。`,
        backups: backups(),
      };
    return {
      stage: 'locked',
      desktop: info,
      schoolName: keys.value.schoolName,
      accountNames: keys.value.accounts.map(({ name }) => name),
      deviceUnlock: deviceAccountName(),
    };
  }

  function deviceAccountName(): string | null {
    const keys = readKeyFileInfo(folder);
    if (!keys.ok || !desktop.keyStore) return null;
    const { accounts, deviceAccountId } = keys.value;
    return accounts.find(({ id }) => id === deviceAccountId)?.name ?? null;
  }

  function backups(): readonly BackupInfo[] {
    return listBackups(folder.backups);
  }
}

/** The first contents of a new file: account and school record, in one transaction. */
function fillNewFile(
  folder: SchoolFolder,
  dataKey: Uint8Array,
  school: NewSchool,
  account: AccountInfo,
  clock: Clock,
): Result<null> {
  const created = openStore(folder, dataKey, { clock, behaviours, create: true });
  if (!created.ok) return created;
  const store = created.value;
  try {
    const change = {
      accountId: account.id,
      accountName: account.name,
      at: clock.now(),
      reason: '新建学校',
    };
    const id = newId(clock);
    const made = store.write(change, (w) => {
      saveAccount(w, account);
      const values = { name: school.schoolName, type: school.schoolType };
      return createRecord(w, schoolLedger, { id, schoolId: id, period: null, state: 'finished', values });
    });
    return made.ok ? success(null) : made;
  } finally {
    store.close();
  }
}

function activeAccount(store: Store, id: string): Result<AccountInfo> {
  const account = findAccount(store.read, id);
  return account?.active
    ? success(account)
    : failure('forbidden', '这个账号已经停用，不能再打开资料。如果工作需要，请联系本校管理员。');
}

/** Differs whenever this or another connection has changed the file. */
function stampOf(store: Store): string {
  const { db } = store.read;
  const own: unknown = db.prepare('SELECT total_changes()').pluck().get();
  const others: unknown = db.pragma('data_version', { simple: true });
  return `${String(own)} ${String(others)}`;
}
