import { useState } from 'react';
import {
  previewMove,
  type Carried,
  type MovePreview,
} from '../../shared/domain/afterSchool/roster/handMoves.ts';
import type { Roster, RosterProblem } from '../../shared/domain/afterSchool/roster/problem.ts';
import { targetOf } from './rosterTargets.ts';

export interface RosterCarry {
  readonly carried: Carried | null;
  readonly by: 'keyboard' | 'mouse' | null;
  /** The place under it. */
  readonly over: string | null;
  /** What dropping on a place would do; `null` while nothing is carried. */
  readonly previewAt: (place: string) => MovePreview | null;
  /** What the last drop did or why it didn't. */
  readonly said: {
    readonly sentence: string;
    readonly done: boolean;
    readonly needIds: readonly string[];
  } | null;
  readonly lift: (carried: Carried, by: 'keyboard' | 'mouse') => void;
  readonly hover: (place: string | null) => void;
  readonly drop: (place: string | null) => void;
  readonly putBack: () => void;
  readonly forget: () => void;
}

/** One person or duty in the hand; what speaks against a place is said before it is put there, and then it isn't. */
export function useRosterCarry(
  problem: RosterProblem,
  roster: Roster,
  onMove: (roster: Roster) => void,
): RosterCarry {
  const [state, setState] = useState<{
    readonly carried: Carried;
    readonly by: 'keyboard' | 'mouse';
    readonly over: string | null;
  } | null>(null);
  const [said, setSaid] = useState<RosterCarry['said']>(null);

  function previewAt(place: string): MovePreview | null {
    return state && previewMove(problem, roster, state.carried, targetOf(place));
  }

  return {
    carried: state?.carried ?? null,
    by: state?.by ?? null,
    over: state?.over ?? null,
    previewAt,
    said,
    lift: (carried, by) => {
      setSaid(null);
      setState({ carried, by, over: carried.needId === null ? null : `need:${carried.needId}` });
    },
    hover: (over) => setState((before) => before && { ...before, over }),
    drop: (place) => {
      const preview = place === null ? null : previewAt(place);
      setState(null);
      if (!preview || preview.verdict === 'same') return;
      const done = preview.verdict === 'free';
      const changed = preview.roster.filter(
        ({ needId, teacherId }) =>
          !roster.some((each) => each.needId === needId && each.teacherId === teacherId),
      );
      setSaid({ sentence: preview.sentence, done, needIds: changed.map(({ needId }) => needId) });
      if (done) onMove(preview.roster);
    },
    putBack: () => setState(null),
    forget: () => setSaid(null),
  };
}
