import type { Roster, RosterProblem } from './problem.ts';

/** What a teacher carries, in weighted lessons. */
export interface TeacherLoad {
  readonly teacherId: string;
  readonly held: number;
  readonly assigned: number;
  /** (held + assigned) ÷ share: what is compared between people. */
  readonly fair: number;
}

/** Loads of all teachers, in the problem's order. */
export function loadsOf(problem: RosterProblem, roster: Roster): readonly TeacherLoad[] {
  const weights = new Map(problem.needs.map(({ id, weight }) => [id, weight]));
  const sums = new Map<string, number>();
  for (const { needId, teacherId } of roster)
    sums.set(teacherId, (sums.get(teacherId) ?? 0) + (weights.get(needId) ?? 0));
  return problem.teachers.map(({ id, heldLoad, share }) => {
    const assigned = sums.get(id) ?? 0;
    return { teacherId: id, held: heldLoad, assigned, fair: (heldLoad + assigned) / share };
  });
}
