import type { AccountInfo, SessionState } from '../../../shared/contract/session.ts';
import { roleLabels, type Role } from '../../../shared/contract/rights.ts';
import type { Channel } from '../../../shared/contract/index.ts';
import { failure, success, type Result } from '../../../shared/kernel/result.ts';
import type { Caller, HandlersOf } from '../../ipc/handlers.ts';
import { addAccess } from '../../store/tables/accessLog.ts';
import { findAccount, listAccounts, saveAccount } from '../../store/tables/accounts.ts';
import {
  addSlot,
  removeSlot,
  renewRecoveryCode,
  replaceSlot,
  type KeyOptions,
} from '../../store/keys/keyFile.ts';
import type { App } from '../app.ts';

type SessionChannel = Extract<Channel, `session.${string}`>;
type AccountChannel = Extract<Channel, `accounts.${string}`>;

export interface AccountsOptions {
  /** Makes the demo school in the empty folder and leaves it open; answers with its password. */
  readonly createDemo: (jobId: string) => Promise<Result<{ readonly password: string }>>;
  readonly keyOptions?: KeyOptions;
}

const noSuchAccount = failure('notFound', '没有找到这个账号，请刷新后再试。');
const lastAdministrator = failure(
  'conflict',
  '这是最后一位管理员，不能停用或取消管理员角色，否则没有人能管理账号。请先给另一人管理员角色。',
);

/** Opening and locking the school's file, and one's own ways in. */
export function sessionHandlers(
  { session, desktop, jobs }: App,
  options: Pick<AccountsOptions, 'createDemo'>,
): HandlersOf<SessionChannel> {
  /** The state after a try to open. An unusable file is a state with a way out, not a failed call. */
  function stateAfter(tried: Result<null>): Result<SessionState> {
    const state = session.state();
    return tried.ok || state.stage === 'unusable' ? success(state) : tried;
  }

  return {
    'session.state': () => success(session.state()),
    'session.createSchool': async (input) => {
      const created = await session.createSchool(input);
      return created.ok
        ? success({ recoveryCode: created.value.recoveryCode, state: session.state() })
        : created;
    },
    'session.createDemo': async ({ jobId }) => {
      const made = await options.createDemo(jobId);
      return made.ok ? success({ password: made.value.password, state: session.state() }) : made;
    },
    'session.openBackup': async ({ path }) => {
      // While a school is open, replacing it is the administrator's right: `backup.restore`.
      if (session.current()) return failure('conflict', '请先锁定，再打开备份；或者在“备份”页面中恢复。');
      const chosen = path ?? (await desktop.chooseFolder({ title: '选择备份（“台账备份_”开头的文件夹）' }));
      if (chosen === null) return success(session.state());
      const opened = await session.openBackup(chosen);
      return opened.ok ? success(session.state()) : opened;
    },
    'session.unlock': async ({ accountName, password }) =>
      stateAfter(await session.unlock(accountName, password)),
    'session.unlockOnThisPc': async () => stateAfter(await session.unlockOnThisPc()),
    'session.unlockWithRecoveryCode': async ({ recoveryCode, accountName, newPassword }) =>
      stateAfter(await session.unlockWithRecoveryCode(recoveryCode, accountName, newPassword)),
    'session.setUnlockOnThisPc': ({ enabled }) => session.setUnlockOnThisPc(enabled),
    'session.lock': async () => {
      if (jobs.running() > 0)
        return failure('conflict', '还有任务正在进行。请等它完成，或者先取消任务，再锁定。');
      await session.lock();
      return success(session.state());
    },
    'session.touch': () => {
      session.touch();
      return success(null);
    },
    'session.changePassword': ({ oldPassword, newPassword }) =>
      session.changePassword(oldPassword, newPassword),
  };
}

/** Who may open the school's file, and as what. */
export function accountsHandlers(
  { folder }: App,
  { keyOptions }: Pick<AccountsOptions, 'keyOptions'>,
): HandlersOf<AccountChannel> {
  return {
    'accounts.list': (_, { store }) => success(listAccounts(store.read)),
    'accounts.create': ({ name, roles, password }, caller) =>
      caller.change('新建账号', (w, unit) => {
        const account: AccountInfo = {
          id: unit.newId(),
          name,
          roles: [...new Set(roles)],
          active: true,
          createdAt: w.change.at,
        };
        // Refuses a name that is in use, before anything is saved.
        const added = addSlot(folder, caller.store.dataKey, account, password, keyOptions);
        if (!added.ok) return added;
        saveAccount(w, account);
        addAccess(w, { what: `新建账号：${name}（${roleWords(account.roles)}）` });
        return success(account);
      }),
    'accounts.setRoles': ({ id, roles }, caller) =>
      caller.change('修改角色', (w) => {
        const account = findAccount(w, id);
        if (!account?.active) return noSuchAccount;
        if (!roles.includes('administrator') && isLastAdministrator(caller, account))
          return lastAdministrator;
        const changed = { ...account, roles: [...new Set(roles)] };
        saveAccount(w, changed);
        addAccess(w, { what: `修改角色：${account.name}（${roleWords(changed.roles)}）` });
        return success(changed);
      }),
    'accounts.setPassword': ({ id, password }, caller) =>
      caller.change('设新密码', (w) => {
        const account = findAccount(w, id);
        if (!account?.active) return noSuchAccount;
        addAccess(w, { what: `设新密码：${account.name}` });
        return replaceSlot(folder, caller.store.dataKey, account, password, keyOptions);
      }),
    'accounts.withdraw': ({ id }, caller) =>
      caller.change('停用账号', (w) => {
        const account = findAccount(w, id);
        if (!account?.active) return noSuchAccount;
        if (isLastAdministrator(caller, account)) return lastAdministrator;
        if (account.id === caller.account.id)
          return failure('conflict', '不能停用自己正在使用的账号，请由另一位管理员操作。');
        const removed = removeSlot(folder, caller.store.dataKey, id);
        if (!removed.ok) return removed;
        const withdrawn = { ...account, active: false };
        saveAccount(w, withdrawn);
        addAccess(w, { what: `停用账号：${account.name}` });
        return success(withdrawn);
      }),
    'accounts.renewRecoveryCode': (_, caller) =>
      caller.change('更换恢复码', (w) => {
        addAccess(w, { what: '更换恢复码' });
        return renewRecoveryCode(folder, caller.store.dataKey, keyOptions);
      }),
  };
}

function isLastAdministrator({ store }: Caller, account: AccountInfo): boolean {
  return !listAccounts(store.read).some(
    (other) => other.active && other.id !== account.id && other.roles.includes('administrator'),
  );
}

function roleWords(roles: readonly Role[]): string {
  return roles.map((role) => roleLabels[role]).join('、');
}
