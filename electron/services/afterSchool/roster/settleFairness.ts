import {
  fairRange,
  heldAndAssigned,
  toleranceOf,
  type FairShare,
  type LoadRange,
} from '../../../../shared/domain/afterSchool/roster/fairness.ts';
import { obstacleTo } from '../../../../shared/domain/afterSchool/roster/fitness.ts';
import type { Roster, RosterProblem } from '../../../../shared/domain/afterSchool/roster/problem.ts';
import type { MixedIntegerSolver, SolveLimits } from './mixedInteger.ts';
import { addLoadRanges, addWideningFairness, buildRosterModel, rosterOf } from './rosterModel.ts';

/** Ranges in which everyone's load of the term may lie from now on. */
export type LoadRanges = ReadonlyMap<string, LoadRange>;

export type SettledFairness =
  | {
      readonly kind: 'settled';
      readonly roster: Roster;
      readonly ranges: LoadRanges;
      /** Proved: the cost of unfairness of any roster is at least this. */
      readonly bound: number;
    }
  | { readonly kind: 'infeasible' }
  | { readonly kind: 'outOfTime' };

/**
 * Finds the fairest load ranges that some roster keeps. First the fair range for everyone as a hard demand, which is solved far
 * faster than a smallest difference sought; where none is found soon, it is widened for those who need it and as little as can be;
 * where that takes too long, for everyone alike, step by step.
 */
export function settleFairness(
  problem: RosterProblem,
  shares: readonly FairShare[],
  solver: MixedIntegerSolver,
  limitsOf: (part: number) => SolveLimits,
  onProgress: (gap: number | null) => void,
): SettledFairness {
  const tolerance = toleranceOf(problem);
  const strict = keepWithin(problem, rangesOf(shares, tolerance), solver, limitsOf(0.15), onProgress);
  if (strict.kind === 'settled') return strict;
  const widened = widenLeast(problem, shares, solver, limitsOf(0.45), onProgress);
  if (widened.kind !== 'outOfTime') return widened;
  for (const wider of [2, 4, 8, Number.POSITIVE_INFINITY]) {
    const ranges = rangesOf(shares, tolerance * wider);
    const found = keepWithin(problem, ranges, solver, limitsOf(wider > 8 ? 0.6 : 0.25), onProgress);
    if (found.kind !== 'outOfTime') return found;
  }
  return strict;
}

/** The fair range for everyone, widened for those who need it and as little as can be. */
function widenLeast(
  problem: RosterProblem,
  shares: readonly FairShare[],
  solver: MixedIntegerSolver,
  limits: SolveLimits,
  onProgress: (gap: number | null) => void,
): SettledFairness {
  const tolerance = toleranceOf(problem);
  const model = buildRosterModel(problem);
  const costs = addWideningFairness(model, shares, tolerance);
  const solved = solver.solve(model.linear, costs, limits, null, onProgress);
  if (solved.kind !== 'solved') return solved;
  const roster = rosterOf(model, solved.values);
  const ranges = reachingTo(rangesOf(shares, tolerance), [heldAndAssigned(problem, roster)]);
  return { kind: 'settled', roster, ranges, bound: solved.bound };
}

/**
 * Ranges of a roster that is mended: what people had, with and without the duties that became impossible, and one duty more. It
 * isn't made fairer by the way, for that would move many.
 */
export function mendingRanges(problem: RosterProblem, shares: readonly FairShare[]): LoadRanges {
  const tolerance = toleranceOf(problem);
  const before = [problem.previous, stillPossible(problem)].map((roster) => heldAndAssigned(problem, roster));
  const ranges = reachingTo(rangesOf(shares, tolerance), before);
  return new Map([...ranges].map(([id, { from, to }]) => [id, { from, to: to + 2 * tolerance }]));
}

/** The assignments of the roster before that nothing stands against by now. */
export function stillPossible(problem: RosterProblem): Roster {
  const needs = new Map(problem.needs.map((need) => [need.id, need]));
  const teachers = new Map(problem.teachers.map((teacher) => [teacher.id, teacher]));
  return problem.previous.filter(({ needId, teacherId }) => {
    const need = needs.get(needId);
    const teacher = teachers.get(teacherId);
    return need && teacher && obstacleTo(problem, need, teacher) === undefined;
  });
}

function keepWithin(
  problem: RosterProblem,
  ranges: LoadRanges,
  solver: MixedIntegerSolver,
  limits: SolveLimits,
  onProgress: (gap: number | null) => void,
): SettledFairness {
  const model = buildRosterModel(problem);
  addLoadRanges(model, ranges);
  const solved = solver.solve(model.linear, new Map(), limits, null, onProgress);
  return solved.kind === 'solved'
    ? { kind: 'settled', roster: rosterOf(model, solved.values), ranges, bound: 0 }
    : solved;
}

function rangesOf(shares: readonly FairShare[], tolerance: number): LoadRanges {
  return new Map(shares.map((share) => [share.teacherId, fairRange(share, tolerance)]));
}

/** Ranges made so wide that they hold some loads too. */
function reachingTo(ranges: LoadRanges, loads: readonly ReadonlyMap<string, number>[]): LoadRanges {
  return new Map(
    [...ranges].map(([id, { from, to }]) => {
      const own = loads.map((load) => load.get(id) ?? 0);
      return [id, { from: Math.min(from, ...own), to: Math.max(to, ...own) }];
    }),
  );
}
