import { useParams } from 'react-router';
import type { AnyLedger } from '../../shared/ledger/definition.ts';
import { useVisibleLedgers } from '../ground/visibleLedgers.ts';

/** The ledger that the address names, if this school has it and the account may read it. */
export function useDefinition(): AnyLedger | null {
  const { ledgerId } = useParams();
  return useVisibleLedgers().find((definition) => definition.id === ledgerId) ?? null;
}
