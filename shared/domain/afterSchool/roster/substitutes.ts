import { objectionTo } from './freeFor.ts';
import { loadsOf } from './loads.ts';
import type { Roster, RosterNeed, RosterProblem, RosterTeacher } from './problem.ts';
import { isStranger, wishValue } from './quality.ts';

/** Somebody who could take a need over, with what speaks for and against it. */
export interface Substitute {
  readonly teacherId: string;
  readonly name: string;
  /** Load of the term compared with a full post, before taking over. */
  readonly fairLoad: number;
  readonly familiar: boolean;
  readonly wish: number;
}

/** Somebody who can't, and why, in words that follow the name. */
export interface Unable {
  readonly teacherId: string;
  readonly name: string;
  readonly words: string;
}

export interface SubstituteSearch {
  /** The best first: known to the group, then least loaded. */
  readonly able: readonly Substitute[];
  readonly unable: readonly Unable[];
}

/** Who could be at a need instead of the one who is. */
export function findSubstitutes(problem: RosterProblem, roster: Roster, need: RosterNeed): SubstituteSearch {
  const loads = new Map(loadsOf(problem, roster).map((load) => [load.teacherId, load.fair]));
  const present = roster.find(({ needId }) => needId === need.id)?.teacherId;
  const own = needsByTeacher(problem, roster);
  const able: Substitute[] = [];
  const unable: Unable[] = [];
  for (const teacher of problem.teachers) {
    if (teacher.id === present) continue;
    const { id: teacherId, name } = teacher;
    const words = objectionTo(problem, need, teacher, own.get(teacherId) ?? []);
    if (words === undefined)
      able.push({ teacherId, name, ...merits(need, teacher, loads.get(teacherId) ?? 0) });
    else unable.push({ teacherId, name, words });
  }
  able.sort((a, b) => Number(b.familiar) - Number(a.familiar) || a.fairLoad - b.fairLoad || b.wish - a.wish);
  return { able, unable };
}

/** The needs that each teacher has in a roster. */
function needsByTeacher(problem: RosterProblem, roster: Roster): ReadonlyMap<string, readonly RosterNeed[]> {
  const needs = new Map(problem.needs.map((need) => [need.id, need]));
  return new Map(
    [...Map.groupBy(roster, ({ teacherId }) => teacherId)].map(([teacherId, own]) => [
      teacherId,
      own.flatMap(({ needId }) => needs.get(needId) ?? []),
    ]),
  );
}

function merits(
  need: RosterNeed,
  teacher: RosterTeacher,
  fairLoad: number,
): Pick<Substitute, 'fairLoad' | 'familiar' | 'wish'> {
  return { fairLoad, familiar: !isStranger(need, teacher), wish: wishValue(need, teacher) };
}
