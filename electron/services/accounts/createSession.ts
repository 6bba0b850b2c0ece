import { success } from '../../../shared/kernel/result.ts';
import type { Caller } from '../../ipc/handlers.ts';
import { completeRestore, prepareRestore } from '../../store/backups/backup.ts';
import { findAccount } from '../../store/tables/accounts.ts';
import { changeStore } from '../school/unitOfWork.ts';
import { makeSchoolFile } from './makeSchoolFile.ts';
import { activeAccount, createSchoolDoor, type SessionOptions } from './schoolDoor.ts';
import type { Session } from './session.ts';
import { sessionState } from './sessionState.ts';
import { waysIn } from './waysIn.ts';

/** The session, and what only the composition root may see of it. */
export interface OpenableSession extends Session {
  /** Place and key of the file while it is open or just being closed; for the worker threads. */
  credentials(): { readonly root: string; readonly dataKey: Uint8Array } | null;
}

const idleCheckEveryMs = 15_000;

export function createSession(options: SessionOptions): OpenableSession {
  const { folder, clock } = options;
  const door = createSchoolDoor(options);
  const { lock, lockIfIdle, touch, onChange } = door;
  const idleWatch = setInterval(() => void lockIfIdle(), idleCheckEveryMs);
  idleWatch.unref();

  return {
    ...waysIn(door, options),
    lock,
    lockIfIdle,
    touch,
    onChange,
    state: () => sessionState(door, options),
    current(): Caller | null {
      const { open } = door;
      return (
        open && {
          store: open.store,
          account: open.account,
          change: changeStore(open.store, clock, open.account),
        }
      );
    },
    credentials() {
      const store = door.open?.store ?? door.closing?.store;
      return store ? { root: store.folder.root, dataKey: store.dataKey } : null;
    },

    async createSchool(school) {
      await door.closing?.done;
      const made = makeSchoolFile(school, options);
      if (!made.ok) return made;
      const { dataKey, accountId, recoveryCode } = made.value;
      const entered = door.enter(dataKey, (store) => activeAccount(store, accountId));
      return entered.ok ? success({ recoveryCode }) : entered;
    },

    async openBackup(path) {
      await door.closing?.done;
      const before = door.open;
      // While the school is still open, so that a backup that is no good changes nothing for anybody.
      const prepared = prepareRestore(folder, path, before?.store.dataKey);
      if (!prepared.ok) return prepared;
      await lock();
      const restored = completeRestore(folder, prepared.value, clock);
      if (restored.ok) door.unusable = null;
      else if (before) door.enter(before.store.dataKey, (store) => activeAccount(store, before.account.id));
      door.tell();
      return restored;
    },

    refresh() {
      const { open } = door;
      if (open) open.account = findAccount(open.store.read, open.account.id) ?? open.account;
      door.tell();
    },
    async close() {
      clearInterval(idleWatch);
      await lock();
    },
  };
}
