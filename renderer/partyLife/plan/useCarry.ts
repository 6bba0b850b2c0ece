import { useState } from 'react';
import type { PlanEntry } from '../../../shared/contract/partyPlan.ts';
import { useCall, useChange } from '../../client.ts';

/** An item that is being moved. */
export interface Carry {
  readonly entry: PlanEntry;
  /** The day under it. */
  readonly to: string;
  /** By keyboard the item stands on the day already; under the mouse it floats. */
  readonly by: 'keyboard' | 'mouse';
}

export interface Carrying {
  readonly carry: Carry | null;
  /** What speaks against the day under it; `null` while that is being looked up. */
  readonly warnings: readonly string[] | null;
  /** The last move, which can be taken back. */
  readonly last: { readonly entry: PlanEntry; readonly to: string } | null;
  readonly error: unknown;
  readonly busy: boolean;
  readonly lift: (entry: PlanEntry, by: Carry['by']) => void;
  readonly hover: (to: string) => void;
  readonly drop: () => void;
  readonly putBack: () => void;
  readonly undo: () => void;
  readonly forget: () => void;
}

/** Moves one item at a time: lifted, held over days with what speaks against them, dropped or put back. */
export function useCarry(range: { readonly from: string; readonly to: string }): Carrying {
  const [carry, setCarry] = useState<Carry | null>(null);
  const [last, setLast] = useState<Carrying['last']>(null);
  const move = useChange('partyPlan.move');
  const found = useCall(
    'partyPlan.warnings',
    { id: carry?.entry.id ?? '', ...range },
    { enabled: carry !== null },
  );

  function put(entry: PlanEntry, to: string, baseRevision: number, undoable: boolean) {
    move.mutate(
      { id: entry.id, to, baseRevision },
      {
        onSuccess: ({ revision }) => setLast(undoable ? { entry: { ...entry, revision }, to } : null),
        onSettled: () => setCarry(null),
      },
    );
  }

  return {
    carry,
    warnings: found.data ? (found.data[carry?.to ?? ''] ?? []) : null,
    last,
    error: move.error ?? found.error,
    busy: move.isPending,
    lift: (entry, by) => {
      move.reset();
      setLast(null);
      setCarry({ entry, to: entry.plannedOn, by });
    },
    hover: (to) => setCarry((before) => before && { ...before, to }),
    drop: () => {
      if (!carry || move.isPending) return;
      if (carry.to === carry.entry.plannedOn) setCarry(null);
      else put(carry.entry, carry.to, carry.entry.revision, true);
    },
    putBack: () => setCarry(null),
    undo: () => {
      if (last) put(last.entry, last.entry.plannedOn, last.entry.revision, false);
    },
    forget: () => move.reset(),
  };
}
