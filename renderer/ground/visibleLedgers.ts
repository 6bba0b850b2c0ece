import { levelOf } from '../../shared/contract/rights.ts';
import type { AnyLedger } from '../../shared/ledger/definition.ts';
import { ledgers } from '../../shared/ledgers/index.ts';
import { useSession } from './sessionContext.tsx';

/** The ledgers that this type of school has and the account may read, in the order of the ledger page. */
export function useVisibleLedgers(): readonly AnyLedger[] {
  const { account, school } = useSession();
  return ledgers.filter(
    (definition) =>
      levelOf(account.roles, definition.area) !== 'none' &&
      (!definition.schoolTypes || definition.schoolTypes.includes(school.type)),
  );
}
