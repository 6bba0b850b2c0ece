import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { LedgerQuery } from '../../../shared/contract/ledgers.ts';
import type { AnyLedger } from '../../../shared/ledger/definition.ts';
import { listPeriod, usePeriod } from '../../ground/periodContext.tsx';
import { queryOf, readListState, writeListState, type ListState } from './listAddress.ts';

interface ShownList {
  readonly state: ListState;
  readonly setState: (state: ListState) => void;
  /** What the frame's switch means for this ledger; `null` = it has no periods. */
  readonly period: string | null;
  readonly query: LedgerQuery;
  /** Goes behind the address of what is opened from here, so that coming back finds the list as it was. */
  readonly kept: string;
}

/** What a list shows: its own state from the address, within the frame's period. */
export function useListState(definition: AnyLedger): ShownList {
  const choice = usePeriod();
  const [address, setAddress] = useSearchParams();
  const state = useMemo(() => readListState(address), [address]);
  const period = listPeriod(definition, choice);
  const query = useMemo(() => queryOf(definition.id, state, period), [definition, state, period]);
  return {
    state,
    setState: (next) => setAddress(writeListState(next), { replace: true }),
    period,
    query,
    kept: address.toString() === '' ? '' : `?${address.toString()}`,
  };
}
