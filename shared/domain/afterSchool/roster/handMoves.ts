import { obstacleTo } from './fitness.ts';
import { objectionTo } from './freeFor.ts';
import type { Roster, RosterNeed, RosterProblem, RosterTeacher } from './problem.ts';
import { needWords } from './words.ts';

/** Somebody who is being moved by hand: with a duty that is given up, or from the list of people. */
export interface Carried {
  readonly teacherId: string;
  /** The duty that is taken along or changed over; `null`: the person only. */
  readonly needId: string | null;
}

/** Where it goes: to a duty (whoever is there gets the carried duty), or to a person (who gets the carried duty). */
export type MoveTarget =
  | { readonly kind: 'need'; readonly needId: string }
  | { readonly kind: 'teacher'; readonly teacherId: string; readonly day: number };

/** `free`: nothing speaks against it; `unfit`: somebody isn't suited; `clash`: somebody has something else or reached a limit. */
export type MoveVerdict = 'same' | 'free' | 'unfit' | 'clash';

export interface MovePreview {
  readonly verdict: MoveVerdict;
  /** What would happen, or what speaks against it. */
  readonly sentence: string;
  /** The roster afterwards, whatever the verdict. */
  readonly roster: Roster;
}

/** What a move by hand would do, told before it is done. */
export function previewMove(
  problem: RosterProblem,
  roster: Roster,
  carried: Carried,
  target: MoveTarget,
): MovePreview {
  const teachers = new Map(problem.teachers.map((teacher) => [teacher.id, teacher]));
  const needs = new Map(problem.needs.map((need) => [need.id, need]));
  const mover = teachers.get(carried.teacherId);
  const from = carried.needId === null ? undefined : needs.get(carried.needId);
  if (target.kind === 'teacher') {
    const receiver = teachers.get(target.teacherId);
    if (!from || !receiver || receiver.id === carried.teacherId || target.day !== from.day)
      return { verdict: 'same', sentence: '放在这里不会有变动。', roster };
    return judged(problem, roster, [{ need: from, teacher: receiver }], [from.id], {
      free: `${needWords(problem, from)}改由${receiver.name}承担。`,
    });
  }
  const to = needs.get(target.needId);
  if (!to || !mover || to.id === from?.id)
    return { verdict: 'same', sentence: '放在这里不会有变动。', roster };
  const holder = teachers.get(roster.find(({ needId }) => needId === to.id)?.teacherId ?? '');
  if (holder?.id === mover.id) return { verdict: 'same', sentence: `已经由${mover.name}承担。`, roster };
  if (from && holder)
    return judged(
      problem,
      roster,
      [
        { need: to, teacher: mover },
        { need: from, teacher: holder },
      ],
      [to.id, from.id],
      {
        free: `${mover.name}和${holder.name}互换：${mover.name}到${needWords(problem, to)}，${holder.name}到${needWords(problem, from)}。`,
      },
    );
  return judged(problem, roster, [{ need: to, teacher: mover }], from ? [to.id, from.id] : [to.id], {
    free: from
      ? `${mover.name}改到${needWords(problem, to)}，原来那一场空出来。`
      : `${needWords(problem, to)}${holder ? `由${holder.name}改为${mover.name}` : `排给${mover.name}`}。`,
  });
}

/** A duty whose holder could change over with another's. */
export interface Swap {
  readonly needId: string;
  readonly teacherId: string;
  readonly preview: MovePreview;
}

/** Duties that the holder of a need could change for, nothing speaking against either side; the same day first. */
export function findSwaps(problem: RosterProblem, roster: Roster, need: RosterNeed): readonly Swap[] {
  const holder = roster.find(({ needId }) => needId === need.id)?.teacherId;
  if (holder === undefined) return [];
  const held = new Map(roster.map(({ needId, teacherId }) => [needId, teacherId]));
  return problem.needs
    .filter(({ kind }) => kind === need.kind)
    .toSorted((a, b) => Number(a.day !== need.day) - Number(b.day !== need.day) || a.day - b.day)
    .flatMap((other): readonly Swap[] => {
      const teacherId = held.get(other.id);
      if (teacherId === undefined) return [];
      const preview = previewMove(
        problem,
        roster,
        { teacherId: holder, needId: need.id },
        { kind: 'need', needId: other.id },
      );
      return preview.verdict === 'free' ? [{ needId: other.id, teacherId, preview }] : [];
    });
}

interface Placement {
  readonly need: RosterNeed;
  readonly teacher: RosterTeacher;
}

function judged(
  problem: RosterProblem,
  roster: Roster,
  placements: readonly Placement[],
  emptied: readonly string[],
  words: { readonly free: string },
): MovePreview {
  const locked = problem.locked.find(({ needId }) => emptied.includes(needId));
  const rest = roster.filter(({ needId }) => !emptied.includes(needId));
  const after = [
    ...rest,
    ...placements.map(({ need, teacher }) => ({ needId: need.id, teacherId: teacher.id })),
  ];
  if (locked) {
    const need = problem.needs.find(({ id }) => id === locked.needId);
    return {
      verdict: 'clash',
      sentence: `${need ? needWords(problem, need) : '这一场'}已锁定，先解除锁定再换人。`,
      roster: after,
    };
  }
  for (const { need, teacher } of placements) {
    const own = after
      .filter(({ needId, teacherId }) => teacherId === teacher.id && needId !== need.id)
      .flatMap(({ needId }) => problem.needs.find(({ id }) => id === needId) ?? []);
    const objection = objectionTo(problem, need, teacher, own);
    if (objection === undefined) continue;
    const obstacle = obstacleTo(problem, need, teacher);
    return {
      verdict: obstacle && obstacle.kind !== 'busy' ? 'unfit' : 'clash',
      sentence: `${needWords(problem, need)}不能换成${teacher.name}：${teacher.name}${objection}。`,
      roster: after,
    };
  }
  return { verdict: 'free', sentence: words.free, roster: after };
}
