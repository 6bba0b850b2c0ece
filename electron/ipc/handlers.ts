import type { Channel, Contract, OutputOf, ParsedInputOf } from '../../shared/contract/index.ts';
import type { AccountInfo } from '../../shared/contract/session.ts';
import type { Result } from '../../shared/kernel/result.ts';
import type { ChangeStore } from '../services/school/unitOfWork.ts';
import type { Store } from '../store/store.ts';

/** Who makes the call; exists only while the file is unlocked. */
export interface Caller {
  readonly account: AccountInfo;
  /** To read; a handler writes by `change` alone. */
  readonly store: Store;
  readonly change: ChangeStore;
}

type CallerOf<C extends Channel> = Contract[C]['access'] extends { kind: 'anyone' } ? null : Caller;

/** Implementation of one call. The router has validated the input and checked the right before. */
export type Handler<C extends Channel> = (
  input: ParsedInputOf<C>,
  caller: CallerOf<C>,
) => Result<OutputOf<C>> | Promise<Result<OutputOf<C>>>;

export type Handlers = { readonly [C in Channel]: Handler<C> };

/** The handlers of one area, e.g. `HandlersOf<'ledger.list' | 'ledger.get'>`; the router wants all of them together. */
export type HandlersOf<C extends Channel> = Pick<Handlers, C>;
