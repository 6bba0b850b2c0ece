import type { AccountInfo } from '../../../shared/contract/session.ts';
import { failure, success, type Failure, type Result } from '../../../shared/kernel/result.ts';
import type { Desktop } from '../../desktop/desktop.ts';
import type { KeyOptions } from '../../store/keys/keyFile.ts';
import type { SchoolFolder } from '../../store/schoolFolder.ts';
import { openStore, type Store, type WrittenListener } from '../../store/store.ts';
import { findAccount } from '../../store/tables/accounts.ts';
import type { Clock } from '../../clock.ts';
import { behaviours } from '../behaviours.ts';
import { readSchoolSettings } from '../upkeep/schoolSettings.ts';

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

export interface OpenSchool {
  readonly store: Store;
  account: AccountInfo;
  /** The moment of the file's write log. */
  readonly openedAt: number;
}

/** The school's file, opened by one account at a time and closed with its backups. */
export interface SchoolDoor {
  /** `null` = shut. */
  readonly open: OpenSchool | null;
  /** The file while it is being closed. */
  readonly closing: { readonly store: Store; readonly done: Promise<void> } | null;
  /** Why the file could not be opened last; `null` = nothing is known against it. */
  unusable: Failure | null;
  /** Opens the file for an account that has proved its right. */
  enter(dataKey: Uint8Array, accountOf: (store: Store) => Result<AccountInfo>): Result<null>;
  /** As `Session.lock`. */
  readonly lock: () => Promise<void>;
  readonly lockIfIdle: () => Promise<void>;
  readonly touch: () => void;
  /** Tells the listeners that the session has changed. */
  readonly tell: () => void;
  readonly onChange: (listener: () => void) => () => void;
}

export function createSchoolDoor(options: SessionOptions): SchoolDoor {
  const { folder, clock } = options;
  const listeners = new Set<() => void>();
  let open: OpenSchool | null = null;
  let closing: SchoolDoor['closing'] = null;
  let lastActiveMs = 0;
  const door: SchoolDoor = {
    get open() {
      return open;
    },
    get closing() {
      return closing;
    },
    unusable: null,
    enter(dataKey, accountOf) {
      const opened = openStore(folder, dataKey, { clock, behaviours, onWritten: options.onWritten });
      if (!opened.ok) {
        door.unusable = opened.failure;
        door.tell();
        return opened;
      }
      const store = opened.value;
      const account = accountOf(store);
      if (!account.ok) {
        store.close();
        return account;
      }
      open = { store, account: account.value, openedAt: store.writeLog.moment() };
      door.unusable = null;
      door.touch();
      door.tell();
      return success(null);
    },
    async lock() {
      if (!open) return closing?.done;
      const { store, openedAt } = open;
      open = null;
      const done = (async () => {
        await options.endJobs();
        const changed = store.writeLog.moment() !== openedAt;
        const { backupFolder } = readSchoolSettings(store.read);
        store.close();
        if (changed) await options.backUp(backupFolder);
      })();
      closing = { store, done };
      door.tell();
      try {
        await done;
      } finally {
        closing = null;
      }
    },
    async lockIfIdle() {
      if (!open) return;
      if (options.busy()) return door.touch();
      const idleMs = Date.parse(clock.now()) - lastActiveMs;
      if (idleMs >= readSchoolSettings(open.store.read).idleMinutes * 60_000) await door.lock();
    },
    touch() {
      lastActiveMs = Date.parse(clock.now());
    },
    tell() {
      listeners.forEach((listener) => listener());
    },
    onChange(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
  return door;
}

/** The account of an id, as long as it may open the file. Failure: `forbidden`. */
export function activeAccount(store: Store, id: string): Result<AccountInfo> {
  const account = findAccount(store.read, id);
  return account?.active
    ? success(account)
    : failure('forbidden', '这个账号已经停用，不能再打开资料。如果工作需要，请联系本校管理员。');
}
