import type { Roster, RosterNeed, RosterProblem, RosterTeacher } from './problem.ts';

/** The soft aims, each counted by plain code. */
export interface RosterQuality {
  /** Needs that had a teacher before and now have another. */
  readonly changes: number;
  /** Needs taken by somebody the group doesn't know. */
  readonly strangers: number;
  /** Pairs of group and person: the fewer, the more often pupils meet the same face. */
  readonly faces: number;
  /** Sum of the wishes that came true; those against count negative. */
  readonly wishes: number;
}

export function qualityOf(problem: RosterProblem, roster: Roster): RosterQuality {
  const needs = new Map(problem.needs.map((need) => [need.id, need]));
  const teachers = new Map(problem.teachers.map((teacher) => [teacher.id, teacher]));
  const before = new Map(problem.previous.map(({ needId, teacherId }) => [needId, teacherId]));
  const faces = new Set<string>();
  let changes = 0;
  let strangers = 0;
  let wishes = 0;
  for (const { needId, teacherId } of roster) {
    const need = needs.get(needId);
    const teacher = teachers.get(teacherId);
    if (!need || !teacher) continue;
    if (before.has(needId) && before.get(needId) !== teacherId) changes += 1;
    if (isStranger(need, teacher)) strangers += 1;
    faces.add(faceOf(need, teacherId));
    wishes += wishValue(need, teacher);
  }
  return { changes, strangers, faces: faces.size, wishes };
}

/** Whether a group with people it knows would get one it doesn't know. The whole school knows everyone. */
export function isStranger({ groupId, kind }: RosterNeed, teacher: RosterTeacher): boolean {
  return (kind === 'teaching' || kind === 'care') && !teacher.familiarGroups.includes(groupId);
}

/** Key of a group, a duty in it and a person. */
function faceOf({ groupId, kind }: RosterNeed, teacherId: string): string {
  return `${groupId}\n${kind}\n${teacherId}`;
}

/** What a teacher's wishes say about a need. */
export function wishValue(need: RosterNeed, teacher: RosterTeacher): number {
  return teacher.wishes
    .filter(
      ({ day, period, groupId }) =>
        (day === null || day === need.day) &&
        (period === null || period === need.period) &&
        (groupId === null || groupId === need.groupId),
    )
    .reduce((sum, { value }) => sum + value, 0);
}
