import { candidatesByNeed } from '#shared/domain/afterSchool/roster/fitness.ts';
import { objectionTo } from '#shared/domain/afterSchool/roster/freeFor.ts';
import type {
  Assignment,
  RosterNeed,
  RosterProblem,
  RosterTeacher,
} from '#shared/domain/afterSchool/roster/problem.ts';

/**
 * A roster as it is made by hand: the needs with the fewest people first, each to whoever is free and has least. Leaves a need
 * open where it finds nobody. The yardstick of the solver.
 */
export function greedyRoster(problem: RosterProblem): readonly Assignment[] {
  const candidates = candidatesByNeed(problem);
  const teachers = new Map(problem.teachers.map((teacher) => [teacher.id, teacher]));
  const needs = new Map(problem.needs.map((need) => [need.id, need]));
  const own = new Map<string, RosterNeed[]>();
  const chosen: Assignment[] = [];

  function give(need: RosterNeed, teacherId: string): void {
    own.set(teacherId, [...(own.get(teacherId) ?? []), need]);
    chosen.push({ needId: need.id, teacherId });
  }
  function fairLoad({ id, heldLoad, share }: RosterTeacher): number {
    return (heldLoad + (own.get(id) ?? []).reduce((sum, { weight }) => sum + weight, 0)) / share;
  }

  for (const { needId, teacherId } of problem.locked) {
    const need = needs.get(needId);
    if (need && teachers.has(teacherId)) give(need, teacherId);
  }
  const lockedNeeds = new Set(problem.locked.map(({ needId }) => needId));
  const open = problem.needs
    .filter(({ id }) => !lockedNeeds.has(id))
    .map((need) => ({ need, fit: candidates.get(need.id) ?? [] }))
    .sort((a, b) => a.fit.length - b.fit.length);
  for (const { need, fit } of open) {
    const [least] = fit
      .filter((teacher) => objectionTo(problem, need, teacher, own.get(teacher.id) ?? []) === undefined)
      .sort((a, b) => fairLoad(a) - fairLoad(b));
    if (least) give(need, least.id);
  }
  return chosen;
}
