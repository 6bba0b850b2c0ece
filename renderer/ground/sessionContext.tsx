import { createContext, useContext } from 'react';
import { levelOf, may, type Capability } from '../../shared/contract/rights.ts';
import type { SessionState } from '../../shared/contract/session.ts';
import type { Area } from '../../shared/ledger/definition.ts';
import { answers, forgetTheFile } from '../answers.ts';

export type OpenSession = Extract<SessionState, { stage: 'open' }>;

export const SessionContext = createContext<OpenSession | null>(null);

/** The open school and account; only for screens inside the frame. */
export function useSession(): OpenSession {
  const session = useContext(SessionContext);
  if (!session) throw new Error('useSession outside the open frame');
  return session;
}

/** Puts the state that a session call has answered (or `null`: ask anew) in force, so that the right screen shows at once. */
export function applySession(state: SessionState | null): void {
  if (state === null) {
    void answers.invalidateQueries({ queryKey: ['session.state'] });
    return;
  }
  if (state.stage !== 'open') forgetTheFile();
  answers.setQueryData(['session.state', {}], state);
}

export interface Rights {
  readonly mayRead: (area: Area) => boolean;
  readonly mayWrite: (area: Area) => boolean;
  readonly may: (capability: Capability) => boolean;
}

/** What the account may do; the main process decides again on every call. */
export function useRights(): Rights {
  const { account } = useSession();
  return {
    mayRead: (area) => levelOf(account.roles, area) !== 'none',
    mayWrite: (area) => levelOf(account.roles, area) === 'write',
    may: (capability) => may(account.roles, capability),
  };
}
