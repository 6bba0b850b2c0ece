import { failure, success } from '../../../shared/kernel/result.ts';
import {
  readDeviceSlot,
  replaceSlot,
  setDeviceSlot,
  unlockWithPassword,
  unlockWithRecoveryCode,
} from '../../store/keys/keyFile.ts';
import { listAccounts } from '../../store/tables/accounts.ts';
import { activeAccount, type OpenSchool, type SchoolDoor, type SessionOptions } from './schoolDoor.ts';
import type { Session } from './session.ts';

type WaysIn = Pick<
  Session,
  'unlock' | 'unlockOnThisPc' | 'unlockWithRecoveryCode' | 'setUnlockOnThisPc' | 'changePassword'
>;

/** How an account proves its right to the file: password, this PC's key store, recovery code. */
export function waysIn(door: SchoolDoor, { folder, desktop, keyOptions }: SessionOptions): WaysIn {
  return {
    async unlock(accountName, password) {
      await door.lock();
      const unlocked = unlockWithPassword(folder, accountName.trim(), password);
      if (!unlocked.ok) return unlocked;
      return door.enter(unlocked.value.dataKey, (store) => activeAccount(store, unlocked.value.accountId));
    },

    async unlockOnThisPc() {
      await door.lock();
      const slot = readDeviceSlot(folder);
      if (!slot.ok) return slot;
      const sealed = slot.value;
      const dataKey = sealed && desktop.keyStore ? await desktop.keyStore.open(sealed.sealed) : null;
      if (!sealed || !dataKey)
        return failure('unavailable', '这台电脑现在不能免密码打开，请输入密码；打开后可以重新设置。');
      return door.enter(dataKey, (store) => activeAccount(store, sealed.accountId));
    },

    async unlockWithRecoveryCode(recoveryCode, accountName, newPassword) {
      await door.lock();
      const unlocked = unlockWithRecoveryCode(folder, recoveryCode);
      if (!unlocked.ok) return unlocked;
      const { dataKey } = unlocked.value;
      return door.enter(dataKey, (store) => {
        const account = listAccounts(store.read).find((one) => one.active && one.name === accountName.trim());
        if (!account) return failure('notFound', `没有名叫“${accountName.trim()}”的在用账号，请核对姓名。`);
        const replaced = replaceSlot(folder, dataKey, account, newPassword, keyOptions);
        return replaced.ok ? success(account) : replaced;
      });
    },

    async setUnlockOnThisPc(enabled) {
      const { store, account } = mustBeOpen(door);
      if (!enabled) {
        const removed = setDeviceSlot(folder, store.dataKey, null);
        door.tell();
        return removed.ok ? success({ enabled: false }) : removed;
      }
      if (!desktop.keyStore)
        return failure('unavailable', '这台电脑没有可用的系统密钥库，不能免密码打开，请继续使用密码。');
      const sealed = await desktop.keyStore.seal(store.dataKey);
      const saved = setDeviceSlot(folder, store.dataKey, { accountId: account.id, sealed });
      door.tell();
      return saved.ok ? success({ enabled: true }) : saved;
    },

    async changePassword(oldPassword, newPassword) {
      const { store, account } = mustBeOpen(door);
      const proved = unlockWithPassword(folder, account.name, oldPassword);
      if (!proved.ok)
        return proved.failure.kind === 'wrongPassword'
          ? failure('wrongPassword', '原密码不对，密码没有改动。', [
              { path: 'oldPassword', sentence: '原密码不对。' },
            ])
          : proved;
      return replaceSlot(folder, store.dataKey, account, newPassword, keyOptions);
    },
  };
}

function mustBeOpen({ open }: SchoolDoor): OpenSchool {
  if (!open) throw new Error('no school is open');
  return open;
}
