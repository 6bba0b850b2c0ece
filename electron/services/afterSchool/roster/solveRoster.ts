import { givenClashes } from '../../../../shared/domain/afterSchool/roster/clashes.ts';
import {
  fairShares,
  unfairnessOf,
  wideningCostOf,
} from '../../../../shared/domain/afterSchool/roster/fairness.ts';
import type { Roster, RosterProblem } from '../../../../shared/domain/afterSchool/roster/problem.ts';
import { qualityOf } from '../../../../shared/domain/afterSchool/roster/quality.ts';
import type {
  AimResult,
  RosterAim,
  RosterOutcome,
  SoftAim,
} from '../../../../shared/domain/afterSchool/roster/outcome.ts';
import { verifyRoster } from '../../../../shared/domain/afterSchool/roster/verifyRoster.ts';
import { capAim, costsOf, openAims, valueOf } from './aims.ts';
import { explainContradiction } from './explainContradiction.ts';
import type { MixedIntegerSolver, SolveLimits } from './mixedInteger.ts';
import { addLoadRanges, buildRosterModel, rosterOf, startFrom } from './rosterModel.ts';
import { mendingRanges, settleFairness, stillPossible, type LoadRanges } from './settleFairness.ts';

export interface RosterSearch {
  readonly solver: MixedIntegerSolver;
  readonly seconds: number;
  /** Gap that is good enough when the best isn't proved soon; 0.02 = 2 %. */
  readonly enoughGap: number;
  /** Milliseconds of a clock that only goes forward. */
  readonly now: () => number;
  /** `gap` is `null` while there is no roster yet. */
  readonly progress: (aim: RosterAim, step: number, steps: number, gap: number | null) => void;
}

interface ReachedAim {
  readonly aim: SoftAim;
  readonly value: number;
  readonly bound: number;
}

interface Improved {
  readonly roster: Roster;
  readonly reached: readonly ReachedAim[];
}

/**
 * Makes the best roster: hard demands first, then fairness, few changes, familiar faces and wishes. What it answers was checked by
 * plain code; a violation there is a bug and thrown.
 */
export function solveRoster(problem: RosterProblem, search: RosterSearch): RosterOutcome {
  const { solver, enoughGap, now, progress } = search;
  const startedAt = now();
  const secondsGone = (): number => (now() - startedAt) / 1000;
  const secondsLeft = (): number => Math.max(0.5, search.seconds - secondsGone());
  const limitsOf = (part: number): SolveLimits => {
    const seconds = secondsLeft() * part;
    return { seconds, enoughGap, patienceSeconds: Math.min(3, seconds / 3) };
  };
  // Rooms and pupils are given, whoever comes: no roster mends them.
  const given = givenClashes(problem);
  if (given.length > 0)
    return {
      kind: 'contradiction',
      contradiction: { demands: [], people: given.map(({ sentence }) => sentence), smallest: false },
    };
  const shares = fairShares(problem);
  const aims = openAims(problem);

  function improve(start: Roster, complete: boolean, ranges: LoadRanges): Improved | undefined {
    let roster = start;
    const reached: ReachedAim[] = [];
    for (const [index, aim] of aims.entries()) {
      const model = buildRosterModel(problem);
      addLoadRanges(model, ranges);
      for (const earlier of reached) capAim(model, problem, earlier.aim, earlier.value);
      const solved = solver.solve(
        model.linear,
        costsOf(model, problem, aim),
        limitsOf(index === aims.length - 1 ? 1 : 0.6),
        startFrom(model, roster),
        (gap) => {
          progress(aim, index + 1, aims.length + 1, gap);
        },
      );
      if (solved.kind === 'solved') roster = rosterOf(model, solved.values);
      else if (index === 0 && !complete) return undefined;
      // Without a better one the roster so far stands, unproved: it meets every row.
      const bound = solved.kind === 'solved' ? solved.bound : Number.NEGATIVE_INFINITY;
      reached.push({ aim, value: valueOf(problem, roster, aim), bound });
    }
    return { roster, reached };
  }

  // A roster that is mended keeps the loads that it had, so its fairness is settled; unless it can't be mended that way.
  let fairnessBound = 0;
  let improved =
    problem.previous.length === 0
      ? undefined
      : improve(stillPossible(problem), false, mendingRanges(problem, shares));
  if (!improved) {
    const settled = settleFairness(problem, shares, solver, limitsOf, (gap) => {
      progress('fairness', 0, aims.length + 1, gap);
    });
    if (settled.kind === 'outOfTime') return settled;
    if (settled.kind === 'infeasible')
      return {
        kind: 'contradiction',
        contradiction: explainContradiction(problem, solver, secondsLeft(), now),
      };
    fairnessBound = settled.bound;
    improved = improve(settled.roster, true, settled.ranges) ?? { roster: settled.roster, reached: [] };
  }
  const { roster, reached } = improved;
  const [violation] = verifyRoster(problem, roster);
  if (violation) throw new Error(`the solver broke a demand: ${violation.kind}`);
  return {
    kind: 'solved',
    roster,
    aims: [
      aimResult('fairness', wideningCostOf(problem, roster, shares), fairnessBound),
      ...reached.map(({ aim, value, bound }) => aimResult(aim, value, bound)),
    ],
    quality: qualityOf(problem, roster),
    unfairness: unfairnessOf(problem, roster, shares),
    seconds: secondsGone(),
  };
}

function aimResult(aim: RosterAim, value: number, proved: number): AimResult {
  const bound = Math.min(value, proved);
  const gap = value - bound < 1e-6 ? 0 : Math.min(1, (value - bound) / Math.max(Math.abs(value), 1e-9));
  return { aim, value, bound, gap };
}
