import loadHighs from 'highs';
import type { LinearModel } from './linearModel.ts';

export interface SolveLimits {
  readonly seconds: number;
  /** Relative gap at which a search that has gone on for `patience` is good enough. */
  readonly enoughGap: number;
  readonly patienceSeconds: number;
}

export type Solved =
  | {
      readonly kind: 'solved';
      /** Values by column. */
      readonly values: Float64Array;
      readonly objective: number;
      /** No solution has an objective below this. */
      readonly bound: number;
    }
  | { readonly kind: 'infeasible' }
  | { readonly kind: 'outOfTime' };

export interface MixedIntegerSolver {
  /**
   * Makes the costs' sum least.
   * @param start column and value of a known solution, of some columns at least, where there is one
   * @param onProgress the relative gap, `null` without a solution yet
   */
  solve(
    model: LinearModel,
    costs: ReadonlyMap<number, number>,
    limits: SolveLimits,
    start: readonly (readonly [number, number])[] | null,
    onProgress: (gap: number | null) => void,
  ): Solved;
  /** Whether all rows of the named groups together can be met; `undefined` when time ran out. Rows without a group always count. */
  feasible(model: LinearModel, groups: ReadonlySet<string>, seconds: number): boolean | undefined;
}

/** The solver asks whether to go on far more often than anybody reads how far it is. */
const secondsBetweenReports = 0.25;

/** HiGHS in WebAssembly: one thread, and it holds the thread until it answers, so it belongs into a job. */
export async function createMixedIntegerSolver(): Promise<MixedIntegerSolver> {
  const highs = await loadHighs();
  const { modelStatus, callbackType } = highs.constants;
  return {
    solve(linear, costs, limits, start, onProgress) {
      if (linear.columns === 0)
        return holdsWithoutColumns(linear)
          ? { kind: 'solved', values: new Float64Array(), objective: 0, bound: 0 }
          : { kind: 'infeasible' };
      return highs.withModel(linear.data(costs), (model): Solved => {
        model.options.set({ output_flag: false, time_limit: limits.seconds });
        if (start)
          model.setSolution({
            indices: start.map(([column]) => column),
            values: start.map(([, value]) => value),
          });
        let nextReport = 0;
        model.run({
          [callbackType.mipInterrupt](event) {
            const { running_time: gone = 0, mip_gap: gap } = event.data;
            if (gone >= nextReport) {
              onProgress(finite(gap));
              nextReport = gone + secondsBetweenReports;
            }
            if (gone > limits.patienceSeconds && (finite(gap) ?? 1) <= limits.enoughGap) event.interrupt();
          },
        });
        const status = model.getModelStatus();
        if (status === modelStatus.infeasible || status === modelStatus.unboundedOrInfeasible)
          return { kind: 'infeasible' };
        const objective = model.getObjectiveValue();
        if (!Number.isFinite(objective) || model.info.get('primal_solution_status') !== 2)
          return { kind: 'outOfTime' };
        const bound = Number(model.info.get('mip_dual_bound'));
        return { kind: 'solved', values: model.getSolution().colValue, objective, bound };
      });
    },
    feasible(linear, groups, seconds) {
      if (linear.columns === 0) return holdsWithoutColumns(linear, groups);
      return highs.withModel(linear.data(new Map()), (model) => {
        model.options.set({ output_flag: false, time_limit: seconds });
        for (const [group, rows] of linear.groups)
          if (!groups.has(group))
            for (const row of rows) model.changeRowBounds(row, -highs.infinity, highs.infinity);
        model.run();
        const status = model.getModelStatus();
        if (status === modelStatus.infeasible || status === modelStatus.unboundedOrInfeasible) return false;
        return model.info.get('primal_solution_status') === 2 ? true : undefined;
      });
    },
  };
}

/** HiGHS has no opinion on a model without columns: every sum is 0. */
function holdsWithoutColumns(
  linear: LinearModel,
  groups = new Set(linear.groups.keys()) as ReadonlySet<string>,
): boolean {
  return [...linear.groups]
    .filter(([group]) => groups.has(group))
    .flatMap(([, rows]) => rows)
    .every((row) => {
      const [lower, upper] = linear.bounds(row);
      return lower <= 0 && 0 <= upper;
    });
}

function finite(value: number | undefined): number | null {
  return value === undefined || !Number.isFinite(value) ? null : value;
}
