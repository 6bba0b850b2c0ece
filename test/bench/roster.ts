import { performance } from 'node:perf_hooks';
import { createMixedIntegerSolver } from '#electron/services/afterSchool/roster/mixedInteger.ts';
import { addLoadRanges, buildRosterModel } from '#electron/services/afterSchool/roster/rosterModel.ts';
import { solveRoster } from '#electron/services/afterSchool/roster/solveRoster.ts';
import {
  fairRange,
  fairShares,
  toleranceOf,
  unfairnessOf,
} from '#shared/domain/afterSchool/roster/fairness.ts';
import { greedyRoster } from '#test/support/greedyRoster.ts';
import { qualityOf } from '#shared/domain/afterSchool/roster/quality.ts';
import type { RosterProblem } from '#shared/domain/afterSchool/roster/problem.ts';
import { inventedRoster, rosterSizes } from '../support/inventedRoster.ts';
import { timed, timingOf, type Figure } from './measure.ts';
import type { ScenarioContext, ScenarioResult } from './run.ts';

/** Seeds whose schools can be rostered; the others of the first nine have clubs without a teacher. */
const seeds: ReadonlyMap<number, readonly number[]> = new Map([
  [20, [1, 6]],
  [60, [1, 2, 3, 4, 6, 8, 9]],
  [150, [1, 2]],
]);
const seconds = 30;

/** Rostering a week on three sizes: ours with all aims beside the bare solver with the hard demands and fair ranges only. */
export async function roster({ scale }: ScenarioContext): Promise<ScenarioResult> {
  const solver = await createMixedIntegerSolver();
  const figures: Figure[] = [];
  const notes = [
    `Ours: fairness, familiar people and wishes one after the other, proved or to a gap of 2 %, at most ${seconds} s, checked by plain code.`,
    'Bare: the same hard demands and fair load ranges in one call of the solver, first solution. Greedy: who is free and has least.',
    '',
  ];
  for (const size of scale < 1 ? rosterSizes.slice(0, 1) : rosterSizes)
    for (const seed of seeds.get(size.teachers) ?? []) {
      const problem = inventedRoster(size, seed);
      const ours = await timed(() =>
        solveRoster(problem, {
          solver,
          seconds,
          enoughGap: 0.02,
          now: () => performance.now(),
          progress: () => undefined,
        }),
      );
      const bare = await timed(() => hardDemandsOnly(problem));
      const { value: outcome } = ours;
      const label = `${size.teachers} teachers, ${size.groups} groups, ${problem.needs.length} duties, school ${seed}`;
      figures.push({ label, ours: timingOf([ours.took]), bare: timingOf([bare.took]), runs: 1 });
      const greedy = greedyRoster(problem);
      const byGreedy = `greedy: unfairness ${unfairnessOf(problem, greedy).toFixed(2)}, strangers ${qualityOf(problem, greedy).strangers}, left open ${problem.needs.length - greedy.length}`;
      notes.push(
        outcome.kind === 'solved'
          ? `- ${label}: unfairness ${outcome.unfairness.toFixed(2)} lessons, strangers ${outcome.quality.strangers}; gaps ${outcome.aims.map(({ aim, gap }) => `${aim} ${(gap * 100).toFixed(1)} %`).join(', ')}; ${byGreedy}.`
          : `- ${label}: ${outcome.kind}; ${byGreedy}.`,
      );
    }
  return { title: 'Rostering a week', notes, figures };

  function hardDemandsOnly(problem: RosterProblem): string {
    const model = buildRosterModel(problem);
    const tolerance = toleranceOf(problem);
    addLoadRanges(
      model,
      new Map(fairShares(problem).map((share) => [share.teacherId, fairRange(share, tolerance)])),
    );
    const limits = { seconds, enoughGap: 0.02, patienceSeconds: seconds };
    return solver.solve(model.linear, new Map(), limits, null, () => undefined).kind;
  }
}
