import type { Caller } from '#electron/ipc/handlers.ts';
import { changeStore } from '#electron/services/school/unitOfWork.ts';
import type { AccountInfo } from '#shared/contract/session.ts';
import type { TemporarySchool } from './temporarySchool.ts';

/** Somebody who has opened the school, as the session hands him to the router. */
export function callerOf({ store, clock }: TemporarySchool, account: AccountInfo): Caller {
  return { account, store, change: changeStore(store, clock, account) };
}
