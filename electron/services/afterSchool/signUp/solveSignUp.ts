import { whyUnfit } from '../../../../shared/domain/afterSchool/signUp/fitness.ts';
import { drawLottery } from '../../../../shared/domain/afterSchool/signUp/lottery.ts';
import { settleByLottery } from '../../../../shared/domain/afterSchool/signUp/lotteryOrder.ts';
import {
  explainPlacements,
  type SignUpOutcome,
} from '../../../../shared/domain/afterSchool/signUp/outcome.ts';
import {
  contenders,
  sameDay,
  type Placement,
  type SignUpCourse,
  type SignUpProblem,
  type SignUpPupil,
} from '../../../../shared/domain/afterSchool/signUp/problem.ts';
import {
  seatsTaken,
  unplacedRank,
  verifyPlacements,
} from '../../../../shared/domain/afterSchool/signUp/seats.ts';
import { createLinearModel, type LinearModel } from '../roster/linearModel.ts';
import type { MixedIntegerSolver } from '../roster/mixedInteger.ts';

export interface SignUpSearch {
  readonly solver: MixedIntegerSolver;
  readonly seconds: number;
  /** Milliseconds of a clock that only goes forward. */
  readonly now: () => number;
  readonly progress: (phrase: string, step: number, steps: number) => void;
}

/** One wish that may be granted, and its yes/no column. */
interface Choice {
  readonly pupil: SignUpPupil;
  readonly course: SignUpCourse;
  /** Place among the wishes, counted from 1. */
  readonly rank: number;
  readonly column: number;
}

interface SignUpModel {
  readonly linear: LinearModel;
  readonly choices: readonly Choice[];
  /** Columns that say "gets nothing". */
  readonly nothing: readonly number[];
}

const infinite = Number.POSITIVE_INFINITY;
/** Aims are whole numbers; a bound closer than this proves them. */
const wholeStep = 0.999;

/**
 * Gives out the wishes of a term: as few pupils as possible without anything, then the sum of the places of the granted
 * wishes least, then as few late wishes as possible (two second ones rather than a first and a third), and where that is
 * the same the earlier lottery number first. The answer was checked by plain code; a break there is a bug and thrown.
 */
export function solveSignUp(problem: SignUpProblem, search: SignUpSearch): SignUpOutcome {
  const startedAt = search.now();
  const gone = (): number => (search.now() - startedAt) / 1000;
  const lottery = drawLottery(
    problem.seed,
    contenders(problem).map(({ id }) => id),
  );
  const model = buildModel(problem);
  const last = problem.pupils.length + 1;
  const aims: readonly { readonly phrase: string; readonly costs: ReadonlyMap<number, number> }[] = [
    { phrase: '让没有课的学生最少', costs: new Map(model.nothing.map((column) => [column, 1])) },
    { phrase: '让志愿尽量靠前', costs: costsOf(model, ({ rank }) => rank - unplacedRank) },
    {
      phrase: '少安排靠后的志愿',
      costs: costsOf(model, ({ rank }) => rank * rank - unplacedRank * unplacedRank),
    },
    {
      phrase: '按抽签序号决定先后',
      costs: costsOf(
        model,
        ({ rank, pupil }) => (last - (lottery.get(pupil.id) ?? last)) * (rank - unplacedRank),
      ),
    },
  ];
  let placements: readonly Placement[] = [];
  let proved = true;
  let start: readonly (readonly [number, number])[] | null = null;
  if (model.choices.length > 0)
    for (const [index, { phrase, costs }] of aims.entries()) {
      search.progress(phrase, index, aims.length);
      const solved = search.solver.solve(
        model.linear,
        costs,
        { seconds: Math.max(1, search.seconds - gone()), enoughGap: 0, patienceSeconds: infinite },
        start,
        () => undefined,
      );
      if (solved.kind !== 'solved') {
        // Everybody without anything meets every row, so only time can be what is lacking.
        proved = false;
        break;
      }
      const reached = Math.round(solved.objective);
      // The lottery only orders what is equally good: how exactly its sum is proved says nothing about the result.
      if (index < aims.length - 1) {
        if (solved.objective - solved.bound > wholeStep) proved = false;
        model.linear.row(
          -infinite,
          reached + 1e-6,
          [...costs].map(([column, factor]) => ({ column, factor })),
        );
      }
      start = [...solved.values].map((value, column) => [column, Math.round(value)] as const);
      placements = placementsOf(problem, model, solved.values);
    }
  const settled = settleByLottery(problem, placements);
  const [broken] = verifyPlacements(problem, settled);
  if (broken !== undefined) throw new Error('the distribution breaks a demand');
  return explainPlacements(problem, settled, { proved, seconds: gone() });
}

function buildModel(problem: SignUpProblem): SignUpModel {
  const linear = createLinearModel();
  const courses = new Map(problem.courses.map((course) => [course.id, course]));
  const taken = seatsTaken(problem, []);
  const choices: Choice[] = [];
  const nothing: number[] = [];
  for (const pupil of contenders(problem)) {
    const free = pupil.wanted - pupil.held.length;
    const beside = pupil.held.flatMap((id) => courses.get(id) ?? []);
    const own = pupil.wishes.flatMap((id, index): Choice[] => {
      const course = courses.get(id);
      if (!course || pupil.held.includes(id)) return [];
      if (whyUnfit(pupil, course) !== undefined || beside.some((one) => sameDay(one, course))) return [];
      return [{ pupil, course, rank: index + 1, column: linear.column(0, 1, true) }];
    });
    choices.push(...own);
    if (own.length === 0) continue;
    const terms = own.map(({ column }) => ({ column, factor: 1 }));
    linear.row(-infinite, free, terms);
    if (pupil.held.length === 0) {
      const empty = linear.column(0, 1, false);
      nothing.push(empty);
      linear.row(1, infinite, [...terms, { column: empty, factor: 1 }]);
    }
    if (free > 1)
      own.forEach((one, index) => {
        for (const other of own.slice(0, index))
          if (sameDay(one.course, other.course))
            linear.row(-infinite, 1, [
              { column: one.column, factor: 1 },
              { column: other.column, factor: 1 },
            ]);
      });
  }
  for (const [course, own] of Map.groupBy(choices, (choice) => choice.course)) {
    if (course.capacity === null) continue;
    linear.row(
      -infinite,
      Math.max(0, course.capacity - (taken.get(course.id) ?? 0)),
      own.map(({ column }) => ({ column, factor: 1 })),
    );
  }
  return { linear, choices, nothing };
}

function costsOf({ choices }: SignUpModel, costOf: (choice: Choice) => number): ReadonlyMap<number, number> {
  return new Map(choices.map((choice) => [choice.column, costOf(choice)]));
}

function placementsOf(
  problem: SignUpProblem,
  { choices }: SignUpModel,
  values: Float64Array,
): readonly Placement[] {
  const granted = Map.groupBy(
    choices.filter(({ column }) => (values[column] ?? 0) > 0.5),
    ({ pupil }) => pupil.id,
  );
  return problem.pupils.flatMap(({ id }): Placement[] => {
    const own = granted.get(id);
    return own ? [{ pupilId: id, courseIds: own.map(({ course }) => course.id) }] : [];
  });
}
