import type { SignUpOutcome } from '../../../../shared/domain/afterSchool/signUp/outcome.ts';
import type { SignUpProblem } from '../../../../shared/domain/afterSchool/signUp/problem.ts';
import { success } from '../../../../shared/kernel/result.ts';
import type { Job } from '../../../jobs/job.ts';
import { createMixedIntegerSolver } from '../roster/mixedInteger.ts';
import { solveSignUp } from './solveSignUp.ts';

const longestSeconds = 60;

/** Gives out the wishes in a thread of its own: the solver doesn't let go of its thread until it answers. */
export const solveSignUpJob: Job<SignUpProblem, SignUpOutcome> = async (problem, context) => {
  const solver = await createMixedIntegerSolver();
  return success(
    solveSignUp(problem, {
      solver,
      seconds: longestSeconds,
      now: () => performance.now(),
      progress: (phrase, step, steps) => {
        context.progress(phrase, step, steps);
      },
    }),
  );
};
