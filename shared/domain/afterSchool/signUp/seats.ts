import { whyUnfit } from './fitness.ts';
import { sameDay, type Placement, type SignUpProblem } from './problem.ts';

/** How many have each course, by course id: those who hold it, and those who get it. */
export function seatsTaken(
  problem: SignUpProblem,
  placements: readonly Placement[],
): ReadonlyMap<string, number> {
  const taken = new Map<string, number>();
  const take = (id: string): void => {
    taken.set(id, (taken.get(id) ?? 0) + 1);
  };
  for (const { held } of problem.pupils) held.forEach(take);
  for (const { courseIds } of placements) courseIds.forEach(take);
  return taken;
}

/**
 * What a distribution breaks, each a sentence that names both sides; empty when it holds. Plain code, so that no
 * solver has to be believed.
 */
export function verifyPlacements(
  problem: SignUpProblem,
  placements: readonly Placement[],
): readonly string[] {
  const courses = new Map(problem.courses.map((course) => [course.id, course]));
  const pupils = new Map(problem.pupils.map((pupil) => [pupil.id, pupil]));
  const seen = new Set<string>();
  const broken: string[] = [];
  for (const { pupilId, courseIds } of placements) {
    const pupil = pupils.get(pupilId);
    if (!pupil) {
      broken.push('名单里有一名学生不在这次报名中，请重新分配。');
      continue;
    }
    const about = `${pupil.className}${pupil.name}`;
    if (seen.has(pupilId)) broken.push(`${about}被安排了两次，请重新分配。`);
    seen.add(pupilId);
    if (courseIds.length + pupil.held.length > pupil.wanted)
      broken.push(`${about}只想上 ${pupil.wanted} 门课，安排了 ${courseIds.length + pupil.held.length} 门。`);
    courseIds.forEach((id, index) => {
      const course = courses.get(id);
      if (!course || !pupil.wishes.includes(id)) {
        broken.push(`${about}没有填报“${course?.name ?? '这门课'}”，不能安排。`);
        return;
      }
      const unfit = whyUnfit(pupil, course);
      if (unfit !== undefined) broken.push(`${about}不能安排：${unfit}。`);
      for (const other of [...pupil.held, ...courseIds.slice(0, index)]) {
        const beside = courses.get(other);
        if (beside && sameDay(beside, course))
          broken.push(`${about}的“${beside.name}”和“${course.name}”在同一天上课，只能上一门。`);
      }
    });
  }
  const taken = seatsTaken(problem, placements);
  for (const { id, name, capacity } of problem.courses) {
    const count = taken.get(id) ?? 0;
    if (capacity !== null && count > capacity)
      broken.push(`“${name}”名额 ${capacity} 人，安排了 ${count} 人。`);
  }
  return broken;
}

/** How good a distribution is; every number the lower the better, except of the first wishes. */
export interface PlacementQuality {
  /** Pupils with wishes who get nothing. */
  readonly withNothing: number;
  /** Pupils by the place of their best course among the wishes: first, second, third. */
  readonly byRank: readonly number[];
  /** Sum of the places of everything given, counted from 1, a course not given counting as 4. */
  readonly totalRank: number;
}

/** The place a course that wasn't given counts as: behind the last wish. */
export const unplacedRank = 4;

export function qualityOf(problem: SignUpProblem, placements: readonly Placement[]): PlacementQuality {
  const given = new Map(placements.map(({ pupilId, courseIds }) => [pupilId, courseIds]));
  const byRank = [0, 0, 0];
  let [withNothing, totalRank] = [0, 0];
  for (const pupil of problem.pupils) {
    if (pupil.wishes.length === 0) continue;
    const ranks = (given.get(pupil.id) ?? []).map((id) => pupil.wishes.indexOf(id)).sort((a, b) => a - b);
    const open = Math.max(0, Math.min(pupil.wanted, pupil.wishes.length) - pupil.held.length - ranks.length);
    totalRank += ranks.reduce((sum, rank) => sum + rank + 1, 0) + open * unplacedRank;
    const [best] = ranks;
    if (best !== undefined) byRank[best] = (byRank[best] ?? 0) + 1;
    else if (pupil.held.length === 0) withNothing += 1;
  }
  return { withNothing, byRank, totalRank };
}

/** How a clerk would do it by hand: who applied first chooses first. The measure that the best distribution is held against. */
export function firstComeFirstServed(problem: SignUpProblem): readonly Placement[] {
  const courses = new Map(problem.courses.map((course) => [course.id, course]));
  const taken = new Map(seatsTaken(problem, []));
  return problem.pupils
    .toSorted((a, b) => (a.appliedOn < b.appliedOn ? -1 : a.appliedOn > b.appliedOn ? 1 : 0))
    .flatMap((pupil): Placement[] => {
      const got: string[] = [];
      for (const id of pupil.wishes) {
        const course = courses.get(id);
        if (!course || got.length + pupil.held.length >= pupil.wanted) continue;
        const full = course.capacity !== null && (taken.get(id) ?? 0) >= course.capacity;
        const beside = [...pupil.held, ...got].flatMap((other) => courses.get(other) ?? []);
        if (full || whyUnfit(pupil, course) !== undefined || beside.some((one) => sameDay(one, course)))
          continue;
        taken.set(id, (taken.get(id) ?? 0) + 1);
        got.push(id);
      }
      return got.length > 0 ? [{ pupilId: pupil.id, courseIds: got }] : [];
    });
}
