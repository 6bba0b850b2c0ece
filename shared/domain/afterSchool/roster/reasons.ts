import { loadsOf } from './loads.ts';
import type { Roster, RosterProblem } from './problem.ts';
import { isStranger, wishValue } from './quality.ts';
import { findSubstitutes } from './substitutes.ts';

/** Why one need went to one person and not to the others, each a sentence. */
export interface AssignmentReasons {
  readonly why: readonly string[];
  readonly whyNot: readonly { readonly teacherId: string; readonly sentence: string }[];
}

/** Computed from the problem and the roster alone, whoever made the roster. `undefined`: nobody is there. */
export function reasonsFor(
  problem: RosterProblem,
  roster: Roster,
  needId: string,
): AssignmentReasons | undefined {
  const need = problem.needs.find(({ id }) => id === needId);
  const teacherId = roster.find((each) => each.needId === needId)?.teacherId;
  const teacher = problem.teachers.find(({ id }) => id === teacherId);
  if (!need || !teacher) return undefined;
  const loads = new Map(loadsOf(problem, roster).map((load) => [load.teacherId, load.fair]));
  const load = loads.get(teacher.id) ?? 0;
  const lowest = Math.min(...loads.values());
  const highest = Math.max(...loads.values());
  const isLocked = problem.locked.some((each) => each.needId === needId && each.teacherId === teacher.id);
  const isKept = problem.previous.some((each) => each.needId === needId && each.teacherId === teacher.id);
  const familiar = !isStranger(need, teacher);
  const wish = wishValue(need, teacher);
  const { able, unable } = findSubstitutes(problem, roster, need);
  return {
    why: [
      ...(isLocked ? ['这一格已锁定，按锁定安排。'] : []),
      ...(isKept && !isLocked ? ['原来就由本人承担，调整时尽量不动。'] : []),
      ...(familiar ? ['熟悉这个班组：任课、原班或以前带过。'] : []),
      `时间、学科、年级都合适，本学期累计 ${lessons(load)}（全校最少 ${lessons(lowest)}，最多 ${lessons(highest)}）。`,
      ...(wish > 0 ? ['符合本人意愿。'] : wish < 0 ? ['本人不太愿意，但其他人更不合适。'] : []),
    ],
    whyNot: [
      ...unable.map(({ teacherId: id, name, words }) => ({ teacherId: id, sentence: `${name}${words}。` })),
      ...able.map((other) => ({
        teacherId: other.teacherId,
        sentence: `${other.name}${comparison(other, { fairLoad: load, familiar, wish }, isLocked || isKept)}`,
      })),
    ],
  };
}

interface Merits {
  readonly fairLoad: number;
  readonly familiar: boolean;
  readonly wish: number;
}

function comparison(other: Merits, chosen: Merits, stays: boolean): string {
  if (stays) return '也合适，但换人就多一处变动。';
  if (chosen.familiar && !other.familiar) return '也有空，但不熟悉这个班组。';
  if (other.fairLoad >= chosen.fairLoad)
    return `也有空，但累计已有 ${lessons(other.fairLoad)}，不比现在的人少。`;
  if (other.wish < chosen.wish) return '也有空，但意愿不如现在的人。';
  return '也合适；由他承担，结果不会更公平，其他场次会跟着变动。';
}

function lessons(load: number): string {
  return `${Math.round(load * 10) / 10} 课时`;
}
