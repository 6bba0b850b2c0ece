import type { AccountInfo } from '../../../shared/contract/session.ts';
import type { Change, WriteHandle } from '../../store/handles.ts';
import type { Store } from '../../store/store.ts';
import type { Clock } from '../../clock.ts';
import { newId } from './newId.ts';
import { schoolOf } from './schoolOf.ts';

/** What the work of one unit leans on: made once, where the unit begins. */
export interface Unit {
  /** Calendar day in China. */
  readonly today: string;
  readonly schoolId: string;
  readonly account: AccountInfo;
  /** A new UUIDv7. */
  readonly newId: () => string;
}

/**
 * Changes the store: all of `work` in one transaction, in the name of one account. Nothing is stored when it throws or
 * answers with a failed `Result`. `reason` stands in every revision; empty or `null` = none is given. Not to be nested.
 */
export type ChangeStore = <T>(
  reason: string | null | undefined,
  work: (w: WriteHandle, unit: Unit) => T,
  marks?: Pick<Change, 'importId'>,
) => T;

/** The one place where a change, its day and its ids are made; what it wrote is told by the store. */
export function changeStore(store: Store, clock: Clock, account: AccountInfo): ChangeStore {
  return (reason, work, marks) => {
    const stated = reason?.trim();
    const change = { ...changeOf(clock, account), ...(stated ? { reason: stated } : {}), ...marks };
    return store.write(change, (w) => work(w, unitOf(w, clock, account)));
  };
}

/** What `work` would do to the store and answer, without doing it. */
export function tryOut<T>(
  store: Store,
  clock: Clock,
  account: AccountInfo,
  work: (w: WriteHandle, unit: Unit) => T,
): T {
  return store.tryOut(changeOf(clock, account), (w) => work(w, unitOf(w, clock, account)));
}

function changeOf(clock: Clock, account: AccountInfo): Change {
  return { accountId: account.id, accountName: account.name, at: clock.now() };
}

function unitOf(w: WriteHandle, clock: Clock, account: AccountInfo): Unit {
  let schoolId: string | undefined;
  return {
    today: clock.today(),
    account,
    newId: () => newId(clock.now()),
    // Only units that save records look for it.
    get schoolId() {
      return (schoolId ??= schoolOf(w).id);
    },
  };
}
