import { whyUnfit } from './fitness.ts';
import { drawLottery } from './lottery.ts';
import {
  contenders,
  rankWord,
  sameDay,
  type Placement,
  type SignUpProblem,
  type SignUpPupil,
} from './problem.ts';
import { firstComeFirstServed, qualityOf, seatsTaken, type PlacementQuality } from './seats.ts';

/** What one pupil gets, why, and what is still waited for. */
export interface PlacedPupil {
  readonly pupilId: string;
  readonly lottery: number;
  readonly courseIds: readonly string[];
  /** Courses wished for more than what was got, in the order of the wishes. */
  readonly waitingFor: readonly string[];
  /** For parents: why this course, and why not the dearer one. */
  readonly reason: string;
}

/** The distribution of a term's wishes, as it is looked at before anything is stored. */
export interface SignUpOutcome {
  readonly seed: string;
  /** Everybody who took part, by lottery number. */
  readonly pupils: readonly PlacedPupil[];
  readonly quality: PlacementQuality;
  /** The same wishes given out in the order of the applications. */
  readonly firstCome: PlacementQuality;
  /** Whether no better distribution exists; when not, the time ran out. */
  readonly proved: boolean;
  readonly seconds: number;
}

/** Puts a distribution into words. */
export function explainPlacements(
  problem: SignUpProblem,
  placements: readonly Placement[],
  solved: { readonly proved: boolean; readonly seconds: number },
): SignUpOutcome {
  const lottery = drawLottery(
    problem.seed,
    contenders(problem).map(({ id }) => id),
  );
  const given = new Map(placements.map(({ pupilId, courseIds }) => [pupilId, courseIds]));
  const words = reasonsOf(problem, placements, lottery);
  const pupils = contenders(problem)
    .map((pupil): PlacedPupil => {
      const courseIds = (given.get(pupil.id) ?? []).toSorted(
        (a, b) => pupil.wishes.indexOf(a) - pupil.wishes.indexOf(b),
      );
      return {
        pupilId: pupil.id,
        lottery: lottery.get(pupil.id) ?? 0,
        courseIds,
        waitingFor: waitedFor(problem, pupil, courseIds),
        reason: words(pupil, courseIds),
      };
    })
    .toSorted((a, b) => a.lottery - b.lottery);
  return {
    seed: problem.seed,
    pupils,
    quality: qualityOf(problem, placements),
    firstCome: qualityOf(problem, firstComeFirstServed(problem)),
    ...solved,
  };
}

/** Wishes that fit and come before the last one granted; all that fit while something is open. */
function waitedFor(
  problem: SignUpProblem,
  pupil: SignUpPupil,
  courseIds: readonly string[],
): readonly string[] {
  const complete = courseIds.length + pupil.held.length >= pupil.wanted;
  const last = Math.max(-1, ...courseIds.map((id) => pupil.wishes.indexOf(id)));
  const wishes = complete && courseIds.length > 0 ? pupil.wishes.slice(0, last) : pupil.wishes;
  const others = [...courseIds, ...pupil.held].flatMap(
    (id) => problem.courses.find((one) => one.id === id) ?? [],
  );
  return wishes.filter((id) => {
    const course = problem.courses.find((one) => one.id === id);
    if (!course || courseIds.includes(id) || pupil.held.includes(id)) return false;
    if (whyUnfit(pupil, course) !== undefined) return false;
    // A second course on the day of a held one isn't waited for; the dearer instead of the granted one is.
    return complete || !others.some((other) => sameDay(other, course));
  });
}

function reasonsOf(
  problem: SignUpProblem,
  placements: readonly Placement[],
  lottery: ReadonlyMap<string, number>,
): (pupil: SignUpPupil, courseIds: readonly string[]) => string {
  const courses = new Map(problem.courses.map((course) => [course.id, course]));
  const taken = seatsTaken(problem, placements);
  const holders = new Map<string, string[]>();
  for (const { pupilId, courseIds } of placements)
    for (const id of courseIds) holders.set(id, [...(holders.get(id) ?? []), pupilId]);
  const pupils = new Map(problem.pupils.map((pupil) => [pupil.id, pupil]));
  const askedFirst = new Map<string, number>();
  for (const { wishes } of problem.pupils)
    for (const id of wishes) askedFirst.set(id, (askedFirst.get(id) ?? 0) + 1);
  const numberOf = (id: string): number => lottery.get(id) ?? 0;

  function whyNot(pupil: SignUpPupil, courseId: string, got: readonly string[]): string {
    const rank = rankWord(pupil.wishes.indexOf(courseId));
    const course = courses.get(courseId);
    if (!course) return `${rank}的课程已经取消`;
    const unfit = whyUnfit(pupil, course);
    if (unfit !== undefined) return `${rank}不能安排（${unfit}）`;
    const beside = [...pupil.held, ...got]
      .flatMap((id) => courses.get(id) ?? [])
      .find((one) => sameDay(one, course));
    const { capacity } = course;
    const full = capacity !== null && (taken.get(courseId) ?? 0) >= capacity;
    if (!full && beside) return `${rank}“${course.name}”与“${beside.name}”同一天上课`;
    const place = pupil.wishes.indexOf(courseId);
    const behind = (holders.get(courseId) ?? []).filter((id) => {
      const other = pupils.get(id);
      return (
        other !== undefined && other.wishes.indexOf(courseId) >= place && numberOf(id) > numberOf(pupil.id)
      );
    }).length;
    const because =
      behind === 0 ? '' : `；其中 ${behind} 名序号在后的学生入选，是为了让没有课的学生最少、志愿总体最靠前`;
    return `${rank}“${course.name}”已满（${taken.get(courseId) ?? 0}/${capacity ?? 0}，${askedFirst.get(courseId) ?? 0} 人填报）${because}`;
  }

  return (pupil, courseIds) => {
    const number = `抽签序号 ${numberOf(pupil.id)}`;
    const best = Math.min(pupil.wishes.length, ...courseIds.map((id) => pupil.wishes.indexOf(id)));
    const missed = pupil.wishes.slice(0, best).filter((id) => !pupil.held.includes(id));
    const why = missed.map((id) => whyNot(pupil, id, courseIds)).join('；');
    if (courseIds.length === 0) {
      return `${why}；${number}，没有安排上，列入候补。`;
    }
    const granted = courseIds
      .map((id) => `${rankWord(pupil.wishes.indexOf(id))}“${courses.get(id)?.name ?? ''}”`)
      .join('、');
    if (missed.length > 0) return `${why}；${number}，安排${granted}。`;
    const [first] = courseIds;
    const course = first === undefined ? undefined : courses.get(first);
    const asked = first === undefined ? 0 : (askedFirst.get(first) ?? 0);
    const crowded = course !== undefined && course.capacity !== null && asked > course.capacity;
    return crowded
      ? `“${course.name}”${asked} 人填报、名额 ${course.capacity} 人，${number}，安排${granted}。`
      : `名额足够，安排${granted}。`;
  };
}
