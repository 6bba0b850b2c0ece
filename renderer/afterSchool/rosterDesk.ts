import { useState } from 'react';
import type { RosterBoard } from '../../shared/contract/afterSchool.ts';
import type { DayException } from '../../shared/domain/afterSchool/roster/dated.ts';
import type { Assignment, Roster } from '../../shared/domain/afterSchool/roster/problem.ts';

/** What is changed on the board and not stored yet. */
export interface DeskState {
  readonly roster: Roster;
  readonly locked: ReadonlySet<string>;
  /** Reasons of changes of hands, by need. */
  readonly replacements: ReadonlyMap<string, string>;
  readonly exceptions: readonly DayException[];
}

export interface RosterDeskControl extends DeskState {
  readonly lockedCells: readonly Assignment[];
  /** How many steps can be taken back. */
  readonly steps: number;
  /** Something differs from what is stored. */
  readonly unsaved: boolean;
  readonly replaceRoster: (roster: Roster) => void;
  readonly give: (needId: string, teacherId: string, reason: string) => void;
  readonly clear: (needId: string) => void;
  readonly toggleLock: (needId: string) => void;
  /** A move by hand: the roster afterwards, and why these needs changed hands. */
  readonly move: (roster: Roster, needIds?: readonly string[], reason?: string) => void;
  readonly explain: (needIds: readonly string[], reason: string) => void;
  readonly setExceptions: (exceptions: readonly DayException[]) => void;
  readonly undo: () => void;
  /** What is shown has been stored. */
  readonly settle: () => void;
}

/** Reasons shorter than this say nothing and aren't recorded. */
export const shortestReason = 2;

/** The board's changes, each of which can be taken back until it is stored. */
export function useRosterDesk(board: RosterBoard): RosterDeskControl {
  const [state, setState] = useState<DeskState>(() => ({
    roster: board.roster,
    locked: new Set(board.problem.locked.map(({ needId }) => needId)),
    replacements: new Map(),
    exceptions: board.exceptions,
  }));
  const [kept, setKept] = useState(state);
  const [past, setPast] = useState<readonly DeskState[]>([]);

  function change(next: Partial<DeskState>): void {
    setPast([...past, state]);
    setState({ ...state, ...next });
  }
  function withReason(needIds: readonly string[], reason: string): ReadonlyMap<string, string> {
    const reasons = new Map(state.replacements);
    for (const needId of needIds)
      if (reason.length >= shortestReason) reasons.set(needId, reason);
      else reasons.delete(needId);
    return reasons;
  }

  return {
    ...state,
    lockedCells: state.roster.filter(({ needId }) => state.locked.has(needId)),
    steps: past.length,
    unsaved: state !== kept,
    settle: () => setKept(state),
    replaceRoster: (roster) => change({ roster, replacements: new Map() }),
    give: (needId, teacherId, reason) => {
      const rest = state.roster.filter((each) => each.needId !== needId);
      change({
        roster: [...rest, { needId, teacherId }],
        replacements: withReason([needId], reason),
      });
    },
    clear: (needId) =>
      change({
        roster: state.roster.filter((each) => each.needId !== needId),
        locked: new Set([...state.locked].filter((each) => each !== needId)),
      }),
    toggleLock: (needId) => {
      const locked = new Set(state.locked);
      if (!locked.delete(needId)) locked.add(needId);
      change({ locked });
    },
    move: (roster, needIds = [], reason = '') =>
      change({ roster, replacements: withReason(needIds, reason) }),
    explain: (needIds, reason) => setState({ ...state, replacements: withReason(needIds, reason) }),
    setExceptions: (exceptions) => change({ exceptions }),
    undo: () => {
      const before = past.at(-1);
      if (!before) return;
      setState(before);
      setPast(past.slice(0, -1));
    },
  };
}
