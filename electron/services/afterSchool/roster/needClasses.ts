import { candidatesByNeed } from '../../../../shared/domain/afterSchool/roster/fitness.ts';
import type {
  RosterNeed,
  RosterProblem,
  RosterTeacher,
} from '../../../../shared/domain/afterSchool/roster/problem.ts';
import { isStranger } from '../../../../shared/domain/afterSchool/roster/quality.ts';

/** Needs that no hard demand and no load can tell apart: the same time, duty and weight, and the same people for them. */
export interface NeedClass {
  readonly needs: readonly RosterNeed[];
  readonly candidates: readonly RosterTeacher[];
}

/**
 * Gathers interchangeable needs. A search over classes never tries the same week twice with two groups changed over, which is
 * what makes a roster's search long.
 */
export function needClasses(problem: RosterProblem): readonly NeedClass[] {
  const candidates = candidatesByNeed(problem);
  const locked = new Set(problem.locked.map(({ needId }) => needId));
  const held = new Set(problem.previous.map(({ needId }) => needId));
  const classes = Map.groupBy(problem.needs, (need) =>
    locked.has(need.id)
      ? need.id
      : JSON.stringify([
          need.day,
          need.span,
          need.period,
          need.kind,
          need.weight,
          held.has(need.id),
          (candidates.get(need.id) ?? []).map(({ id }) => id),
        ]),
  );
  return [...classes.values()].map((needs) => ({
    needs,
    candidates: candidates.get(needs[0]?.id ?? '') ?? [],
  }));
}

/** Every need for itself: where each has to be told by name. */
export function singleNeeds(problem: RosterProblem): readonly NeedClass[] {
  const candidates = candidatesByNeed(problem);
  return problem.needs.map((need) => ({ needs: [need], candidates: candidates.get(need.id) ?? [] }));
}

/** Whether an aim sets a need apart from the others of its class for this teacher. */
export function isSetApart(problem: RosterProblem): (need: RosterNeed, teacher: RosterTeacher) => boolean {
  const before = new Map(problem.previous.map(({ needId, teacherId }) => [needId, teacherId]));
  return (need, teacher) =>
    before.get(need.id) === teacher.id ||
    !isStranger(need, teacher) ||
    teacher.wishes.some(({ groupId }) => groupId === need.groupId);
}
