import { whyUnfit } from './fitness.ts';
import { drawLottery } from './lottery.ts';
import { contenders, type Placement, type SignUpProblem, type SignUpPupil } from './problem.ts';

/**
 * Lets the lottery decide between pupils who could have each other's places: wherever somebody with a later number has
 * a course at the same place of the wishes as one with an earlier number asked for it, and the two can change without
 * anybody else being touched, they change. How many get something, and at which wish, stays the same. Pupils who want
 * several courses, or have some already, are left as they are.
 */
export function settleByLottery(
  problem: SignUpProblem,
  placements: readonly Placement[],
): readonly Placement[] {
  const lottery = drawLottery(
    problem.seed,
    contenders(problem).map(({ id }) => id),
  );
  const courses = new Map(problem.courses.map((course) => [course.id, course]));
  const given = new Map(placements.map(({ pupilId, courseIds }) => [pupilId, courseIds]));
  const single = contenders(problem)
    .filter((pupil) => pupil.wanted === 1)
    .toSorted((a, b) => numberOf(a) - numberOf(b));
  const has = (pupil: SignUpPupil): string | undefined => given.get(pupil.id)?.[0];
  const holders = Map.groupBy(single, (pupil) => has(pupil) ?? '');

  for (let changed = true; changed;) {
    changed = false;
    for (const early of single) {
      const present = has(early);
      const place = present === undefined ? early.wishes.length : early.wishes.indexOf(present);
      for (const [better, courseId] of early.wishes.slice(0, place).entries()) {
        if (!fits(early, courseId)) continue;
        const later = (holders.get(courseId) ?? [])
          .filter(
            (one) =>
              numberOf(one) > numberOf(early) &&
              one.wishes.indexOf(courseId) === better &&
              (present === undefined || (one.wishes.indexOf(present) === place && fits(one, present))),
          )
          .toSorted((a, b) => numberOf(b) - numberOf(a))[0];
        if (!later) continue;
        given.set(early.id, [courseId]);
        given.set(later.id, present === undefined ? [] : [present]);
        move(later, courseId, present);
        move(early, present, courseId);
        changed = true;
        break;
      }
    }
  }
  return [...given].flatMap(([pupilId, courseIds]) => (courseIds.length > 0 ? [{ pupilId, courseIds }] : []));

  function numberOf({ id }: SignUpPupil): number {
    return lottery.get(id) ?? Number.POSITIVE_INFINITY;
  }
  function fits(pupil: SignUpPupil, courseId: string): boolean {
    const course = courses.get(courseId);
    return course !== undefined && whyUnfit(pupil, course) === undefined;
  }
  function move(pupil: SignUpPupil, from: string | undefined, to: string | undefined): void {
    holders.set(
      from ?? '',
      (holders.get(from ?? '') ?? []).filter((one) => one !== pupil),
    );
    holders.set(to ?? '', [...(holders.get(to ?? '') ?? []), pupil]);
  }
}
