import type { RosterAim, RosterOutcome } from '../../../../shared/domain/afterSchool/roster/outcome.ts';
import type { RosterProblem } from '../../../../shared/domain/afterSchool/roster/problem.ts';
import { success } from '../../../../shared/kernel/result.ts';
import type { Job } from '../../../jobs/job.ts';
import { createMixedIntegerSolver } from './mixedInteger.ts';
import { solveRoster } from './solveRoster.ts';

export interface SolveRosterOrder {
  readonly problem: RosterProblem;
  readonly seconds: number;
}

const enoughGap = 0.02;

const aimWords: Readonly<Record<RosterAim, string>> = {
  fairness: '均衡课时',
  changes: '尽量少变动',
  familiarity: '尽量安排熟悉的教师',
  wishes: '照顾意愿',
};

/** Makes a roster in its own thread: the solver doesn't let go of its thread until it answers. */
export const solveRosterJob: Job<SolveRosterOrder, RosterOutcome> = async ({ problem, seconds }, context) => {
  const solver = await createMixedIntegerSolver();
  const outcome = solveRoster(problem, {
    solver,
    seconds,
    enoughGap,
    now: () => performance.now(),
    progress(aim, step, steps, gap) {
      const distance =
        gap === null ? '正在找第一个可行方案' : `离最好最多差 ${(Math.min(1, gap) * 100).toFixed(1)}%`;
      context.progress(`${aimWords[aim]}：${distance}`, step, steps);
    },
  });
  return success(outcome);
};
